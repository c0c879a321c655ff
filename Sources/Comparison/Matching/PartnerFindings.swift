/// Partners as `branda match` shows them.
public struct PartnerFindings: Sendable {
  /// Where the scores come from.
  public let matching: Matching
  /// The best pairs.
  public let pairs: [PartnerPair]
  /// Whether pairs were asked for at all, so that none is a finding.
  public let isOfPairs: Bool
  /// Groups for a session; empty where none were asked for.
  public let groups: [PartnerGroup]
  /// Clusters in no group: one without others.
  public let left: [ComparedCluster]
  /// From whom `cluster` could learn most; empty where partners of all are looked for.
  public let mentors: [Mentor]
  /// The cluster that partners are looked for; `nil` for all.
  public let cluster: ComparedCluster?

  /// What was asked of a matching.
  public init(
    _ matching: Matching, pairs: [PartnerPair], isOfPairs: Bool = true, groups: [PartnerGroup] = [],
    left: [ComparedCluster] = [], mentors: [Mentor] = [], for cluster: ComparedCluster? = nil
  ) {
    self.matching = matching
    self.pairs = pairs
    self.isOfPairs = isOfPairs
    self.groups = groups
    self.left = left
    self.mentors = mentors
    self.cluster = cluster
  }
}
