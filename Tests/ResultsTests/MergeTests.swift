import Diagnostics
import Foundation
import Interview
import Questionnaire
import Results
import TestKit
import Testing

/// A copy of an assessment that went by mail, was changed on both sides, and came back.
@Suite struct MergeTests {
  /// What happened on each side after the copy was made. Both began with `members: 5`, then
  /// `coordination: 2`, then `turnover` not known, a minute between each.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var here: [Step] = []
    var there: [Step] = []
    /// Whether the history came with the copy.
    var hasHistory = false
    var taking: String?
    /// `members` as it is afterwards, and what became of it.
    var becomes: Int?
    var outcome: AssessmentMerge.Outcome?
  }

  struct Step: Sendable {
    var number: Int?
    var minute: Int
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing changed", becomes: 5, outcome: .equal),
    Case(
      testDescription: "changed there", there: [Step(number: 6, minute: 10)], becomes: 6,
      outcome: .taken),
    Case(
      testDescription: "changed here: the copy is older", here: [Step(number: 6, minute: 10)],
      becomes: 6, outcome: .older),
    Case(
      testDescription: "changed to the same", here: [Step(number: 6, minute: 10)],
      there: [Step(number: 6, minute: 11)], becomes: 6, outcome: .equal),
    Case(
      testDescription: "changed on both sides", here: [Step(number: 6, minute: 10)],
      there: [Step(number: 7, minute: 11)], becomes: 6, outcome: .conflict(.answer)),
    Case(
      testDescription: "changed on both sides, there first",
      here: [Step(number: 6, minute: 11)], there: [Step(number: 7, minute: 10)], becomes: 6,
      outcome: .conflict(.answer)),
    Case(
      testDescription: "changed on both sides, and the file preferred",
      here: [Step(number: 6, minute: 10)], there: [Step(number: 7, minute: 11)],
      taking: "members", becomes: 7, outcome: .taken),
    Case(
      testDescription: "changed back there to what it was here long ago",
      there: [Step(number: 6, minute: 10), Step(number: 5, minute: 11)], becomes: 5,
      outcome: .equal),
    Case(
      testDescription: "removed here, as it was there", here: [Step(number: nil, minute: 10)],
      becomes: nil, outcome: .older),
    Case(
      testDescription: "removed here, changed there", here: [Step(number: nil, minute: 10)],
      there: [Step(number: 7, minute: 11)], becomes: 7, outcome: .taken),
    Case(
      testDescription: "removed there", there: [Step(number: nil, minute: 10)], becomes: 5,
      outcome: nil),
    Case(
      testDescription: "the history shows that the sender had seen it",
      here: [Step(number: 6, minute: 10)],
      there: [Step(number: 6, minute: 10), Step(number: 7, minute: 11)], hasHistory: true,
      becomes: 7, outcome: .taken),
    Case(
      testDescription: "without the history it is a conflict",
      here: [Step(number: 6, minute: 10)],
      there: [Step(number: 6, minute: 10), Step(number: 7, minute: 11)], becomes: 6,
      outcome: .conflict(.answer)),
  ]

  let model: Questionnaire
  let here: SimulatedDisk
  let there: SimulatedDisk
  let key: AssessmentKey

  init() throws {
    model = try Fixture.model()
    here = SimulatedDisk(seed: 1)
    there = SimulatedDisk(seed: 1)
    key = try Fixture.key()
    for disk in [here, there] {
      let store = try Self.open(disk, key, model)
      try store.accept(Fixture.number(5), for: 0, at: Fixture.time(0), by: "manager")
      try store.accept(
        Response(answer: .value(.step(2)), comment: "first"), for: 9, at: Fixture.time(60),
        by: "manager")
      try store.accept(Response(answer: .noData), for: 6, at: Fixture.time(120), by: "manager")
    }
  }

  private static func open(
    _ disk: SimulatedDisk, _ key: AssessmentKey, _ model: Questionnaire
  ) throws -> AssessmentStore {
    let folder = ResultsFolder("results", files: FileSystem(calls: disk))
    return try #require(try AssessmentStore.open(key, in: folder, on: model).value)
  }

  private func folder(_ disk: SimulatedDisk) -> ResultsFolder {
    ResultsFolder("results", files: FileSystem(calls: disk))
  }

  private func take(_ steps: [Step], _ disk: SimulatedDisk) throws {
    let store = try Self.open(disk, key, model)
    for step in steps {
      try store.accept(
        step.number.map(Fixture.number), for: 0, at: Fixture.time(step.minute * 60), by: "manager")
    }
  }

  /// Sets the copy beside what is here, and records what is taken.
  private func merge(
    hasHistory: Bool = false, taking: String? = nil, by sender: String = "manager",
    at minute: Int = 100
  ) throws -> AssessmentMerge {
    let theirs = try #require(try folder(there).read(key, on: model).value)
    let store = try Self.open(here, key, model)
    let history = there.content(folder(there).historyPath(key))
    let merge = AssessmentMerge(
      of: theirs, hasHistory ? theirs.past(by: history, on: model) : nil, into: store.assessment,
      try folder(here).past(of: key, store.assessment, on: model), by: sender,
      prefersTheirs: { model.questions[$0].id == taking })
    for item in merge.items where item.merged != (item.ours ?? Response()) {
      try store.accept(
        item.merged, for: item.question, at: Fixture.time(minute * 60), given: item.given,
        by: sender)
    }
    return merge
  }

  private var present: StoredAssessment? { try? folder(here).read(key, on: model).value }

  @Test(arguments: cases) func mergesAnswerByAnswer(_ example: Case) throws {
    try take(example.here, here)
    try take(example.there, there)
    let merge = try merge(hasHistory: example.hasHistory, taking: example.taking)
    #expect(merge.items.first { $0.question == 0 }?.outcome == example.outcome)
    #expect(present?.responses[0] == example.becomes.map(Fixture.number))
    // What is not new once is not new twice.
    let again = try self.merge(hasHistory: example.hasHistory, taking: example.taking)
    #expect(again.items.allSatisfy { $0.outcome != .taken })
    #expect(try folder(here).verify(key, on: model).diagnostics == [])
  }

  /// The same sender's next mail goes on from the one before, also in its latest answer; another's
  /// does not.
  @Test func theNextMailGoesOnFromTheOneBefore() throws {
    try take([Step(number: 6, minute: 10)], there)
    #expect(try merge(at: 20).items[0].outcome == .taken)
    #expect(present?.times[0] == Fixture.time(600))
    try take([Step(number: 7, minute: 30)], there)
    #expect(try merge(by: "Ona", at: 40).items[0].outcome == .conflict(.answer))
    #expect(try merge(at: 40).items[0].outcome == .taken)
    try take([Step(number: 8, minute: 50)], here)
    try take([Step(number: 9, minute: 60)], there)
    #expect(try merge(at: 70).items[0].outcome == .conflict(.answer))
  }

  /// Comments and proofs are merged beside the answer.
  @Test func remarksAndProofs() throws {
    func say(_ disk: SimulatedDisk, _ comment: String?, _ proofs: [String]) throws {
      try Self.open(disk, key, model).accept(
        Response(
          answer: .value(.step(2)), comment: comment, evidence: proofs.map { Evidence(text: $0) }),
        for: 9, at: Fixture.time(600), by: "manager")
    }
    try say(here, "first", ["a", "b"])
    try say(there, "first", ["b", "c"])
    let merged = try merge()
    #expect(merged.items.last?.outcome == .taken)
    #expect(present?.responses[9]?.evidence.map(\.text) == ["a", "b", "c"])
    try say(here, "ours", ["a"])
    try say(there, "theirs", ["b", "c"])
    #expect(try merge().items.last?.outcome == .conflict(.comment))
    // Proofs taken away here do not come back.
    #expect(present?.responses[9]?.evidence.map(\.text) == ["a"])
    #expect(try merge(taking: "coordination").items.last?.outcome == .taken)
    #expect(present?.responses[9]?.comment == "theirs")
  }

  /// What the copy says of confirmations counts for nothing; those here stay as long as the answer.
  @Test func confirmationsDoNotCome() throws {
    let word = Confirmation(by: "Rasa", on: try #require(Fixture.time(0).day))
    for disk in [here, there] {
      let store = try Self.open(disk, key, model)
      let question = disk === here ? 9 : 0
      var response = try #require(store.assessment.responses[question])
      response.confirmation = word
      try store.accept(response, for: question, at: Fixture.time(300), by: "Rasa")
    }
    let merge = try merge()
    #expect(merge.droppedConfirmations == 1)
    #expect(present?.responses[0]?.confirmation == nil)
    #expect(present?.responses[9]?.confirmation == word)
  }
}
