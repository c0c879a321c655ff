import Numbers

/// Clusters, by their places, as they are divided into groups.
struct GroupDivision {
  /// In the order in which they were begun.
  private(set) var groups: [[Int]] = []
  /// Who is in none so far.
  private(set) var free: Set<Int>

  private let size: Int
  private let shortfalls: Shortfalls

  /// - Parameter size: The most a group should have.
  init(of count: Int, into size: Int, _ shortfalls: Shortfalls) {
    free = Set(0..<count)
    self.size = size
    self.shortfalls = shortfalls
  }

  /// Groups in which each gives and learns.
  ///
  /// - Parameter pairs: Those in which both sides gain, the best first.
  mutating func formMutualGroups(from pairs: [(Int, Int)]) throws(ArithmeticFailure) {
    for (first, second) in pairs where free.contains(first) && free.contains(second) {
      var members = [first, second]
      free.subtract(members)
      while members.count < size, let next = try joining(members) {
        members.append(next)
        free.remove(next)
      }
      groups.append(members)
    }
  }

  /// Whoever fits best into a group; among equals the one whose id comes first; nobody where with each
  /// somebody of the group would only give or only take.
  private func joining(_ members: [Int]) throws(ArithmeticFailure) -> Int? {
    var best: (cluster: Int, mutual: Rational)?
    for cluster in free.sorted() {
      let all = members + [cluster]
      let mutual = try shortfalls.mutual(all)
      guard mutual > best?.mutual ?? .zero, try everyoneGives(all) else { continue }
      best = (cluster, mutual)
    }
    return best?.cluster
  }

  private func everyoneGives(_ members: [Int]) throws(ArithmeticFailure) -> Bool {
    for member in members where try !shortfalls.gives(member, in: members) { return false }
    return true
  }

  /// Puts everyone left into the group that gains most, or beside another who is left: first where
  /// that helps anybody, and within the size.
  mutating func placeEveryoneLeft() throws(ArithmeticFailure) {
    while !free.isEmpty {
      let ways = try waysIn()
      guard let best = ways.first else { return }
      // What a way is worth changes with its group, so each takes in one at a time.
      var changed: Set<Int> = []
      for way in ways where way.rank == best.rank && free.contains(way.cluster) {
        switch way.place {
        case .group(let group) where changed.insert(group).inserted:
          groups[group].append(way.cluster)
          free.remove(way.cluster)
        case .beside(let other) where free.contains(other):
          groups.append([way.cluster, other])
          free.subtract([way.cluster, other])
        default: break
        }
      }
    }
  }

  /// How somebody left could come into a group.
  private struct WayIn {
    enum Place {
      case group(Int)
      case beside(Int)
    }

    let cluster: Int
    let place: Place
    let benefit: Rational
    /// What is better has a lower number: it helps somebody; the group keeps within its size.
    let rank: Int
    let members: Int
  }

  /// The best first; equals into the smaller group, then by id.
  private func waysIn() throws(ArithmeticFailure) -> [WayIn] {
    var ways: [WayIn] = []
    func add(_ cluster: Int, _ place: WayIn.Place, _ members: [Int]) throws(ArithmeticFailure) {
      let benefit = try shortfalls.benefit(of: cluster, joining: members)
      ways.append(
        WayIn(
          cluster: cluster, place: place, benefit: benefit,
          rank: (benefit > .zero ? 0 : 2) + (members.count < size ? 0 : 1), members: members.count))
    }
    let free = free.sorted()
    for (position, cluster) in free.enumerated() {
      for (place, members) in groups.enumerated() {
        try add(cluster, .group(place), members)
      }
      for other in free.dropFirst(position + 1) { try add(cluster, .beside(other), [other]) }
    }
    return ways.sortedStably { a, b in
      (a.rank, b.benefit, a.members) < (b.rank, a.benefit, b.members)
    }
  }
}
