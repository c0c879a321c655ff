extension Rational {
  /// The fraction as a decimal number of at most `places` places (0…18), half away from zero.
  ///
  /// This is the one rule by which numbers are rounded, and display is the one moment it happens:
  /// 72.25 shows as 72.3 at one place, −72.25 as −72.3. `nil` where the result does not fit 64 bits
  /// or `places` is out of range.
  public func rounded(places: Int) -> DecimalNumber? {
    guard (0...DecimalNumber.largestScale).contains(places) else { return nil }
    let divisor = denominator.magnitude
    let product = numerator.magnitude.multipliedFullWidth(by: UInt128(powersOfTen[places]))
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth((product.high, product.low))
    let up: UInt128 = remainder >= divisor - remainder ? 1 : 0
    let (rounded, overflow) = quotient.addingReportingOverflow(up)
    guard !overflow, let magnitude = Int64(exactly: rounded) else { return nil }
    return DecimalNumber(significand: isNegative ? -magnitude : magnitude, scale: places)
  }

  /// The least number with so many decimal places (0…18) that is not below; `nil` where it does not
  /// fit.
  ///
  /// For limits and bands of answers, which have places; scores are never rounded by it.
  public func roundedUp(places: Int) -> Rational? {
    let grid = Int128(powersOfTen[min(max(0, places), DecimalNumber.largestScale)])
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: grid)
    guard !overflow else { return nil }
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
    return Rational(numerator: remainder > 0 ? quotient + 1 : quotient, denominator: grid)
  }

  /// The double nearest to the fraction, ties to even.
  ///
  /// A quotient of 55 or 56 bits is computed exactly and its last bit made to tell whether anything
  /// is left over; the conversion to 53 bits then rounds the true value, once.
  public var doubleValue: Double {
    guard numerator != 0 else { return 0 }
    let (top, bottom) = (numerator.magnitude, denominator.magnitude)
    let shift = 55 - (bottom.leadingZeroBitCount - top.leadingZeroBitCount)
    let quotient: UInt128
    let remainder: UInt128
    if shift >= 0 {
      // Smart shifts: beyond either end of the word they leave zero.
      let high = shift < 128 ? top >> UInt128(128 - shift) : top << UInt128(shift - 128)
      let low = shift < 128 ? top << UInt128(shift) : 0
      (quotient, remainder) = bottom.dividingFullWidth((high, low))
    } else {
      (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom << UInt128(-shift))
    }
    let significand = UInt64(truncatingIfNeeded: quotient) | (remainder == 0 ? 0 : 1)
    return Double(
      sign: isNegative ? .minus : .plus, exponent: -shift, significand: Double(significand))
  }
}
