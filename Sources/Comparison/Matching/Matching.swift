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

  /// The clusters from which one could learn most, whether or not they would learn anything from it:
  /// the greatest share first, equals by id.
  ///
  /// - Parameters:
  ///   - id: The one that would learn.
  ///   - limit: At most so many.
  /// - Complexity: O(*n*²) in doubles, since the load of each counts what everyone would be told; then
  ///   exact for the best of each.
  public func mentors(for id: String, limit: Int) throws(ArithmeticFailure) -> [Mentor] {
    guard limit > 0, let learner = clusters.firstIndex(where: { $0.id == id }) else { return [] }
    let screening = PairScreening(shortfalls)
    let named = try mentors(of: learner, limit: limit, screening)
    var loads: [Int: Int] = [:]
    for other in clusters.indices where clusters[other].id != id {
      for mentor in try mentors(of: other, limit: Mentor.namedToEach, screening) {
        loads[mentor.place, default: 0] += 1
      }
    }
    var result: [Mentor] = []
    for (place, teaches) in named {
      result.append(
        Mentor(
          cluster: clusters[place], teaches: teaches,
          learns: try shortfalls.complementarity(of: place, from: CollectionOfOne(learner)),
          load: loads[place] ?? 0))
    }
    return result
  }

  private func mentors(
    of learner: Int, limit: Int, _ screening: PairScreening
  ) throws(ArithmeticFailure) -> [(place: Int, teaches: Complementarity)] {
    var result: [(place: Int, teaches: Complementarity)] = []
    let others = clusters.indices.filter { clusters[$0].id != clusters[learner].id }
    for place in screening.mentors(limit, of: learner, among: others) {
      let teaches = try shortfalls.complementarity(of: learner, from: CollectionOfOne(place))
      if let teaches, teaches.share > .zero { result.append((place, teaches)) }
    }
    result.sort { a, b in
      a.teaches.share == b.teaches.share ? a.place < b.place : a.teaches.share > b.teaches.share
    }
    return Array(result.prefix(limit))
  }

  /// Everyone in a group, taken greedily: the best pair of those still free, then whoever raises the
  /// mutual score of the group most or lowers it least, until it has its size; and again. In these
  /// groups each has something to learn and something to give that the others do not have as well.
  /// Whoever is left over then joins where that helps most, though one side alone may gain. Greedy:
  /// another division may be better as a whole.
  ///
  /// - Parameter size: The most a group may have. It has fewer where nobody is left who would both
  ///   give and learn, and one more where somebody would otherwise be alone or of no use to anyone.
  /// - Returns: The groups, those formed first before; and who is in none: a cluster without others.
  /// - Complexity: O(*n*²) computations of a score.
  public func groups(
    of size: Int
  ) throws(ArithmeticFailure) -> (groups: [PartnerGroup], left: [ComparedCluster]) {
    var division = GroupDivision(of: clusters.count, into: size, shortfalls)
    try division.formMutualGroups(from: candidates(with: nil).map { ($0.first, $0.second) })
    try division.placeEveryoneLeft()
    var groups: [PartnerGroup] = []
    for members in division.groups { groups.append(try group(members)) }
    return (groups, division.free.sorted().map { clusters[$0] })
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
      let mutual = try shortfalls.mutual([first, second])
      if mutual > .zero { result.append(Candidate(first: first, second: second, mutual: mutual)) }
    }
    return result.sorted { a, b in
      a.mutual == b.mutual ? (a.first, a.second) < (b.first, b.second) : a.mutual > b.mutual
    }
  }

  private func group(_ members: [Int]) throws(ArithmeticFailure) -> PartnerGroup {
    var result: [PartnerGroup.Member] = []
    for member in members {
      result.append(
        .init(
          cluster: clusters[member],
          gains: try shortfalls.complementarity(of: member, from: members.filter { $0 != member }),
          gives: try shortfalls.gives(member, in: members),
          leads: try shortfalls.leads(of: member, in: members)))
    }
    return PartnerGroup(members: result, mutual: try shortfalls.mutual(members))
  }
}
