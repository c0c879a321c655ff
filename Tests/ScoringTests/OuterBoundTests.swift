import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Ranges of scores, levels and capability levels against all answers, in models whose rules depend
/// on each other in every way the format has: there the range is an outer bound, and nothing leads
/// beyond it.
@Suite struct OuterBoundTests {
  /// The text of a random model, and the ids of its questions.
  private struct RandomModel {
    private(set) var questions: [(id: String, answers: [String])] = []
    private(set) var text = ""

    init(_ random: inout SplitMix) {
      for id in ["p0", "p1"] { questions.append((id, ["yes", "no"])) }
      let first = node("c0", depth: 1, &random)
      let second = node("c1", depth: 1, &random)
      let gates = (0..<3).map { number in
        "{id: g\(number), if: \"\(condition(&random, scores: true))\", say: S}"
      }
      let quota =
        "{id: g3, at_least: 2, of: [\"\(condition(&random, scores: true))\", "
        + "\"\(condition(&random, scores: true))\", \"\(condition(&random, scores: true))\"], say: S}"
      let levelCaps =
        random.below(2) == 0
        ? "\nlevel_caps: [{id: lc, if: \"\(condition(&random, scores: true))\", at_most: l2, say: S}]"
        : ""
      text = """
        profile:
          - {id: p0, ask: Q, answer: yes_no}
          - {id: p1, ask: Q, answer: yes_no}
        capacities:
          - \(first)
          - \(second)
        capability_levels: [{id: m1, title: M}, {id: m2, title: M}]
        levels:
          - {id: l1, title: L}
          - {id: l2, title: L, requires: {total: 30}, gates: [\(gates[0])]}
          - {id: l3, title: L, requires: {every_capacity: 30, every_capability: m1, practices: {should: 50}}, gates: [\(quota)]}
          - {id: l4, title: L, requires: {total: 60, capability: {c0: m2}, practices: {must: all, suggested: {at_least: 1}}}, gates: [\(gates[1]), \(gates[2])]}\(levelCaps)
        """
    }

    private mutating func node(_ id: String, depth: Int, _ random: inout SplitMix) -> String {
      var rows: [String] = []
      for number in 0..<(1 + random.below(2)) {
        rows.append(question("\(id)q\(number)", node: id, &random))
      }
      let rules = [
        "mean", "minimum", "geometric_mean", "harmonic_mean", "median", "{best: 2}",
      ]
      var keys = ["id: \(id)", "title: T", "roll_up: \(rules[random.below(rules.count)])"]
      keys.append("unanswered: \(["exclude", "zero", "block"][random.below(3)])")
      keys.append("no_data: \(["exclude", "zero", "block"][random.below(3)])")
      keys.append("not_applicable: \(["exclude", "zero", "block", "full"][random.below(4)])")
      keys.append("minimum_coverage: \([0, 50, 100][random.below(3)])")
      if random.below(3) == 0 {
        let scores = id == "c1" && random.below(2) == 0
        let expression = scores ? "score.c0 < 50.0" : condition(&random, scores: false, isCap: true)
        keys.append("caps: [{id: cap_\(id), if: \"\(expression)\", at_most: 20, say: S}]")
      }
      if depth == 1 { rows += fixed(id) }
      keys.append("questions: [\(rows.joined(separator: ", "))]")
      if depth < 3, random.below(2) == 0 {
        keys.append("parts: [\(node(id + "n", depth: depth + 1, &random))]")
      }
      return "{\(keys.joined(separator: ", "))}"
    }

    /// Practices that make what the levels ask for possible.
    private mutating func fixed(_ node: String) -> [String] {
      let kinds =
        node == "c0"
        ? ["level: m1, strength: must", "level: m2, strength: should"]
        : [
          "level: m1, strength: must", "strength: must", "strength: should", "strength: suggested",
        ]
      return kinds.enumerated().map { number, kind in
        questions.append(("\(node)f\(number)", ["1", "3"]))
        return ladder("\(node)f\(number)", steps: 3, "practice: {\(kind)}")
      }
    }

    private mutating func question(
      _ id: String, node: String, _ random: inout SplitMix
    ) -> String {
      var keys: [String] = ["not_applicable: allowed"]
      if random.below(3) == 0 { keys.append("show_if: \"\(condition(&random, scores: false))\"") }
      if random.below(4) == 0 { keys.append("reverse: true") }
      if random.below(2) == 0 {
        let strength = ["must", "should", "suggested"][random.below(3)]
        let level = ["", "level: m1, ", "level: m2, ", "level: l3, "][random.below(4)]
        var extra = ""
        if random.below(3) == 0 {
          extra = ", if: \"this >= 2 && \(condition(&random, scores: false))\""
        }
        if let earlier = practices.last, random.below(2) == 0 { extra += ", after: [\(earlier)]" }
        keys.append("practice: {\(level)strength: \(strength)\(extra)}")
        if random.below(3) == 0, extra.contains("if:") { keys.append("points: met") }
        practices.append(id)
      } else if random.below(4) == 0 {
        let condition = condition(&random, scores: false)
        keys.append("points: {expression: \"double(this) + (\(condition) ? 1.0 : 0.0)\"}")
      }
      questions.append((id, ["1", "2", "3"]))
      return ladder(id, steps: 3, keys.joined(separator: ", "))
    }

    private var practices: [String] = []

    private func condition(
      _ random: inout SplitMix, scores: Bool, isCap: Bool = false
    ) -> String {
      let earlier = questions[random.below(questions.count)]
      let plain = earlier.answers.contains("yes") ? "\(earlier.id) == 'yes'" : "\(earlier.id) >= 2"
      var all = [
        plain, plain, "!(\(plain))",
      ]
      if scores || isCap {
        all += [
          "answered(\(earlier.id))", "!answered(\(earlier.id))", "countAnswered([p0, p1]) < 2",
          "coalesce(\(plain), true)",
        ]
      }
      if scores {
        all += [
          "total >= 50.0", "score.c0 < 50.0", "capability.c0 >= 1", "completeness >= 60.0",
          "capacity.c1 >= 50.0 || p0 == 'no'",
        ]
        if let practice = practices.last { all += ["met.\(practice)", "!met.\(practice)"] }
      }
      return all[random.below(all.count)]
    }
  }

  @Test func nothingLeadsBeyond() throws {
    var random = SplitMix(seed: 5)
    var mistakes: [String] = []
    for round in 0..<120 {
      let drawn = RandomModel(&random)
      let model = try model(drawn.text)
      let scorer = Scorer(model)
      var given: [String: String] = [:]
      var ways: [[String: String]] = [[:]]
      var open = 0
      for question in drawn.questions.shuffled(using: &random) {
        let fate = random.below(7)
        if fate < 4, open < 4 {
          open += 1
          if fate == 1 { given[question.id] = "-" }
          ways = ways.flatMap { way in
            question.answers.map { way.merging([question.id: $0]) { a, _ in a } }
          }
        } else if fate == 6, question.answers.contains("2") {
          given[question.id] = "n/a"
        } else {
          given[question.id] = question.answers[random.below(question.answers.count)]
        }
      }
      let result = try scorer.score(model.interview(given))
      for way in ways {
        let answers = given.merging(way) { _, new in new }
        let end = try scorer.score(model.interview(answers))
        let beyond = Self.beyond(result, end)
        guard !beyond.isEmpty else { continue }
        mistakes.append("round \(round): \(beyond)\n\(drawn.text)\n\(given)\n\(way)")
        break
      }
    }
    #expect(mistakes.count == 0, "\(mistakes.prefix(3).joined(separator: "\n\n"))")
  }

  /// Where the end of a way lies outside what was announced.
  private static func beyond(_ now: AssessmentScore, _ end: AssessmentScore) -> [String] {
    var found: [String] = []
    for (node, score) in now.nodes.enumerated() {
      guard let value = end.nodes[node].value else { continue }
      if score.low.map({ value < $0 }) ?? true || score.high.map({ value > $0 }) ?? true {
        found.append("\(now.questionnaire.nodes[node].id) \(value): \(describe(score))")
      }
    }
    if let value = end.total.value,
      now.total.low.map({ value < $0 }) ?? true || now.total.high.map({ value > $0 }) ?? true
    {
      found.append("total \(value): \(describe(now.total))")
    }
    let (low, level, high) = (
      now.levelRange.lowest ?? -1, end.level ?? -1, now.levelRange.highest ?? -1
    )
    if level < low || level > high { found.append("level \(level): \(low)…\(high)") }
    for node in now.questionnaire.nodes {
      guard let then = end.capability(of: node.node), let first = now.capability(of: node.node)
      else { continue }
      if then.level < first.level || then.level > first.highestPossible {
        found.append("capability \(node.id) \(then.level): \(first.level)…\(first.highestPossible)")
      }
    }
    return found
  }
}
