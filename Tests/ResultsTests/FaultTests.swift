import Diagnostics
import Foundation
import Questionnaire
import Results
import TestKit
import Testing

/// A thousand made-up interviews, each killed, cut off from power or refused something at a random
/// call, several times: seeds 1…1000.
@Suite struct FaultTests {
  static let interviews = 1000
  private static let batch = 50

  @Test(arguments: 0..<interviews / batch)
  func nothingAcceptedIsEverLost(batch: Int) throws {
    let model = try Fixture.model()
    for seed in batch * Self.batch + 1...(batch + 1) * Self.batch {
      var interview = try InterviewUnderFaults(seed: UInt64(seed), model)
      if let problem = try interview.run() { Issue.record("seed \(seed): \(problem)") }
    }
  }
}

/// One interview, over as many processes as it takes.
private struct InterviewUnderFaults {
  private let model: Questionnaire
  private let key: AssessmentKey
  private let disk: SimulatedDisk
  private let folder: ResultsFolder
  private var random: SplitMix
  private var clock = 0
  private var expected = ExpectedAssessment()
  /// What was refused last, or under way when the process ended: one of these may be there.
  private var uncertain: [ExpectedAssessment] = []
  /// Whether the last position asked for was written.
  private var isPositionWritten = true
  private var log: [String] = []

  init(seed: UInt64, _ model: Questionnaire) throws {
    self.model = model
    key = try Fixture.key()
    disk = SimulatedDisk(seed: seed &* 31)
    folder = ResultsFolder("results", files: FileSystem(calls: disk))
    random = SplitMix(seed: seed)
  }

  /// - Returns: What is wrong; `nil` where nothing is.
  mutating func run() throws -> String? {
    for _ in 0..<2 + random.below(5) {
      let fault = self.fault()
      disk.begin(fault: fault, at: 1 + random.below(80))
      let problem = session(steps: 1 + random.below(12))
      log.append("\(fault) at call \(disk.calls): \(disk.met ?? "–")")
      disk.end()
      if random.below(6) == 0 {
        log.append("power lost")
        disk.losePower()
      }
      if let problem { return told(problem) }
    }
    disk.begin(fault: nil, at: 0)
    if let problem = session(steps: 3) { return told(problem) }
    disk.begin(fault: nil, at: 0)
    let verified = try folder.verify(key, on: model)
    if !verified.diagnostics.isEmpty { return told("\(verified.diagnostics)") }
    if let problem = difference(verified.value) { return told("file: " + problem) }
    // The history alone tells the same.
    disk.delete(folder.assessmentPath(key))
    if let problem = difference(try folder.read(key, on: model).value, hasPosition: false) {
      return told("history: " + problem)
    }
    return nil
  }

  private func told(_ problem: String) -> String { (log + [problem]).joined(separator: "\n") }

  private mutating func fault() -> SimulatedDisk.Fault {
    let numbers = [ENOSPC, EIO, EROFS, EDQUOT, EACCES]
    switch random.below(8) {
    case 0, 1: return .kill
    case 2, 3, 4: return .powerFailure
    case 5: return .refusal(numbers[random.below(numbers.count)], lasts: false)
    case 6: return .refusal(numbers[random.below(numbers.count)], lasts: true)
    default: return .vanishing
    }
  }

  /// A process: opens, does some steps, and ends somehow.
  private mutating func session(steps: Int) -> String? {
    let store: AssessmentStore
    do {
      let opened = try AssessmentStore.open(key, in: folder, on: model)
      guard let value = opened.value, !opened.hasErrors || disk.isOver else {
        return "not opened: \(opened.diagnostics)"
      }
      store = value
    } catch {
      return disk.met == nil ? "open: \(error)" : nil
    }
    if disk.isOver { return nil }
    if let problem = difference(store.assessment) { return "opened: " + problem }
    // Lines that change nothing leave only their time.
    expected.latest = latestLine
    for _ in 0..<steps where !disk.isOver {
      if let problem = step(store) { return problem }
    }
    return nil
  }

  /// The time of the last line of the history.
  private var latestLine: Instant? {
    let text = String(decoding: disk.content(folder.historyPath(key)) ?? [], as: UTF8.self)
    return text.matches(of: /"at":"([^"]*)"/).last.flatMap { Instant(text: $0.1) }
  }

  private mutating func step(_ store: AssessmentStore) -> String? {
    let step = RandomStep(model, &random)
    // The clock is set back now and then.
    clock += random.below(5) == 0 ? -random.below(4000) : random.below(90)
    let now = Fixture.time(clock)
    var after = expected
    after.apply(step, at: now)
    do {
      let problem: ResultsError?
      switch step {
      case .respond(let question, let response):
        problem = try store.accept(response, for: question, at: now, by: "manager")
      case .head(let name, let note, let status):
        problem = try store.update(at: now, by: "manager") {
          ($0.name, $0.note, $0.status) = (name, note, status)
        }
      case .position(let place): problem = store.setPosition(place)
      }
      if problem != nil, disk.met == nil { return "\(step): \(problem!)" }
      expected = after
      // What was not to be changed has not been written either.
      if case .position = step { isPositionWritten = problem == nil } else { uncertain = [] }
    } catch {
      if disk.met == nil { return "\(step): \(error)" }
      uncertain.append(after)
    }
    return nil
  }

  /// What the assessment differs in from all that it may be.
  private mutating func difference(
    _ assessment: StoredAssessment?, hasPosition: Bool = true
  ) -> String? {
    guard let assessment else { return "unreadable" }
    let present = ExpectedAssessment(assessment, model)
    guard
      let match = ([expected] + uncertain).first(where: { present.hasSameAnswers(as: $0) })
    else { return present.differences(from: expected) + " (\(uncertain.count) uncertain)" }
    if hasPosition {
      if isPositionWritten, present.position != expected.position {
        return "position \(present.position as Any), expected \(expected.position as Any)"
      }
      expected.position = present.position
      isPositionWritten = true
    }
    let position = expected.position
    expected = match
    expected.position = position
    uncertain = []
    return nil
  }
}
