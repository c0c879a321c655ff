/// An exact fraction of integers of 128 bits, always in lowest terms, the denominator above zero.
///
/// Means, sums and thresholds are computed and compared as fractions, so what is mathematically 70
/// reaches 70. Arithmetic that does not fit throws; it never wraps, traps or rounds.
public struct Rational: Sendable, Hashable {
  /// ±(2¹²⁷−1) at most; carries the sign of the fraction.
  public let numerator: Int128

  /// 1…2¹²⁷−1.
  public let denominator: Int128

  /// 0, kept as 0/1.
  public static let zero = Rational(0)
  /// 1, kept as 1/1.
  public static let one = Rational(1)

  /// A whole number, exactly.
  public init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// A decimal number, exactly: 2.5 becomes 5/2.
  public init(_ decimal: DecimalNumber) {
    let power = powersOfTen[decimal.scale]
    let divisor = greatestCommonDivisor(
      UInt128(decimal.significand.magnitude), UInt128(power.magnitude))
    numerator = Int128(decimal.significand) / Int128(divisor)
    denominator = Int128(power) / Int128(divisor)
  }

  /// `numerator` / `denominator` in lowest terms; `nil` where the denominator is zero or a part of
  /// the reduced fraction exceeds 2¹²⁷−1.
  public init?(numerator: Int128, denominator: Int128) {
    guard denominator != 0 else { return nil }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let (top, bottom) = (numerator.magnitude / divisor, denominator.magnitude / divisor)
    guard let top = Int128(exactly: top), let bottom = Int128(exactly: bottom) else { return nil }
    self.init(lowest: (numerator < 0) != (denominator < 0) ? -top : top, bottom)
  }

  init(lowest numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the fraction is a whole number.
  public var isInteger: Bool { denominator == 1 }
  /// Whether the fraction is below zero; zero is not.
  public var isNegative: Bool { numerator < 0 }
  /// The distance from zero; always fits.
  public var magnitude: Rational { isNegative ? negated : self }
  /// The same fraction with the other sign; always fits.
  public var negated: Rational { Rational(lowest: -numerator, denominator) }
}

extension Rational: Comparable {
  /// Exact for all values: the cross products are compared at their full width of 256 bits.
  public static func < (a: Rational, b: Rational) -> Bool {
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return left.high == right.high ? left.low < right.low : left.high < right.high
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole number written in the program.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: CustomStringConvertible {
  /// `7/3`, or `7` for an integer.
  public var description: String {
    isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// The greatest number that divides both; `b` where `a` is zero and the other way round.
func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
  var (a, b) = (a, b)
  while b != 0 {
    if let small = UInt64(exactly: a), let smaller = UInt64(exactly: b) {
      return UInt128(greatestCommonDivisor(small, smaller))
    }
    (a, b) = (b, a % b)
  }
  return a
}

/// The same for numbers that fit a machine word, which is nearly always and many times faster.
private func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
