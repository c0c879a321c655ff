import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Practices, capability levels, quotas, and caps on the level.
@Suite struct PracticeTests {
  private let body = """
    capacities:
      - id: a
        title: A
        questions:
          - {id: m1, ask: Q, answer: {ladder: [x, y, z]}, practice: {level: one, if: this >= 2}, not_applicable: allowed}
          - {id: m2, ask: Q, answer: yes_no, practice: {level: two, after: [m1]}}
          - {id: s1, ask: Q, answer: yes_no, points: met, practice: {strength: should, if: this == 'yes'}}
          - {id: s2, ask: Q, answer: yes_no, practice: {strength: should}}
          - {id: u1, ask: Q, answer: yes_no, practice: {strength: suggested}}
    capability_levels: [{id: one, title: One}, {id: two, title: Two}]
    levels:
      - {id: l1, title: L}
      - {id: l2, title: L, requires: {capability: {a: one}, practices: {should: 50}}}
      - {id: l3, title: L, requires: {every_capability: two, practices: {suggested: all}}, gates: [{id: g, at_least: 2, of: [met.m1, met.s1, s2 == 'yes'], say: S}]}
    level_caps: [{id: veto, if: s2 == 'no', at_most: l2, say: S}]
    """

  @Test(arguments: [
    // Answers, practices, capability (now, possible), level (now, lowest, highest), awaited.
    (
      ["m1": "2", "m2": "yes", "s1": "yes", "s2": "yes", "u1": "no"],
      "m1 met, m2 met, s1 met, s2 met, u1 met", "2 2", "l3 l3 l3", [String]()
    ),
    (
      ["m1": "1", "m2": "yes", "s1": "yes", "s2": "yes", "u1": "no"],
      "m1 unmet, m2 unmet, s1 met, s2 met, u1 met", "0 0", "l1 l1 l1", []
    ),
    // What is not applicable is fulfilled; a “should” by its reason, too.
    (
      ["m1": "n/a", "m2": "yes", "s1": "no #because it is so", "s2": "no #no", "u1": "yes"],
      "m1 met, m2 met, s1 met, s2 unmet, u1 met", "2 2", "l2 l2 l2", []
    ),
    (
      ["m1": "3", "s1": "yes"],
      "m1 met, m2 unknown, s1 met, s2 unknown, u1 unknown", "1 2", "l2 l2 l3", ["m2", "s2", "u1"]
    ),
    (
      [:], "m1 unknown, m2 unknown, s1 unknown, s2 unknown, u1 unknown", "0 2", "l1 l1 l3",
      ["m1", "m2", "s1", "s2", "u1"]
    ),
  ])
  func countTowardsLevels(
    _ answers: [String: String], _ practices: String, _ capability: String, _ levels: String,
    _ awaited: [String]
  ) throws {
    let model = try model(body)
    let result = try score(model.commented(answers))
    #expect(
      result.practices.compactMap { $0 }.map { "\(model.questions[$0.question].id) \($0.status)" }
        .joined(separator: ", ") == practices)
    let node = result.capability(of: 0)
    #expect(node.map { "\($0.level) \($0.highestPossible)" } == capability)
    func id(_ level: Int?) -> String { level.map { model.levels[$0].id } ?? "–" }
    let range = result.levelRange
    #expect("\(id(result.level)) \(id(range.lowest)) \(id(range.highest))" == levels)
    #expect(describe(range.decidedBy, model) == awaited)
  }

  /// The range of levels against all answers, where no two conditions wait for the same question.
  @Test func rangeOfLevelsIsTight() throws {
    let model = try model(
      scoring: "minimum_coverage: 0",
      """
      capacities:
        - {id: a, title: A, questions: [\(ladder("a1", steps: 3)), \(ladder("a2", steps: 3, "weight: 2"))]}
        - {id: b, title: B, roll_up: minimum, questions: [\(ladder("b1", steps: 3)), \(ladder("b2", steps: 3))]}
      profile: [\(["p1", "p2", "p3"].map { "{id: \($0), ask: Q, answer: yes_no}" }.joined(separator: ", "))]
      levels:
        - {id: l1, title: L, requires: {capacities: {a: 20}}}
        - {id: l2, title: L, requires: {total: 50}, gates: [{id: g, at_least: 1, of: [p1 == 'yes', p2 == 'yes'], say: S}]}
        - {id: l3, title: L, requires: {every_capacity: 50, total: 75}}
      level_caps: [{id: veto, if: p3 == 'no', at_most: l2, say: S}]
      """)
    let scorer = Scorer(model)
    let choices =
      ["a1", "a2", "b1", "b2"].map { ($0, ["1", "2", "3"]) }
      + ["p1", "p2", "p3"].map { ($0, ["yes", "no"]) }
    var levels: [[String]: Int] = [:]
    var random = SplitMix(seed: 5)
    var mistakes: [String] = []
    for _ in 0..<40 {
      // Three questions at most stay open.
      var ways: [[String: String]] = [[:]]
      var now: [String: String] = [:]
      var open = 0
      for (id, answers) in choices {
        let isOpen = open < 3 && random.below(3) == 0
        open += isOpen ? 1 : 0
        let given = answers[random.below(answers.count)]
        if !isOpen { now[id] = given }
        ways = ways.flatMap { way in
          (isOpen ? answers : [given]).map { way.merging([id: $0]) { a, _ in a } }
        }
      }
      let found = try ways.map { way in
        let key = choices.map { way[$0.0] ?? "" }
        if let known = levels[key] { return known }
        let level = try scorer.score(model.interview(way)).level ?? -1
        levels[key] = level
        return level
      }
      let result = try scorer.score(model.interview(now))
      let (lowest, highest) = (result.levelRange.lowest ?? -1, result.levelRange.highest ?? -1)
      let all = found + [result.level ?? -1]
      if (lowest, highest) != (all.min() ?? -1, all.max() ?? -1) {
        mistakes.append("\(now): \(lowest)…\(highest) instead of \(Set(all).sorted())")
      }
    }
    #expect(mistakes == [])
  }
}

extension Questionnaire {
  /// Answers with a comment behind `#`.
  fileprivate func commented(_ answers: [String: String]) throws -> Interview {
    let bare = answers.mapValues { text in
      String(text.prefix { $0 != "#" && $0 != " " })
    }
    let plain = try interview(bare)
    var responses: [Int: Response] = [:]
    for (id, text) in answers {
      let question = try #require(index(of: id))
      responses[question] = plain.response(to: question)
      responses[question]?.comment =
        text.contains("#") ? String(text.split(separator: "#")[1]) : nil
    }
    return Interview(self, context: plain.context, responses: responses)
  }
}
