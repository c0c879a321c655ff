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
    #expect(groups.isEmpty && left.map(\.id) == ["best", "low", "lower", "none"])
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

      let (groups, left) = try matching.groups(of: 4)
      let places = groups.map { $0.members.compactMap { Int($0.cluster.id.dropFirst()) } }
      let all = places.flatMap(\.self) + left.compactMap { Int($0.id.dropFirst()) }
      if all.sorted() != Array(answers.indices) { mistakes.append("\(round): not a division") }
      for (group, places) in zip(groups, places) {
        let gains = places.map { place in
          Self.gain(answers[place], places.filter { $0 != place }.map { answers[$0] }, target)
        }
        let mutual = Double(gains.count) / gains.map { 1 / $0 }.reduce(0, +)
        if abs(mutual - group.mutual.doubleValue) > 1e-12 || !(2...4).contains(places.count) {
          mistakes.append("\(round): group \(places)")
        }
        // Without each of them somebody could learn less.
        for giver in places {
          let rest = places.filter { $0 != giver }
          let loses = rest.contains { learner in
            let others = rest.filter { $0 != learner }.map { answers[$0] }
            return Self.gain(answers[learner], others + [answers[giver]], target)
              > Self.gain(answers[learner], others, target) + 1e-12
          }
          if !loses { mistakes.append("\(round): c\(giver) only takes in \(places)") }
        }
      }
    }
    #expect(mistakes == [])
  }

  private static func gain(_ own: [Int?], _ others: [[Int?]], _ target: Int) -> Double {
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
