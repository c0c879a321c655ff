import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring
import Testing

/// Readiness checks, advice, and every variable that conditions can read.
@Suite struct ConditionTests {
  /// A model whose only advice is raised when a condition holds.
  private func raises(
    _ condition: String, _ answers: [String: String], _ background: Background = .none
  ) throws -> Bool {
    let model = try model(
      """
      profile: [{id: members, ask: M, answer: integer, confirm: facilitator}]
      capacities:
        - {id: x, title: X, questions: [\(ladder("a", "weight: 3, confirm: facilitator")), \(ladder("b"))]}
      levels:
        - {id: l1, title: L}
        - {id: l2, title: L, gates: [{id: g, if: members > 0 && a > 0, say: S}]}
      checks:
        - {id: big, title: T, conditions: [{id: m, if: members >= 10, say: S}, {id: n, if: a >= 2, say: S}]}
      recommendations:
        - {id: r, when: "\(condition)", priority: low, title: T, say: S}
      """)
    let result = try score(model.interview(answers), background: background)
    #expect(result.failures.isEmpty)
    return !result.recommendations.isEmpty
  }

  static let third = Rational(numerator: 100, denominator: 3)

  @Test(
    arguments: [
      ("points.a == 3.0", ["a": "3"], true), ("points.a < 9.0", ["a": "-"], false),
      ("total == 62.5 && capacity.x == 62.5", ["a": "4", "b": "2"], true),
      ("total >= 0.0", ["b": "2"], false), ("!(total >= 0.0)", ["b": "2"], false),
      ("completeness == 50.0", ["b": "2"], true), ("completeness == 0.0", [:], true),
      ("confirmed.members", ["members": "3!"], true),
      ("!confirmed.members", ["members": "3"], false),
      ("review.gates_confirmed", ["members": "3!", "a": "2!"], true),
      ("review.gates_confirmed || !review.gates_confirmed", ["members": "3!", "a": "2"], false),
      ("level == 2", ["members": "3", "a": "1"], true), ("level == 1", ["members": "3"], true),
      ("check.big", ["members": "10", "a": "2"], true),
      ("!check.big", ["members": "9", "b": "1"], true),
      ("check.big || !check.big", ["members": "10", "b": "1"], false),
      ("reporting_year == 2026", [:], true),
      ("members_mean.a > 0.0 || members_mean.b == 2.5", [:], true),
      ("members_mean.a > 0.0 || members_mean.a <= 0.0", [:], false),
      ("change.total == 12.5", ["a": "4", "b": "2"], true),
      ("change.total <= 0.0 || change.total > 0.0", ["b": "2"], false),
      ("previous.change.total > 16.6 && previous.change.total < 16.7", [:], true),
    ] as [(String, [String: String], Bool)])
  func variables(_ condition: String, _ answers: [String: String], _ expected: Bool) throws {
    let background = Background(previousTotals: [50, Self.third, nil], membersMeans: [2: 2.5])
    #expect(try raises(condition, answers, background) == expected)
  }

  @Test(arguments: [
    ("change.total > -200.0", Background.none),
    ("change.total > -200.0", Background(previousTotals: [nil, 3])),
    ("previous.change.total > -200.0", Background(previousTotals: [3])),
  ])
  func unknownWithoutEarlierRounds(_ condition: String, _ background: Background) throws {
    #expect(try !raises(condition, ["a": "4", "b": "2"], background))
  }

  @Test func checksAndOrderOfAdvice() throws {
    let model = try model(
      """
      capacities: [{id: x, title: X, questions: [\(ladder("a")), \(ladder("b"))]}]
      levels: [{id: l1, title: L}]
      checks:
        - {id: k1, title: T, conditions: [{id: m, if: a >= 2, say: S}, {id: n, if: b >= 2, say: S}]}
        - {id: k2, title: T, conditions: [{id: m, if: a >= 3, say: S}, {id: n, if: b >= 2, say: S}]}
        - {id: k3, title: T, conditions: [{id: m, if: a == 2, say: S}]}
      recommendations:
        - {id: z, when: a == 2, priority: low, title: T, say: S}
        - {id: y, when: b == 2, priority: high, title: T, say: S}
        - {id: x, when: a < 3, priority: high, title: T, say: S}
      """)
    let result = try score(model.interview(["a": "2"]))
    #expect(result.checks.map(\.status) == [.unknown, .unmet, .met])
    #expect(result.checks[0].conditions.map(\.waitingFor.answers) == [[], [1]])
    #expect(result.recommendations.map(\.id) == ["z", "x"])
  }

  /// Whatever keeps a condition undecided is told apart by what would decide it.
  @Test(
    arguments: [
      ("a > 1", [:], "a"), ("a > 1", ["a": "-"], "a"), ("a > 1", ["a": "n/a"], "n/a:a"),
      ("points.a > 1.0", ["a": "n/a"], "n/a:a"),
      ("points.kind > 1.0", ["kind": "odd"], "no-points:kind"),
      ("confirmed.a", [:], "a"), ("confirmed.a", ["a": "2"], "confirm:a"),
      ("review.gates_confirmed", ["a": "2", "c": "3"], "confirm:a"),
      ("b > 1", ["members": "1"], "hidden:b"), ("b > 1", [:], "b"),
      ("b > 1", ["members": "9"], "b"), ("long > 1", [:], "long"),
      ("long > 1", ["form": ""], "form:long"),
      ("capacity.y > 1.0", ["form": ""], "form:long"),
      ("a + b > 2", ["members": "1", "a": "n/a"], "hidden:b n/a:a"),
      ("members_mean.a > 1.0", [:], "members:a"),
    ] as [(String, [String: String], String)])
  func awaits(_ condition: String, _ answers: [String: String], _ expected: String) throws {
    let model = try model(
      """
      forms: [{id: short, title: S}]
      profile: [{id: members, ask: M, answer: integer}]
      capacities:
        - id: x
          title: X
          questions:
            - \(ladder("a", "confirm: facilitator, not_applicable: allowed, forms: [short]"))
            - \(ladder("b", "show_if: members > 5, forms: [short]"))
            - \(ladder("c", "forms: [short]"))
            - {id: kind, ask: K, forms: [short], answer: {single: [{id: odd, en: O}, {id: fit, en: F, points: 5}]}, points: by_choice}
        - {id: y, title: Y, questions: [\(ladder("long"))]}
      levels:
        - {id: l1, title: L}
        - {id: l2, title: L, gates: [{id: g, if: "\(condition)", say: S}, {id: h, if: a > 0, say: S}]}
      """)
    let form = answers["form"].map { _ in 0 }
    let result = try score(model.interview(answers.filter { $0.key != "form" }, form: form))
    #expect(result.form == form)
    let gate = result.levels[1].gates[0]
    #expect(describe(gate.waitingFor, model).joined(separator: " ") == expected)
    #expect(gate.status == .unknown && !gate.waitingFor.isEmpty)
  }

  @Test(
    arguments: [
      ("a == 4", [:], "a"), ("change.total > 0.0", ["b": "2"], "a rounds"),
      ("check.k", ["b": "2"], "a confirm:b"),
      ("change.total > 0.0", ["a": "2", "b": "2"], "rounds"),
      ("previous.change.total > 0.0", ["a": "2", "b": "2"], "rounds"),
    ] as [(String, [String: String], String)])
  func undecidedAdvice(_ condition: String, _ answers: [String: String], _ expected: String) throws
  {
    let model = try model(
      """
      capacities: [{id: x, title: X, questions: [\(ladder("a", "weight: 3")), \(ladder("b", "confirm: facilitator"))]}]
      levels: [{id: l1, title: L}]
      checks: [{id: k, title: T, conditions: [{id: m, if: a > 2, say: S}, {id: n, if: confirmed.b, say: S}]}]
      recommendations: [{id: r, when: "\(condition)", priority: low, title: T, say: S}]
      """)
    let undecided = try score(model.interview(answers)).undecided
    #expect(undecided.map(\.recommendation.id) == ["r"])
    #expect(undecided.flatMap { describe($0.waitingFor, model) }.joined(separator: " ") == expected)
  }

  /// A rule that fails decides nothing, and is told of with its place.
  @Test func failures() throws {
    let model = try model(
      """
      capacities:
        - {id: x, title: X, questions: [{id: a, ask: A, answer: integer, points: {expression: 6 / this}}]}
      levels:
        - {id: l1, title: L}
        - {id: l2, title: L, gates: [{id: g, if: 6 / a > 1, say: S}]}
      checks: [{id: k, title: T, conditions: [{id: m, if: 6 % a == 0, say: S}]}]
      recommendations: [{id: r, when: 6 / a > 1, priority: low, title: T, say: S}]
      """)
    let result = try score(model.interview(["a": "0"]))
    #expect(
      result.failures.map(\.subject) == [
        .question(0), .gate(level: 1, id: "g"), .check(0, condition: "m"), .recommendation(id: "r"),
      ])
    let diagnostics = result.failures.map { $0.diagnostic(in: model) }
    #expect(diagnostics.allSatisfy { $0.place != nil && $0.notes.count == 1 })
    #expect(result.levels[1].gates[0].status == .unknown)
    #expect(result.recommendations.isEmpty)
    #expect(describe(result.total) == "– [0, 100] 0/1")
  }

  /// Weights whose common denominator exceeds 128 bits: no score, no trap, and a reason.
  @Test func arithmeticThatDoesNotFit() throws {
    let spans = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797]
    let questions = spans.enumerated().map {
      "{id: q\($0), ask: Q, answer: integer, points: {linear: {from: 0, to: \($1)}}}"
    }
    let model = try model(
      """
      capacities: [{id: x, title: X, questions: [\(questions.joined(separator: ", "))]}]
      levels: [{id: l1, title: L}, {id: l2, title: L, requires: {every_capacity: 1}}]
      """)
    let answers = (0..<spans.count).map { ("q\($0)", "\(1000 + $0)") }
    let result = try score(model.interview(Dictionary(uniqueKeysWithValues: answers)))
    #expect(result.failures.map(\.subject) == [.node(0)])
    #expect(result.capacities[0].failure == .overflow)
    #expect(result.levels[1].thresholds.map(\.status) == [.unknown])
    #expect(describe(result.total) == "– [–, –] 5/5")
  }
}
