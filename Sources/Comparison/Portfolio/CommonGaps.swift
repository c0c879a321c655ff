public import Numbers
public import Questionnaire
import Scoring

/// Where many clusters are weak: capacities and questions in which they score below a limit.
public struct CommonGaps: Sendable {
  /// One capacity or question.
  public struct Gap: Sendable {
    /// What is scored.
    public let measure: Measure
    /// The clusters below the limit, the weakest first, equals by id.
    public let weak: [ComparedCluster]
    /// How many clusters have a score of it.
    public let scored: Int
    /// Of those; `nil` where there are none.
    public let median: Rational?
  }

  /// A share below it is weak.
  public let limit: Rational
  /// Every capacity that has a part in the total: those in which most clusters are weak first, then
  /// the lower median, then the order of the model.
  public let capacities: [Gap]
  /// The scored questions in which somebody is weak, likewise; confidential ones are left out.
  public let questions: [Gap]

  /// - Parameter limit: By default half of what can be had.
  /// - Throws: `overflow`.
  /// - Complexity: O(*n* log *n*) for each capacity and question.
  public init(
    _ clusters: [ComparedCluster], of model: Questionnaire, below limit: Rational = 50
  ) throws(ArithmeticFailure) {
    self.limit = limit
    let ordered = clusters.sorted { ($0.id, $0.period) < ($1.id, $1.period) }
    func gaps(_ measures: [Measure]) throws(ArithmeticFailure) -> [Gap] {
      var gaps: [Gap] = []
      for measure in measures {
        let scores = ordered.compactMap { cluster in
          cluster.score.share(measure).map { (cluster: cluster, share: $0) }
        }
        let weak = scores.filter { $0.share < limit }.sortedStably { $0.share < $1.share }
        gaps.append(
          Gap(
            measure: measure, weak: weak.map(\.cluster), scored: scores.count,
            median: try Distribution(scores.map(\.share))?.median))
      }
      return gaps.sortedStably { a, b in
        a.weak.count == b.weak.count
          ? a.median ?? 100 < b.median ?? 100 : a.weak.count > b.weak.count
      }
    }
    capacities = try gaps(
      model.capacities.filter { $0.weight > .zero }.map { .node($0.node) })
    questions = try gaps(Breakdown.question.measures(of: model)).filter { !$0.weak.isEmpty }
  }
}
