import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit
import Testing

/// Answers under other versions of the questionnaire than the one they were given to.
@Suite struct VersionsTests {
  /// `members` and a choice have other names, a choice is retired, `export_share` is gone,
  /// `handover` takes another kind of answer, the short form is gone.
  static let second = Fixture.modelText
    .replacing("version: 1.0.0", with: "version: 2.0.0")
    .replacing("forms: [{id: express, title: {lt: Trumpa, en: Short}}]\n", with: "")
    .replacing("{id: members,", with: "{id: member_count, renamed_from: [members],")
    .replacing("members > 100", with: "member_count > 100")
    .replacing("{id: association,", with: "{id: club, renamed_from: [association],")
    .replacing("{id: fairs,", with: "{id: fairs, retired: true,")
    .replacing(
      "  - {id: export_share, ask: {lt: E?, en: E?}, answer: {percent: {places: 1}}}\n", with: ""
    )
    .replacing(
      "{lt: H?, en: H?}, answer: yes_no",
      with: "{lt: H?, en: H?}, answer: {ladder: [{lt: A, en: A}, {lt: B, en: B}]}")

  /// `member_count` is gone, `legal_form` has the old choices again, and `export_share` is back.
  static let third = Fixture.modelText
    .replacing("version: 1.0.0", with: "version: 3.0.0")
    .replacing(
      "  - {id: members, ask: {lt: Nariai?, en: Members?}, answer: {integer: {min: 1, max: 500}}}\n",
      with: ""
    )
    .replacing(", show_if: members > 100", with: "")

  private func read(_ text: String, on model: Questionnaire) throws
    -> Checked<StoredAssessment?>
  {
    StoredAssessment.read(SourceFile(name: "a.yaml", text: text), on: model, as: try Fixture.key())
  }

  @Test func newNamesAreTakenOverAndTheRestIsKept() throws {
    let first = try Fixture.model()
    let second = try Fixture.model(Self.second)
    let text = Fixture.text(digest: first.digest).replacing("form: full", with: "form: express")
    let read = try read(text, on: second)
    #expect(
      read.diagnostics.summary == [
        "6:52 warning assessment.other-digest",
        "7:7 warning assessment.form-gone",
        "16:3 note assessment.question-renamed",
        "17:23 note assessment.choice-renamed",
        "19:3 warning assessment.question-gone",
        "20:21 warning assessment.value-gone",
      ])
    let written = try #require(read.value).text(on: second)
    let parts = written.split(separator: "\n\n").map(String.init)
    #expect(parts[0].contains("form: full\n"))
    #expect(
      parts[1] == """
        answers:
          member_count: {value: 23, at: 2026-02-11T09:14:03Z, confirmed: {by: "Rasa Petrauskienė", on: 2026-03-02}}
          legal_form: {value: club, at: 2026-02-11T09:14:40Z}
          services: {value: [training, fairs], at: 2026-02-11T09:15:02Z}
          patents: {not_applicable: "Paslaugų klasteris", at: 2026-02-11T09:17:00Z, from: "2025"}
          turnover: {no_data: true, at: 2026-02-11T09:17:20Z}
          since: {value: 2013-05-06, at: 2026-02-11T09:18:20Z}
          story: {value: "Pirma eilutė\\n\\tantra: {ne, #}\\u2028", at: 2026-02-11T09:19:20Z}
          coordination: {comment: "grįšiu", returned: {by: "Rasa Petrauskienė", on: 2026-03-02, note: "Kas \\"vadovas\\"?"}}
        parked:
          loyal_members: {value: 4, at: 2026-02-10T18:02:00Z}
        kept:
          export_share: {value: 12.5, at: 2026-02-11T09:15:30Z, comment: "Be dviejų naujų narių"}
          handover: {value: yes, at: 2026-02-11T09:16:11Z, evidence: [{text: "Tvarka, Nr. 4", valid_until: 2027-12-31}, {text: "C:\\\\a \\"b\\""}]}

        """)
  }

  /// Each response carries a remark of its own, by which it is known again whatever becomes of it.
  @Test(arguments: 0..<40) func nothingIsLostInWhateverOrder(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let models = try [Fixture.modelText, Self.second, Self.third].map { try Fixture.model($0) }
    var model = models[0]
    var header = AssessmentHeader(
      cluster: "laser-valley", period: try #require(Period(text: "2026")),
      questionnaire: model.id, version: model.version, digest: model.digest)
    header.sequence = 3
    var text = StoredAssessment(header: header).text(on: model)
    var remarks: [String] = []
    for step in 0..<30 {
      let other = try #require(models.randomElement(using: &random))
      // What a store does that records an answer: it takes over the digest.
      let read = try read(text, on: other)
      #expect(!read.hasErrors, "\(read.diagnostics.summary) in \(text)")
      var assessment = try #require(read.value)
      model = other
      assessment.header.digest = model.digest
      assessment.header.version = model.version
      let question = try #require(model.questions.randomElement(using: &random))
      let values: [AnswerValue] = [
        .number(23), .choice(0), .choices([0]), .yesNo(true), .step(2), .text("x"),
      ]
      if assessment.responses[question.index] == nil,
        let value = values.first(where: question.kind.accepts)
      {
        let remark = "remark \(step)."
        remarks.append(remark)
        assessment.responses[question.index] = Response(answer: .value(value), comment: remark)
      }
      text = assessment.text(on: model)
    }
    for remark in remarks {
      #expect(text.ranges(of: remark).count == 1, "\(remark) in \(text)")
    }
    #expect(remarks.count > 5)
  }

  @Test func aStoreGoesOnWithTheNewVersionAndItsHistoryTellsAll() throws {
    let first = try Fixture.model()
    let second = try Fixture.model(Self.second)
    let scratch = try Scratch()
    let key = try Fixture.key()
    do {
      let store = try #require(
        try AssessmentStore.open(key, in: scratch.folder, on: first).value)
      try store.accept(Fixture.number(23), for: 0, at: Fixture.time(0), by: "manager")
      try store.accept(Fixture.number(7), for: 3, at: Fixture.time(1), by: "manager")
      try store.accept(
        Response(answer: .value(.choice(0))), for: 1, at: Fixture.time(2), by: "manager")
    }
    do {
      // A position alone: the names in the file are the new version's, and so is the digest.
      let store = try #require(
        try AssessmentStore.open(key, in: scratch.folder, on: second).value)
      store.setPosition(2)
    }
    let text = try #require(scratch.text("laser-valley/small-2026.yaml"))
    #expect(
      text == """
        branda: assessment/1
        cluster: laser-valley
        period: "2026"
        questionnaire: {id: small, version: 2.0.0, digest: "\(second.digest)"}
        form: full
        status: draft
        resume_at: services
        sequence: 3

        answers:
          member_count: {value: 23, at: 2026-02-11T09:14:03Z}
          legal_form: {value: club, at: 2026-02-11T09:14:05Z}
        kept:
          export_share: {value: 7, at: 2026-02-11T09:14:04Z}

        """)
    let read = try scratch.folder.read(key, on: second)
    #expect(read.diagnostics == [])
    try FileManager.default.removeItem(atPath: scratch.path + "/laser-valley/small-2026.yaml")
    let rebuilt = try scratch.folder.read(key, on: second)
    #expect(rebuilt.diagnostics.map(\.code.rawValue) == ["results.assessment-missing"])
    #expect(rebuilt.value?.kept == read.value?.kept)
    #expect(rebuilt.value?.responses == read.value?.responses)
  }

  /// A value that a new version refuses stays readable when other answers are recorded by that
  /// version, with the history or without it; a mistake of the same kind stays one.
  @Test(arguments: [true, false])
  func aRefusedValueStaysReadable(hasHistory: Bool) throws {
    let first = try Fixture.model()
    let strict = try Fixture.model(
      Fixture.modelText.replacing("version: 1.0.0", with: "version: 2.0.0")
        .replacing("{min: 1, max: 500}", with: "{min: 1, max: 50}"))
    let scratch = try Scratch()
    let key = try Fixture.key()
    func open(_ model: Questionnaire) throws -> AssessmentStore {
      try #require(try AssessmentStore.open(key, in: scratch.folder, on: model).value)
    }
    try open(first).accept(Fixture.number(60), for: 0, at: Fixture.time(0), by: "manager")
    if !hasHistory {
      try FileManager.default.removeItem(atPath: scratch.folder.historyPath(key))
    }
    try open(strict).accept(Fixture.number(5), for: 5, at: Fixture.time(1), by: "manager")
    let read = try scratch.folder.read(key, on: strict)
    #expect(read.value?.responses[0] == Fixture.number(60))
    #expect(read.value?.times[0] == Fixture.time(0))
    #expect(read.diagnostics.summary == ["10:20 warning assessment.number-outside-limits"])
    let file = "laser-valley/small-2026.yaml"
    try scratch.write(
      try #require(scratch.text(file)).replacing("value: 60", with: "value: 70"), to: file)
    #expect(try scratch.folder.read(key, on: strict).value == nil)
  }
}
