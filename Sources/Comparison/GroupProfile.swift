public import Numbers

/// How a group scores in everything that is compared, exact.
public struct GroupProfile: Sendable {
  /// At least the minimum of clusters.
  public let group: PeerGroup
  /// The total over the members that have one; `nil` where fewer than the minimum have.
  public var total: Distribution? { distribution(of: .total) }
  private let measures: [Measure: Distribution]

  /// How the members that have a score are spread; `nil` where fewer than the minimum have it, and
  /// for what the table does not compare.
  public func distribution(of measure: Measure) -> Distribution? { measures[measure] }

  init(
    _ group: PeerGroup, of clusters: [ComparedCluster], _ measures: [Measure], minimum: Int
  ) throws(ArithmeticFailure) {
    self.group = group
    var distributions: [Measure: Distribution] = [:]
    for measure in [.total] + measures {
      let shares = group.members.compactMap { clusters[$0].score.share(measure) }
      if shares.count >= minimum { distributions[measure] = try Distribution(shares) }
    }
    self.measures = distributions
  }
}

extension Distribution {
  /// How far a score is below the best of the group: the distance to its frontier, 0 for the best.
  ///
  /// For display; goals are set by the model's levels, which do not move with the group.
  public func distanceToBest(from share: Rational) throws(ArithmeticFailure) -> Rational {
    try maximum.subtracting(share)
  }
}
