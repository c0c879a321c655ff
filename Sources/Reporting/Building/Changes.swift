import Comparison
import Numbers
import Questionnaire
import Scoring

/// Scores of two rounds side by side.
struct Changes {
  /// All on the scale of the later round's score.
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
    total = Row(earlier.total, later.total, trend.total)
    capacities = later.questionnaire.capacities.map { capacity in
      let before = earlier.questionnaire.capacities.first { $0.id == capacity.id }
      return Row(
        before.map { earlier.nodes[$0.node] }, later.nodes[capacity.node],
        trend.capacities[capacity.capacity])
    }
    isSameModel = trend.isSameModel
  }
}

extension Changes.Row {
  /// - Parameter change: The difference of the shares.
  fileprivate init(_ earlier: Score?, _ later: Score, _ change: Rational?) {
    before = later.shown(earlier?.value)
    now = later.shown
    self.change = later.shown(change: change)
  }
}
