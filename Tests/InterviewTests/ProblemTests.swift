import Interview
import Numbers
import Questionnaire
import Testing

@Suite struct ProblemTests {
  @Test func constraintsAcrossAnswersAreRaisedAndClearedByEither() throws {
    var scenario = try Scenario(
      """
      {id: staff, ask: S, answer: integer}
      {id: trained, ask: T, answer: integer, require: [{if: this <= staff, say: no more than staff}, {if: this > 0, say: nobody, severity: warning}]}
      {id: gate, ask: G, answer: yes_no}
      {id: share, ask: P, answer: percent, show_if: gate == 'yes', require: [{if: this < trained, say: less}]}
      """)
    let steps: [(String, String?, String)] = [
      // The first constraint reads both, the second only its own; the third reads trained too.
      ("trained", "8", "3"), ("staff", "10", "1"), ("staff", "5", "!trained constraint 1"),
      ("trained", "0", "!trained constraint ~trained constraint 3"),
      ("staff", nil, "1"), ("trained", nil, "~trained constraint 3"),
      ("share", "9", "0"), ("gate", "yes", "+share 2"), ("trained", "9", "!share constraint 3"),
      // A parked answer has no problems.
      ("gate", "no", "-share ~share constraint 2"),
    ]
    let told = steps.map { scenario.say($0.0, $0.1) }
    #expect(told == steps.map(\.2))
    #expect(scenario.problems == [])
  }

  @Test func requiredAnswersAndProofAreOmissions() throws {
    let points: Interview.PointsOfAnswer = { _, answer, _ in
      if case .step(let step) = answer { Rational(step) } else { nil }
    }
    var scenario = try Scenario(
      """
      {id: a, ask: A, answer: yes_no, required: true}
      {id: b, ask: B, answer: yes_no, required: true, show_if: a == 'yes'}
      {id: c, ask: C, answer: {ladder: [None, Some, All]}, evidence: {required_from: 2}}
      """, context: .init(reportingYear: 2026, points: points))
    #expect(scenario.problems == ["a required"])
    var told = [
      scenario.say("a", "yes"), scenario.say("b", "?"), scenario.say("c", "1"),
      scenario.say("c", "3"),
    ]
    told.append(scenario.tell(scenario.interview.setEvidence([Evidence(text: "Tvarka")], for: 2)))
    #expect(
      told == [
        "+b !b required ~a required 1", "~b required 0", "0", "!c evidence-missing 0",
        "~c evidence-missing 0",
      ])
    #expect(scenario.interview.problems.allSatisfy { $0.severity == .omission })
  }

  @Test func failingConditionsAreProblemsNotSilence() throws {
    var scenario = try Scenario(
      """
      {id: a, ask: A, answer: integer}
      {id: b, ask: B, answer: yes_no, show_if: 10 / a > 1}
      {id: c, ask: C, answer: integer, require: [{if: this / a > 1, say: more}]}
      """)
    let told = [
      scenario.say("c", "9"), scenario.say("a", "0"), scenario.say("a", "2"),
    ]
    #expect(
      told == [
        "1", "!b condition-failed !c condition-failed 2",
        "+b ~b condition-failed ~c condition-failed 2",
      ])
    #expect(scenario.interview.problems.isEmpty)
  }

  @Test func aNewAnswerDropsTheConfirmationAndKeepsTheRest() throws {
    var scenario = try Scenario(
      "{id: a, ask: A, answer: integer, require: [{if: this > 0, say: S}]}")
    let confirmation = Confirmation(by: "Rasa", on: try #require(Day(text: "2026-03-02")))
    scenario.interview.confirm(confirmation, for: 0)
    #expect(scenario.interview.response(to: 0) == nil)
    _ = scenario.say("a", "3")
    scenario.interview.setComment("dėl sutarties", for: 0)
    scenario.interview.confirm(confirmation, for: 0)
    _ = scenario.say("a", "3")
    #expect(scenario.interview.response(to: 0)?.confirmation == confirmation)
    _ = scenario.say("a", "0")
    #expect(
      scenario.interview.response(to: 0)
        == Response(answer: .value(.number(0)), comment: "dėl sutarties"))
    #expect(scenario.problems == ["a constraint"])
    scenario.interview.store(nil, for: 0)
    #expect(scenario.interview.response(to: 0) == nil && scenario.problems == [])
  }

  static let kinds = """
    {id: ladder, ask: A, answer: {ladder: [None, Some, All]}}
    {id: one, ask: A, answer: {single: [{id: a, en: A}, {id: b, en: B}]}, no_data: refused}
    {id: many, ask: A, answer: {multiple: {choices: [{id: a, en: A}, {id: b, en: B}, {id: c, en: C}, {id: none, en: None, alone: true}], min: 2, max: 2}}}
    {id: whole, ask: A, answer: {integer: {min: 1, max: 50}}, not_applicable: with_reason}
    {id: money, ask: A, answer: {money: {currency: EUR, min: 0, places: 2}}, not_applicable: allowed}
    {id: most, ask: A, answer: {integer: {max: 9}}}
    {id: year, ask: A, answer: {year: {max: 2026}}}
    {id: day, ask: A, answer: {date: {min: 2020-01-01, max: 2026-12-31}}}
    {id: since, ask: A, answer: {date: {min: 2020-01-01}}}
    {id: line, ask: A, answer: {text: {max: 5}}}
    {id: lines, ask: A, answer: {text: {lines: 3, max: 20}}}
    {id: own, ask: A, answer: {integer: {}}, require: [{if: this < whole, say: less}]}
    {id: signed, ask: A, answer: date, require: [{if: "yearsBetween(this, date('2026-12-31')) >= 2", say: old}]}
    """

  @Test(
    arguments: [
      ("ladder", "2", ""), ("one", "b", ""), ("one", "?", "no-data-refused"),
      ("one", "n/a", "not-applicable-refused"), ("many", "[a, c]", ""), ("many", "[none]", ""),
      ("many", "[a, none]", "alone-combined"), ("many", "[a]", "too-few-choices"),
      ("many", "[]", "too-few-choices"), ("many", "[a, b, c]", "too-many-choices"),
      ("many", "[a, zz]", "unknown-choice"), ("whole", "50", ""),
      ("whole", "51", "number-outside-limits"), ("whole", "2.5", "not-whole"),
      ("whole", "n/a", "reason-missing"), ("whole", "n/a:  ", "reason-missing"),
      ("whole", "n/a: nėra", ""), ("whole", "?", ""), ("money", "n/a", ""),
      ("money", "-0.001", "number-too-low too-many-places"), ("money", "12.34", ""),
      ("year", "2027", "number-outside-limits"), ("most", "10", "number-too-high"),
      ("day", "2026-02-11", ""),
      ("day", "2027-01-01", "day-outside-limits"), ("since", "2019-12-31", "day-too-early"),
      ("line", "ąčęėį", ""), ("line", "ąčęėįš", "text-too-long"), ("line", "a\nb", "several-lines"),
      ("line", " \n ", "empty-text"), ("lines", "a\n\tb", ""),
      ("lines", "\u{1B}[2J", "control-character"), ("lines", "a\u{202E}b", "control-character"),
      ("own", "9", ""), ("signed", "2024-12-31", ""), ("signed", "2025-01-01", "constraint"),
    ])
  func checksOfAnAnswerByItself(id: String, word: String, codes: String) throws {
    let scenario = try Scenario(Self.kinds)
    let answer = try #require(scenario.answer(word, to: id))
    let problems = scenario.interview.check(answer, for: scenario.place(id))
    #expect(
      problems.map { $0.code.rawValue.dropFirst("answer.".count) }.joined(separator: " ") == codes)
  }

  @Test func answersOfTheWrongShapeNeverCount() throws {
    var scenario = try Scenario(Self.kinds)
    for (id, value) in [
      ("ladder", AnswerValue.step(4)), ("ladder", .yesNo(true)), ("one", .choice(-1)),
      ("many", .choices([1, 0])), ("whole", .text("3")),
    ] {
      let place = scenario.place(id)
      _ = scenario.interview.record(.value(value), for: place)
      #expect(scenario.interview.state(of: place) == .unanswered)
      #expect(scenario.interview.problems(of: place).count == 1)
    }
    #expect(scenario.interview.progress.answered == 0)
  }

  @Test func constraintsAreCheckedBeforeRecording() throws {
    var scenario = try Scenario(Self.kinds)
    _ = scenario.say("whole", "5")
    let place = scenario.place("own")
    let codes = ["4", "5"].map { word in
      scenario.interview.check(.value(.number(.init(text: word) ?? 0)), for: place).map(\.code)
    }
    #expect(codes == [[], [.constraint]])
  }

  @Test func filesWriteIdentifiersAndReadThemBack() throws {
    let model = try Scenario(Self.kinds).model
    for (id, value) in [
      ("ladder", AnswerValue.step(3)), ("one", .choice(1)), ("whole", .number(50)),
      ("money", .number(DecimalNumber(text: "-12.5") ?? 0)), ("line", .text("yes")),
      ("day", .day(try #require(Day(text: "2026-02-11")))),
    ] {
      let kind = model.questions[try #require(model.index(of: id))].kind
      guard case .scalar(let text)? = kind.written(value) else {
        Issue.record("\(id) is not written as a scalar")
        continue
      }
      #expect(kind.value(written: text) == value)
    }
    #expect(model.questions[2].kind.written(.choices([0, 3])) == .list(["a", "none"]))
  }
}
