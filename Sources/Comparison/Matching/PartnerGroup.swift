public import Numbers

/// Several clusters that work together at a session.
public struct PartnerGroup: Sendable {
  /// A cluster with what it could learn from the best of the others in each capacity.
  public struct Member: Sendable {
    /// The cluster.
    public let cluster: ComparedCluster
    /// `nil` where it falls short of nothing.
    public let gains: Complementarity?
    /// Whether without it somebody of the group could learn less.
    public let gives: Bool
    /// Places in `Questionnaire.capacities` in which it is better than each of the others, what most
    /// of their shortfall is covered by first, equals in the order of the model. A tie is no lead.
    public let leads: [Int]

    /// Whether it could learn something in the group.
    public var learns: Bool { gains.map { $0.share > .zero } ?? false }
  }

  /// In the order in which they were taken in.
  public let members: [Member]
  /// The harmonic mean of what the members could learn, 0…1; 0 where somebody learns nothing.
  public let mutual: Rational

  /// Whether each both learns and gives something that the others do not have as well.
  public var isMutual: Bool { members.allSatisfy { $0.learns && $0.gives } }
}

/// A cluster from which another could learn, whether or not it would learn anything in return.
public struct Mentor: Sendable {
  /// The one that would teach.
  public let cluster: ComparedCluster
  /// What the other could learn from it.
  public let teaches: Complementarity
  /// What it could learn from the other; `nil` where it falls short of nothing.
  public let learns: Complementarity?
  /// Of how many other clusters it is among the best `namedToEach` mentors.
  public let load: Int

  /// How many mentors of each cluster are counted as asked.
  public static let namedToEach = 3
}
