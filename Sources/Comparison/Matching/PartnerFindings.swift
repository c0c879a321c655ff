/// Partners as `branda match` shows them.
public struct PartnerFindings: Sendable {
  /// Where the scores come from.
  public let matching: Matching
  /// The best pairs.
  public let pairs: [PartnerPair]
  /// Groups for a session; empty where none were asked for.
  public let groups: [PartnerGroup]
  /// Clusters in no group.
  public let left: [ComparedCluster]
  /// The cluster that partners are looked for; `nil` for all.
  public let cluster: ComparedCluster?

  /// What was asked of a matching.
  public init(
    _ matching: Matching, pairs: [PartnerPair], groups: [PartnerGroup] = [],
    left: [ComparedCluster] = [], for cluster: ComparedCluster? = nil
  ) {
    self.matching = matching
    self.pairs = pairs
    self.groups = groups
    self.left = left
    self.cluster = cluster
  }
}
