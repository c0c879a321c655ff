/// What a text that a person wrote may mean as a number.
public enum NumberReading: Sendable, Hashable {
  case number(DecimalNumber)
  /// Two meanings are possible, as in `1,234`; the one usual in the language comes first. Ask.
  case ambiguous([DecimalNumber])
  case invalid
}

/// A unit that may stand beside a number.
public enum NumberUnit: Sendable, Hashable, CaseIterable {
  case percent
  case money
}

/// Reads a number as people write it, and never guesses.
///
/// Spaces of every kind around the number and between groups of three digits are ignored; one comma
/// or one point is the decimal mark; a mark that repeats, or that comes before another one, groups
/// thousands. One mark followed by exactly three digits and preceded by one to three, as in `1.234`,
/// is `ambiguous` (but `0,125` is not: no group of thousands begins with zero).
///
/// - Parameters:
///   - units: Which units may stand beside the number; the value stays as written (`12 %` is 12).
public func readNumber(
  _ text: String, style: NumberStyle,
  accepting units: Set<NumberUnit> = Set(NumberUnit.allCases)
) -> NumberReading {
  var reader = NumberReader(text)
  let negative = reader.takeSign()
  reader.takeUnit(from: style, units)
  guard reader.text.utf8.count <= NumberReader.longest else { return .invalid }
  return reader.readings(negative: negative, mark: style.decimalMark)
}

private struct NumberReader {
  /// No number that fits is longer, even with a space between every two digits.
  static let longest = 200

  private(set) var text: Substring

  init(_ text: String) {
    self.text = text[...]
    trim()
  }

  private mutating func trim() {
    text = text.drop(while: \.isSpacing)
    while text.last?.isSpacing == true { text.removeLast() }
  }

  /// Hyphen, minus sign, or the en dash that word processors make of a hyphen.
  mutating func takeSign() -> Bool {
    guard let first = text.first, "+-\u{2212}\u{2013}".contains(first) else { return false }
    text.removeFirst()
    trim()
    return first != "+"
  }

  /// Removes one unit: of money on either side, of per cent behind.
  mutating func takeUnit(from style: NumberStyle, _ units: Set<NumberUnit>) {
    let money = units.contains(.money) ? style.moneyWords : []
    let percent = units.contains(.percent) ? style.percentWords : []
    let lowercased = text.lowercased()
    for word in (money + percent).sorted(by: { $0.count > $1.count })
    where lowercased.hasSuffix(word) && text.count > word.count {
      text.removeLast(word.count)
      return trim()
    }
    for word in money.sorted(by: { $0.count > $1.count })
    where lowercased.hasPrefix(word) && text.count > word.count {
      text.removeFirst(word.count)
      return trim()
    }
  }

  func readings(negative: Bool, mark usual: Character) -> NumberReading {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard let last = marks.last else {
      return reading(negative, whole: text, groupedBy: \.isSpacing, fraction: "")
    }
    if marks.count > 1, marks.allSatisfy({ $0 == last }) {
      return reading(negative, whole: text, groupedBy: { $0 == last }, fraction: "")
    }
    guard let place = text.lastIndex(of: last) else { return .invalid }
    let (before, after) = (text[..<place], text[text.index(after: place)...])
    guard !after.isEmpty else { return .invalid }
    if marks.count > 1 {
      guard marks.dropLast().allSatisfy({ $0 != last }) else { return .invalid }
      return reading(
        negative, whole: before, groupedBy: { $0 == "." || $0 == "," }, fraction: after)
    }
    let decimal = reading(
      negative, whole: before.isEmpty ? "0" : before, groupedBy: \.isSpacing, fraction: after)
    guard after.count == 3, case .number(let fractional) = decimal,
      case .number(let whole) = reading(
        negative, whole: text, groupedBy: { $0 == last }, fraction: "")
    else { return decimal }
    return .ambiguous(last == usual ? [fractional, whole] : [whole, fractional])
  }

  /// The number with these digits, where the groups of `whole` have the right lengths.
  private func reading(
    _ negative: Bool, whole: Substring, groupedBy isSeparator: (Character) -> Bool,
    fraction: Substring
  ) -> NumberReading {
    let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    if groups.count > 1 {
      guard let first = groups.first, (1...3).contains(first.count), first.first != "0",
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return .invalid }
    }
    let digits = groups.joined()
    guard !digits.isEmpty,
      let number = DecimalNumber(
        negative: negative, whole: digits.utf8, fraction: fraction.utf8)
    else { return .invalid }
    return .number(number)
  }
}

extension Character {
  /// Any space that stands on a line: plain, no-break, narrow, thin and the tabulator.
  fileprivate var isSpacing: Bool {
    self == "\t" || unicodeScalars.allSatisfy { $0.properties.generalCategory == .spaceSeparator }
  }
}
