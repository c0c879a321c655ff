import Diagnostics
import Interview
import Numbers
import Questionnaire
import Results
import TestKit
import Testing

@Suite struct LastRoundTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(
    _ period: String, _ status: String, _ answers: String, by model: Questionnaire,
    member: String? = nil
  ) throws {
    try scratch.write(
      """
      branda: assessment/1
      cluster: laser-valley
      \(member.map { "member: \($0)\n" } ?? "")period: "\(period)"
      questionnaire: {id: small, version: \(model.version), digest: "\(model.digest)"}
      form: full
      status: \(status)

      answers:
      \(answers)

      """,
      to: member.map { "laser-valley/members/small-\(period).\($0).yaml" }
        ?? "laser-valley/small-\(period).yaml")
  }

  private func read(
    _ choice: EarlierRound, on model: Questionnaire, knowing old: Questionnaire? = nil,
    member: String? = nil
  ) throws -> Checked<LastRound?> {
    try scratch.folder.lastRound(
      choice, for: Fixture.key().of(member.map { .member($0) } ?? .manager), on: model
    ) {
      $0 == old?.digest ? old : nil
    }
  }

  @Test func theLatestSettledRoundIsOffered() throws {
    let model = try Fixture.model()
    for (period, status) in [
      ("2022", "locked"), ("2023", "confirmed"), ("2024", "returned"), ("2025", "draft"),
      ("2026", "confirmed"), ("2027", "confirmed"),
    ] {
      try write(period, status, "  members: {value: \(period.suffix(2))}", by: model)
    }
    let round = try #require(try read(.latest, on: model).value)
    #expect(round.period == "2023")
    #expect(
      round.offer(for: 0)
        == Response(answer: .value(.number(DecimalNumber(23))), carried: "2023"))
    #expect(try read(.none, on: model).value == nil)
    let named = try #require(Period(text: "2025"))
    #expect(try read(.of(named), on: model).value?.offered == [0])
    for period in ["2021", "2026", "2027"] {
      let other = try #require(Period(text: period))
      #expect(
        throws: ResultsError.missing(path: "\(scratch.path)/laser-valley/small-\(period).yaml")
      ) {
        try read(.of(other), on: model)
      }
    }
  }

  @Test func membersAreOfferedTheirOwnAnswersOnly() throws {
    let model = try Fixture.model()
    try write("2025", "confirmed", "  members: {value: 1}", by: model)
    try write("2025", "submitted", "  members: {value: 2}", by: model, member: "jonas")
    try write("2024", "submitted", "  members: {value: 3}", by: model, member: "ona")
    try write("2025", "draft", "  members: {value: 4}", by: model, member: "ona")
    func answer(_ member: String?) throws -> Answer? {
      try read(.latest, on: model, member: member).value?.offer(for: 0)?.answer
    }
    #expect(
      try [nil, "jonas", "ona", "rasa"].map(answer) == [
        Fixture.number(1).answer, Fixture.number(2).answer, Fixture.number(3).answer, nil,
      ])
  }

  /// What stood in the earlier file, and what is offered of it in 2026, as the file would hold it.
  static let responses: [(String, String?)] = [
    ("members: {value: 12}", "members: {value: 12, from: \"2025\"}"),
    ("members: {value: 900}", nil),
    ("members: {comment: a}", nil),
    ("patents: {no_data: true}", nil),
    ("patents: {not_applicable: Nėra}", "patents: {not_applicable: \"Nėra\", from: \"2025\"}"),
    (
      "members: {value: 12, from: 2024, comment: a, confirmed: {by: R, on: 2025-05-05}}",
      "members: {value: 12, from: \"2025\", comment: \"a\"}"
    ),
    (
      "members: {value: 12, evidence: [{text: a, valid_until: 2025-12-31}, {text: b, valid_until: 2026-01-01}, {text: c}]}",
      "members: {value: 12, from: \"2025\", evidence: [{text: \"b\", valid_until: 2026-01-01}, {text: \"c\"}]}"
    ),
  ]

  @Test(arguments: responses)
  func offersAreWhatStillHolds(written: String, offered: String?) throws {
    let model = try Fixture.model()
    let isRefused = written.contains("900")
    try write("2025", "locked", "  " + written, by: isRefused ? Self.looser() : model)
    let round = try #require(try read(.latest, on: model).value)
    #expect(round.unfit == (isRefused ? [0] : []))
    #expect(round.expired.map(\.value.count) == (written.contains("2025-12-31") ? [1] : []))
    var interview = Interview(model, context: .init(reportingYear: 2026))
    let taken = interview.takeOverAll(round)
    #expect(taken == round.offered && taken.isEmpty == (offered == nil))
    var assessment = StoredAssessment(
      header: AssessmentHeader(
        cluster: "a", period: try Fixture.key().period, questionnaire: "small", version: "1.0.0",
        digest: model.digest))
    for question in taken { assessment.responses[question] = interview.response(to: question) }
    let lines = assessment.text(on: model).split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(lines.map { String($0.dropFirst(2)) } == [offered].compactMap(\.self))
  }

  private static func looser() throws -> Questionnaire {
    try Fixture.model(
      Fixture.modelText.replacing("max: 500", with: "max: 1000")
        .replacing("version: 1.0.0", with: "version: 0.9.0"))
  }

  /// A stretch of the model, what stood there in the version of last round, last round's answer to
  /// it, and whether it is offered where that version is at hand, and where it is not.
  static let changes: [(String, String, String, Bool, Bool)] = [
    ("id: patents,", "id: fax,", "fax: {value: 7}", false, false),
    ("id: members, ask", "id: members, ask", "members: {value: 7}", true, true),
    (
      "yes_no}", "{single: [{id: yes, lt: T, en: Y}, {id: so, lt: S, en: S}]}}",
      "handover: {value: yes}", false, true
    ),
    ("yes_no}", "{integer: {}}}", "handover: {value: 3}", false, false),
    (
      "{id: association, lt: A, en: A}", "{id: union, lt: A, en: A}", "legal_form: {value: union}",
      false, false
    ),
    (
      "{id: association, lt: A, en: A}", "{id: association, lt: Z, en: Z}",
      "legal_form: {value: association}", true, true
    ),
    (
      "{lt: B, en: B}, {lt: C, en: C}", "{lt: C, en: C}", "coordination: {value: 2}", false, true
    ),
    ("currency: EUR", "currency: USD", "turnover: {value: 2}", false, true),
  ]

  @Test(arguments: changes)
  func answersToChangedQuestionsAreNotOffered(
    now: String, then: String, answer: String, ifKnown: Bool, ifUnknown: Bool
  ) throws {
    let model = try Fixture.model()
    let old = try Fixture.model(
      Fixture.modelText.replacing(now, with: then)
        .replacing("version: 1.0.0", with: "version: 0.9.0"))
    try write("2025", "confirmed", "  " + answer, by: old)
    #expect(try read(.latest, on: model, knowing: old).value?.offered.isEmpty == !ifKnown)
    #expect(try read(.latest, on: model).value?.offered.isEmpty == !ifUnknown)
  }

  @Test func renamedQuestionsAndChoicesAreOfferedUnderTheirNewNames() throws {
    let old = try Fixture.model(Fixture.modelText.replacing("1.0.0", with: "0.9.0"))
    let model = try Fixture.model(
      Fixture.modelText.replacing(
        "{id: legal_form,", with: "{id: form, renamed_from: [legal_form],"
      )
      .replacing(
        "{id: association,", with: "{id: union, renamed_from: [association],"))
    try write("2025", "confirmed", "  legal_form: {value: association}", by: old)
    let round = try #require(try read(.latest, on: model, knowing: old).value)
    #expect(round.offer(for: 1)?.answer == .value(.choice(0)))
    #expect(round.unfit == [])
  }

  @Test func takingOverOpensQuestionsAndKeepsWhatIsSaidAlready() throws {
    let model = try Fixture.model()
    try write(
      "2025", "confirmed",
      "  members: {value: 150, comment: seniau}\n  loyal_members: {value: 7, evidence: [{text: b}]}",
      by: model)
    let round = try #require(try read(.latest, on: model).value)
    var interview = Interview(model, context: .init(reportingYear: 2026))
    // Nothing counts before it is taken.
    #expect(interview.progress.answered == 0)
    interview.setComment("dabar", for: 0)
    interview.setEvidence([Evidence(text: "a")], for: 10)
    #expect(interview.takeOverAll(round) == [0, 10])
    #expect(
      interview.response(to: 0)
        == Response(
          answer: Fixture.number(150).answer, comment: "dabar", carried: "2025"))
    #expect(interview.response(to: 10)?.evidence.map(\.text) == ["a", "b"])
    // Another answer is no longer from then; the same once more still is.
    _ = interview.record(Fixture.number(150).answer, for: 0)
    #expect(interview.response(to: 0)?.carried == "2025")
    _ = interview.record(Fixture.number(151).answer, for: 0)
    #expect(interview.response(to: 0)?.carried == nil)
    // Answers of this round stay as they are.
    #expect(interview.takeOverAll(round) == [])
  }
}
