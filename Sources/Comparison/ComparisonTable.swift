public import Numbers
public import Questionnaire
import Scoring

/// Clusters side by side: scores of one model, with ranks, percentiles and the distributions in the
/// groups. It never changes a score, and knows everyone's: for those who may see them. What may be
/// told to others is `PublishedDistribution`.
public struct ComparisonTable: Sendable {
  /// One cluster's assessment and its standing by total.
  public struct Row: Sendable {
    /// The assessment, with the scores that the columns show.
    public let cluster: ComparedCluster
    /// Among all rows; `nil` without a total: a cluster without one is in nobody's rank, either.
    public let rank: Rank?
    /// The group that the cluster is compared with.
    public let peers: PeerStanding
    /// The percentile rank of the total among those of the group that have one, 0–100:
    /// 100 × (below + half of the equals, the cluster itself among them) ÷ n, whose mean over the
    /// group is always 50. `nil` without a total or without a group.
    public let percentile: Rational?
  }

  /// The model that scored every row.
  public let questionnaire: Questionnaire
  /// By what groups were asked for.
  public let grouping: PeerGrouping
  /// All groups that may be shown.
  public let groups: PeerGroups
  /// What is compared beside the total: the capacities, in the order of the model, then `detail`.
  public let measures: [Measure]
  /// What stands below the capacities, where that was asked for; else empty.
  public let detail: [Measure]
  /// The greatest total first, equals by id and period; then those without a total, likewise.
  public let rows: [Row]
  /// Everyone, and the groups that rows are compared with, in the order of `groups`.
  public let profiles: [GroupProfile]
  /// By the places that groups name.
  let clusters: [ComparedCluster]

  /// - Parameters:
  ///   - grouping: Whom each cluster is compared with; wider groups where that one is too small.
  ///   - minimum: The least number of clusters that figures are shown of; never less than 1.
  /// - Throws: `differentModel` where a score is not of a model with this one's digest.
  /// - Complexity: O(*n* log *n*) for each measure and group.
  public init(
    _ questionnaire: Questionnaire, _ clusters: [ComparedCluster],
    by breakdown: Breakdown = .capacity, peers grouping: PeerGrouping = .all,
    minimum: Int = PeerGroups.standardMinimum
  ) throws(ComparisonFailure) {
    let others = clusters.filter { $0.score.questionnaire.digest != questionnaire.digest }
    guard others.isEmpty else { throw .differentModel(clusters: others.map(\.id)) }
    self.questionnaire = questionnaire
    self.grouping = grouping
    self.clusters = clusters
    detail = breakdown == .capacity ? [] : breakdown.measures(of: questionnaire)
    measures = Breakdown.capacity.measures(of: questionnaire) + detail
    groups = PeerGroups(
      clusters.map(\.facts), by: PeerGrouping.offered(by: questionnaire), minimum: max(1, minimum))

    let standings = clusters.map { Ranking.Standing($0.score.total) }
    let everyone = Ranking(standings.compactMap(\.self))
    var rankings: [PeerGroup: Ranking] = [:]
    var rows: [Row] = []
    for (place, cluster) in clusters.enumerated() {
      let peers = groups.standing(of: place, by: grouping)
      if let group = peers.group, rankings[group] == nil {
        rankings[group] = Ranking(group.members.compactMap { standings[$0] })
      }
      let ranking = peers.group.flatMap { rankings[$0] }
      rows.append(
        Row(
          cluster: cluster, rank: clusters.count < 2 ? nil : standings[place].map(everyone.rank),
          peers: peers,
          percentile: standings[place].flatMap { ranking?.percentile(of: $0) }))
    }
    self.rows = rows.sorted(by: Self.precedes)
    do throws(ArithmeticFailure) {
      var profiles: [GroupProfile] = []
      for group in groups.shown where group.grouping == .all || rankings[group] != nil {
        profiles.append(try GroupProfile(group, of: clusters, measures, minimum: groups.minimum))
      }
      self.profiles = profiles
    } catch {
      throw .arithmetic(error)
    }
  }

  /// How the group of a row scores; `nil` where there is none.
  public func profile(of row: Row) -> GroupProfile? {
    profiles.first { $0.group == row.peers.group }
  }

  /// How everyone scores; `nil` with fewer clusters than the minimum.
  public var everyone: GroupProfile? { profiles.first { $0.group.grouping == .all } }

  /// The fewest rows that cannot be told from one another by the group they stand in and the way to it.
  ///
  /// Who has which facts is known, so with codes in place of names fewer rows than the minimum would
  /// tell whose they may be. 0 without rows.
  public var fewestAlike: Int {
    Dictionary(grouping: rows, by: \.peers).values.map(\.count).min() ?? 0
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
