/// A group of clusters that agree in one fact.
public struct PeerGroup: Sendable, Hashable {
  /// The fact.
  public let grouping: PeerGrouping
  /// The place of the choice or of the band that they have in common; 0 for everyone.
  public let key: Int
  /// Places of the clusters in the population, ascending.
  public let members: [Int]

  /// A group with its members.
  public init(grouping: PeerGrouping, key: Int, members: [Int]) {
    self.grouping = grouping
    self.key = key
    self.members = members
  }
}

/// The group that one cluster is compared with, and how it was come by.
public struct PeerStanding: Sendable, Hashable {
  /// Why a group was passed over.
  public enum Reason: Sendable, Hashable {
    /// The cluster's profile does not say.
    case unknown
    /// So many clusters, fewer than the minimum.
    case tooSmall(Int)
    /// With it, figures of a smaller group could be worked out.
    case withheld
  }

  /// A grouping that gave no group.
  public struct Step: Sendable, Hashable {
    /// What was tried.
    public let grouping: PeerGrouping
    /// Why it was left.
    public let reason: Reason
  }

  /// `nil` where even all clusters together are fewer than the minimum: then nothing is shown.
  public let group: PeerGroup?
  /// What was tried before, the grouping asked for first.
  public let fallback: [Step]
}

/// Which groups of a population may be shown.
///
/// Decided by who is in which group, never by scores, and for all groupings of the model at once,
/// whichever is asked for: two comparisons of one population can never be subtracted from each other.
/// The rules, with the proof of what they keep, stand in `docs/comparison.md`:
///
/// 1. A group has at least `minimum` members.
/// 2. What the shown groups of one grouping leave over is nobody or at least `minimum` clusters;
///    else the smallest of them is withheld, too.
/// 3. Two shown groups have the same members or differ in at least `minimum` clusters (those in one
///    and not in the other); else the one formed later is withheld.
public struct PeerGroups: Sendable {
  /// The least number of clusters that figures are shown of.
  public let minimum: Int
  /// The groups that may be shown: everyone first, then grouping by grouping, by key.
  public let shown: [PeerGroup]

  private let facts: [ClusterFacts]
  private let groupings: [PeerGrouping]
  private let sizes: [PeerGrouping: [Int: Int]]

  /// The least number of clusters that figures are shown of, unless asked for more.
  public static let standardMinimum = 5

  /// - Parameters:
  ///   - facts: Of every cluster, by place in the population.
  ///   - groupings: In the order in which groups are formed.
  /// - Complexity: O(*g*² *n*) for *g* groups of *n* clusters.
  public init(
    _ facts: [ClusterFacts], by groupings: [PeerGrouping], minimum: Int = standardMinimum
  ) {
    self.facts = facts
    self.minimum = minimum
    self.groupings = groupings.filter { $0 != .all } + [.all]
    var shown: [PeerGroup] = []
    var sizes: [PeerGrouping: [Int: Int]] = [:]
    if facts.count >= minimum, !facts.isEmpty {
      shown.append(PeerGroup(grouping: .all, key: 0, members: Array(facts.indices)))
    }
    for grouping in self.groupings where grouping != .all {
      let members = Dictionary(grouping: facts.indices) { facts[$0].key(by: grouping) }
      var groups = members.compactMap { key, members in
        key.map { PeerGroup(grouping: grouping, key: $0, members: members) }
      }.sorted { $0.key < $1.key }
      sizes[grouping] = Dictionary(uniqueKeysWithValues: groups.map { ($0.key, $0.members.count) })
      groups.removeAll { group in
        group.members.count < minimum || shown.contains { group.isTooClose(to: $0, minimum) }
      }
      Self.withholdForTheRest(&groups, of: facts.count, minimum)
      shown += groups
    }
    self.shown = shown
    self.sizes = sizes
  }

  /// The group that a cluster is compared with.
  ///
  /// - Parameter grouping: What is asked for; wider ones follow where it gives no group.
  public func standing(of cluster: Int, by grouping: PeerGrouping) -> PeerStanding {
    var fallback: [PeerStanding.Step] = []
    for candidate in grouping.fallbacks(among: groupings) {
      let key = facts[cluster].key(by: candidate)
      if let group = shown.first(where: { $0.grouping == candidate && $0.key == key }) {
        return PeerStanding(group: group, fallback: fallback)
      }
      let count = candidate == .all ? facts.count : key.flatMap { sizes[candidate]?[$0] }
      let reason: PeerStanding.Reason =
        switch count {
        case nil: .unknown
        case let count? where count < minimum: .tooSmall(count)
        default: .withheld
        }
      fallback.append(.init(grouping: candidate, reason: reason))
    }
    return PeerStanding(group: nil, fallback: fallback)
  }

  /// Withholds the smallest groups until those left over are nobody or many enough; among equals the
  /// last.
  private static func withholdForTheRest(
    _ groups: inout [PeerGroup], of population: Int, _ minimum: Int
  ) {
    while true {
      let rest = population - groups.reduce(0) { $0 + $1.members.count }
      guard (1..<max(minimum, 1)).contains(rest),
        let smallest = groups.map(\.members.count).min(),
        let place = groups.lastIndex(where: { $0.members.count == smallest })
      else { return }
      groups.remove(at: place)
    }
  }
}

extension PeerGroup {
  /// Whether two groups are different, and so little that their difference would show a few.
  fileprivate func isTooClose(to other: PeerGroup, _ minimum: Int) -> Bool {
    let common = Set(members).intersection(other.members).count
    let difference = members.count + other.members.count - 2 * common
    return (1..<max(minimum, 1)).contains(difference)
  }
}
