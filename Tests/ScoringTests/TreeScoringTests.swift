import Foundation
import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Scores of nodes at any depth, their policies, scales, aspects and caps.
@Suite struct TreeScoringTests {
  /// What a node shows, its range, and its coverage, by id.
  private func shown(_ score: AssessmentScore) -> [String] {
    zip(score.questionnaire.nodes, score.nodes).map { node, score in
      "\(node.id) " + text(score)
    } + ["total " + text(score.total)]
  }

  private func text(_ score: Score) -> String {
    func text(_ number: Rational?) -> String { number.map(\.description) ?? "–" }
    return "\(text(score.shown)) [\(text(score.shownLow)), \(text(score.shownHigh))] "
      + "\(score.coverage.answered)/\(score.coverage.applicable)"
  }

  private let tree = """
    capacities:
      - id: a
        title: A
        questions: [\(ladder("a1"))]
        parts:
          - {id: b, title: B, weight: 2, roll_up: minimum, scale: {from: 0, to: 4}, questions: [\(ladder("b1")), \(ladder("b2"))]}
          - id: c
            title: C
            unanswered: zero
            minimum_coverage: 0
            parts: [{id: d, title: D, not_applicable: full, questions: [\(ladder("d1", "not_applicable: allowed")), \(ladder("d2"))]}]
          - {id: e, title: E, weight: 0, questions: [\(ladder("e1"))]}
    """

  @Test(arguments: [
    (
      ["a1": "5", "b1": "3", "b2": "4", "d1": "1", "d2": "3", "e1": "2"],
      [
        // (100 + 2 × 50 + 25) / 4: E weighs nothing.
        "a 225/4 [225/4, 225/4] 5/5", "b 2 [2, 2] 2/2", "c 25 [25, 25] 2/2", "d 25 [25, 25] 2/2",
        "e 25 [25, 25] 1/1", "total 225/4 [225/4, 225/4] 5/5",
      ]
    ),
    (
      ["a1": "5", "b1": "3", "d1": "n/a"],
      [
        // D counts what is not applicable as full marks, and no answer as none.
        "a 125/2 [75/2, 75] 2/4", "b 2 [0, 2] 1/2", "c 50 [50, 100] 0/1", "d 50 [50, 100] 0/1",
        "e – [0, 100] 0/1", "total 125/2 [75/2, 75] 2/4",
      ]
    ),
    (
      ["b1": "3"],
      [
        // A leaves out its own question, but not C, which counts what is missing with 0.
        "a 100/3 [0, 75] 1/5", "b 2 [0, 2] 1/2", "c 0 [0, 100] 0/2", "d 0 [0, 100] 0/2",
        "e – [0, 100] 0/1", "total 100/3 [0, 75] 1/5",
      ]
    ),
    (
      ["d1": "1"],
      [
        // Of A’s weight of 4 only C has a score, which is less than half.
        "a – [0, 175/2] 1/5", "b – [0, 4] 0/2", "c 0 [0, 50] 1/2", "d 0 [0, 50] 1/2",
        "e – [0, 100] 0/1", "total – [0, 175/2] 1/5",
      ]
    ),
  ])
  func nodesRollUpTheirPartsByTheirOwnRules(_ answers: [String: String], _ expected: [String])
    throws
  {
    let model = try model(tree)
    #expect(try shown(score(model.interview(answers))) == expected)
  }

  /// Risk points: bad answers cost, reversed ones are mirrored, the sum is shown on its own ruler, and
  /// thresholds, caps and expressions speak of what is shown.
  @Test func sumsScalesAndCaps() throws {
    let model = try model(
      scoring: "points: {from: 0, to: 4}, total: sum, minimum_coverage: 0",
      """
      capacities:
        - id: a
          title: A
          roll_up: sum
          questions:
            - \(ladder("a1", "weight: 3"))
            - \(ladder("a2", "reverse: true"))
          caps: [{id: low, if: points.a2 < 2.0, at_most: 10, say: Low}]
        - {id: b, title: B, roll_up: sum, questions: [\(ladder("b1"))]}
      levels:
        - {id: l1, title: L}
        - {id: l2, title: L, requires: {total: 13, capacities: {a: 9}}, gates: [{id: g, if: score.a >= 9.0 && total >= 13.0, say: S}]}
      """)
    // 3 × 4 + (4 − 3) = 13, capped at 10; 10 + 3 = 13.
    let capped = try score(model.interview(["a1": "5", "a2": "4", "b1": "4"]))
    #expect(shown(capped) == ["a 10 [10, 10] 2/2", "b 3 [3, 3] 1/1", "total 13 [13, 13] 3/3"])
    #expect(capped.caps.map { "\($0.id) \($0.status)" } == ["low met"])
    #expect(capped.level == 1)
    #expect(capped.levels[1].thresholds.map(\.shownNeed) == [13, 9])
    // Whether the cap will hold is open: it lowers the worst only.
    let open = try score(model.interview(["a1": "5", "b1": "4"]))
    #expect(shown(open)[0] == "a 16 [10, 16] 1/2")
    #expect(describe(open.caps[0].waitingFor, model) == ["a2"])
  }

  @Test func everyNodeHasItsAspects() throws {
    let model = try model(
      scoring:
        "aspects: {combine: {done: 3, written: 1}, of: [{id: done, title: D}, {id: written, title: W}]}",
      """
      capacities:
        - id: a
          title: A
          questions: [\(ladder("a1")), \(ladder("a2", "aspect: written"))]
          parts: [{id: b, title: B, questions: [\(ladder("b1"))]}]
      levels: [{id: l1, title: L}, {id: l2, title: L, gates: [{id: g, if: score.a.written > 20.0 && score.b.done == 0.0, say: S}]}]
      """)
    let result = try score(model.interview(["a1": "5", "a2": "2", "b1": "1"]))
    #expect(
      result.aspects.map { $0.map { $0.map(text) ?? "–" } } == [
        ["50 [50, 50] 2/2", "25 [25, 25] 1/1"], ["0 [0, 0] 1/1", "–"],
      ])
    #expect(shown(result)[0] == "a 175/4 [175/4, 175/4] 3/3")
    #expect(result.level == 1)
  }

  /// A questionnaire of one path: three questions, five ends.
  @Test(arguments: [
    ([:], "– [1, 5] 0/1", ["p1"]), (["p1": "no"], "1 [1, 1] 1/1", []),
    (["p1": "yes"], "– [2, 5] 0/1", ["p2"]),
    (["p1": "yes", "p2": "3"], "– [4, 5] 0/1", ["p3"]),
    (["p1": "yes", "p2": "3", "p3": "yes"], "5 [5, 5] 1/1", []),
    // An answer that was given before the way led elsewhere does not count.
    (["p1": "no", "p3": "yes"], "1 [1, 1] 1/1", []),
  ])
  func aPathEndsWithItsPoints(
    _ answers: [String: String], _ expected: String, _ waitingFor: [String]
  ) throws {
    let model = try model(
      """
      capacities:
        - id: path
          title: P
          scale: {from: 1, to: 5}
          questions:
            - {id: p1, ask: Q, answer: yes_no, leads_to: {'yes': p2, 'no': 1}}
            - {id: p2, ask: Q, answer: {ladder: [a, b, c]}, leads_to: {1: 2, 2: 3, 3: p3}}
            - {id: p3, ask: Q, answer: yes_no, leads_to: {'yes': 5, 'no': 4}}
      """)
    let result = try score(model.interview(answers))
    #expect(text(result.nodes[0]) == expected)
    #expect(result.nodes[0].waitingFor.map { model.questions[$0].id } == waitingFor)
  }
}
