import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit
import Testing

@Suite struct AssessmentFileTests {
  @Test func canonicalFilesComeBackByteForByte() throws {
    let model = try Fixture.model()
    let text = Fixture.text(digest: model.digest)
    let read = StoredAssessment.read(
      SourceFile(name: "a.yaml", text: text), on: model, as: try Fixture.key())
    #expect(read.diagnostics == [])
    let assessment = try #require(read.value)
    #expect(assessment.text(on: model) == text)
    #expect(
      assessment.responses[4]?.evidence == [
        Evidence(text: "Tvarka, Nr. 4", validUntil: Day(text: "2027-12-31")),
        Evidence(text: #"C:\a "b""#),
      ])
    let interview = assessment.interview(on: model)
    #expect(interview.isParked(10))
    #expect(interview.state(of: 5) == .notApplicable(reason: "Paslaugų klasteris"))
    #expect(interview.progress.answered == 9 && interview.progress.asked == 10)
  }

  @Test func otherWaysOfWritingMeanTheSame() throws {
    let model = try Fixture.model()
    let canonical = try #require(
      StoredAssessment.read(
        SourceFile(name: "", text: Fixture.text(digest: model.digest)), on: model
      ).value)
    // Hidden or not decides which section an answer is written to, not where it stood.
    let text = Fixture.text(digest: model.digest)
      .replacing("\"2026\"", with: "2026")
      .replacing(
        "value: yes, at: 2026-02-11T09:16:11Z, ",
        with: "at: '2026-02-11T09:16:11Z', value: \"yes\", "
      )
      .replacing("[training, fairs]", with: "[fairs, training]")
      .replacing("value: 12.5", with: "value: 12.50")
      .replacing("parked:\n", with: "")
    let other = StoredAssessment.read(SourceFile(name: "", text: text), on: model)
    #expect(other.value == canonical && other.diagnostics == [])
  }

  /// What a file says in its head cannot become another key of it when it is written again.
  @Test(arguments: ["lt\ncluster: other", "lt # no", "a: b", "-", "[lt", ""])
  func textsInTheHeadComeBack(language: String) throws {
    let model = try Fixture.model()
    let header = AssessmentHeader(
      cluster: "a", period: try #require(Period(text: "2026")), questionnaire: model.id,
      version: model.version, digest: model.digest, language: language, status: .draft)
    let text = StoredAssessment(header: header).text(on: model)
    let read = StoredAssessment.read(SourceFile(name: "", text: text), on: model)
    #expect(read.diagnostics == [])
    #expect(read.value?.header.language == (language.isEmpty ? nil : language))
  }

  @Test func emptyAssessmentsAreWrittenAndReadToo() throws {
    let model = try Fixture.model()
    let header = AssessmentHeader(
      cluster: "a", period: try #require(Period(text: "2026")), questionnaire: model.id,
      version: model.version, digest: model.digest, form: "express", status: .submitted)
    let assessment = StoredAssessment(header: header)
    let text = assessment.text(on: model)
    #expect(
      text == """
        branda: assessment/1
        cluster: a
        period: "2026"
        questionnaire: {id: small, version: 1.0.0, digest: "\(model.digest)"}
        form: express
        status: submitted

        answers: {}

        """)
    #expect(StoredAssessment.read(SourceFile(name: "", text: text), on: model).value == assessment)
  }

  /// A stretch of the canonical file, what stands there in a damaged one, and what is found in it.
  static let damages: [(String, String, String)] = [
    ("assessment/1", "⟦assessment/9⟧", "unknown-format"),
    ("laser-valley", "⟦other-valley⟧", "other-cluster"),
    ("laser-valley", "⟦../../etc⟧", "invalid-cluster"),
    ("\"2026\"", "⟦2026-H1⟧", "invalid-period"),
    ("\"2026\"", "⟦\"2025\"⟧", "other-period"),
    ("id: small", "id: ⟦large⟧", "other-questionnaire"),
    ("\"Lazerių slėnis\"", "⟦\"a\\nb\"⟧", "name-characters"),
    ("\"Lazerių slėnis\"", "⟦\"a\u{202E}b\"⟧", "name-characters"),
    ("\"Lazerių slėnis\"", "⟦\"\u{A0} \"⟧", "name-blank"),
    ("\"Lazerių slėnis\"", "⟦\(String(repeating: "ė", count: 201))⟧", "name-too-long"),
    ("\"Ąčęėįšųūž – „pastaba“\"", "⟦\"a\\e[2J\"⟧", "control-character"),
    ("\"Ąčęėįšųūž – „pastaba“\"", "⟦\(String(repeating: "ė", count: 2001))⟧", "text-too-long"),
    ("form: full", "form: ⟦expres⟧", "unknown-form"),
    ("status: draft", "status: ⟦done⟧", "unknown-status"),
    ("resume_at: patents", "resume_at: ⟦patent⟧", "unknown-question"),
    ("sequence: 41", "sequence: ⟦-3⟧", "wrong-value"),
    ("sequence: 41", "sequence: ⟦9223372036854775807⟧", "wrong-value"),
    ("invented: true", "invented: ⟦yes⟧", "wrong-shape"),
    ("language: lt\nstatus: draft\n", "⟦lang⟧: lt\nstatus: draft\n", "unknown-key"),
    ("branda: assessment/1\ncluster", "⟦cluster⟧", "missing-key"),
    ("  members:", "  ⟦membres⟧:", "unknown-question"),
    ("value: 23", "value: ⟦0⟧", "number-outside-limits"),
    ("value: 23", "value: ⟦many⟧", "wrong-value"),
    ("value: 23", "value: ⟦2.5⟧", "not-whole"),
    ("value: 23", "value: ⟦99999999999999999999⟧", "wrong-value"),
    ("value: 23", "value: ⟦[23]⟧", "wrong-value"),
    ("value: 23", "value: 23, ⟦no_data⟧: true", "several-outcomes"),
    ("value: 23", "value: 23, ⟦valu⟧: 24", "unknown-key"),
    ("{value: 23,", "{value: ⟦⟧,", "wrong-value"),
    ("value: association", "value: ⟦asociation⟧", "unknown-choice"),
    ("[training, fairs]", "[training, ⟦fair⟧, ⟦fore⟧]", "unknown-choice unknown-choice"),
    ("[training, fairs]", "[training, ⟦training⟧]", "repeated-choice"),
    ("[training, fairs]", "⟦[training, none]⟧", "alone-combined"),
    ("[training, fairs]", "⟦training⟧", "wrong-value"),
    ("value: 12.5", "value: ⟦12.55⟧", "too-many-places"),
    ("value: 12.5", "value: ⟦\"12,5\"⟧", "wrong-value"),
    ("value: yes", "value: ⟦true⟧", "wrong-value"),
    ("\"Paslaugų klasteris\"", "⟦true⟧", "reason-missing"),
    ("no_data: true", "no_data: ⟦maybe⟧", "wrong-value"),
    ("2027-12-31", "⟦2027-02-30⟧", "wrong-value"),
    ("at: 2026-02-11T09:18:20Z", "at: ⟦2026-02-11⟧", "wrong-value"),
    ("value: 2013-05-06", "value: ⟦1999-12-31⟧", "day-too-early"),
    (
      "\"Pirma eilutė", "⟦\"\\e[2JPirma eilutė\\n\\tantra: {ne, #}\\u2028\"⟧, note: \"",
      "control-character unknown-key"
    ),
    ("{comment: \"grįšiu\",", "{comment: ⟦\"\\u0007\"⟧,", "control-character"),
    ("from: \"2025\"", "from: ⟦last⟧", "wrong-value"),
    (
      "{by: \"Rasa Petrauskienė\", on: 2026-03-02, note: \"Kas \\\"vadovas\\\"?\"}",
      "{⟦by⟧: R, on: 2026-03-02}", "missing-key"
    ),
    ("note: \"Kas \\\"vadovas\\\"?\"", "note: ⟦\"\\e[2J\"⟧", "control-character"),
    ("{by: \"Rasa Petrauskienė\", at:", "{by: ⟦\"a\\nb\"⟧, at:", "name-characters"),
    ("at: 2026-03-02T10:00:00Z", "at: ⟦today⟧", "wrong-value"),
    ("invented: true", "member: ⟦jonas⟧\ninvented: true", "member-among-clusters"),
    ("invented: true", "invented: true\ntags: [pilot, ⟦Pilot⟧]", "invalid-tag"),
    ("invented: true", "invented: true\ntags: ⟦pilot⟧", "wrong-shape"),
    ("invented: true", "member: ⟦../jonas⟧\ninvented: true", "invalid-member"),
    ("  loyal_members:", "  ⟦members⟧:", "repeated-question"),
    ("answers:\n", "⟦answer⟧:\n", "missing-key unknown-key"),
  ]

  @Test(arguments: damages)
  func damagedFilesAreToldWhereAndWhy(found: String, put: String, codes: String) throws {
    let model = try Fixture.model()
    let canonical = Fixture.text(digest: model.digest)
    let range = try #require(canonical.range(of: found))
    let marked = Marked(canonical.replacingCharacters(in: range, with: put))
    let file = SourceFile(name: "a.yaml", text: marked.text)
    let read = StoredAssessment.read(file, on: model, as: try Fixture.key())
    #expect(read.value == nil)
    let told = read.diagnostics.map { $0.code.rawValue.dropFirst("assessment.".count) }
    #expect(Set(told) == Set(codes.split(separator: " ")))
    let places = read.diagnostics.compactMap { $0.place?.range }
    for range in marked.ranges { #expect(places.contains(range)) }
  }

  @Test func allFindingsComeInOneRun() throws {
    let model = try Fixture.model()
    let text = Fixture.text(digest: model.digest)
      .replacing("status: draft", with: "status: done")
      .replacing("value: 23", with: "value: 0").replacing("value: yes", with: "value: no way")
      .replacing("loyal_members", with: "royal_members")
    let read = StoredAssessment.read(SourceFile(name: "a.yaml", text: text), on: model)
    #expect(
      read.diagnostics.map(\.code.rawValue) == [
        "assessment.unknown-status", "assessment.number-outside-limits", "assessment.wrong-value",
        "assessment.unknown-question",
      ])
    #expect(read.diagnostics.last?.arguments["suggestion"] == .text("loyal_members"))
  }

  @Test func answersToAnEarlierModelAreKeptWithAWarning() throws {
    let model = try Fixture.model()
    let text = Fixture.text(digest: "sha256:00").replacing("value: 23", with: "value: 900")
    let read = StoredAssessment.read(SourceFile(name: "a.yaml", text: text), on: model)
    #expect(
      read.diagnostics.map(\.code.rawValue)
        == ["assessment.same-version", "assessment.number-outside-limits"])
    #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
    let interview = try #require(read.value).interview(on: model)
    #expect(interview.problems.map(\.code) == [.numberOutsideLimits])
    let earlier = text.replacing("version: 1.0.0", with: "version: 0.9.0")
    #expect(
      StoredAssessment.read(SourceFile(name: "a.yaml", text: earlier), on: model)
        .diagnostics.first?.code.rawValue == "assessment.other-digest")
  }

  @Test(arguments: [
    "members: 23\nservices: [fairs]\npatents: {not_applicable: nėra}\nhandover: no\n",
    "answers: {members: 23, services: [fairs], patents: {not_applicable: nėra}, handover: {value: no}}",
    #"{"members": 23, "services": ["fairs"], "patents": {"not_applicable": "n\u0117ra"}, "handover": "no"}"#,
  ])
  func answersFilesComeInThreeShapes(text: String) throws {
    let model = try Fixture.model()
    let read = AnswersFile.read(SourceFile(name: "answers", text: text), on: model)
    #expect(read.diagnostics == [])
    #expect(
      read.value?.responses == [
        0: Fixture.number(23), 2: Response(answer: .value(.choices([1]))),
        4: Response(answer: .value(.yesNo(false))),
        5: Response(answer: .notApplicable(reason: "nėra")),
      ])
  }

  @Test func answersFilesAreCheckedLikeAssessments() throws {
    let model = try Fixture.model()
    let marked = Marked("members: ⟦0⟧\n⟦nothing⟧: 1\nhandover: {value: no, ⟦because⟧: x}\n")
    let read = AnswersFile.read(SourceFile(name: "answers", text: marked.text), on: model)
    #expect(read.value == nil)
    #expect(read.diagnostics.compactMap { $0.place?.range } == marked.ranges)
  }

  @Test func instantsAndPeriodsAreReadAndWritten() {
    let instants = ["1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2026-02-11T09:14:03Z"]
    #expect(instants.map { Instant(text: $0)?.description } == instants)
    #expect(instants.map { Instant(text: $0)?.secondsSince1970 } == [0, -1, 1_770_801_243])
    #expect(
      ["2026-02-11 09:14:03Z", "2026-02-30T09:14:03Z", "2026-02-11T24:00:00Z", ""]
        .allSatisfy { Instant(text: $0) == nil })
    let periods = ["2025", "2026-Q1", "2026-Q2", "2026-H1", "2026-H2", "2026"]
    #expect(periods.compactMap { Period(text: $0) }.sorted().map(\.description) == periods)
    #expect(
      ["", "26", "2026-", "2026-H3", "2026-Q5", "0026", "2026-H1-Q1"]
        .allSatisfy { Period(text: $0) == nil })
  }
}
