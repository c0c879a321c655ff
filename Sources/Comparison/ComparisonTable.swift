public import Numbers
public import Questionnaire
public import Scoring

/// One cluster's assessment of one round.
public struct ComparedCluster: Sendable {
  /// The cluster's identifier; rows with equal totals are ordered by it.
  public let id: String
  /// What people call the cluster; it plays no part in the order.
  public let name: String
  /// The round, such as `2026` or `2026-H1`.
  public let period: String
  /// By a model with the digest of the table's, or the table is refused.
  public let score: AssessmentScore

  /// One row's worth; a cluster may come with several rounds.
  public init(id: String, name: String, period: String, score: AssessmentScore) {
    self.id = id
    self.name = name
    self.period = period
    self.score = score
  }
}

/// Whom the clusters of a table are compared with.
public struct Peers: Sendable, Hashable {
  /// How a group is chosen, by the word in `branda.comparison/1`.
  public enum Grouping: String, Sendable {
    /// Everyone in the table.
    case all
  }

  /// How this group was chosen.
  public let by: Grouping
  /// How many clusters the group has, with a total or without.
  public let count: Int
}

/// Why clusters cannot be compared.
public enum ComparisonFailure: Error, Sendable, Equatable {
  /// These clusters were scored by another version of the model, or by another model.
  case differentModel(clusters: [String])
  case arithmetic(ArithmeticFailure)
}

/// Clusters × capacities: scores of one model side by side, with ranks, percentiles and the
/// distribution in the group. It never changes a score.
public struct ComparisonTable: Sendable {
  /// One cluster's assessment and its standing by total.
  public struct Row: Sendable {
    /// The assessment, with the scores that the columns show.
    public let cluster: ComparedCluster
    /// `nil` without a total: a cluster without one is in nobody's rank, either.
    public let rank: Rank?
    /// The percentile rank of the total among those that have one, 0–100, half of the equals (the
    /// cluster itself among them) counted as below; `nil` without a total.
    public let percentile: Rational?
  }

  /// The model that scored every row.
  public let questionnaire: Questionnaire
  /// The group that ranks, percentiles and distributions are of.
  public let peers: Peers
  /// The greatest total first, equals by id and period; then those without a total, likewise.
  public let rows: [Row]
  /// Over the clusters that have a total; `nil` when none has.
  public let total: Distribution?
  /// By place in `Questionnaire.capacities`, each over the clusters that have its score.
  public let capacities: [Distribution?]

  /// - Throws: `differentModel` where a score is not of a model with this one's digest.
  /// - Complexity: O(*n* log *n*) for each column.
  public init(
    _ questionnaire: Questionnaire, _ clusters: [ComparedCluster]
  ) throws(ComparisonFailure) {
    let others = clusters.filter { $0.score.questionnaire.digest != questionnaire.digest }
    guard others.isEmpty else { throw .differentModel(clusters: others.map(\.id)) }
    self.questionnaire = questionnaire
    peers = Peers(by: .all, count: clusters.count)
    let standings = clusters.map { Ranking.Standing($0.score.total) }
    let ranking = Ranking(standings.compactMap(\.self))
    rows = zip(clusters, standings).map { cluster, standing in
      Row(
        cluster: cluster, rank: standing.map(ranking.rank),
        percentile: standing.flatMap(ranking.percentile))
    }.sorted(by: Self.precedes)
    do throws(ArithmeticFailure) {
      total = try Distribution(clusters.compactMap(\.score.total.value))
      var columns: [Distribution?] = []
      for capacity in questionnaire.capacities.indices {
        columns.append(
          try Distribution(clusters.compactMap { $0.score.capacities[capacity].value }))
      }
      capacities = columns
    } catch {
      throw .arithmetic(error)
    }
  }

  private static func precedes(_ a: Row, _ b: Row) -> Bool {
    switch (a.cluster.score.total.value, b.cluster.score.total.value) {
    case (let x?, let y?) where x != y: x > y
    case (_?, nil): true
    case (nil, _?): false
    default: (a.cluster.id, a.cluster.period) < (b.cluster.id, b.cluster.period)
    }
  }
}

extension Ranking.Standing {
  fileprivate init?(_ score: Score) {
    guard let total = score.value else { return nil }
    self.init(total: total, low: score.low ?? total, high: score.high ?? total)
  }
}
