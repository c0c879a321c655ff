public import Numbers
import Questionnaire
public import Scoring

/// How one cluster has moved from one round to another.
public struct Trend: Sendable {
  /// The difference of the totals, later − earlier; `nil` where a round has none.
  public let total: Rational?
  /// Likewise for each capacity of the later round's model, by its place there and matched by id;
  /// `nil` where a round has no score of it.
  public let capacities: [Rational?]
  /// How many levels it has moved up, below zero down; no level reached counts as 0. `nil` where
  /// the levels of the two rounds are not the same.
  public let levels: Int?
  /// Whether both rounds were scored by the same file of the model; if not, the model's changes are
  /// part of the differences.
  public let isSameModel: Bool

  /// - Throws: `overflow`, where an exact difference does not fit.
  public init(
    from earlier: AssessmentScore, to later: AssessmentScore
  ) throws(ArithmeticFailure) {
    total = try Self.difference(earlier.total, later.total)
    var changes: [Rational?] = []
    for capacity in later.questionnaire.capacities {
      let before = earlier.questionnaire.capacities.first { $0.id == capacity.id }
      changes.append(
        try before.flatMap { before throws(ArithmeticFailure) in
          try Self.difference(
            earlier.capacities[before.capacity], later.capacities[capacity.capacity])
        })
    }
    capacities = changes
    isSameModel = earlier.questionnaire.digest == later.questionnaire.digest
    let areSameLevels =
      earlier.questionnaire.levels.map(\.id) == later.questionnaire.levels.map(\.id)
    levels = areSameLevels ? (later.level ?? -1) - (earlier.level ?? -1) : nil
  }

  private static func difference(
    _ earlier: Score, _ later: Score
  ) throws(ArithmeticFailure) -> Rational? {
    guard let before = earlier.value, let after = later.value else { return nil }
    return try after.subtracting(before)
  }
}
