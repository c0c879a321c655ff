import Interview
import Numbers
import Questionnaire
import Scoring
import Testing

/// Points and score of one answer under every rule, and the possible range while it is open.
@Suite struct PointsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let answer: String
    let points: String
    /// Answers, and the points / score they have.
    let expected: [(given: String, is: String)]
    /// The possible scores of an open question.
    let range: String

    var testDescription: String { "\(answer) \(points)" }
  }

  static let bands = "[{below: 10, is: 1}, {below: 25.5, is: 2}, {below: 50, is: 3}, {is: 5}]"

  static let cases = [
    Case(
      answer: "{ladder: [a, b, c, d]}", points: "",
      expected: [("1", "1 0"), ("2", "7/3 100/3"), ("4", "5 100")], range: "0…100"),
    Case(
      answer: "{ladder: [a, b, c, d]}", points: "[2, 2, 3, 4]",
      expected: [("1", "2 25"), ("4", "4 75")], range: "25…75"),
    Case(
      answer: "yes_no", points: "", expected: [("no", "1 0"), ("yes", "5 100")],
      range: "0…100"),
    Case(
      answer: "{single: [{id: a, en: A, points: 2}, {id: b, en: B, points: 4}, {id: c, en: C}]}",
      points: "by_choice", expected: [("a", "2 25"), ("b", "4 75"), ("c", "leftOut")],
      range: "25…75"),
    Case(
      answer: "percent", points: bands,
      expected: [
        ("0", "1 0"), ("9.999999999999999", "1 0"), ("10", "2 25"), ("25.49", "2 25"),
        ("25.5", "3 50"), ("50", "5 100"), ("100", "5 100"),
      ], range: "0…100"),
    // With whole numbers from 10 to 49 the first band and the last are out of reach.
    Case(
      answer: "{integer: {min: 10, max: 49}}",
      points: "[{below: 10, is: 1}, {below: 25, is: 2}, {below: 50, is: 3}, {is: 5}]",
      expected: [("10", "2 25"), ("49", "3 50")], range: "25…50"),
    // No whole number lies from 10.2 to 10.9.
    Case(
      answer: "{integer: {min: 0, max: 10}}",
      points: "[{below: 10.2, is: 2}, {below: 10.9, is: 1}, {is: 5}]",
      expected: [("10", "2 25")], range: "25…25"),
    Case(
      answer:
        "{multiple: [{id: a, en: A}, {id: b, en: B}, {id: c, en: C}, {id: n, en: N, alone: true}]}",
      points: "[{below: 1, is: 1}, {below: 3, is: 2}, {is: 5}]",
      expected: [("[n]", "1 0"), ("[a]", "2 25"), ("[a b]", "2 25"), ("[a b c]", "5 100")],
      range: "0…100"),
    Case(
      answer:
        "{multiple: {choices: [{id: a, en: A}, {id: b, en: B}, {id: c, en: C}], min: 1, max: 2}}",
      points: "{linear: {from: 0, to: 4}}", expected: [("[b]", "2 25"), ("[b c]", "3 50")],
      range: "25…50"),
    Case(
      answer: "{number: {min: -5, max: 30, places: 2}}", points: "{linear: {from: 0, to: 30}}",
      expected: [("-5", "1 0"), ("0.1", "76/75 1/3"), ("30", "5 100")], range: "0…100"),
    Case(
      answer: "{money: {currency: EUR, min: 0}}", points: "{linear: {from: 1000, to: 200}}",
      expected: [("2000", "1 0"), ("1000", "1 0"), ("700", "5/2 75/2"), ("10", "5 100")],
      range: "0…100"),
    Case(
      answer: "{number: {places: 2}}",
      points: "{value: this / 3.0, bands: [{below: 0.1, is: 2}, {is: 4}]}",
      expected: [("0.29", "2 25"), ("0.3", "2 25"), ("0.31", "4 75")], range: "25…75"),
    Case(
      answer: "{number: {places: 2}}", points: "{value: this + 0.2, linear: {from: 0, to: 1}}",
      expected: [("0.1", "11/5 30"), ("3", "5 100"), ("-7", "1 0")], range: "0…100"),
    Case(
      answer: "{integer: {min: 0}}", points: "{expression: this / 2 + 1}",
      expected: [("0", "1 0"), ("4", "3 50"), ("90", "5 100")], range: "0…100"),
  ]

  @Test(arguments: cases) func ofAnswers(_ item: Case) throws {
    let points = item.points.isEmpty ? "" : ", points: \(item.points)"
    let model = try model(
      "capacities: [{id: c, title: C, questions: [{id: q, ask: Q, answer: \(item.answer)\(points)}]}]"
    )
    let scorer = Scorer(model)
    let found = try item.expected.map { given, _ in
      let result = try #require(scorer.score(model.interview(["q": given])).questions[0])
      guard let points = result.points, let score = result.score else {
        return "\(result.standing)"
      }
      return "\(points) \(score)"
    }
    let open = try #require(scorer.score(model.interview([:])).questions[0])
    #expect(found == item.expected.map(\.is))
    #expect("\(open.low)…\(open.high)" == item.range)
  }

  /// A ratio waits for the question it divides by; what cannot come any more leaves it out; what
  /// fails is kept.
  @Test(arguments: [
    ("", "open members", "– [0, 100] 0/1", 0),
    ("-", "open members", "– [0, 100] 0/1", 0),
    ("n/a", "leftOut ", "– [–, –] 0/0", 0),
    ("4", "counted ", "50 [50, 50] 1/1", 0),
    ("0", "open ", "– [0, 100] 0/1", 1),
  ])
  func waitForInputs(_ members: String, _ standing: String, _ score: String, _ failures: Int) throws
  {
    let model = try model(
      """
      profile: [{id: members, ask: M, answer: integer, not_applicable: allowed}]
      capacities:
        - id: c
          title: C
          questions:
            - {id: q, ask: Q, answer: integer, points: {value: double(this) / double(members), linear: {from: 0, to: 1}}}
      """)
    var answers = ["q": "2", "members": members]
    if members.isEmpty { answers["members"] = nil }
    let result = try Scorer(model).score(model.interview(answers))
    let question = try #require(result.questions[1])
    let waiting = question.waitingFor.map { model.questions[$0].id }.joined(separator: " ")
    #expect("\(question.standing) \(waiting)" == standing)
    #expect(describe(result.capacities[0]) == score)
    #expect(result.failures.map(\.subject) == Array(repeating: .question(1), count: failures))
  }

  /// An interview that asks for proof from so many points asks the same rules.
  @Test func decideWhetherProofIsDemanded() throws {
    let model = try model(
      "capacities: [{id: c, title: C, questions: [\(ladder("q", "evidence: {required_from: 3}"))]}]"
    )
    let points = Scorer(model).points
    let demands = (1...5).filter { step in
      let interview = Interview(
        model, context: Interview.Context(reportingYear: 2026, points: points),
        responses: [0: Response(answer: .value(.step(step)))])
      return !interview.problems.isEmpty
    }
    #expect(demands == [3, 4, 5])
  }
}
