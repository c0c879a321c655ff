public import Numbers
public import Questionnaire
import Scoring

/// Two clusters that could learn from each other.
public struct PartnerPair: Sendable {
  /// The one whose id comes first, or the one that partners are looked for.
  public let first: ComparedCluster
  /// The other.
  public let second: ComparedCluster
  /// What the first could learn from the second; `nil` where it falls short of nothing.
  public let firstGains: Complementarity?
  /// What the second could learn from the first.
  public let secondGains: Complementarity?
  /// The harmonic mean of both shares, 0…1; 0 where either gains nothing.
  public let mutual: Rational
}

/// Several clusters for a session in which everyone has something to learn.
public struct PartnerGroup: Sendable {
  /// A cluster with what it could learn from the best of the others in each capacity.
  public struct Member: Sendable {
    /// The cluster.
    public let cluster: ComparedCluster
    /// `nil` where it falls short of nothing.
    public let gains: Complementarity?
    /// Places in `Questionnaire.capacities` in which it is the best of the group, by the order of the
    /// model; equals are all best.
    public let leads: [Int]
  }

  /// In the order in which they were taken in.
  public let members: [Member]
  /// The harmonic mean of what the members could learn, 0…1.
  public let mutual: Rational
}

/// Partners for a maturity session: where one is weak and another strong, and the other way round.
///
/// Complementarity by weighted shortfall, mutual score by the harmonic mean of both directions. All
/// numbers are exact; equals are ordered by id, so the order of the clusters decides nothing.
public struct Matching: Sendable {
  /// The model of all clusters.
  public let questionnaire: Questionnaire
  /// The share that clusters strive for in every capacity, 0–100.
  public let target: Rational

  private let clusters: [ComparedCluster]
  private let shortfalls: Shortfalls

  /// - Parameter target: By default the best there is.
  /// - Throws: `differentModel` where a score is not of a model with this one's digest.
  public init(
    _ questionnaire: Questionnaire, _ clusters: [ComparedCluster], target: Rational = 100
  ) throws(ComparisonFailure) {
    let others = clusters.filter { $0.score.questionnaire.digest != questionnaire.digest }
    guard others.isEmpty else { throw .differentModel(clusters: others.map(\.id)) }
    let ordered = clusters.sorted { ($0.id, $0.period) < ($1.id, $1.period) }
    self.questionnaire = questionnaire
    self.target = target
    self.clusters = ordered
    do throws(ArithmeticFailure) {
      shortfalls = try Shortfalls(ordered, of: questionnaire, target: target)
    } catch {
      throw .arithmetic(error)
    }
  }

  /// The best pairs, the greatest mutual score first, equals by id; those in which one side gains
  /// nothing are none.
  ///
  /// - Parameters:
  ///   - id: Only pairs with this cluster, named first.
  ///   - limit: At most so many.
  /// - Complexity: O(*n*²) in doubles, or O(*n*) for one cluster; then exact for the best of them.
  public func pairs(with id: String? = nil, limit: Int) throws(ArithmeticFailure) -> [PartnerPair] {
    var result: [PartnerPair] = []
    for candidate in try candidates(with: id, limit: limit).prefix(max(0, limit)) {
      let (first, second) = (candidate.first, candidate.second)
      result.append(
        PartnerPair(
          first: clusters[first], second: clusters[second],
          firstGains: try shortfalls.complementarity(of: first, from: CollectionOfOne(second)),
          secondGains: try shortfalls.complementarity(of: second, from: CollectionOfOne(first)),
          mutual: candidate.mutual))
    }
    return result
  }

  /// Groups that leave as few clusters as possible without one, taken greedily: the best pair of those
  /// still free, then whoever raises the mutual score of the group most or lowers it least, until it
  /// has its size; and again. In every group each has something to learn and something to give that the
  /// others do not have as well. Greedy: another division may be better as a whole.
  ///
  /// - Parameter size: The most a group may have. It has fewer where nobody is left who would both
  ///   give and learn.
  /// - Returns: The groups, and the clusters that are in none: no partner is left for them, or they
  ///   have nothing to give or to learn.
  /// - Complexity: O(*n*²) computations of a score.
  public func groups(
    of size: Int
  ) throws(ArithmeticFailure) -> (groups: [PartnerGroup], left: [ComparedCluster]) {
    let candidates = try candidates(with: nil)
    var free = Set(clusters.indices)
    var groups: [PartnerGroup] = []
    for candidate in candidates {
      guard free.contains(candidate.first), free.contains(candidate.second) else { continue }
      var members = [candidate.first, candidate.second]
      free.subtract(members)
      while members.count < size, let next = try joining(members, of: free) {
        members.append(next)
        free.remove(next)
      }
      groups.append(try group(members))
    }
    return (groups, free.sorted().map { clusters[$0] })
  }

  private struct Candidate {
    let first: Int
    let second: Int
    let mutual: Rational
  }

  /// - Parameter limit: How many are wanted at most; `nil` for all.
  private func candidates(
    with id: String?, limit: Int? = nil
  ) throws(ArithmeticFailure) -> [Candidate] {
    var pairs: [(first: Int, second: Int)] = []
    for first in clusters.indices where id == nil || clusters[first].id == id {
      for second in clusters.indices where id == nil ? second > first : clusters[second].id != id {
        pairs.append((first, second))
      }
    }
    if let limit { pairs = PairScreening(shortfalls).best(limit, of: pairs) }
    var result: [Candidate] = []
    for (first, second) in pairs {
      let mutual = try mutual([first, second])
      if mutual > .zero { result.append(Candidate(first: first, second: second, mutual: mutual)) }
    }
    return result.sorted { a, b in
      a.mutual == b.mutual ? (a.first, a.second) < (b.first, b.second) : a.mutual > b.mutual
    }
  }

  /// Whoever fits best into a group; among equals the one whose id comes first; nobody where with each
  /// somebody of the group would only give or only take.
  private func joining(
    _ members: [Int], of free: Set<Int>
  ) throws(ArithmeticFailure) -> Int? {
    var best: (cluster: Int, mutual: Rational)?
    for cluster in free.sorted() {
      let mutual = try mutual(members + [cluster])
      guard mutual > best?.mutual ?? .zero, try everyoneGives(members + [cluster]) else { continue }
      best = (cluster, mutual)
    }
    return best?.cluster
  }

  /// The harmonic mean of what each could learn from the best of the others; 0 where somebody falls
  /// short of nothing, and so could only give.
  private func mutual(_ members: [Int]) throws(ArithmeticFailure) -> Rational {
    var shares: [Rational] = []
    for member in members {
      let gains = try shortfalls.complementarity(
        of: member, from: members.filter { $0 != member })
      guard let gains, gains.share > .zero else { return .zero }
      shares.append(gains.share)
    }
    return try shares.harmonicMean() ?? .zero
  }

  /// Whether without each of them somebody could learn less. By the mutual score alone the weakest of
  /// all would fit into every group, since it learns most and takes nothing from what others learn.
  private func everyoneGives(_ members: [Int]) throws(ArithmeticFailure) -> Bool {
    for giver in members {
      var gives = false
      for learner in members where learner != giver && !gives {
        let others = members.filter { $0 != learner }
        let all = try shortfalls.complementarity(of: learner, from: others)
        let rest = try shortfalls.complementarity(of: learner, from: others.filter { $0 != giver })
        gives = all?.share != rest?.share
      }
      guard gives else { return false }
    }
    return true
  }

  private func group(_ members: [Int]) throws(ArithmeticFailure) -> PartnerGroup {
    var result: [PartnerGroup.Member] = []
    for member in members {
      let gains = try shortfalls.complementarity(
        of: member, from: members.filter { $0 != member })
      let leads = questionnaire.capacities.indices.filter { capacity in
        guard let own = shortfalls.cells[member][capacity]?.share else { return false }
        return !members.contains { other in
          shortfalls.cells[other][capacity].map { $0.share > own } ?? false
        }
      }
      result.append(.init(cluster: clusters[member], gains: gains, leads: leads))
    }
    return PartnerGroup(members: result, mutual: try mutual(members))
  }
}
