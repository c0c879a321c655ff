/// Logarithm, exponential and gamma function from the four operations alone.
///
/// Those of the systems differ in the last bit, which is enough to let two machines draw different
/// numbers from one seed. Good to some 2⁻⁵⁰ of themselves.
enum Elementary {
  private static let ln2High = 0x1.62e42feep-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// The natural logarithm of a number above zero and not subnormal; −∞ for zero, else not a number.
  ///
  /// With x = m·2ᵉ and √½ ≤ m < √2: e·ln 2 + 2·artanh((m − 1) / (m + 1)).
  static func log(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    let f = (mantissa - 1) / (mantissa + 1)
    let s = f * f
    var series = 1.0 / 23
    for odd in [21.0, 19, 17, 15, 13, 11, 9, 7, 5, 3] { series = series * s + 1 / odd }
    return exponent * ln2High + (2 * f + (2 * f * s * series + exponent * ln2Low))
  }

  /// e to the power of a number.
  static func exp(_ x: Double) -> Double {
    guard x.isFinite else { return x > 0 ? x : x < 0 ? 0 : .nan }
    if x > 709.7 { return .infinity }
    if x < -708 { return 0 }
    let power = (x * 1.442_695_040_888_963_4).rounded()
    let rest = (x - power * ln2High) - power * ln2Low
    var series = 1.0
    for divisor in stride(from: 14.0, through: 1, by: -1) { series = 1 + rest / divisor * series }
    return series * Double(sign: .plus, exponent: Int(power), significand: 1)
  }

  /// The natural logarithm of the gamma function of a number above zero.
  ///
  /// Stirling's series from 16 on; below, by Γ(x + 1) = x·Γ(x).
  static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var (x, product) = (x, 1.0)
    while x < 16 {
      product *= x
      x += 1
    }
    let inverse = 1 / x
    let s = inverse * inverse
    let series =
      inverse * (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188))))
    return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_7 + series - log(product)
  }
}
