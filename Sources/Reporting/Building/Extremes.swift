import Numbers
import Scoring

/// The capacities in which a cluster is best and worst, at most three each and none in both.
struct Extremes {
  /// Places in `Questionnaire.capacities` with their scores, the greatest first; equals in the
  /// order of the model.
  private(set) var strengths: [(capacity: Int, score: Rational)] = []
  /// Likewise, the least first.
  private(set) var gaps: [(capacity: Int, score: Rational)] = []

  init(_ score: AssessmentScore) {
    let scored = score.capacities.enumerated().compactMap { index, score in
      score.value.map { (capacity: index, score: $0) }
    }
    let count = min(3, scored.count / 2)
    strengths = Array(
      scored.sorted { ($1.score, $0.capacity) < ($0.score, $1.capacity) }.prefix(count))
    // From what is left, so that equals are not named twice.
    let named = Set(strengths.map(\.capacity))
    gaps = Array(
      scored.filter { !named.contains($0.capacity) }
        .sorted { ($0.score, $0.capacity) < ($1.score, $1.capacity) }.prefix(count))
  }
}
