public import Numbers

/// Five numbers that describe how a group scores, exact.
public struct Distribution: Sendable, Hashable {
  /// How many of the group have the score; the others are left out.
  public let count: Int
  /// The least score, 0–100.
  public let minimum: Rational
  /// A quarter of the way through the sorted scores, between two of them where it falls so.
  public let firstQuartile: Rational
  /// The middle score, or the mean of the middle two.
  public let median: Rational
  /// Three quarters of the way through the sorted scores.
  public let thirdQuartile: Rational
  /// The greatest score, 0–100.
  public let maximum: Rational

  /// The distribution of the values in any order; `nil` for none.
  ///
  /// Quantile *p* of *n* values x₁ ≤ … ≤ xₙ is type 7 of Hyndman and Fan (1996), the default of R,
  /// NumPy and the inclusive quartile of spreadsheets: with h = (n − 1)·p, it lies the fraction
  /// h − ⌊h⌋ of the way from x at ⌊h⌋ + 1 to the next.
  ///
  /// - Complexity: O(*n* log *n*).
  public init?(_ values: [Rational]) throws(ArithmeticFailure) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    minimum = first
    firstQuartile = try Self.quartile(1, of: sorted)
    median = try Self.quartile(2, of: sorted)
    thirdQuartile = try Self.quartile(3, of: sorted)
    maximum = last
  }

  private static func quartile(
    _ number: Int, of sorted: [Rational]
  ) throws(ArithmeticFailure) -> Rational {
    let (place, quarters) = ((sorted.count - 1) * number).quotientAndRemainder(dividingBy: 4)
    guard quarters > 0 else { return sorted[place] }
    let step = try sorted[place + 1].subtracting(sorted[place])
    return try sorted[place].adding(step.multiplied(by: Rational(quarters)).divided(by: 4))
  }
}
