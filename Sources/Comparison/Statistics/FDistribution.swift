/// Snedecor's F distribution, and through it the intervals of agreement and consistency.
enum FDistribution {
  /// The number that a share of 0 < p < 1 of the distribution lies below.
  ///
  /// By halving on y = d₁x / (d₁x + d₂), of which the regularised incomplete beta function
  /// I(y; d₁/2, d₂/2) is the distribution (DLMF 8.17).
  ///
  /// - Parameters:
  ///   - first: Degrees of freedom above, more than 0; need not be whole.
  ///   - second: Degrees of freedom below, likewise.
  static func quantile(_ p: Double, _ first: Double, _ second: Double) -> Double {
    guard p > 0, p < 1, first > 0, second > 0 else { return .nan }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if incompleteBeta(middle, first / 2, second / 2) < p { low = middle } else { high = middle }
    }
    let y = (low + high) / 2
    return second * y / (first * (1 - y))
  }

  /// The regularised incomplete beta function of 0 ≤ x ≤ 1 and a, b > 0.
  ///
  /// The continued fraction of DLMF 8.17.22 by Lentz's method, on the side where it converges fast.
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    guard x <= (a + 1) / (a + b + 2) else { return 1 - incompleteBeta(1 - x, b, a) }
    let front =
      Elementary.logGamma(a + b) - Elementary.logGamma(a) - Elementary.logGamma(b)
      + a * Elementary.log(x) + b * Elementary.log(1 - x)
    return Elementary.exp(front) / a * fraction(x, a, b)
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    func away(_ value: Double) -> Double { value.magnitude < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...1000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let factor = c * d
      result *= factor
      if (factor - 1).magnitude < 1e-15 { break }
    }
    return result
  }
}
