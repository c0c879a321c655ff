import Diagnostics
import Foundation
import Interview
import Questionnaire
import Results
import TestKit
import Testing

@Suite struct RepairTests {
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

  /// An assessment of five lines: a head, `members` 150, `loyal_members` 7, `members` 9, and a
  /// comment.
  private func begin() throws -> StoredAssessment {
    let store = try #require(try AssessmentStore.open(key, in: scratch.folder, on: model).value)
    try store.update(at: Fixture.time(0), by: "manager") { $0.language = "lt" }
    try store.accept(Fixture.number(150), for: 0, at: Fixture.time(1), by: "manager")
    try store.accept(Fixture.number(7), for: 10, at: Fixture.time(2), by: "manager")
    try store.accept(Fixture.number(9), for: 0, at: Fixture.time(3), by: "manager")
    try store.accept(Response(comment: "ask"), for: 9, at: Fixture.time(4), by: "manager")
    return store.assessment
  }

  /// How an assessment is damaged, what is said, and how it stands afterwards.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What replaces the assessment file; `nil` for nothing, the empty text for no file.
    var file: @Sendable (String) -> String? = { $0 }
    var history: @Sendable ([String]) -> String? = { $0.joined() }
    var findings: [String]
    var outcome = Repair.Outcome.repaired
    var written: [String] = []
    var kept: [String] = []
    /// The value of `members` afterwards.
    var members: Int? = 9
  }

  static let cases: [Case] = [
    Case(testDescription: "sound", findings: [], outcome: .sound),
    Case(
      testDescription: "the file is gone", file: { _ in nil },
      findings: ["results.assessment-missing"], written: ["small-2026.yaml"]),
    Case(
      testDescription: "the file is cut", file: { String($0.prefix(300)) + "\n  members: {val" },
      findings: ["results.assessment-damaged"], written: ["small-2026.yaml"],
      kept: ["small-2026.damaged.yaml"]),
    Case(
      testDescription: "the file is cut behind a whole answer",
      file: {
        $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2).joined(
          separator: "\n") + "\n"
      },
      findings: ["results.assessment-damaged"], written: ["small-2026.yaml"],
      kept: ["small-2026.damaged.yaml"]),
    Case(
      testDescription: "the file is cut in its head",
      file: { String($0[..<($0.range(of: "status:")?.lowerBound ?? $0.endIndex)]) },
      findings: ["results.assessment-damaged"], written: ["small-2026.yaml"],
      kept: ["small-2026.damaged.yaml"]),
    Case(
      testDescription: "the file is behind",
      file: {
        $0.replacing("sequence: 5", with: "sequence: 3").replacing("value: 9", with: "value: 150")
      },
      findings: ["results.recovered"], written: ["small-2026.yaml"]),
    Case(
      testDescription: "the file was edited, with a remark of its own",
      file: { $0 + "# mine\n" }, findings: ["results.not-canonical"],
      written: ["small-2026.yaml"], kept: ["small-2026.replaced.yaml"]),
    Case(
      testDescription: "the history is cut within a line",
      history: { $0.dropLast().joined() + #"{"n":5,"at":"2026"# },
      findings: ["results.history-cut", "results.history-behind"],
      written: ["small-2026.history.jsonl"], kept: ["small-2026.damaged.jsonl"]),
    Case(
      testDescription: "the history is behind", history: { $0.prefix(2).joined() },
      findings: ["results.history-behind"],
      written: ["small-2026.history.jsonl"]),
    Case(
      testDescription: "a line in the middle cannot be read",
      history: { $0.joined().replacing(#""question":"loyal_members""#, with: "????") },
      findings: ["results.line-contained"],
      written: ["small-2026.history.jsonl", "small-2026.yaml"],
      kept: ["small-2026.damaged.jsonl"]),
    Case(
      testDescription: "a line has another's number",
      history: { $0.joined().replacing(#""n":3"#, with: #""n":8"#) },
      findings: ["results.line-renumbered"], written: ["small-2026.history.jsonl"],
      kept: ["small-2026.damaged.jsonl"]),
    Case(
      testDescription: "a line is there twice",
      history: { ($0.prefix(3) + $0[2...]).joined() }, findings: ["results.line-out-of-turn"],
      written: ["small-2026.history.jsonl"], kept: ["small-2026.damaged.jsonl"]),
    Case(
      testDescription: "lines are missing",
      history: { ($0.prefix(1) + $0[3...]).joined() }, findings: ["results.lines-contained"],
      written: ["small-2026.history.jsonl", "small-2026.yaml"],
      kept: ["small-2026.damaged.jsonl"]),
    Case(
      testDescription: "a line that the file does not contain cannot be read",
      file: {
        $0.replacing("sequence: 5", with: "sequence: 3").replacing("value: 9", with: "value: 150")
      },
      history: { $0.joined().replacing(#""n":4"#, with: "????") },
      findings: ["results.line-lost", "results.recovered"], outcome: .incomplete,
      written: ["small-2026.history.jsonl", "small-2026.yaml"],
      kept: ["small-2026.damaged.jsonl"], members: 150),
    Case(
      testDescription: "both are damaged", file: { _ in "\u{0}" },
      history: { $0.joined().replacing(#""n":3"#, with: "????") },
      findings: ["results.line-lost", "results.assessment-damaged"], outcome: .incomplete,
      written: ["small-2026.history.jsonl", "small-2026.yaml"],
      kept: ["small-2026.damaged.jsonl", "small-2026.damaged.yaml"]),
    Case(
      testDescription: "the file is gone and the history lacks its beginning", file: { _ in nil },
      history: { $0.dropFirst(2).joined() },
      findings: ["results.assessment-missing", "repair.beginning-missing"], outcome: .incomplete,
      written: ["small-2026.yaml"]),
    Case(
      testDescription: "nothing can be read", file: { _ in "[" }, history: { _ in "?\n?\n" },
      findings: ["yaml.syntax", "repair.nothing-left"], outcome: .beyondRepair),
    Case(
      testDescription: "a person's mistake",
      file: { $0.replacing("value: 9", with: "value: nine") },
      findings: ["assessment.wrong-value"], outcome: .beyondRepair),
    Case(
      testDescription: "a person has changed the file",
      file: { $0.replacing("value: 9", with: "value: 10") }, findings: ["results.history-differs"],
      outcome: .incomplete, members: 10),
  ]

  /// No clock makes times go down, since the time of the line before counts then.
  @Test func verifyTellsOfTimesThatDecrease() throws {
    _ = try begin()
    let lines = try #require(scratch.text(history)).split(separator: "\n")
    let last = lines[4].replacing(/"at":"2026/, with: #""at":"2025"#)
    try scratch.write((lines[..<4] + [last]).joined(separator: "\n") + "\n", to: history)
    let findings = try scratch.folder.verify(key, on: model).diagnostics
    #expect(findings.map(\.code.rawValue) == ["results.time-decreases"])
    #expect(findings.first?.place?.start.line == 5)
  }

  @Test(arguments: cases) func restoresWhatCanBeSaid(_ example: Case) throws {
    let whole = try begin()
    let fileText = try #require(scratch.text(file))
    let historyText = try #require(scratch.text(history))
    let lines = historyText.split(separator: "\n").map { String($0) + "\n" }
    let path = scratch.path + "/"
    for (name, text) in [
      (file, example.file(fileText)), (history, example.history(lines)),
    ] {
      if let text {
        try scratch.write(text, to: name)
      } else {
        try FileManager.default.removeItem(atPath: path + name)
      }
    }
    let before = (scratch.text(file), scratch.text(history))
    let trial = try scratch.folder.repair(key, on: model, isTrial: true)
    #expect((scratch.text(file), scratch.text(history)) == before)
    let repair = try scratch.folder.repair(key, on: model, isTrial: false)
    func names(_ paths: [String]) -> [String] {
      paths.map { String($0.split(separator: "/").last ?? "") }
    }
    for result in [trial, repair] {
      #expect(
        result.findings.map(\.code.rawValue).map { $0.hasPrefix("yaml.") ? "yaml.syntax" : $0 }
          == example.findings)
      #expect(result.outcome == example.outcome)
      #expect(names(result.written) == example.written && names(result.kept) == example.kept)
    }
    if example.written.isEmpty { #expect((scratch.text(file), scratch.text(history)) == before) }
    // What was replaced is kept to the byte.
    let keptTexts = example.kept.map { scratch.text("laser-valley/" + $0) }
    #expect(keptTexts == example.kept.map { $0.hasSuffix("jsonl") ? before.1 : before.0 })
    if example.outcome == .beyondRepair { return }
    let present = try #require(try scratch.folder.read(key, on: model).value)
    #expect(present.responses[0] == example.members.map(Fixture.number))
    if example.outcome != .incomplete {
      #expect(present.responses == whole.responses && present.times == whole.times)
    }
    if !example.findings.contains("results.history-differs") {
      #expect(
        try scratch.folder.verify(key, on: model).diagnostics.filter { $0.severity > .note } == [])
      // Once more there is nothing to do, and nothing is touched.
      let after = (scratch.text(file), scratch.text(history))
      let again = try scratch.folder.repair(key, on: model, isTrial: false)
      #expect(again.outcome == .sound && again.written == [] && again.findings == [])
      #expect((scratch.text(file), scratch.text(history)) == after)
    }
  }

  /// Any damage to the history alone: no answer changes, and afterwards the history alone tells them
  /// all. Seeds 1…200.
  @Test func noDamageToAHistoryCostsAnAnswer() throws {
    for seed in 1...200 {
      var random = SplitMix(seed: UInt64(seed))
      let disk = SimulatedDisk(seed: UInt64(seed))
      let folder = ResultsFolder("results", files: FileSystem(calls: disk))
      var state: StoredAssessment?
      do {
        let store = try #require(try AssessmentStore.open(key, in: folder, on: model).value)
        for second in 0..<3 + random.below(12) {
          switch RandomStep(model, &random) {
          case .respond(let question, let response):
            try store.accept(response, for: question, at: Fixture.time(second), by: "manager")
          case .head(let name, let note, _):
            try store.update(at: Fixture.time(second), by: "manager") {
              ($0.name, $0.note) = (name, note)
            }
          case .position(let place): store.setPosition(place)
          }
        }
        state = store.assessment
      }
      guard var bytes = disk.content(folder.historyPath(key)), !bytes.isEmpty else { continue }
      for _ in 0..<1 + random.below(3) where !bytes.isEmpty {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeLast(random.below(bytes.count - place))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.below(400)))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 150)], at: place)
        }
      }
      try FileSystem(calls: disk).replace(folder.historyPath(key), with: bytes)
      let repair = try folder.repair(key, on: model, isTrial: false)
      let present = try folder.read(key, on: model)
      #expect(present.value?.responses == state?.responses, "seed \(seed): \(repair.findings)")
      #expect(present.value?.times == state?.times, "seed \(seed)")
      let verified = try folder.verify(key, on: model).diagnostics.map(\.code.rawValue)
      if verified.contains("results.history-differs") { continue }
      #expect(
        verified.filter {
          !["results.history-absent", "results.history-lacks", "results.time-decreases"].contains(
            $0)
        } == [],
        "seed \(seed)")
      #expect(try folder.repair(key, on: model, isTrial: false).outcome == .sound, "seed \(seed)")
    }
  }
}
