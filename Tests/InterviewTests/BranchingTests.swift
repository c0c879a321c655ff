import Diagnostics
import Interview
import Questionnaire
import Testing

@Suite struct BranchingTests {
  static let chain = """
    {id: a, ask: A, answer: yes_no}
    {id: b, ask: B, answer: yes_no, show_if: a == 'yes'}
    {id: c, ask: C, answer: yes_no, show_if: b == 'yes'}
    {id: d, ask: D, answer: text, show_if: c == 'yes'}
    {id: other, ask: O, answer: integer}
    """

  @Test func answersOpenAndCloseWhatReadsThem() throws {
    var scenario = try Scenario(Self.chain)
    #expect(scenario.asked == "a other")
    let steps: [(String, String?, String)] = [
      ("other", "3", "0"), ("a", "yes", "+b 1"), ("b", "yes", "+c 1"), ("c", "yes", "+d 1"),
      ("d", "x", "0"),
      // The stored “yes” of b and c counts no more, so d goes too; all come back together.
      ("a", "no", "-b -c -d 3"), ("other", "4", "0"), ("b", "no", "0"), ("b", "yes", "0"),
      ("a", "yes", "+b +c +d 3"), ("a", "yes", "0"), ("b", nil, "-c -d 2"), ("a", nil, "-b 1"),
    ]
    let told = steps.map { scenario.say($0.0, $0.1) }
    #expect(told == steps.map(\.2))
    #expect(scenario.interview.response(to: 3)?.answer == .value(.text("x")))
    #expect(scenario.interview.state(of: 3) == .notAsked)
    #expect((1...3).map(scenario.interview.isParked) == [false, true, true])
    #expect(scenario.interview.progress.answered == 1 && scenario.interview.progress.asked == 2)
  }

  @Test func fanOutEvaluatesEachReaderOnce() throws {
    var lines = ["{id: hub, ask: H, answer: integer}", "{id: side, ask: S, answer: integer}"]
    lines += (0..<50).map { "{id: q\($0), ask: Q, answer: yes_no, show_if: hub > \($0)}" }
    // Reads the hub and ten of the questions that hang on it, and is still evaluated once.
    lines += ["{id: end, ask: E, answer: text, show_if: hub > 0 && answered(q0) && answered(q9)}"]
    var scenario = try Scenario(lines.joined(separator: "\n"))
    let shown = (0..<50).map { "+q\($0)" }.joined(separator: " ")
    let told = [
      scenario.say("hub", "50"), scenario.say("side", "1"), scenario.say("q0", "yes"),
      scenario.say("q9", "no"), scenario.say("hub", "51"), scenario.say("hub", "0"),
    ]
    let hidden = (0..<50).map { "-q\($0)" }.joined(separator: " ")
    #expect(told == ["\(shown) 51", "0", "1", "+end 1", "51", "\(hidden) -end 51"])
  }

  @Test func unknownVisibilityIsHiddenAndOpenOnlyWhileAnswersMayCome() throws {
    var scenario = try Scenario(
      """
      {id: a, ask: A, answer: yes_no, not_applicable: allowed}
      {id: b, ask: B, answer: yes_no, show_if: a == 'yes'}
      {id: c, ask: C, answer: yes_no, show_if: b != 'yes'}
      """)
    func open() -> [Bool] { [1, 2].map(scenario.interview.visibilityIsOpen) }
    #expect(open() == [true, true])
    var told: [String] = []
    var opens: [[Bool]] = []
    for word in ["?", "n/a", "no", "yes", nil] {
      told.append(scenario.say("a", word))
      opens.append(open())
    }
    #expect(told == ["0", "2", "1", "+b 2", "-b 1"])
    #expect(
      opens == [[true, true], [false, false], [false, false], [false, true], [true, true]])
  }

  @Test func formsAndRespondentsLimitWhatIsAsked() throws {
    let more = """
      forms: [{id: express, title: Express}]
      capacities:
        - id: human
          title: Human
          questions:
            - {id: core, ask: C, answer: yes_no, forms: [express]}
            - {id: rest, ask: R, answer: yes_no}
            - {id: after, ask: A, answer: yes_no, forms: [express], show_if: rest == 'yes'}
      """
    let profile = """
      {id: a, ask: A, answer: yes_no}
      {id: m, ask: M, answer: yes_no, asked_of: [members]}
      """
    let full = try Scenario(profile, more: more)
    var express = try Scenario(profile, context: .init(reportingYear: 2026, form: 0), more: more)
    let members = try Scenario(
      profile, context: .init(reportingYear: 2026, respondent: .members), more: more)
    #expect(
      [full, express, members].map(\.asked) == ["a core rest", "a core", "m"])
    #expect(express.say("rest", "yes") == "0")
    #expect(!express.interview.visibilityIsOpen(express.place("after")))
  }

  @Test func navigationWalksWhatIsAsked() throws {
    var scenario = try Scenario(Self.chain)
    _ = scenario.say("a", "yes")
    let interview = scenario.interview
    #expect(interview.asked == [0, 1, 4])
    #expect([nil, 0, 1, 2, 4, 9].map(interview.next) == [0, 1, 4, 4, nil, nil])
    #expect([0, 1, 4, 9].map(interview.previous) == [nil, 0, 1, 4])
    #expect([nil, 1, 2, 5].map(interview.firstOpen) == [1, 1, 4, nil])
    for question in interview.asked.dropFirst() {
      let before = try #require(interview.previous(before: question))
      #expect(interview.next(after: before) == question)
    }
  }

  @Test func cyclesAreNamedShortestFromTheirFirstQuestion() throws {
    let lines = """
      {id: a, ask: A, answer: yes_no, show_if: a == 'yes'}
      {id: b, ask: B, answer: yes_no, show_if: d == 'yes' && c == 'yes'}
      {id: c, ask: C, answer: yes_no, show_if: d == 'yes'}
      {id: d, ask: D, answer: yes_no, show_if: b == 'yes' || e == 'yes'}
      {id: e, ask: E, answer: yes_no, require: [{if: this == d, say: same}]}
      """
    let text = """
      questionnaire: small
      version: 1.0.0
      languages: [en]
      title: Small
      profile:
      \(lines.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n"))
      """
    let found = Questionnaire.load(.init(name: "small.yaml", text: text)).diagnostics
    #expect(
      found.filter { $0.severity == .error }.map { $0.arguments["path"] } == [
        .text("a → a"), .text("b → d → b"),
      ])
  }
}
