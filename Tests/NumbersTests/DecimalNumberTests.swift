import Numbers
import TestKit
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("7", "7"), ("007", "7"), ("2.50", "2.5"), ("-12.5", "-12.5"),
    ("0.05", "0.05"), ("-0.000000000000000001", "-0.000000000000000001"), ("100", "100"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"), ("1.00000000000000000000000", "1"),
  ])
  func readsAndWrites(text: String, canonical: String) throws {
    let number = try #require(DecimalNumber(text: text))
    #expect(number.description == canonical)
    #expect(DecimalNumber(text: canonical) == number)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+1", "1e3", " 1", "1 ", "1,5", "1.2.3", "--1", "٣", "1_000", "0x1",
    "9223372036854775808", "-9223372036854775809", "0.1234567890123456789", "NaN",
  ])
  func refuses(text: String) {
    #expect(DecimalNumber(text: text) == nil)
  }

  @Test func equalValuesAreOne() {
    #expect(DecimalNumber(significand: 2500, scale: 3) == DecimalNumber(text: "2.5"))
    #expect(Set([DecimalNumber(text: "1.0"), DecimalNumber(text: "1")]).count == 1)
    #expect(DecimalNumber(significand: 1, scale: 19) == nil)
  }

  @Test func comparesLikeFractions() {
    var random = SplitMix(seed: 1)
    for _ in 0..<2000 {
      let (a, b) = (random.decimal(), random.decimal())
      #expect((a < b) == (a.rational < b.rational), "\(a) \(b)")
    }
  }

  /// The C library's reading of the same digits is the second computation.
  @Test func doubleIsNearest() {
    var random = SplitMix(seed: 2)
    for _ in 0..<2000 {
      let number = random.decimal()
      #expect(number.doubleValue == Double(number.description), "\(number)")
    }
  }

  @Test(arguments: [
    ("72.25", 1, "72.3"), ("-72.25", 1, "-72.3"), ("72.24", 1, "72.2"), ("0.5", 0, "1"),
    ("-0.5", 0, "-1"), ("0.49", 0, "0"), ("1.5", 3, "1.5"), ("9.999", 2, "10"),
    ("-9.223372036854775808", 0, "-9"), ("0.999999999999999999", 17, "1"),
  ])
  func rounds(text: String, places: Int, expected: String) {
    #expect(DecimalNumber(text: text)?.rounded(places: places).description == expected)
  }

  @Test(
    arguments: [
      (0.1 + 0.2, 9, "0.3"), (57.3, 1, "57.3"), (-2.5, 0, "-3"), (1e300, 0, nil), (.nan, 2, nil),
      (.infinity, 2, nil), (1, 19, nil), (9.3e18, 0, nil), (-0.0, 3, "0"),
    ] as [(Double, Int, String?)])
  func roundsDoubles(value: Double, places: Int, expected: String?) {
    #expect(DecimalNumber(rounding: value, places: places)?.description == expected)
  }
}
