public import Numbers
import Questionnaire
public import Scoring

/// How one cluster has moved from one round to another, both scored by the same version of the model:
/// else the model's changes would pass for the cluster's.
public struct Trend: Sendable {
  /// The difference of the totals, later − earlier; `nil` where a round has none.
  public let total: Rational?
  /// Likewise for each capacity of the later round's model, by its place there;
  /// `nil` where a round has no score of it.
  public let capacities: [Rational?]
  /// How many levels it has moved up, below zero down; no level reached counts as 0.
  public let levels: Int

  /// `nil` where the rounds are scored by different versions of the model.
  ///
  /// - Throws: `overflow`, where an exact difference does not fit.
  public init?(
    from earlier: AssessmentScore, to later: AssessmentScore
  ) throws(ArithmeticFailure) {
    guard earlier.questionnaire.digest == later.questionnaire.digest else { return nil }
    total = try Self.difference(earlier.total, later.total)
    var changes: [Rational?] = []
    for (before, now) in zip(earlier.capacities, later.capacities) {
      changes.append(try Self.difference(before, now))
    }
    capacities = changes
    levels = later.levelsReached - earlier.levelsReached
  }

  private static func difference(
    _ earlier: Score, _ later: Score
  ) throws(ArithmeticFailure) -> Rational? {
    guard let before = earlier.value, let after = later.value else { return nil }
    return try after.subtracting(before)
  }
}
