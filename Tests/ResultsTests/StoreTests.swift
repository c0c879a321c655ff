import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit
import Testing

@Suite struct StoreTests {
  let model: Questionnaire
  let scratch: Scratch
  let key: AssessmentKey
  let file = "laser-valley/small-2026.yaml"
  let history = "laser-valley/small-2026.history.jsonl"

  init() throws {
    model = try Fixture.model()
    scratch = try Scratch()
    key = try Fixture.key()
  }

  private func openOnce() throws -> Checked<AssessmentStore?> {
    try AssessmentStore.open(key, in: scratch.folder, on: model)
  }

  /// Opens, and waits a little for a lock: other tests of this process start programs, and each
  /// shares all locks between its fork and its start.
  private func open() throws -> Checked<AssessmentStore?> {
    for _ in 0..<100 {
      do { return try openOnce() } catch ResultsError.locked { usleep(20_000) }
    }
    return try openOnce()
  }

  /// Accepts three answers and leaves.
  private func begin() throws -> StoredAssessment {
    let store = try #require(try open().value)
    try store.update(at: Fixture.time(0), by: "manager") {
      $0.language = "lt"
      $0.form = "express"
    }
    try store.accept(Fixture.number(150), for: 0, at: Fixture.time(1), by: "manager")
    try store.accept(Fixture.number(7), for: 10, at: Fixture.time(2), by: "manager")
    try store.accept(Fixture.number(9), for: 0, at: Fixture.time(3), by: "manager")
    store.setPosition(1)
    return store.assessment
  }

  @Test func everyAnswerIsOnDiskInBothFiles() throws {
    let assessment = try begin()
    #expect(
      scratch.text(history) == """
        {"n":1,"at":"2026-02-11T09:14:03Z","by":"manager","head":{"form":"express","language":"lt","status":"draft"}}
        {"n":2,"at":"2026-02-11T09:14:04Z","by":"manager","question":"members","new":{"value":150}}
        {"n":3,"at":"2026-02-11T09:14:05Z","by":"manager","question":"loyal_members","new":{"value":7}}
        {"n":4,"at":"2026-02-11T09:14:06Z","by":"manager","question":"members","new":{"value":9},"old":{"value":150}}

        """)
    #expect(
      scratch.text(file) == """
        branda: assessment/1
        cluster: laser-valley
        period: "2026"
        questionnaire: {id: small, version: 1.0.0, digest: "\(model.digest)"}
        form: express
        language: lt
        status: draft
        resume_at: legal_form
        sequence: 4

        answers:
          members: {value: 9, at: 2026-02-11T09:14:06Z}
        parked:
          loyal_members: {value: 7, at: 2026-02-11T09:14:05Z}

        """)
    let again = try open()
    #expect(again.value?.assessment == assessment && again.diagnostics == [])
    #expect(try scratch.folder.read(key, on: model).value == assessment)
  }

  @Test func aHistoryAheadOfTheFileIsTakenOver() throws {
    let assessment = try begin()
    // As kill -9 between the history and the file leaves it, at each of the four lines.
    let lines = try #require(scratch.text(history)).split(separator: "\n").map { $0 + "\n" }
    for count in 0..<lines.count {
      try scratch.write(lines.prefix(count).joined(), to: history)
      try FileManager.default.removeItem(atPath: scratch.path + "/" + file)
      do { try #require(try open().value).setPosition(3) }
      try scratch.write(lines.joined(), to: history)
      let recovered = try open()
      #expect(recovered.diagnostics.map(\.code.rawValue) == ["results.recovered"])
      #expect(recovered.diagnostics.first?.arguments["count"] == .count(lines.count - count))
      #expect(recovered.value?.assessment.responses == assessment.responses)
      #expect(recovered.value?.assessment.times == assessment.times)
    }
  }

  @Test func aCutLineIsReportedAndCutOff() throws {
    let assessment = try begin()
    let whole = try #require(scratch.text(history))
    try scratch.write(whole + #"{"n":5,"at":"2026-02-11T09:1"#, to: history)
    let opened = try open()
    #expect(opened.diagnostics.map(\.code.rawValue) == ["results.history-cut"])
    #expect(opened.diagnostics.map(\.severity) == [.note])
    let store = try #require(opened.value)
    #expect(store.assessment == assessment)
    try store.accept(nil, for: 0, at: Fixture.time(4), by: "manager")
    #expect(
      scratch.text(history) == whole
        + #"{"n":5,"at":"2026-02-11T09:14:07Z","by":"manager","question":"members","new":null,"old":{"value":9}}"#
        + "\n")
  }

  /// The disk kept the file and lost the end of the history, at every place that it can be cut.
  @Test func aHistoryBehindTheFileIsCompletedFromIt() throws {
    _ = try begin()
    // The same answer once more, later; a remark; a response taken back.
    do {
      let store = try #require(try open().value)
      try store.accept(nil, for: 0, at: Fixture.time(4), by: "manager")
      try store.accept(Fixture.number(150), for: 0, at: Fixture.time(5), by: "manager")
      try store.accept(nil, for: 10, at: Fixture.time(6), by: "manager")
      try store.accept(Response(comment: "ask"), for: 9, at: Fixture.time(7), by: "manager")
      try store.update(at: Fixture.time(8), by: "manager") { $0.name = "Valley" }
    }
    let assessment = try #require(try open().value).assessment
    let whole = Array(try #require(scratch.text(history)).utf8)
    let text = try #require(scratch.text(file))
    // In the first line the number must have been written to know that the file contains it.
    for length in stride(from: 8, to: whole.count - 1, by: 17) {
      try scratch.write(String(decoding: whole[..<length], as: UTF8.self), to: history)
      try scratch.write(text, to: file)
      let read = try scratch.folder.read(key, on: model)
      #expect(read.diagnostics.map(\.code.rawValue) == ["results.history-behind"])
      #expect(scratch.text(history)?.utf8.count == length)
      do {
        let opened = try open()
        #expect(opened.diagnostics.map(\.code.rawValue) == ["results.history-completed"])
        let store = try #require(opened.value)
        try store.accept(Fixture.number(5), for: 5, at: Fixture.time(9), by: "manager")
      }
      var expected = assessment
      expected.responses[5] = Fixture.number(5)
      expected.times[5] = Fixture.time(9)
      // The history alone tells all of it again.
      try scratch.write("", to: file)
      var rebuilt = try #require(try scratch.folder.read(key, on: model).value)
      expected.header.sequence = rebuilt.header.sequence
      rebuilt.header.resumeAt = assessment.header.resumeAt
      #expect(rebuilt == expected, "\(length)")
    }
  }

  @Test(arguments: [nil, "", "branda: assessment/1\nanswers: {members: [", "\u{0}\u{0}\u{0}"])
  func aLostFileIsRebuiltFromTheHistory(damage: String?) throws {
    let assessment = try begin()
    if let damage {
      try scratch.write(damage, to: file)
    } else {
      try FileManager.default.removeItem(atPath: scratch.path + "/" + file)
    }
    let opened = try open()
    let code = damage == nil ? "results.assessment-missing" : "results.assessment-damaged"
    #expect(opened.diagnostics.map(\.code.rawValue) == [code])
    #expect(opened.diagnostics.map(\.severity) == [.warning])
    let store = try #require(opened.value)
    var expected = assessment
    expected.header.resumeAt = nil
    #expect(store.assessment == expected)
    #expect(scratch.text("laser-valley/small-2026.damaged.yaml") == damage)
    store.setPosition(1)
    #expect(try scratch.folder.read(key, on: model).value == assessment)
  }

  @Test func mistakesInTheFileAreForAPersonToPutRight() throws {
    _ = try begin()
    let text = try #require(scratch.text(file))
    try scratch.write(text.replacing("value: 9", with: "value: nine"), to: file)
    let opened = try open()
    #expect(opened.value == nil)
    #expect(opened.diagnostics.map(\.code.rawValue) == ["assessment.wrong-value"])
  }

  /// The model that an assessment names changes when something is recorded by another, and neither
  /// by completing the history nor by looking at a question.
  @Test func onlyWhatIsRecordedTakesOverTheModel() throws {
    _ = try begin()
    let earlier = "sha256:0"
    let text = try #require(scratch.text(file)).replacing(model.digest, with: earlier)
    try scratch.write(text, to: file)
    try scratch.write(
      String(try #require(scratch.text(history)).split(separator: "\n")[0]) + "\n", to: history)
    let store = try #require(try open().value)
    store.setPosition(3)
    #expect(scratch.text(file)?.contains(earlier) == true)
    try store.accept(Fixture.number(8), for: 0, at: Fixture.time(4), by: "manager")
    #expect(scratch.text(file)?.contains(model.digest) == true)
  }

  @Test func aDamagedHistoryNeverCostsAnAnswer() throws {
    let assessment = try begin()
    let whole = try #require(scratch.text(history))
    let damaged = whole.replacing(#""n":2"#, with: #""n":7"#)
    // The file contains all lines: the damage is past.
    try scratch.write(damaged, to: history)
    do {
      let opened = try open()
      #expect(opened.diagnostics.map(\.code.rawValue) == ["results.history-damaged"])
      #expect(opened.diagnostics.map(\.severity) == [.warning])
      let store = try #require(opened.value)
      try store.accept(Fixture.number(10), for: 0, at: Fixture.time(5), by: "manager")
      #expect(scratch.text(history)?.hasPrefix(damaged) == true)
    }
    // A crash before the file was written again: what is readable behind the damage is taken over.
    try scratch.write(assessment.text(on: model), to: file)
    let recovered = try open()
    #expect(
      recovered.diagnostics.map(\.code.rawValue)
        == ["results.history-damaged", "results.recovered"])
    #expect(recovered.value?.assessment.responses[0] == Fixture.number(10))
  }

  @Test func aFileBehindADamagedHistoryIsNotOpened() throws {
    let assessment = try begin()
    let damaged = try #require(scratch.text(history)).replacing(#""n":2"#, with: #""n":7"#)
    let behind = assessment.text(on: model).replacing("sequence: 4", with: "sequence: 1")
    try scratch.write(behind, to: file)
    try scratch.write(damaged, to: history)
    let opened = try open()
    #expect(opened.value == nil)
    #expect(opened.diagnostics.map(\.code.rawValue) == ["results.history-damaged"])
    #expect(scratch.text(file) == behind && scratch.text(history) == damaged)
  }

  @Test func aFileByMailWithoutItsHistoryGoesOn() throws {
    try scratch.write(Fixture.text(digest: model.digest), to: file)
    // The same as if the history were lost, which is told.
    let verified = try scratch.folder.verify(key, on: model)
    #expect(verified.diagnostics.summary == ["1:1 note results.history-absent"])
    do {
      let store = try #require(try open().value)
      try store.accept(Fixture.number(24), for: 0, at: Fixture.time(1), by: "manager")
    }
    #expect(scratch.text(history)?.hasPrefix(#"{"n":42,"#) == true)
    let again = try open()
    #expect(again.diagnostics == [] && again.value?.assessment.header.sequence == 42)
  }

  @Test func oneWriterAtATime() throws {
    var first = try open().value
    #expect(throws: ResultsError.self) { try openOnce() }
    do {
      _ = try openOnce()
    } catch ResultsError.locked(let path, let holder) {
      #expect(path.hasSuffix("laser-valley/small-2026.lock"))
      #expect(holder.process == "\(ProcessInfo.processInfo.processIdentifier)")
    }
    _ = try AssessmentStore.open(
      try Fixture.key("other"), in: scratch.folder, on: model)
    #expect(first != nil)
    first = nil
    #expect(try open().value != nil)
  }

  @Test func whatCannotBeWrittenIsNotAccepted() throws {
    let files = FailingFiles()
    let folder = ResultsFolder(scratch.path, files: files)
    let store = try #require(try AssessmentStore.open(key, in: folder, on: model).value)
    try store.accept(Fixture.number(5), for: 0, at: Fixture.time(1), by: "manager")
    let before = store.assessment
    files.failing = .append
    #expect(throws: ResultsError.diskFull(path: "test")) {
      try store.accept(Fixture.number(6), for: 0, at: Fixture.time(2), by: "manager")
    }
    #expect(store.assessment == before)
    // In the history, so accepted, and read; the file follows with the next writing.
    files.failing = .replace
    #expect(
      try store.accept(Fixture.number(7), for: 0, at: Fixture.time(3), by: "manager")
        == .diskFull(path: "test"))
    #expect(try folder.read(key, on: model).value?.responses[0] == Fixture.number(7))
    files.failing = nil
    #expect(store.setPosition(2) == nil)
    #expect(try folder.read(key, on: model).value?.responses[0] == Fixture.number(7))
    #expect(try folder.read(key, on: model).value?.header.sequence == 2)
  }
}

/// The system's files, one operation of which fails when asked to.
private final class FailingFiles: FileOperations, @unchecked Sendable {
  enum Operation { case append, replace }

  var failing: Operation?
  private let system = FileSystem()

  func read(_ path: String, limit: Int) throws(ResultsError) -> [UInt8] {
    try system.read(path, limit: limit)
  }
  func list(_ path: String) throws(ResultsError) -> [String] { try system.list(path) }
  func createFolder(_ path: String) throws(ResultsError) { try system.createFolder(path) }
  func append(_ bytes: [UInt8], to path: String, after length: Int) throws(ResultsError) {
    if failing == .append { throw .diskFull(path: "test") }
    try system.append(bytes, to: path, after: length)
  }
  func replace(_ path: String, with bytes: [UInt8]) throws(ResultsError) {
    if failing == .replace { throw .diskFull(path: "test") }
    try system.replace(path, with: bytes)
  }
  func cut(_ path: String, to length: Int) throws(ResultsError) {
    try system.cut(path, to: length)
  }
  func settle(
    _ path: String, _ bytes: ArraySlice<UInt8>, at offset: Int
  ) throws(ResultsError) { try system.settle(path, bytes, at: offset) }
  func rename(_ path: String, to other: String) throws(ResultsError) {
    try system.rename(path, to: other)
  }
  func lock(_ path: String) throws(ResultsError) -> any FileLock { try system.lock(path) }
}
