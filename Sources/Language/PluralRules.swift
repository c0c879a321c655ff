/// The form of a noun that a number asks for. Source: CLDR, plural categories.
enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}

/// When a number takes which plural category.
///
/// The rules are written in the syntax of CLDR (Unicode Technical Standard #35, part 3, "Language
/// Plural Rules"), so a row of CLDR can be put in as it stands.
struct PluralRules: Sendable {
  /// One comparison: an operand, taken by a modulus or as it is, within or outside some ranges.
  fileprivate struct Relation {
    var operand: Character
    var modulus: Int?
    var isNegated: Bool
    var ranges: [ClosedRange<Int>]
  }

  /// Relations joined by `and`, the groups of them by `or`.
  private var rules: [(category: PluralCategory, alternatives: [[Relation]])] = []

  /// - Parameter source: Lines `category: condition`; `other` is what remains and stands in no line.
  ///   `nil` where a line is not understood.
  init?(_ source: String) {
    for line in source.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let category = PluralCategory(rawValue: String(parts[0])) else {
        return nil
      }
      var alternatives: [[Relation]] = [[]]
      for condition in parts[1].split(separator: " or ") {
        var relations: [Relation] = []
        for text in condition.split(separator: " and ") {
          guard let relation = Relation(text) else { return nil }
          relations.append(relation)
        }
        alternatives.append(relations)
      }
      rules.append((category, alternatives.filter { !$0.isEmpty }))
    }
  }

  /// The categories that occur, in the order of CLDR.
  var categories: [PluralCategory] {
    let used = Set(rules.map(\.category) + [.other])
    return PluralCategory.allCases.filter(used.contains)
  }

  func category(of number: PluralOperands) -> PluralCategory {
    rules.first { rule in
      rule.alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
    }?.category ?? .other
  }
}

extension PluralRules.Relation {
  fileprivate init?(_ text: Substring) {
    let words = text.split(separator: " ")
    guard let first = words.first, first.count == 1, "nivft".contains(first) else { return nil }
    operand = first[first.startIndex]
    var rest = words.dropFirst()
    if rest.first == "%" {
      guard let value = rest.dropFirst().first.flatMap({ Int($0) }), value > 0 else { return nil }
      modulus = value
      rest = rest.dropFirst(2)
    }
    guard let sign = rest.first, sign == "=" || sign == "!=", rest.count == 2,
      let list = rest.last
    else { return nil }
    isNegated = sign == "!="
    ranges = []
    for item in list.split(separator: ",") {
      let ends = item.split(separator: ".").compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, low <= high else { return nil }
      ranges.append(low...high)
    }
  }

  fileprivate func holds(for number: PluralOperands) -> Bool {
    guard let value = number.value(of: operand) else { return isNegated }
    let taken = modulus.map { value % $0 } ?? value
    return ranges.contains { $0.contains(taken) } != isNegated
  }
}

/// What plural rules look at in a number. Very long numbers are seen by their last digits.
struct PluralOperands: Sendable {
  /// The digits before the decimal mark.
  private var whole = 0
  /// How many places are shown.
  private var places = 0
  /// The places shown, as an integer, with and without trailing zeros.
  private var fraction = 0
  private var trimmedFraction = 0

  init(_ count: Int) {
    whole = Int(truncatingIfNeeded: count.magnitude % 1_000_000_000)
  }

  /// - Parameter text: Plain notation, `-12.50`; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int(first.suffix(9)), parts.count <= 2 else {
      return nil
    }
    self.whole = whole
    guard parts.count == 2 else { return }
    guard let fraction = Int(parts[1].prefix(9)) else { return nil }
    places = parts[1].count
    self.fraction = fraction
    trimmedFraction = fraction
    while trimmedFraction > 0, trimmedFraction.isMultiple(of: 10) { trimmedFraction /= 10 }
  }

  /// The operand; `nil` for `n` of a number that is not whole, which equals no integer.
  func value(of operand: Character) -> Int? {
    switch operand {
    case "i": whole
    case "v": places
    case "f": fraction
    case "t": trimmedFraction
    default: fraction == 0 ? whole : nil
    }
  }
}
