import Numbers
import TestKit
import Testing

@Suite struct RationalTests {
  @Test func isInLowestTerms() {
    #expect(Rational(numerator: 6, denominator: -4)?.description == "-3/2")
    #expect(Rational(numerator: 0, denominator: 9) == Rational.zero)
    #expect(Rational(numerator: 1, denominator: 0) == nil)
    #expect(Rational(numerator: .min, denominator: 1) == nil)
    #expect(Rational(numerator: .min, denominator: .min) == 1)
    #expect(DecimalNumber(text: "-12.50").map(Rational.init)?.description == "-25/2")
  }

  /// Small fractions in plain integers are the second computation.
  @Test func calculatesLikePlainFractions() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<1000 {
      let (a, b, c, d) = (random.small(), random.positive(), random.small(), random.positive())
      let x = try #require(Rational(numerator: a, denominator: b))
      let y = try #require(Rational(numerator: c, denominator: d))
      let exact = [
        try x.adding(y) == Rational(numerator: a * d + c * b, denominator: b * d),
        try x.subtracting(y) == Rational(numerator: a * d - c * b, denominator: b * d),
        try x.multiplied(by: y) == Rational(numerator: a * c, denominator: b * d),
        try c == 0 || x.divided(by: y) == Rational(numerator: a * d, denominator: b * c),
        (x < y) == (a * d < c * b), x.doubleValue == Double(a) / Double(b),
      ]
      #expect(exact.allSatisfy { $0 }, "\(x) \(y) \(exact)")
    }
  }

  @Test func meansAreExact() throws {
    let tenths = try #require(DecimalNumber(text: "0.1")).rational
    #expect(try Rational.sum(repeatElement(tenths, count: 10)) == 1)
    let third = try #require(Rational(numerator: 1, denominator: 3))
    #expect(try third.multiplied(by: 210) == 70)
  }

  @Test func comparesWithoutOverflow() throws {
    let large = Int128.max
    let a = try #require(Rational(numerator: large, denominator: large - 1))
    let b = try #require(Rational(numerator: large - 1, denominator: large - 2))
    let order = [a < b, b < a, b.negated < a.negated, a.negated < b, a > 1, a < a]
    #expect(order == [true, false, true, true, true, false])
  }

  @Test func saysWhenItDoesNotFit() throws {
    let large = try #require(Rational(numerator: .max, denominator: 1))
    let small = try #require(Rational(numerator: 1, denominator: .max))
    #expect(throws: ArithmeticFailure.overflow) { try large.adding(1) }
    #expect(throws: ArithmeticFailure.overflow) { try large.negated.subtracting(1) }
    #expect(throws: ArithmeticFailure.overflow) { try large.multiplied(by: 2) }
    #expect(throws: ArithmeticFailure.overflow) { try small.divided(by: 2) }
    #expect(throws: ArithmeticFailure.divisionByZero) { try large.divided(by: 0) }
    #expect(try large.multiplied(by: small) == 1)
  }

  @Test func doubleIsNearestForWideFractions() throws {
    var random = SplitMix(seed: 4)
    for _ in 0..<1000 {
      let top = Int128(truncatingIfNeeded: random.wide() >> UInt128(1 + random.next() % 126))
      let integer = try #require(Rational(numerator: top, denominator: 1))
      // Dividing by a power of two and multiplying by one do not change the rounding.
      let halved = try #require(Rational(numerator: top, denominator: 1 << 100))
      #expect(integer.doubleValue == Double(top) && halved.doubleValue == Double(top) * 0x1p-100)
    }
    let nearTie = try #require(Rational(numerator: (1 << 53) + 1, denominator: 1))
    let aboveTie = try nearTie.adding(#require(Rational(numerator: 1, denominator: 1 << 60)))
    #expect(nearTie.doubleValue == 0x1p53 && aboveTie.doubleValue == 0x1p53 + 2)
  }

  @Test(
    arguments: [
      (1, 3, 4, "0.3333"), (2, 3, 0, "1"), (-2, 3, 2, "-0.67"), (289, 4, 1, "72.3"),
      (-289, 4, 1, "-72.3"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (70, 1, 1, "70"), (1, 3, 19, nil),
      (Int128.max, 1, 0, nil), (Int128.max, Int128.max - 1, 18, "1"), (1, 3, -1, nil),
    ] as [(Int128, Int128, Int, String?)])
  func rounds(top: Int128, bottom: Int128, places: Int, expected: String?) {
    let value = Rational(numerator: top, denominator: bottom)
    #expect(value?.rounded(places: places)?.description == expected)
  }

  @Test(
    arguments: [
      (5, 2, "2.5"), (1, 8, "0.125"), (-7, 50, "-0.14"), (3, 1, "3"), (1, 3, nil),
      (1, 1 << 60, nil), (Int128.max, 1, nil),
    ] as [(Int128, Int128, String?)])
  func isDecimalWhereItEnds(top: Int128, bottom: Int128, expected: String?) {
    let value = Rational(numerator: top, denominator: bottom)
    #expect(value.flatMap { DecimalNumber(exactly: $0) }?.description == expected)
  }
}
