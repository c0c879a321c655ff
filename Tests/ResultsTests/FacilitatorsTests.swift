import Diagnostics
import Interview
import Questionnaire
import Results
import Testing

@Suite struct FacilitatorsTests {
  let scratch: Scratch
  let model: Questionnaire

  init() throws {
    scratch = try Scratch()
    model = try Fixture.model(
      Fixture.modelText.replacing("answer: yes_no", with: "answer: yes_no, asked_of: [members]"))
  }

  private func write(_ answers: String, head: String, to path: String) throws {
    try scratch.write(
      """
      branda: assessment/1
      cluster: laser-valley
      \(head)
      period: "2026"
      questionnaire: {id: small, version: 1.0.0, digest: "\(model.digest)"}
      form: full
      status: draft

      answers: {\(answers)}

      """, to: "laser-valley/" + path)
  }

  @Test func theirRatingsLieApartAndBearNoNames() throws {
    try write(
      "coordination: {value: 2}", head: "facilitator: rasa",
      to: "facilitators/small-2026.rasa.yaml")
    try write(
      "coordination: {value: 3}", head: "facilitator: aiste",
      to: "facilitators/small-2026.aiste.yaml")
    try write("", head: "facilitator: rasa", to: "facilitators/small-2025.rasa.yaml")
    let key = try Fixture.key()
    let read = try scratch.folder.facilitatorsRatings(for: key, on: model)
    let coordination = try #require(model.index(of: "coordination"))
    #expect(read.diagnostics == [])
    #expect(
      read.value.map { $0.state(of: coordination) } == [
        .answered(.step(3)), .answered(.step(2)),
      ])
    // They answer what the manager is asked, and not what only members are.
    let asked = read.value.first?.asked.map { model.questions[$0].id } ?? []
    #expect(asked.contains("coordination") && !asked.contains("handover"))
    #expect(try scratch.folder.membersAnswers(for: key, on: model).value.members == 0)
    #expect(try scratch.folder.assessments(of: "laser-valley") == [])
    let own = try key.of(.facilitator("rasa"))
    #expect(
      scratch.folder.assessmentPath(own)
        == scratch.path + "/laser-valley/facilitators/small-2026.rasa.yaml")
    #expect(
      try scratch.folder.everything(of: "laser-valley").map(\.rater.description)
        == ["facilitator:rasa", "facilitator:aiste", "facilitator:rasa"])
    let text = try #require(try scratch.folder.read(own, on: model).value).text(on: model)
    #expect(text.contains("\nfacilitator: rasa\n"))
  }

  @Test func whoseFileCannotBeReadIsNotSaid() throws {
    try write(
      "coordination: {value: 9}", head: "facilitator: rasa",
      to: "facilitators/small-2026.rasa.yaml")
    let read = try scratch.folder.facilitatorsRatings(for: Fixture.key(), on: model)
    #expect(read.value.isEmpty)
    #expect(
      read.diagnostics == [
        Diagnostic(
          .init("results.facilitator-unreadable"), .warning, at: nil,
          ["cluster": .text("laser-valley"), "period": .text("2026")])
      ])
  }

  @Test(arguments: [
    (
      "facilitator: tomas", "facilitators/small-2026.rasa.yaml", "facilitator:rasa",
      "other-facilitator"
    ),
    ("member: rasa", "facilitators/small-2026.rasa.yaml", "facilitator:rasa", "other-facilitator"),
    (
      "invented: true", "facilitators/small-2026.rasa.yaml", "facilitator:rasa", "other-facilitator"
    ),
    ("facilitator: rasa", "members/small-2026.rasa.yaml", "member:rasa", "other-member"),
    ("facilitator: rasa", "small-2026.yaml", "manager", "facilitator-among-clusters"),
    ("facilitator: Rasa", "small-2026.yaml", "manager", "invalid-facilitator"),
    (
      "member: rasa\nfacilitator: rasa", "members/small-2026.rasa.yaml", "member:rasa",
      "two-raters"
    ),
  ])
  func headsThatBelongElsewhere(_ head: String, _ path: String, _ rater: String, _ code: String)
    throws
  {
    try write("", head: head, to: path)
    let key = try Fixture.key().of(#require(Rater(rater)))
    let read = try scratch.folder.read(key, on: model)
    #expect(read.diagnostics.map(\.code.rawValue) == ["assessment." + code])
  }

  @Test(arguments: ["", "..", "../rasa", "a/b", "Rasa", "a.b", "rasa\n", "-a"])
  func namesNeverLeadElsewhere(name: String) throws {
    #expect(throws: ResultsError.invalidName(.facilitator, name)) {
      try Fixture.key().of(.facilitator(name))
    }
  }

  @Test(arguments: ["manager", "member:a", "facilitator:b-2", "member:"])
  func ratersAreWrittenAsTheyAreRead(_ text: String) {
    #expect(Rater(text)?.description == text)
  }

  @Test(arguments: ["", "managers", "manager:x", "member", "facilitator", "somebody:x"])
  func nobodyElseAnswers(_ text: String) { #expect(Rater(text) == nil) }
}
