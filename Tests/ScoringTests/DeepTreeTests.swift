import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Trees four deep against their formulas written out with doubles, and the ranges of scores and of
/// the level against all answers.
@Suite struct DeepTreeTests {
  /// A node of a random tree.
  private struct RandomNode {
    var id: String
    var rule: String
    var weight: Int
    var questions: [(id: String, weight: Int)]
    var parts: [RandomNode]

    init(_ id: String, depth: Int, _ random: inout SplitMix) {
      self.id = id
      rule = ["mean", "minimum", "harmonic_mean"][random.below(3)]
      weight = 1 + random.below(3)
      var parts: [RandomNode] = []
      if depth < 4 {
        for number in 0..<(depth == 1 ? 1 + random.below(2) : random.below(2)) {
          parts.append(RandomNode("\(id)n\(number)", depth: depth + 1, &random))
        }
      }
      self.parts = parts
      let count = parts.isEmpty ? 1 + random.below(2) : random.below(2)
      questions = (0..<count).map { ("\(id)q\($0)", 1 + random.below(3)) }
    }

    var yaml: String {
      let questions = questions.map { ladder($0.id, steps: 3, "weight: \($0.weight)") }
      let own = questions.isEmpty ? "" : ", questions: [\(questions.joined(separator: ", "))]"
      let below = parts.isEmpty ? "" : ", parts: [\(parts.map(\.yaml).joined(separator: ", "))]"
      return "{id: \(id), title: T, roll_up: \(rule), weight: \(weight)\(own)\(below)}"
    }

    var allQuestions: [String] { questions.map(\.id) + parts.flatMap(\.allQuestions) }

    /// The share by the formulas, every question answered.
    func share(_ answers: [String: Int]) -> Double {
      let shares =
        questions.map { (Double(answers[$0.id] ?? 0) * 50, Double($0.weight)) }
        + parts.map { ($0.share(answers), Double($0.weight)) }
      let weights = shares.map(\.1).reduce(0, +)
      switch rule {
      case "minimum": return shares.map(\.0).min() ?? 0
      case "harmonic_mean":
        if shares.contains(where: { $0.0 == 0 }) { return 0 }
        return weights / shares.map { $1 / $0 }.reduce(0, +)
      default: return shares.map { $0 * $1 }.reduce(0, +) / weights
      }
    }
  }

  @Test func scoresAndRangesAreThoseOfAllAnswers() throws {
    var random = SplitMix(seed: 21)
    var mistakes: [String] = []
    for round in 0..<150 {
      let tree = RandomNode("r", depth: 1, &random)
      let model = try model(
        scoring: "minimum_coverage: 0",
        """
        capacities: [\(tree.yaml)]
        levels: [{id: l1, title: L, requires: {total: 33}}, {id: l2, title: L, requires: {total: 66}}]
        """)
      var ways: [[String: Int]] = [[:]]
      var given: [String: String] = [:]
      var open = 0
      for id in tree.allQuestions {
        let isOpen = open < 4 && random.below(3) == 0
        open += isOpen ? 1 : 0
        let answer = random.below(3)
        if !isOpen { given[id] = "\(answer + 1)" }
        ways = ways.flatMap { way in
          (isOpen ? [0, 1, 2] : [answer]).map { way.merging([id: $0]) { a, _ in a } }
        }
      }
      let result = try score(model.interview(given))
      var shares = ways.map(tree.share)
      if let asItIs = result.total.value?.doubleValue { shares.append(asItIs) }
      let expected = [shares.min() ?? 0, shares.max() ?? 0]
      let found = [result.total.low, result.total.high].map { $0?.doubleValue ?? -1 }
      let levels = shares.map { share in [33.0, 66].count { share > $0 - 1e-9 } - 1 }
      let range = [result.levelRange.lowest ?? -1, result.levelRange.highest ?? -1]
      if zip(found, expected).contains(where: { abs($0 - $1) > 1e-9 })
        || range != [levels.min() ?? -1, levels.max() ?? -1]
      {
        mistakes.append("round \(round): \(found) \(range), not \(expected): \(tree.yaml) \(given)")
      }
    }
    #expect(mistakes == [])
  }
}
