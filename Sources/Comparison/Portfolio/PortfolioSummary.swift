public import Numbers
public import Questionnaire

/// What may be told of all clusters together: the page for whoever pays for them.
///
/// It names no cluster. Scores are told by bands (`PublishedDistribution`), and of groups only by the
/// rules of `PeerGroups`; sums are of at least the minimum of clusters, and what they leave over is,
/// too. How many clusters are in a group is no secret: who is in it is known.
public struct PortfolioSummary: Sendable {
  /// All clusters of one round.
  public struct Round: Sendable {
    /// Such as `2026`.
    public let period: String
    /// Their assessments, one of each.
    public let clusters: [ComparedCluster]

    /// A round with its assessments in any order.
    public init(period: String, clusters: [ComparedCluster]) {
      self.period = period
      self.clusters = clusters
    }
  }

  /// One group, or everyone whom the shown groups leave over.
  public struct Group: Sendable {
    /// The place of the choice or band; `nil` for the rest: groups that are not shown, and clusters whose
    /// profile does not say.
    public let key: Int?
    /// How many clusters.
    public let clusters: Int
    /// Their totals; `nil` where the group is not shown.
    public let total: PublishedDistribution?
  }

  /// How many members clusters have, taken together.
  public struct Sizes: Sendable {
    /// Of which round.
    public let period: String
    /// By field, where the group may be shown.
    public let fields: [Int: Rational]
    /// Of the other fields and of those that do not say; `nil` where there are none.
    public let rest: Rational?
    /// Of everyone; `nil` where fewer clusters than the minimum say.
    public let all: Rational?
    /// How many clusters say.
    public let clusters: Int
  }

  /// On which levels the clusters of a round stand.
  public struct Levels: Sendable {
    /// Of which round.
    public let period: String
    /// How many clusters there are.
    public let clusters: Int
    /// By place in `Questionnaire.levels`; `nil` with fewer clusters than the minimum.
    public let reached: [Int]?
  }

  /// The model of all scores.
  public let questionnaire: Questionnaire
  /// The least number of clusters that figures are shown of.
  public let minimum: Int
  /// The latest assessment of every cluster.
  public let clusters: Int
  /// How they stand; `nil` with fewer clusters than the minimum.
  public let counts: PortfolioCounts?
  /// Their totals.
  public let total: PublishedDistribution
  /// By place in `Questionnaire.capacities`.
  public let capacities: [PublishedDistribution]
  /// By every grouping of the model except all: the groups by key, then the rest where there is one.
  public let groups: [(grouping: PeerGrouping, groups: [Group])]
  /// The members in each round, the earliest first; empty where the model has no size.
  public let sizes: [Sizes]
  /// The levels in each round, the earliest first.
  public let levels: [Levels]

  /// - Parameters:
  ///   - latest: The latest assessment of every cluster, by `model`.
  ///   - rounds: Every round, the earliest first, each by `model`.
  /// - Throws: `overflow`, where an exact sum does not fit.
  /// - Complexity: O(*n* log *n*) for each measure, grouping and round.
  public init(
    _ model: Questionnaire, latest: [ComparedCluster], rounds: [Round],
    minimum: Int = PeerGroups.standardMinimum
  ) throws(ArithmeticFailure) {
    questionnaire = model
    self.minimum = minimum
    clusters = latest.count
    counts = latest.count >= minimum ? PortfolioCounts(latest, of: model) : nil
    func distribution(
      _ clusters: some Sequence<ComparedCluster>, _ measure: Measure
    ) throws(ArithmeticFailure) -> PublishedDistribution {
      try PublishedDistribution(
        clusters.compactMap { $0.score.share(measure) }, minimum: minimum)
    }
    total = try distribution(latest, .total)
    var capacities: [PublishedDistribution] = []
    for capacity in model.capacities {
      capacities.append(try distribution(latest, .node(capacity.node)))
    }
    self.capacities = capacities

    let offered = PeerGrouping.offered(by: model)
    let shown = PeerGroups(latest.map(\.facts), by: offered, minimum: minimum).shown
    var groups: [(grouping: PeerGrouping, groups: [Group])] = []
    for grouping in offered where grouping != .all && latest.count >= minimum {
      let own = shown.filter { $0.grouping == grouping }
      let members = Dictionary(grouping: latest.indices) { latest[$0].facts.key(by: grouping) }
      var rows: [Group] = []
      for (key, members) in members.compactMap({ key, members in key.map { ($0, members) } })
        .sorted(by: { $0.0 < $1.0 })
      {
        let isShown = own.contains { $0.key == key }
        rows.append(
          Group(
            key: key, clusters: members.count,
            total: isShown ? try distribution(members.map { latest[$0] }, .total) : nil))
      }
      let rest = Set(latest.indices).subtracting(own.flatMap(\.members)).sorted()
      if !rest.isEmpty {
        rows.append(
          Group(
            key: nil, clusters: rest.count,
            total: try distribution(rest.map { latest[$0] }, .total)))
      }
      groups.append((grouping, rows))
    }
    self.groups = groups

    var sizes: [Sizes] = []
    if let size = model.peers.size, !model.questions[size.question].isConfidential {
      for round in rounds { sizes.append(try Self.sizes(round, offered, minimum)) }
    }
    self.sizes = sizes
    levels = rounds.map { round in
      let isShown = round.clusters.count >= minimum
      let counts = PortfolioCounts(round.clusters, of: model)
      return Levels(
        period: round.period, clusters: round.clusters.count,
        reached: isShown ? counts.reached : nil)
    }
  }

  /// Sums over the clusters that say how many members they have; the groups are those of these alone,
  /// so that no sum is of fewer than it seems.
  private static func sizes(
    _ round: Round, _ offered: [PeerGrouping], _ minimum: Int
  ) throws(ArithmeticFailure) -> Sizes {
    let facts = round.clusters.map(\.facts).filter { $0.size != nil }
    func sum(_ members: [Int]) throws(ArithmeticFailure) -> Rational {
      try Rational.sum(members.compactMap { facts[$0].size })
    }
    let groups = PeerGroups(facts, by: offered, minimum: minimum).shown
    guard let everyone = groups.first(where: { $0.grouping == .all }) else {
      return Sizes(period: round.period, fields: [:], rest: nil, all: nil, clusters: facts.count)
    }
    var fields: [Int: Rational] = [:]
    var rest = Set(facts.indices)
    for group in groups where group.grouping == .field {
      fields[group.key] = try sum(group.members)
      rest.subtract(group.members)
    }
    return Sizes(
      period: round.period, fields: fields, rest: rest.isEmpty ? nil : try sum(rest.sorted()),
      all: try sum(everyone.members), clusters: facts.count)
  }
}
