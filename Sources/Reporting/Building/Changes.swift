import Comparison
import Numbers
import Questionnaire
import Scoring

/// Scores of two rounds side by side.
struct Changes {
  struct Row {
    let before: Rational?
    let now: Rational?
    let change: Rational?
  }

  let total: Row
  /// By place in `Questionnaire.capacities` of the later round.
  let capacities: [Row]
  let isSameModel: Bool

  /// `nil` where the exact differences do not fit; then there is nothing to show.
  init?(from earlier: AssessmentScore, to later: AssessmentScore) {
    guard let trend = try? Trend(from: earlier, to: later) else { return nil }
    total = Row(before: earlier.total.value, now: later.total.value, change: trend.total)
    capacities = later.questionnaire.capacities.map { capacity in
      let before = earlier.questionnaire.capacities.first { $0.id == capacity.id }
      return Row(
        before: before.flatMap { earlier.capacities[$0.capacity].value },
        now: later.capacities[capacity.capacity].value, change: trend.capacities[capacity.capacity])
    }
    isSameModel = trend.isSameModel
  }
}
