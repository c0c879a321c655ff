import Interview
import Numbers
import Questionnaire
import Scoring
import Testing

/// Every policy for missing answers, both roll-ups, and minimum coverage.
@Suite struct PolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var scoring: String
    var answers: [String: String]
    var capacity: String
    var total: String

    var testDescription: String { "\(scoring) \(answers.sorted { $0.key < $1.key })" }
  }

  static let cases = [
    // a weighs 2, b and c 1 each; d is the other capacity's only question.
    Case(
      scoring: "", answers: ["a": "5", "b": "3", "c": "1", "d": "3"],
      capacity: "125/2 [125/2, 125/2] 3/3", total: "175/3 [175/3, 175/3] 4/4"),
    Case(
      scoring: "", answers: ["a": "5", "b": "3", "d": "3"],
      capacity: "250/3 [125/2, 175/2] 2/3", total: "650/9 [175/3, 75] 3/4"),
    Case(
      scoring: "roll_up: minimum", answers: ["a": "5", "b": "3", "d": "3"],
      capacity: "50 [0, 50] 2/3", total: "50 [50/3, 50] 3/4"),
    Case(
      scoring: "total: minimum", answers: ["a": "5", "b": "3", "d": "3"],
      capacity: "250/3 [125/2, 175/2] 2/3", total: "50 [50, 50] 3/4"),
    Case(
      scoring: "unanswered: zero", answers: ["a": "5", "b": "3", "d": "3"],
      capacity: "125/2 [125/2, 175/2] 2/3", total: "175/3 [175/3, 75] 3/4"),
    Case(
      scoring: "unanswered: block", answers: ["a": "5", "b": "3", "d": "3"],
      capacity: "– [125/2, 175/2] 2/3", total: "– [175/3, 75] 3/4"),
    Case(
      scoring: "unanswered: block", answers: ["a": "5", "b": "3", "c": "-", "d": "3"],
      capacity: "250/3 [125/2, 175/2] 2/3", total: "650/9 [175/3, 75] 3/4"),
    Case(
      scoring: "no_data: zero", answers: ["a": "5", "b": "3", "c": "-", "d": "3"],
      capacity: "125/2 [125/2, 175/2] 2/3", total: "175/3 [175/3, 75] 3/4"),
    Case(
      scoring: "no_data: block", answers: ["a": "5", "b": "3", "c": "-", "d": "3"],
      capacity: "– [125/2, 175/2] 2/3", total: "– [175/3, 75] 3/4"),
    Case(
      scoring: "", answers: ["a": "5", "b": "3", "c": "n/a", "d": "3"],
      capacity: "250/3 [250/3, 250/3] 2/2", total: "650/9 [650/9, 650/9] 3/3"),
    Case(
      scoring: "not_applicable: zero", answers: ["a": "5", "b": "3", "c": "n/a", "d": "3"],
      capacity: "125/2 [125/2, 125/2] 2/2", total: "175/3 [175/3, 175/3] 3/3"),
    Case(
      scoring: "not_applicable: block", answers: ["a": "5", "b": "3", "c": "n/a", "d": "3"],
      capacity: "– [125/2, 175/2] 2/2", total: "– [175/3, 75] 3/3"),
    // Half of the weight is enough, less is not; the other capacity weighs half as much.
    Case(
      scoring: "", answers: ["a": "5", "d": "3"], capacity: "100 [50, 100] 1/3",
      total: "250/3 [50, 250/3] 2/4"),
    Case(
      scoring: "minimum_coverage: 50.1", answers: ["a": "5", "d": "3"],
      capacity: "– [50, 100] 1/3", total: "– [50, 250/3] 2/4"),
    Case(
      scoring: "minimum_coverage: 0", answers: ["d": "3"], capacity: "– [0, 100] 0/3",
      total: "– [50/3, 250/3] 1/4"),
    // What is not applicable lowers no coverage; a capacity without anything leaves the total.
    Case(
      scoring: "", answers: ["a": "n/a", "b": "3", "d": "3"], capacity: "50 [25, 75] 1/2",
      total: "50 [100/3, 200/3] 2/3"),
    Case(
      scoring: "", answers: ["a": "n/a", "b": "n/a", "c": "n/a", "d": "3"],
      capacity: "– [–, –] 0/0", total: "50 [50, 50] 1/1"),
    Case(
      scoring: "not_applicable: zero", answers: ["a": "n/a", "b": "n/a", "c": "n/a", "d": "3"],
      capacity: "0 [0, 0] 0/0", total: "50/3 [50/3, 50/3] 1/1"),
    Case(
      scoring: "not_applicable: block", answers: ["a": "n/a", "b": "n/a", "c": "n/a", "d": "3"],
      capacity: "– [0, 100] 0/0", total: "– [50/3, 250/3] 1/1"),
    Case(
      scoring: "", answers: [:], capacity: "– [0, 100] 0/3", total: "– [0, 100] 0/4"),
  ]

  @Test(arguments: cases) func holds(_ item: Case) throws {
    let model = try model(
      scoring: item.scoring,
      """
      capacities:
        - {id: x, title: X, weight: 2, questions: [
            \(ladder("a", "weight: 2, not_applicable: allowed")),
            \(ladder("b", "not_applicable: allowed")), \(ladder("c", "not_applicable: allowed"))]}
        - {id: y, title: Y, questions: [\(ladder("d"))]}
      """)
    let result = try score(model.interview(item.answers))
    #expect(describe(result.capacities[0]) == item.capacity)
    #expect(describe(result.total) == item.total)
  }

  /// Why there is no score: of the capacity of a, b and c, and in total.
  @Test(
    arguments: [
      ("", ["a": "5", "b": "2", "d": "3"], 2, nil, nil),
      ("", ["d": "3"], 2, .tooFewAnswers, .withoutNodes([0])),
      ("", [:], 2, .tooFewAnswers, .tooFewAnswers),
      ("minimum_coverage: 0", [:], 2, .tooFewAnswers, .tooFewAnswers),
      (
        "unanswered: block", ["b": "3", "d": "3"], 2, .withoutAnswers([0, 2]),
        .withoutNodes([0])
      ),
      (
        "not_applicable: block", ["a": "5", "b": "n/a", "c": "3", "d": "3"], 2,
        .withoutAnswers([1]),
        .withoutNodes([0])
      ),
      ("", ["a": "n/a", "b": "n/a", "c": "n/a", "d": "n/a"], 2, .nothingApplies, .nothingApplies),
      ("", ["d": "3"], 1, .nothingAsked, nil), ("", [:], 0, .nothingAsked, .nothingAsked),
    ] as [(String, [String: String], Int, ScoreAbsence?, ScoreAbsence?)])
  func reasons(
    _ scoring: String, _ answers: [String: String], _ form: Int, _ capacity: ScoreAbsence?,
    _ total: ScoreAbsence?
  ) throws {
    let questions = ["a", "b", "c"].map { ladder($0, "not_applicable: allowed, forms: [most]") }
    let model = try model(
      scoring: scoring,
      """
      forms: [{id: none, title: N}, {id: one, title: O}, {id: most, title: M}]
      capacities:
        - {id: x, title: X, questions: [\(questions.joined(separator: ", "))]}
        - {id: y, title: Y, questions: [
            \(ladder("d", "not_applicable: allowed, forms: [one, most]"))]}
      """)
    let result = try score(model.interview(answers, form: form))
    #expect(result.capacities[0].absence == capacity)
    #expect(result.total.absence == total)
  }

  /// Hidden for good, hidden for now, outside the form: only the second can come to count.
  @Test(
    arguments: [
      (["gate": "no", "a": "5"], nil, "100 [100, 100] 1/1", "100 [100, 100] 1/1"),
      (["a": "5"], nil, "100 [50, 100] 1/1", "100 [25, 100] 1/1"),
      (["a": "1"], nil, "0 [0, 50] 1/1", "0 [0, 75] 1/1"),
      (["gate": "yes", "a": "5"], nil, "100 [50, 100] 1/2", "– [25, 100] 1/3"),
      (
        ["gate": "yes", "a": "5", "b": "1", "c": "1"], 0, "100 [100, 100] 1/1", "100 [100, 100] 1/1"
      ),
    ] as [([String: String], Int?, String, String)])
  func hiddenQuestions(
    _ answers: [String: String], _ form: Int?, _ capacity: String, _ total: String
  ) throws {
    let model = try model(
      """
      forms: [{id: short, title: Short}]
      profile: [{id: gate, ask: G, answer: yes_no}]
      capacities:
        - {id: x, title: X, questions: [
            \(ladder("a", "forms: [short]")), \(ladder("b", "show_if: gate == 'yes'"))]}
        - {id: y, title: Y, questions: [\(ladder("c", "show_if: gate == 'yes'"))]}
      """)
    let result = try score(model.interview(answers, form: form))
    #expect(describe(result.capacities[0]) == capacity)
    #expect(describe(result.total) == total)
  }
}
