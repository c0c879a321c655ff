import Numbers
public import Questionnaire
import Scoring

/// Clusters by what each needs most: the capacity in which it is weakest.
public struct ClusterNeeds: Sendable {
  /// Clusters with one need.
  public struct Group: Sendable {
    /// The place in `Questionnaire.capacities`; `nil` for clusters that need answers first, because
    /// too few are there for a total.
    public let capacity: Int?
    /// The weakest first, equals by id.
    public let clusters: [ComparedCluster]
  }

  /// In the order of the model, those without a total last. Everybody is in one of them, except who
  /// lacks nothing anywhere.
  public let groups: [Group]

  /// Capacities without a part in the total are nobody's need; among equals the first of the model
  /// is.
  public init(_ clusters: [ComparedCluster], of model: Questionnaire) {
    func share(_ cluster: ComparedCluster, _ capacity: ScoreNode) -> Rational {
      cluster.score.share(.node(capacity.node)) ?? 100
    }
    let weighted = model.capacities.filter { $0.weight > .zero }
    let ordered = clusters.sorted { ($0.id, $0.period) < ($1.id, $1.period) }
    var byCapacity: [Int: [ComparedCluster]] = [:]
    for cluster in ordered where cluster.score.total.value != nil {
      let weakest = weighted.min { a, b in
        let (x, y) = (share(cluster, a), share(cluster, b))
        return x == y ? a.capacity < b.capacity : x < y
      }
      guard let weakest, share(cluster, weakest) < 100 else { continue }
      byCapacity[weakest.capacity, default: []].append(cluster)
    }
    let unscored = ordered.filter { $0.score.total.value == nil }
    groups =
      weighted.compactMap { capacity in
        byCapacity[capacity.capacity].map { members in
          Group(
            capacity: capacity.capacity,
            clusters: members.sortedStably { share($0, capacity) < share($1, capacity) })
        }
      } + (unscored.isEmpty ? [] : [Group(capacity: nil, clusters: unscored)])
  }
}
