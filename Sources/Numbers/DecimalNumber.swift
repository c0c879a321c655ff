/// An exact decimal number: an integer of 64 bits divided by a power of ten.
///
/// Values are kept without trailing zeros, so 2.50 and 2.5 are one value, equal and hashed alike.
/// How many places are shown is a matter of `NumberStyle`, never of the number.
public struct DecimalNumber: Sendable, Hashable {
  /// The number without its decimal mark: 125 for 12.5.
  public let significand: Int64

  /// How many decimal places the number has, 0…18; the last of them is never zero.
  public let scale: Int

  /// The largest `scale`.
  public static let largestScale = 18

  /// 0, which has no sign and no decimal places.
  public static let zero = DecimalNumber(0)

  /// A whole number, exactly.
  public init(_ integer: Int) {
    significand = Int64(integer)
    scale = 0
  }

  /// `significand` × 10 to the power of −`scale`; `nil` for a scale outside 0…18.
  public init?(significand: Int64, scale: Int) {
    guard (0...Self.largestScale).contains(scale) else { return nil }
    self.init(significand, scale)
  }

  /// The number that `rational` is, where it has an end in decimal notation and fits; else `nil`.
  public init?(exactly rational: Rational) {
    var rest = rational.denominator
    var twos = 0
    var fives = 0
    while rest.isMultiple(of: 2) { (rest, twos) = (rest / 2, twos + 1) }
    while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
    let scale = max(twos, fives)
    guard rest == 1, scale <= Self.largestScale else { return nil }
    let factor = Int128(powersOfTen[scale]) / rational.denominator
    let (product, overflow) = rational.numerator.multipliedReportingOverflow(by: factor)
    guard !overflow, let significand = Int64(exactly: product) else { return nil }
    self.init(significand, scale)
  }

  /// The decimal number nearest to a double, with at most `places` decimal places (0…18), half away
  /// from zero; `nil` where the double is not finite or too large.
  ///
  /// For results of free expressions, which are doubles and carry a tolerance, not for input.
  public init?(rounding value: Double, places: Int) {
    guard (0...Self.largestScale).contains(places) else { return nil }
    let scaled = (value * Double(powersOfTen[places])).rounded(.toNearestOrAwayFromZero)
    guard let significand = Int64(exactly: scaled) else { return nil }
    self.init(significand, places)
  }

  private init(_ significand: Int64, _ scale: Int) {
    var (significand, scale) = (significand, scale)
    while scale > 0, significand.isMultiple(of: 10) {
      (significand, scale) = (significand / 10, scale - 1)
    }
    self.significand = significand
    self.scale = scale
  }

  /// Whether the number is below zero; zero is not.
  public var isNegative: Bool { significand < 0 }
  /// Whether nothing but zeros would stand behind the decimal mark.
  public var isInteger: Bool { scale == 0 }

  /// The same number as a fraction.
  public var rational: Rational { Rational(self) }

  /// The double nearest to the number, ties to even.
  public var doubleValue: Double {
    // Both operands are exact up to here, so one division rounds once.
    if significand.magnitude <= 1 << 53 {
      return Double(significand) / Double(powersOfTen[scale])
    }
    return rational.doubleValue
  }

  /// The number with at most `places` decimal places (0…18), half away from zero.
  public func rounded(places: Int) -> DecimalNumber {
    guard places < scale else { return self }
    let divisor = powersOfTen[scale - max(0, places)]
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: divisor)
    let up = remainder.magnitude >= UInt64(divisor) - remainder.magnitude
    return DecimalNumber(quotient + (up ? significand.signum() : 0), max(0, places))
  }
}

extension DecimalNumber: Comparable {
  /// Exact for all values, whatever their scales.
  public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    // 2⁶³ × 10¹⁸ < 2¹²⁷, so neither product overflows.
    Int128(a.significand) * Int128(powersOfTen[b.scale])
      < Int128(b.significand) * Int128(powersOfTen[a.scale])
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Reads plain decimal notation as files write it: `-12.5`, digits on both sides of the point.
  ///
  /// `nil` for anything else: no exponents, no `+`, no grouping, no spaces; and for more than 18
  /// places or digits that do not fit 64 bits.
  public init?(text: some StringProtocol) {
    var digits = text.utf8[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    self.init(negative: negative, whole: whole, fraction: parts.dropFirst().joined())
  }

  /// The number with the given ASCII digits before and after the decimal mark.
  init?(
    negative: Bool, whole: some Sequence<UInt8>, fraction: some Sequence<UInt8>
  ) {
    var places = Array(fraction)[...]
    while places.last == UInt8(ascii: "0") { places = places.dropLast() }
    guard places.count <= Self.largestScale else { return nil }
    var value: Int64 = 0
    for digit in Array(whole) + Array(places) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let step = Int64(digit - UInt8(ascii: "0"))
      let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (next, tooFar) =
        negative
        ? shifted.subtractingReportingOverflow(step) : shifted.addingReportingOverflow(step)
      guard !tooLarge, !tooFar else { return nil }
      value = next
    }
    self.init(value, places.count)
  }

  /// The canonical form, which `init(text:)` reads back: `-12.5`, `0.05`, `7`.
  public var description: String {
    let (whole, fraction) = digits(places: scale)
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits before and after the decimal mark, without the sign; the fraction filled up with
  /// zeros to at least `places`.
  func digits(places: Int) -> (whole: String, fraction: String) {
    let power = UInt64(powersOfTen[scale])
    let (whole, rest) = significand.magnitude.quotientAndRemainder(dividingBy: power)
    var fraction = scale == 0 ? "" : String(rest)
    fraction = String(repeating: "0", count: scale - fraction.utf8.count) + fraction
    fraction += String(repeating: "0", count: max(0, places - scale))
    return (String(whole), fraction)
  }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  /// A whole number written in the program.
  public init(integerLiteral value: Int) { self.init(value) }
}
