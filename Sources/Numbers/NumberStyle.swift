/// How a language writes numbers. One row of `table` is one language.
public struct NumberStyle: Sendable, Hashable {
  /// What stands before and after the digits of an amount.
  public struct Pattern: Sendable, Hashable {
    /// What stands between the minus sign and the digits; empty where nothing does.
    public var before: String
    /// What stands behind the digits, its own space included; empty where nothing does.
    public var after: String

    /// What surrounds an amount; by default nothing.
    public init(before: String = "", after: String = "") {
      self.before = before
      self.after = after
    }
  }

  /// What stands before the decimal places, such as the comma of Lithuanian.
  public var decimalMark: Character
  /// What stands between groups of three digits.
  public var groupSeparator: Character
  /// How many digits must stand before the first separator: 2 in languages that write 1234 but
  /// 12 345.
  public var minimumGroupingDigits: Int
  /// What stands first in numbers below zero.
  public var minusSign: Character
  /// Shares in per cent, the sign and its space included.
  public var percent: Pattern
  /// Amounts of money; `¤` stands for the sign of the currency.
  public var money: Pattern
  /// Words after a number that mean per cent, compared without regard to case.
  public var percentWords: [String]
  /// Words beside a number that mean euros, compared without regard to case.
  public var moneyWords: [String]

  /// The style of a language, by the first part of its tag (`lt` for `lt-LT`); English where there
  /// is no row for it.
  public static func of(language tag: String) -> NumberStyle {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return table[primary] ?? english
  }

  /// Source: CLDR, `numbers` of each locale; the words are what people write in forms.
  static let table: [String: NumberStyle] = [
    "en": english,
    "lt": NumberStyle(
      decimalMark: ",", groupSeparator: "\u{A0}", minimumGroupingDigits: 1, minusSign: "\u{2212}",
      percent: Pattern(after: "\u{A0}%"), money: Pattern(after: "\u{A0}¤"),
      percentWords: ["%", "proc.", "proc", "procentai", "procentų"],
      moneyWords: ["€", "eur", "eur.", "eurai", "eurų"]),
  ]

  private static let english = NumberStyle(
    decimalMark: ".", groupSeparator: ",", minimumGroupingDigits: 1, minusSign: "-",
    percent: Pattern(after: "%"), money: Pattern(before: "¤"),
    percentWords: ["%", "percent", "per cent"],
    moneyWords: ["€", "eur", "euro", "euros"])
}

extension NumberStyle {
  /// The number as the language writes it.
  ///
  /// - Parameters:
  ///   - minimumPlaces: Decimal places shown at least, filled up with zeros.
  ///   - maximumPlaces: Decimal places shown at most; the rest is rounded half away from zero.
  ///   - grouping: Whether digits stand in groups of three.
  ///   - signed: Whether numbers that are shown as more than zero get a `+`, as changes do.
  public func format(
    _ number: DecimalNumber, minimumPlaces: Int = 0,
    maximumPlaces: Int = DecimalNumber.largestScale, grouping: Bool = true, signed: Bool = false
  ) -> String {
    let (sign, digits) = parts(number, minimumPlaces, maximumPlaces, grouping)
    let isPositive = number.rounded(places: maximumPlaces) > .zero
    return (signed && isPositive ? "+" : sign) + digits
  }

  /// A share in per cent: 12.5 is written `12.5%` or `12,5 %`.
  public func percent(
    _ number: DecimalNumber, minimumPlaces: Int = 0, maximumPlaces: Int = 1
  ) -> String {
    let (sign, digits) = parts(number, minimumPlaces, maximumPlaces, true)
    return sign + percent.before + digits + percent.after
  }

  /// An amount of money: with two places where it has cents, without any where it has none.
  public func money(_ number: DecimalNumber, currency: String = "€") -> String {
    let places = number.rounded(places: 2).isInteger ? 0 : 2
    let (sign, digits) = parts(number, places, places, true)
    // A currency written as a word keeps its distance where its sign does not.
    let gap = (currency.last?.isLetter ?? false) ? "\u{A0}" : ""
    let before = money.before.isEmpty ? "" : currency + money.before.dropFirst() + gap
    let after = money.after.isEmpty ? "" : money.after.dropLast() + currency
    return sign + before + digits + after
  }

  private func parts(
    _ number: DecimalNumber, _ minimumPlaces: Int, _ maximumPlaces: Int, _ grouping: Bool
  ) -> (sign: String, digits: String) {
    let rounded = number.rounded(places: maximumPlaces)
    let (whole, fraction) = rounded.digits(
      places: min(minimumPlaces, DecimalNumber.largestScale))
    var text = grouping ? grouped(whole) : whole
    if !fraction.isEmpty { text += String(decimalMark) + fraction }
    return (rounded.isNegative ? String(minusSign) : "", text)
  }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count >= 3 + minimumGroupingDigits else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text.append(groupSeparator) }
      text.append(digit)
    }
    return text
  }
}
