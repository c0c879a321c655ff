import Comparison
import Numbers
import Questionnaire
import TestKit
import Testing

/// Partners against a second computation with doubles, written out.
@Suite struct MatchingTests {
  private func ids(_ pair: PartnerPair) -> String { pair.first.id + pair.second.id }

  @Test func aWorkedExample() throws {
    let model = try GroupModel.model()
    // Shortfalls to 100, by weights 2, 1, 1: p lacks 2·80 + 0 + 50 = 210, q lacks 0 + 90 + 50 = 140.
    let p = GroupModel.cluster("p", model, [20, 100, 50])
    let q = GroupModel.cluster("q", model, [100, 10, 50])
    let pairs = try Matching(model, [q, p]).pairs(limit: 9)
    let pair = try #require(pairs.first)
    #expect(ids(pair) == "pq" && pairs.count == 1)
    #expect(pair.firstGains?.share == Rational(numerator: 160, denominator: 210))
    #expect(pair.secondGains?.share == Rational(numerator: 90, denominator: 140))
    #expect(pair.firstGains?.capacities == [0] && pair.secondGains?.capacities == [1])
    // 2xy ÷ (x + y) of 16/21 and 9/14.
    #expect(pair.mutual == Rational(numerator: 288, denominator: 413))

    // To the target 50 p lacks 2·30 of A alone, q 40 of B.
    let near = try Matching(model, [p, q], target: 50).pairs(limit: 9)
    #expect(near.map(\.mutual) == [1])
  }

  /// Who only gives or only takes, lacks nothing, or has no score, is nobody's partner.
  @Test func oneSidedIsNoMatch() throws {
    let model = try GroupModel.model()
    let clusters = [
      GroupModel.cluster("best", model, [100, 100, 100]),
      GroupModel.cluster("low", model, [10, 10, 10]),
      GroupModel.cluster("lower", model, [5, 5, 5]),
      GroupModel.cluster("none", model, [nil, nil, nil]),
    ]
    let matching = try Matching(model, clusters)
    #expect(try matching.pairs(limit: 9).isEmpty)
    let (groups, left) = try matching.groups(of: 3)
    #expect(left.isEmpty)
    // Nobody stands alone, even where that takes a fourth, and it is told who gives and who learns.
    #expect(
      groups.map { group in group.members.map { Self.told($0, isMutual: group.isMutual) } } == [
        [
          "best gives, leads in [0, 1, 2]; one-way", "low learns, leads in []; one-way",
          "lower learns, leads in []; one-way", "none leads in []; one-way",
        ]
      ])
    #expect(groups.map(\.mutual) == [0])
    let alone = try Matching(model, [clusters[0]]).groups(of: 3)
    #expect(alone.groups.isEmpty && alone.left.map(\.id) == ["best"])
  }

  /// Who is equal leads in nothing; what covers most of what the others lack is named first.
  @Test func aTieIsNoLead() throws {
    let model = try GroupModel.model()
    func leads(_ first: [Int?], _ second: [Int?]) throws -> [[String]] {
      let clusters = [
        GroupModel.cluster("p", model, first), GroupModel.cluster("q", model, second),
      ]
      return try Matching(model, clusters).groups(of: 2).groups.map { group in
        group.members.map { Self.told($0, isMutual: group.isMutual) }
      }
    }
    #expect(
      try leads([70, 90, 20], [70, 80, 90]) == [
        ["p gives and learns, leads in [1]", "q gives and learns, leads in [2]"]
      ])
    // A: 2 · 10, C: 50.
    #expect(
      try leads([90, 50, 60], [80, 90, 10]) == [
        ["p gives and learns, leads in [2, 0]", "q gives and learns, leads in [1]"]
      ])
    #expect(
      try leads([90, 50, 60], [80, 50, 60]) == [
        ["p gives, leads in [0]; one-way", "q learns, leads in []; one-way"]
      ])
  }

  private static func told(_ member: PartnerGroup.Member, isMutual: Bool) -> String {
    let does = [member.gives ? "gives" : nil, member.learns ? "learns" : nil].compactMap(\.self)
    return member.cluster.id + " " + (does.isEmpty ? "" : does.joined(separator: " and ") + ", ")
      + "leads in \(member.leads)" + (isMutual ? "" : "; one-way")
  }

  @Test func againstANaiveComputation() throws {
    let model = try GroupModel.model()
    var random = SplitMix(seed: 21)
    var mistakes: [String] = []
    for round in 0..<40 {
      let answers = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        (0..<3).map { _ -> Int? in
          let value = Int.random(in: 0...10, using: &random) * 10
          return Int.random(in: 0..<8, using: &random) == 0 ? nil : value
        }
      }
      let target = [100, 70][round % 2]
      var clusters = answers.enumerated().map { GroupModel.cluster("c\($0)", model, $1) }
      clusters.shuffle(using: &random)
      let matching = try Matching(model, clusters, target: Rational(target))
      let pairs = try matching.pairs(limit: 1000)
      var expected: [(name: String, mutual: Double)] = []
      for i in answers.indices {
        for j in answers.indices where j > i {
          let (x, y) = (
            Self.gain(answers[i], [answers[j]], target), Self.gain(answers[j], [answers[i]], target)
          )
          if x > 0, y > 0 { expected.append(("c\(i)c\(j)", 2 * x * y / (x + y))) }
        }
      }
      let found = Dictionary(
        pairs.map { (ids($0), $0.mutual.doubleValue) }, uniquingKeysWith: { $1 })
      let agree = expected.allSatisfy { abs((found[$0.name] ?? -1) - $0.mutual) < 1e-12 }
      if found.count != expected.count || !agree { mistakes.append("\(round): \(found)") }
      if zip(pairs, pairs.dropFirst()).contains(where: { $0.mutual < $1.mutual }) {
        mistakes.append("\(round): order")
      }
      let few = try matching.pairs(limit: 1 + round % 5)
      if few.map(ids) != pairs.prefix(1 + round % 5).map(ids) {
        mistakes.append("\(round): not the best of all")
      }
      let mine = try matching.pairs(with: "c1", limit: 1000)
      if mine.contains(where: { $0.first.id != "c1" })
        || mine.count != pairs.count(where: { ids($0).contains("c1") })
      {
        mistakes.append("\(round): partners of one")
      }

      let size = 2 + round % 4
      let (groups, left) = try matching.groups(of: size)
      let places = groups.map { $0.members.compactMap { Int($0.cluster.id.dropFirst()) } }
      let naive = NaiveDivision(answers, target: target, size: size).groups
      if places != naive || !left.isEmpty {
        mistakes.append("\(round): \(places) in place of \(naive)")
      }
      for (group, places) in zip(groups, places) {
        let gains = places.map { place in
          Self.gain(answers[place], places.filter { $0 != place }.map { answers[$0] }, target)
        }
        let mutual =
          gains.contains(0) ? 0 : Double(gains.count) / gains.map { 1 / $0 }.reduce(0, +)
        if abs(mutual - group.mutual.doubleValue) > 1e-12 {
          mistakes.append("\(round): group \(places)")
        }
        for (member, place) in zip(group.members, places) {
          let rest = places.filter { $0 != place }
          let gives = rest.contains { learner in
            let others = rest.filter { $0 != learner }.map { answers[$0] }
            return Self.gain(answers[learner], others + [answers[place]], target)
              > Self.gain(answers[learner], others, target) + 1e-12
          }
          let learns = Self.gain(answers[place], rest.map { answers[$0] }, target) > 0
          let leads = (0..<3).filter { capacity in
            guard let own = answers[place][capacity] else { return false }
            return rest.allSatisfy { answers[$0][capacity] ?? -1 < own }
          }
          if member.gives != gives || member.learns != learns || member.leads.sorted() != leads {
            mistakes.append("\(round): c\(place) in \(places)")
          }
        }
      }

      // Mentors, and how many others are sent to each.
      func mentors(_ learner: Int) -> [Int] {
        let shares = answers.indices.map { other in
          other == learner ? 0 : Self.gain(answers[learner], [answers[other]], target)
        }
        return answers.indices.filter { shares[$0] > 0 }.sorted { a, b in
          abs(shares[a] - shares[b]) < 1e-12 ? a < b : shares[a] > shares[b]
        }
      }
      let told = try matching.mentors(for: "c1", limit: 1 + round % 5).map { mentor in
        "\(mentor.cluster.id) \(mentor.load)"
      }
      let others = answers.indices.filter { $0 != 1 }
      let right = mentors(1).prefix(1 + round % 5).map { mentor in
        "c\(mentor) \(others.count { mentors($0).prefix(3).contains(mentor) })"
      }
      if told != right { mistakes.append("\(round): mentors \(told) in place of \(right)") }
    }
    #expect(mistakes == [])
  }

  static func gain(_ own: [Int?], _ others: [[Int?]], _ target: Int) -> Double {
    var (lacking, covered) = (0, 0)
    for (place, weight) in [2, 1, 1].enumerated() {
      guard let score = own[place], score < target else { continue }
      lacking += weight * (target - score)
      let best = min(target, others.compactMap { $0[place] }.max() ?? 0)
      covered += weight * max(0, best - score)
    }
    return lacking == 0 ? 0 : Double(covered) / Double(lacking)
  }
}
