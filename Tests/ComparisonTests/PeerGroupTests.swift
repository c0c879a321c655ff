import Comparison
import TestKit
import Testing

/// Which groups may be shown, against the rules put down once more in the plainest way.
@Suite struct PeerGroupTests {
  static let groupings: [PeerGrouping] = [.field, .size, .age]

  private static func facts(_ field: Int?, _ size: Int?, _ age: Int?) -> ClusterFacts {
    var keys: [PeerGrouping: Int] = [:]
    keys[.field] = field
    keys[.size] = size
    keys[.age] = age
    return ClusterFacts(keys)
  }

  private func text(_ standing: PeerStanding) -> String {
    let steps = standing.fallback.map { "\($0.grouping) \($0.reason)" }
    let group = standing.group.map { "\($0.grouping) \($0.key): \($0.members.count)" } ?? "nothing"
    return (steps + [group]).joined(separator: ", ")
  }

  /// Twelve clusters: a field of five and singles; sizes of six, four and two; ages of five, four
  /// and three. The six of one size are the five of the field and one more, whose score the two
  /// groups together would tell.
  @Test func fallsBack() {
    let facts = (0..<12).map { place in
      Self.facts(
        place < 5 ? 0 : place == 11 ? nil : place, place < 6 ? 1 : place < 10 ? 2 : 0,
        place < 2 || place > 8 ? 2 : place < 6 ? 1 : 0)
    }
    let groups = PeerGroups(facts, by: Self.groupings)
    #expect(groups.shown.map { "\($0.grouping) \($0.key)" } == ["all 0", "field 0", "age 2"])
    #expect(text(groups.standing(of: 0, by: .field)) == "field 0: 5")
    #expect(
      text(groups.standing(of: 5, by: .field))
        == "field tooSmall(1), size withheld, age tooSmall(4), all 0: 12")
    #expect(
      text(groups.standing(of: 9, by: .field))
        == "field tooSmall(1), size tooSmall(4), age 2: 5")
    #expect(
      text(groups.standing(of: 11, by: .field))
        == "field unknown, size tooSmall(2), age 2: 5")
    #expect(text(groups.standing(of: 3, by: .age)) == "age tooSmall(4), all 0: 12")
    #expect(text(groups.standing(of: 3, by: .all)) == "all 0: 12")
  }

  @Test func aFewAreNotShownAtAll() {
    let groups = PeerGroups((0..<4).map { _ in Self.facts(0, 0, 0) }, by: Self.groupings)
    #expect(groups.shown == [])
    #expect(
      text(groups.standing(of: 0, by: .size))
        == "size tooSmall(4), age tooSmall(4), all tooSmall(4), nothing")
    #expect(PeerGroups([], by: Self.groupings).shown == [])
  }

  /// Random populations: every group and every difference of two groups, and what the groups of one
  /// grouping leave over, is nobody or many enough; nothing is withheld without need; and the order
  /// of the clusters decides nothing.
  @Test func keepsItsRules() {
    var random = SplitMix(seed: 5)
    var mistakes: [String] = []
    var withheld = 0
    for round in 0..<400 {
      let minimum = Int.random(in: 1...6, using: &random)
      var facts = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        Self.facts(
          Int.random(in: -1...4, using: &random).atLeastZero,
          Int.random(in: -1...2, using: &random).atLeastZero,
          Int.random(in: 0...1, using: &random))
      }
      let groups = PeerGroups(facts, by: Self.groupings, minimum: minimum)
      let few = 1..<max(minimum, 1)
      for (place, group) in groups.shown.enumerated() {
        let expected = facts.indices.filter { facts[$0].key(by: group.grouping) == group.key }
        if group.members != expected { mistakes.append("\(round): members of \(group)") }
        if group.members.count < minimum { mistakes.append("\(round): \(group) is small") }
        for other in groups.shown[..<place] {
          let difference = Set(group.members).symmetricDifference(other.members).count
          if few.contains(difference) { mistakes.append("\(round): \(group) − \(other)") }
        }
      }
      for grouping in Self.groupings {
        let members = groups.shown.filter { $0.grouping == grouping }.map(\.members.count)
        if !members.isEmpty, few.contains(facts.count - members.reduce(0, +)) {
          mistakes.append("\(round): rest of \(grouping)")
        }
      }
      for place in facts.indices {
        let standing = groups.standing(of: place, by: .field)
        withheld += standing.fallback.count { $0.reason == .withheld }
        if let group = standing.group, !group.members.contains(place) {
          mistakes.append("\(round): \(place) is not among its peers")
        }
      }
      let names = groups.shown.map { "\($0.grouping) \($0.key) \($0.members.count)" }
      facts.shuffle(using: &random)
      let again = PeerGroups(facts, by: Self.groupings, minimum: minimum)
      if again.shown.map({ "\($0.grouping) \($0.key) \($0.members.count)" }) != names {
        mistakes.append("\(round): the order matters")
      }
    }
    #expect(mistakes == [])
    #expect(withheld > 100)
  }
}

extension Int {
  fileprivate var atLeastZero: Int? { self < 0 ? nil : self }
}
