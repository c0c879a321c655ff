public import Numbers
public import Questionnaire
import Scoring

/// How the scores of the same clusters are spread in each of three rounds or more.
///
/// Who is there in one round and not in another would move a median without anybody's having changed:
/// so every round is told of the same clusters.
public struct CommonCourse: Sendable {
  /// One score over the rounds.
  public struct Course: Sendable, Hashable {
    /// How many of the clusters have it in every one of the rounds; the others are left out.
    public let count: Int
    /// By round; empty where fewer than the minimum of clusters have it.
    public let distributions: [Distribution]
  }

  /// The rounds, the earliest first.
  public let periods: [String]
  /// The clusters whose latest rounds these are, by id.
  public let clusters: [ClusterRounds]
  /// Those that are not among them, by id.
  public let leftOut: [ClusterRounds]
  /// Of the totals.
  public let total: Course
  /// By place in `Questionnaire.capacities`.
  public let capacities: [Course]

  /// Fewer rounds are a change and no course.
  public static let fewestRounds = 3
  /// More rounds are not looked back.
  public static let mostRounds = 8

  /// Takes the rounds and clusters of which there are most assessments: each cluster with its latest
  /// rounds, without a gap that others do not have. Among equals those with more clusters are taken.
  /// `nil` where no three rounds are the latest of at least the minimum of clusters.
  ///
  /// - Throws: `overflow`.
  /// - Complexity: O(*n* log *n*) for each score and round.
  public init?(
    _ model: Questionnaire, _ clusters: [ClusterRounds], minimum: Int
  ) throws(ArithmeticFailure) {
    var best: (periods: [String], clusters: [ClusterRounds])?
    for length in Self.fewestRounds...Self.mostRounds {
      let long = clusters.filter { $0.rounds.count >= length }
      let groups = Dictionary(grouping: long) { $0.rounds.suffix(length).map(\.period) }
      for (periods, members) in groups where members.count >= max(1, minimum) {
        func size(_ periods: [String], _ members: [ClusterRounds]) -> (Int, Int) {
          (periods.count * members.count, members.count)
        }
        if let best {
          let (new, old) = (size(periods, members), size(best.periods, best.clusters))
          // Of equals the later rounds, so that the order of a dictionary decides nothing.
          guard new > old || new == old && best.periods.lexicographicallyPrecedes(periods) else {
            continue
          }
        }
        best = (periods, members)
      }
    }
    guard let best else { return nil }
    periods = best.periods
    self.clusters = best.clusters.sorted { $0.id < $1.id }
    let taken = Set(best.clusters.map(\.id))
    leftOut = clusters.filter { !taken.contains($0.id) }.sorted { $0.id < $1.id }
    let rounds = self.clusters.map { $0.rounds.suffix(best.periods.count) }
    func course(
      _ share: (AssessmentScore) -> Rational?
    ) throws(ArithmeticFailure) -> Course {
      let rows = rounds.map { $0.map { share($0.rescored ?? $0.score) } }
      let whole = rows.map { $0.compactMap(\.self) }.filter { $0.count == best.periods.count }
      var distributions: [Distribution] = []
      if whole.count >= max(1, minimum) {
        for place in best.periods.indices {
          if let spread = try Distribution(whole.map { $0[place] }) { distributions.append(spread) }
        }
      }
      return Course(count: whole.count, distributions: distributions)
    }
    total = try course { $0.total.value }
    var capacities: [Course] = []
    for capacity in model.capacities {
      capacities.append(
        try course { score in
          // Earlier versions may have it in another place, or not at all.
          score.questionnaire.nodes.first { $0.id == capacity.id }
            .flatMap { score.nodes[$0.node].value }
        })
    }
    self.capacities = capacities
  }
}
