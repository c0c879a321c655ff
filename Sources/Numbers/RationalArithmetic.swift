/// Why an exact calculation has no result.
public enum ArithmeticFailure: Error, Sendable, Hashable {
  /// The result, or a step on the way to it, does not fit 128 bits.
  case overflow
  case divisionByZero
}

extension Rational {
  /// - Throws: `overflow`.
  public func adding(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    if denominator == other.denominator {
      return try Self.reduced(Self.sum(numerator, other.numerator), denominator)
    }
    let shared = Int128(
      greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let (own, others) = (denominator / shared, other.denominator / shared)
    let top = try Self.sum(
      Self.product(numerator, others), Self.product(other.numerator, own))
    return try Self.reduced(top, Self.product(denominator, others))
  }

  /// - Throws: `overflow`.
  public func subtracting(_ other: Rational) throws(ArithmeticFailure) -> Rational {
    try adding(other.negated)
  }

  /// - Throws: `overflow`.
  public func multiplied(by other: Rational) throws(ArithmeticFailure) -> Rational {
    // Reducing crosswise first keeps the products as small as the result, which is in lowest terms.
    let falling = Int128(greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
    let rising = Int128(greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
    return Rational(
      lowest: try Self.product(numerator / falling, other.numerator / rising),
      try Self.product(denominator / rising, other.denominator / falling))
  }

  /// - Throws: `overflow`, `divisionByZero`.
  public func divided(by other: Rational) throws(ArithmeticFailure) -> Rational {
    guard other.numerator != 0 else { throw .divisionByZero }
    let sign = Int128(other.numerator.signum())
    return try multiplied(
      by: Rational(lowest: sign * other.denominator, sign * other.numerator))
  }

  /// The sum of the values in their order; zero for none.
  ///
  /// - Throws: `overflow`.
  public static func sum(_ values: some Sequence<Rational>) throws(ArithmeticFailure) -> Rational {
    var total = Rational.zero
    for value in values { total = try total.adding(value) }
    return total
  }

  private static func reduced(
    _ numerator: Int128, _ denominator: Int128
  ) throws(ArithmeticFailure) -> Rational {
    guard let result = Rational(numerator: numerator, denominator: denominator) else {
      throw .overflow
    }
    return result
  }

  private static func sum(_ a: Int128, _ b: Int128) throws(ArithmeticFailure) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow, sum != .min else { throw .overflow }
    return sum
  }

  private static func product(_ a: Int128, _ b: Int128) throws(ArithmeticFailure) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    guard !overflow, product != .min else { throw .overflow }
    return product
  }
}
