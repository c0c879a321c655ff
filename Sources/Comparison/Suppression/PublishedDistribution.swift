public import Numbers

/// How a group scores, as it may be told to one of its members or to anybody.
///
/// Everything here is computed from the bands of the scores, never from the scores: of thirteen scores
/// a quartile of type 7 is one cluster's own.
public struct PublishedDistribution: Sendable, Hashable {
  /// How many of the group have the score; the others are left out.
  public let count: Int
  /// The middle score; `nil` in a group smaller than the minimum.
  public let median: ScoreBounds?
  /// The rest, which takes more clusters: with fewer a quartile would speak of one or two.
  public let spread: Spread?

  /// What is told of larger groups only.
  public struct Spread: Sendable, Hashable {
    /// Type 7, as `Distribution` has it.
    public let firstQuartile: ScoreBounds
    /// Type 7.
    public let thirdQuartile: ScoreBounds
    /// The band of the best score; `nil` for a single question, where it says too much of everyone.
    public let best: ScoreBounds?
  }

  private let bands: [ScoreBand]
  private let hasSteps: Bool

  /// The least number of scores that quartiles are shown of: ten, so that somebody who knows its own
  /// score leaves another one outside of them, and never less than twice the minimum.
  public static func leastForQuartiles(minimum: Int) -> Int { max(10, 2 * minimum) }

  /// - Parameters:
  ///   - shares: The scores of a group, 0–100, in any order.
  ///   - minimum: The least number of scores that figures are shown of.
  ///   - hasSteps: Whether the scores are those of one question, which has few of them: then a band
  ///     hides nothing, so all figures take as many scores as quartiles, and neither the best nor a
  ///     percentile is told, which can give away that all answered the same.
  /// - Complexity: O(*n* log *n*).
  public init(
    _ shares: [Rational], minimum: Int, hasSteps: Bool = false
  ) throws(ArithmeticFailure) {
    let bands = shares.map { ScoreBand(of: $0) }.sorted()
    self.bands = bands
    self.hasSteps = hasSteps
    count = bands.count
    let isLarge = count >= Self.leastForQuartiles(minimum: minimum)
    let isShown = hasSteps ? isLarge : count >= max(1, minimum)
    // Both ends of a figure are the figure of the bands' ends: quantiles never turn an order round.
    guard isShown, let lows = try Distribution(bands.map(\.low)),
      let highs = try Distribution(bands.map(\.high))
    else {
      median = nil
      spread = nil
      return
    }
    median = ScoreBounds(low: lows.median, high: highs.median)
    spread =
      isLarge
      ? Spread(
        firstQuartile: ScoreBounds(low: lows.firstQuartile, high: highs.firstQuartile),
        thirdQuartile: ScoreBounds(low: lows.thirdQuartile, high: highs.thirdQuartile),
        best: hasSteps ? nil : ScoreBounds(low: lows.maximum, high: highs.maximum)) : nil
  }

  /// The percentile rank of a member by its band, 0–100: 100 × (in lower bands + half of those in the
  /// same) ÷ n, the member itself among them. `nil` where nothing is shown of the group, and for
  /// single questions.
  ///
  /// Among bands, not scores: otherwise two clusters that know their own scores and positions would
  /// learn who stands between them.
  public func percentile(of share: Rational) -> Rational? {
    guard median != nil, !hasSteps else { return nil }
    let own = ScoreBand(of: share)
    let below = bands.count { $0 < own }
    let equal = bands.count { $0 == own }
    return Rational(numerator: Int128(50 * (2 * below + equal)), denominator: Int128(count))
  }
}
