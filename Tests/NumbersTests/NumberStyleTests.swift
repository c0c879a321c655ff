import Numbers
import Testing

@Suite struct NumberStyleTests {
  @Test(arguments: [
    ("1234567.891", 0, 2, "1\u{A0}234\u{A0}567,89", "1,234,567.89"),
    ("-0.5", 0, 18, "−0,5", "-0.5"),
    ("72", 1, 1, "72,0", "72.0"), ("72.25", 1, 1, "72,3", "72.3"),
    ("999.96", 1, 1, "1\u{A0}000,0", "1,000.0"),
    ("-0.04", 0, 1, "0", "0"), ("100", 0, 0, "100", "100"), ("0", 0, 0, "0", "0"),
  ])
  func writes(text: String, minimum: Int, maximum: Int, lithuanian: String, english: String) throws
  {
    let number = try #require(DecimalNumber(text: text))
    let written = ["lt", "en"].map {
      NumberStyle.of(language: $0).format(number, minimumPlaces: minimum, maximumPlaces: maximum)
    }
    #expect(written == [lithuanian, english])
  }

  @Test func writesUnits() {
    let styles = ["lt-LT", "en_GB", "xx"].map { NumberStyle.of(language: $0) }
    let share = DecimalNumber(text: "-12.5") ?? 0
    let amount = DecimalNumber(text: "-145000.5") ?? 0
    #expect(styles.map { $0.percent(share) } == ["−12,5\u{A0}%", "-12.5%", "-12.5%"])
    #expect(
      styles.map { $0.money(amount) }
        == ["−145\u{A0}000,50\u{A0}€", "-€145,000.50", "-€145,000.50"])
    #expect(
      styles.map { $0.money(5, currency: "EUR") } == ["5\u{A0}EUR", "EUR\u{A0}5", "EUR\u{A0}5"])
    let changes = ["2.5", "-2.5", "0", "0.04"].compactMap { DecimalNumber(text: $0) }
    #expect(
      changes.map { styles[0].format($0, maximumPlaces: 1, signed: true) }
        == ["+2,5", "−2,5", "0", "0"])
    #expect(styles.map { $0.format(12345, grouping: false) } == ["12345", "12345", "12345"])
  }
}
