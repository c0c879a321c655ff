import Questionnaire
import Results
import Testing

@Suite struct StatusTests {
  /// Rows: states; columns: steps in the order of `Step.allCases`.
  static let table: [(AssessmentStatus, String)] = [
    (.draft, "submitted – – – –"),
    (.submitted, "– returned confirmed – –"),
    (.returned, "submitted – – – –"),
    (.confirmed, "– – – locked submitted"),
    (.locked, "– – – – submitted"),
  ]

  @Test(arguments: table)
  func stepsLeadFromStateToState(status: AssessmentStatus, row: String) throws {
    let after = AssessmentStatus.Step.allCases.map { status.after($0)?.rawValue ?? "–" }
    #expect(after.joined(separator: " ") == row)
    // Whoever's turn it is has a step to take, and nobody else has any but to reopen.
    let roles = Set(
      AssessmentStatus.Step.allCases.filter { status.after($0) != nil }.map(\.role))
    #expect(roles == [status.turn ?? .facilitator])
    let model = try Fixture.model()
    for step in AssessmentStatus.Step.allCases {
      var header = AssessmentHeader(
        cluster: "a", period: try Fixture.key().period, questionnaire: model.id,
        version: model.version, digest: model.digest, status: status)
      header.take(step, at: Fixture.time(1), by: "Rasa")
      let isTaken = status.after(step) != nil
      #expect(header.changed == (isTaken ? .init(by: "Rasa", at: Fixture.time(1)) : nil))
      #expect(header.status == status.after(step) ?? status)
    }
  }
}
