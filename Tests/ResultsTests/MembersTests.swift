import Diagnostics
import Interview
import Numbers
import Questionnaire
import Results
import Testing

@Suite struct MembersTests {
  let scratch: Scratch
  let model: Questionnaire

  init() throws {
    scratch = try Scratch()
    model = try Fixture.model(
      Fixture.modelText
        .replacing("answer: yes_no", with: "answer: yes_no, asked_of: [manager, members]")
        .replacing("{id: coordination,", with: "{id: coordination, asked_of: [members],")
        .replacing("{id: export_share,", with: "{id: export_share, asked_of: [members],")
        .replacing("{id: services,", with: "{id: services, asked_of: [members],"))
  }

  private func write(_ answers: String, of member: String, status: String = "draft") throws {
    try scratch.write(
      """
      branda: assessment/1
      cluster: laser-valley
      member: \(member)
      period: "2026"
      questionnaire: {id: small, version: 1.0.0, digest: "\(model.digest)"}
      form: full
      status: \(status)

      answers: {\(answers)}

      """, to: "laser-valley/members/small-2026.\(member).yaml")
  }

  private func answers() throws -> Checked<MembersAnswers> {
    try scratch.folder.membersAnswers(for: Fixture.key(), on: model)
  }

  @Test func figuresAreGivenFromThreeMembersOn() throws {
    #expect(try answers().value == MembersAnswers.none)
    try write("coordination: {value: 1}, handover: {value: yes}", of: "ona")
    try write("coordination: {value: 2}, handover: {value: no}", of: "jonas", status: "submitted")
    #expect(try answers().value.members == 2)
    #expect(try answers().value.means == [:])
    // Does not know, does not count among those of whom there is a figure.
    try write("coordination: {no_data: true}, export_share: {value: 10.1}", of: "rasa")
    #expect(try answers().value.members == 3)
    #expect(try answers().value.means == [:])
    try write(
      "coordination: {value: 2}, handover: {value: yes}, services: {value: [fairs]}, members: {value: 9}",
      of: "petras")
    let coordination = try #require(model.index(of: "coordination"))
    let handover = try #require(model.index(of: "handover"))
    let all = try answers()
    #expect(all.diagnostics == [])
    #expect(all.value.members == 4)
    #expect(all.value.means == [coordination: 5.0 / 3, handover: 2.0 / 3])
  }

  @Test func whatMembersSayIsNotQuotedWhereTheirFilesAreWrong() throws {
    try write("coordination: {value: 77317}", of: "ona")
    try write("coordination: {value: 1}", of: "jonas")
    let read = try answers()
    #expect(read.value.members == 1)
    let finding = try #require(read.diagnostics.first)
    #expect(read.diagnostics.count == 1 && finding.place == nil && finding.notes.isEmpty)
    #expect(
      finding.arguments == [
        "path": .text(scratch.path + "/laser-valley/members/small-2026.ona.yaml"),
        "member": .text("ona"), "count": .count(1),
      ])
  }

  @Test func membersFilesLieApartAndBearTheirNames() throws {
    try write("", of: "ona")
    try write("", of: "jonas")
    let files = ["small-2026.damaged.yaml.yaml", "small-2026.yaml", "small-2026.ona.history.jsonl"]
    for file in files { try scratch.write("", to: "laser-valley/members/" + file) }
    try scratch.write("", to: "laser-valley/small-2026.ona.yaml")
    let folder = scratch.folder
    let keys = try folder.assessments(ofMembersFor: Fixture.key())
    #expect(keys.map(\.member) == ["jonas", "ona"])
    #expect(try folder.assessments(of: "laser-valley") == [])
    #expect(
      folder.historyPath(keys[1])
        == scratch.path + "/laser-valley/members/small-2026.ona.history.jsonl")
    let own = try #require(try folder.read(keys[1], on: model).value)
    #expect(own.interview(on: model).context.respondent == .members)
    #expect(
      own.interview(on: model).asked.map { model.questions[$0].id }
        == ["services", "export_share", "handover", "coordination"])
    // The wrong name on a file.
    try write("", of: "rasa")
    let text = try #require(scratch.text("laser-valley/members/small-2026.rasa.yaml"))
    try scratch.write(text, to: "laser-valley/members/small-2026.ona.yaml")
    #expect(
      try folder.read(keys[1], on: model).diagnostics.map(\.code.rawValue)
        == ["assessment.other-member"])
  }

  @Test(arguments: ["", "..", "../ona", "a/b", "Ona", "a.b", "ona\n", "ą", "-a"])
  func membersNamesNeverLeadElsewhere(name: String) throws {
    #expect(throws: ResultsError.invalidName(.member, name)) {
      try Fixture.key().of(.member(name))
    }
  }
}
