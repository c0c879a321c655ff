public import Numbers
public import Questionnaire

/// Where one cluster stands among its peers, as it may be told: its own scores exactly, those of the
/// others as a group and in bands.
public struct PublishedPosition: Sendable {
  /// One score beside those of the group.
  public struct Standing: Sendable {
    /// What is compared.
    public let measure: Measure
    /// The cluster's own share; `nil` where it has none.
    public let own: Rational?
    /// How the group scores.
    public let peers: PublishedDistribution
    /// The percentile rank by bands, 0–100; `nil` without a score of its own or without a group.
    public let percentile: Rational?
    /// How far the own score is below the best band; `nil` where either is not told.
    public let toBest: ScoreBounds?
  }

  /// The model that scored everyone.
  public let questionnaire: Questionnaire
  /// The cluster that is told.
  public let cluster: ComparedCluster
  /// Its group.
  public let peers: PeerStanding
  /// The least number of clusters that figures are shown of.
  public let minimum: Int
  /// The total first, then as in `ComparisonTable.measures`; nothing without a group.
  public let standings: [Standing]

  /// The position of a row of a table.
  ///
  /// - Complexity: O(*n* log *n*) for each measure.
  public init(
    _ table: ComparisonTable, of row: ComparisonTable.Row
  ) throws(ArithmeticFailure) {
    questionnaire = table.questionnaire
    cluster = row.cluster
    peers = row.peers
    minimum = table.groups.minimum
    var standings: [Standing] = []
    if let group = row.peers.group {
      for measure in [.total] + table.measures {
        let isQuestion = if case .question = measure { true } else { false }
        let distribution = try PublishedDistribution(
          group.members.compactMap { table.clusters[$0].score.share(measure) },
          minimum: table.groups.minimum, hasSteps: isQuestion)
        let own = row.cluster.score.share(measure)
        standings.append(
          Standing(
            measure: measure, own: own, peers: distribution,
            percentile: own.flatMap { distribution.percentile(of: $0) },
            toBest: try Self.distance(own, distribution.spread?.best)))
      }
    }
    self.standings = standings
  }

  private static func distance(
    _ own: Rational?, _ best: ScoreBounds?
  ) throws(ArithmeticFailure) -> ScoreBounds? {
    guard let own, let best else { return nil }
    return try best.distance(from: own)
  }
}
