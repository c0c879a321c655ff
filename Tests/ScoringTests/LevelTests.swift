import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Levels: exact thresholds, floors, gates, and what an undecided one waits for.
@Suite struct LevelTests {
  /// Weights in steps of 5 %, answers of 0–5, thresholds in steps of 5, against integers.
  @Test func thresholdsAreExact() throws {
    var random = SplitMix(seed: 5)
    var mistakes: [String] = []
    var exact = 0
    for _ in 0..<40 {
      let count = Int.random(in: 2...6, using: &random)
      // In twentieths.
      let weights = (0..<count).map { _ in Int.random(in: 1...8, using: &random) }
      let questions = weights.enumerated().map { index, weight in
        ladder("q\(index)", steps: 6, "weight: \(Double(weight * 5) / 100)")
      }
      let levels = (1...19).map { "{id: l\($0), title: L, requires: {total: \($0 * 5)}}" }
      let questionnaire = try model(
        scoring: "points: {from: 0, to: 5}",
        """
        capacities: [{id: c, title: C, questions: [\(questions.joined(separator: ", "))]}]
        levels: [{id: l0, title: L}, \(levels.joined(separator: ", "))]
        """)
      let scorer = Scorer(questionnaire)
      for _ in 0..<500 {
        let answers = weights.map { _ in Int.random(in: 0...5, using: &random) }
        let responses = answers.enumerated().map { ($0, Response(answer: .value(.step($1 + 1)))) }
        let interview = Interview(
          questionnaire, context: Interview.Context(reportingYear: 2026),
          responses: Dictionary(uniqueKeysWithValues: responses))
        // 100 Σ wx / 5 Σw ≥ 5k, that is 4 Σ wx ≥ k Σ w.
        let sum = zip(weights, answers).map { $0 * $1 }.reduce(0, +)
        let weight = weights.reduce(0, +)
        let expected = min(19, 4 * sum / weight)
        if (4 * sum).isMultiple(of: weight) { exact += 1 }
        let found = scorer.score(interview).level
        if found != expected {
          mistakes.append("\(weights) \(answers): \(found ?? -1), not \(expected)")
        }
      }
    }
    #expect(mistakes == [])
    #expect(exact > 500, "cases exactly on a threshold")
  }

  static let rules = """
    profile:
      - {id: members, ask: M, answer: integer, confirm: facilitator}
      - {id: gate, ask: G, answer: yes_no}
    capacities:
      - {id: x, title: X, questions: [\(ladder("a", "confirm: facilitator")), \(ladder("b"))]}
      - {id: y, title: Y, questions: [
          \(ladder("c", "not_applicable: allowed, show_if: gate == 'yes'"))]}
    levels:
      - {id: l1, title: L1}
      - id: l2
        title: L2
        requires: {total: 25, every_capacity: 0, capacities: {x: 50}}
        gates: [{id: g2, if: members >= 5 || a == 5, say: S}]
      - id: l3
        title: L3
        requires: {every_capacity: 60, capacities: {x: 40}}
        gates:
          - {id: g3, if: points.b >= 2.0 && capacity.x > 10.0, say: S}
          - {id: review, if: review.gates_confirmed, say: S}
    """

  /// Thresholds as `kind needed status waiting`, gates as `id status waiting`.
  @Test(
    arguments: [
      (
        [:], "l1",
        [
          "l2: total 25 unknown a b c, x 50 unknown a b, y 0 met; g2 unknown members a",
          "l3: x 60 unknown a b, y 60 unknown c; g3 unknown a b, review unknown members a",
        ]
      ),
      // Nothing in y applies; the gate of level 2 is decided by one of its two answers.
      (
        ["gate": "no", "a": "5!", "b": "-", "members": "-"], "l2",
        [
          "l2: total 25 met, x 50 met, y 0 met; g2 met",
          "l3: x 60 met, y 60 met; g3 unknown b, review unknown confirm:members",
        ]
      ),
      // Exactly 50 in x; unmet floors even with what is open.
      (
        ["gate": "yes", "a": "3!", "b": "3", "members": "4!"], "l1",
        [
          "l2: total 25 unknown c, x 50 met, y 0 met; g2 unmet",
          "l3: x 60 unmet, y 60 unknown c; g3 met, review met",
        ]
      ),
      (
        ["gate": "yes", "a": "5!", "b": "5", "c": "4", "members": "5!"], "l3",
        [
          "l2: total 25 met, x 50 met, y 0 met; g2 met",
          "l3: x 60 met, y 60 met; g3 met, review met",
        ]
      ),
      // All conditions of level 3 hold, but one of level 2 does not.
      (
        ["gate": "no", "a": "4!", "b": "5", "members": "3!"], "l1",
        [
          "l2: total 25 met, x 50 met, y 0 met; g2 unmet",
          "l3: x 60 met, y 60 met; g3 met, review met",
        ]
      ),
    ] as [([String: String], String, [String])])
  func levelsAndGates(_ answers: [String: String], _ level: String, _ expected: [String]) throws {
    let model = try model(Self.rules)
    let result = try score(model.interview(answers))
    func awaited(_ awaited: Awaited) -> String {
      describe(awaited, model).map { " " + $0 }.joined()
    }
    let found = result.levels.dropFirst().map { level in
      let thresholds = level.thresholds.map { threshold in
        let name =
          switch threshold.kind {
          case .total: "total"
          case .node(let index): model.nodes[index].id
          }
        return "\(name) \(threshold.needed) \(threshold.status)\(awaited(threshold.waitingFor))"
      }
      let gates = level.gates.map {
        "\($0.condition.id) \($0.status)\(awaited($0.waitingFor))"
      }
      return
        "\(level.level.id): \(thresholds.joined(separator: ", ")); \(gates.joined(separator: ", "))"
    }
    #expect(found == expected)
    #expect(result.levelReached?.level.id == level)
    let next = result.next.map { model.levels[$0].number }
    #expect(next == (level == "l3" ? nil : (result.level ?? -1) + 2))
  }

  /// The lowest level may have conditions of its own; then there may be no level.
  @Test func noLevel() throws {
    let model = try model(
      """
      capacities: [{id: c, title: C, questions: [\(ladder("a"))]}]
      levels: [{id: l1, title: L, requires: {total: 10}}]
      recommendations:
        - {id: start, when: level == 0, priority: high, title: T, say: S}
      """)
    let low = try score(model.interview(["a": "1"]))
    let high = try score(model.interview(["a": "2"]))
    #expect([low.level, low.next, high.level, high.next] == [nil, 0, 0, nil])
    #expect([low, high].map { $0.recommendations.map(\.id) } == [["start"], []])
  }
}
