public import Diagnostics
import Interview
public import Questionnaire
import YAML

/// What a repair of one assessment found, and what it did or would do.
public struct Repair: Sendable {
  /// How it stands with an assessment.
  public enum Outcome: Sendable, Equatable {
    /// Nothing to be done, and nothing was touched.
    case sound
    /// As it should be now, or would be.
    case repaired
    /// As good as can be; something is lost, or only a person can decide.
    case incomplete
    /// Only a person can put the assessment file right; nothing was touched.
    case beyondRepair
  }

  /// What is wrong.
  public internal(set) var findings: [Diagnostic] = []
  public internal(set) var outcome = Outcome.sound
  /// The files that are written anew.
  public internal(set) var written: [String] = []
  /// Where the files stand that were replaced.
  public internal(set) var kept: [String] = []
}

extension ResultsFolder {
  /// Restores what the history of an assessment and its file hold between them; what is replaced is
  /// kept beside it, and what is sound is not touched.
  ///
  /// What the file contains counts; lines that it does not contain are applied. A file that is gone
  /// or no YAML any more is written from the history. In the history, a line that cannot be read is
  /// replaced by one that says so, and what the file has beyond the rest is written behind it.
  ///
  /// - Parameter isTrial: Whether only to tell what would be done.
  /// - Throws: `ResultsError.locked` while somebody works on the assessment.
  public func repair(
    _ key: AssessmentKey, on questionnaire: Questionnaire, isTrial: Bool
  ) throws(ResultsError) -> Repair {
    let lock = isTrial ? nil : try files.lock(lockPath(key))
    defer { withExtendedLifetime(lock) {} }
    let plan = try RepairPlan(key, self, questionnaire)
    var repair = Repair(findings: plan.findings, outcome: plan.outcome)
    for change in plan.changes {
      if let old = change.old {
        let path = try freePath(key, change.keptAs)
        repair.kept.append(path)
        if !isTrial { try files.replace(path, with: old) }
      }
      repair.written.append(change.path)
      if !isTrial { try files.replace(change.path, with: change.new) }
    }
    // What is left is for a person: the two tell different things, and both are readable.
    let left = try verify(key, on: questionnaire).diagnostics
      .filter { $0.code.rawValue == "results.history-differs" }
    if !left.isEmpty, repair.outcome != .beyondRepair {
      repair.findings += left
      repair.outcome = .incomplete
    }
    return repair
  }
}

/// What has to be written for an assessment and its history to be whole again.
private struct RepairPlan {
  struct Change {
    var path: String
    var new: [UInt8]
    /// What stands there and is worth keeping; `nil` where nothing is.
    var old: [UInt8]?
    /// The ending of the name under which it is kept.
    var keptAs: String
  }

  private(set) var findings: [Diagnostic] = []
  private(set) var outcome = Repair.Outcome.sound
  /// In the order in which to make them.
  private(set) var changes: [Change] = []

  private let key: AssessmentKey
  private let folder: ResultsFolder
  private let questionnaire: Questionnaire

  init(
    _ key: AssessmentKey, _ folder: ResultsFolder, _ questionnaire: Questionnaire
  ) throws(ResultsError) {
    self.key = key
    self.folder = folder
    self.questionnaire = questionnaire
    let recovery = Recovery(key: key, folder: folder, questionnaire: questionnaire)
    let path = folder.assessmentPath(key)
    let bytes = try folder.content(path, limit: YAMLLimits.standard.bytes)
    let history = SourceFile(
      name: folder.historyPath(key),
      bytes: try folder.content(
        folder.historyPath(key), limit: ResultsFolder.largestHistory) ?? [])
    let file = bytes.map { SourceFile(name: path, bytes: $0) }
    let read = file.map { recovery.assessment(in: ParsedFile($0), history) }
    let past = History(history.bytes, after: 0, on: questionnaire)
    if let file, let cut = recovery.cut(in: file, read?.value, past) {
      try plan(nil, bytes, [cut], history, recovery)
      return
    }
    let causes = read?.diagnostics.filter { $0.severity == .error } ?? []
    if !causes.isEmpty, !causes.contains(where: Recovery.isUnreadable) {
      findings = causes
      outcome = .beyondRepair
      return
    }
    try plan(read?.value, bytes, causes, history, recovery)
  }

  private mutating func plan(
    _ present: StoredAssessment?, _ file: [UInt8]?, _ causes: [Diagnostic],
    _ history: SourceFile, _ recovery: Recovery
  ) throws(ResultsError) {
    let lines = History(history.bytes, after: 0, on: questionnaire)
    let known = present?.header.sequence ?? 0
    let salvaged = SalvagedHistory(lines, of: history, known: known)
    guard present != nil || salvaged.isReadable else {
      findings = causes + [Diagnostic(.init("repair.nothing-left"), at: Place(history, 0..<0))]
      outcome = .beyondRepair
      return
    }
    var state = present ?? StoredAssessment(header: AssessmentHeader(key, questionnaire))
    let news = salvaged.entries.filter { $0.number > known }
    recovery.apply(news, to: &state)
    findings = salvaged.findings
    try tell(present, causes, news, history, lines)
    let last = salvaged.entries.last?.number ?? lines.cutNumber.map { $0 - 1 }
    let isBehind = last.map { $0 < known } ?? false
    if isBehind {
      findings.append(
        Diagnostic(
          .historyBehind, .warning,
          at: Place(history, history.bytes.count..<history.bytes.count)))
    }
    var added: [HistoryEntry] = []
    if let last, salvaged.isDamaged || isBehind {
      var past = StoredAssessment(header: AssessmentHeader(key, questionnaire))
      recovery.apply(salvaged.entries, to: &past)
      var bridge = Bridge(after: last, at: lines.latest, from: past, to: state)
      bridge.append(
        kept: state.kept.filter { questionnaire.index(of: $0.question) == nil }, notIn: past.kept)
      added = bridge.entries
      state.header.sequence = bridge.lastNumber
    }
    write(history, lines, salvaged, added)
    write(state, present, over: file)
    if salvaged.isLossy || (present == nil && lines.firstNumber ?? 1 > 1) {
      outcome = .incomplete
    } else if !changes.isEmpty {
      outcome = .repaired
    }
  }

  /// What is wrong beside the single lines.
  private mutating func tell(
    _ present: StoredAssessment?, _ causes: [Diagnostic], _ news: [HistoryEntry],
    _ history: SourceFile, _ lines: History
  ) throws(ResultsError) {
    if let cut = lines.cutLine {
      findings.append(Diagnostic(.init("results.history-cut"), .note, at: Place(history, cut)))
    }
    let beginning = Place(history, 0..<0)
    let count = Diagnostic.Argument.count(news.count)
    if let cause = causes.first {
      findings.append(
        Diagnostic(
          .init("results.assessment-damaged"), .warning, at: cause.place,
          ["count": count, "path": .text(try folder.freePath(key, "damaged.yaml"))],
          notes: causes.map { Diagnostic.Note($0.code, at: $0.place, $0.arguments) }))
    } else if present == nil {
      findings.append(
        Diagnostic(
          .init("results.assessment-missing"), .warning, at: beginning, ["count": count]))
    } else if !news.isEmpty {
      findings.append(
        Diagnostic(.init("results.recovered"), .note, at: beginning, ["count": count]))
    }
    if present == nil, let first = lines.firstNumber, first > 1 {
      findings.append(
        Diagnostic(
          .init("repair.beginning-missing"), .warning, at: beginning,
          ["first": .text(String(first))]))
    }
  }

  private mutating func write(
    _ file: SourceFile, _ lines: History, _ salvaged: SalvagedHistory, _ added: [HistoryEntry]
  ) {
    guard salvaged.isDamaged || !added.isEmpty || lines.cutLine != nil else { return }
    var bytes: [UInt8] = []
    for entry in salvaged.entries {
      bytes += salvaged.bytes(of: entry) ?? ArraySlice(entry.line(on: questionnaire).utf8)
    }
    for entry in added { bytes += entry.line(on: questionnaire).utf8 }
    changes.append(
      Change(
        path: folder.historyPath(key), new: bytes,
        old: salvaged.isDamaged || lines.cutLine != nil ? file.bytes : nil,
        keptAs: "damaged.jsonl"))
  }

  private mutating func write(
    _ state: StoredAssessment, _ present: StoredAssessment?, over file: [UInt8]?
  ) {
    var state = state
    let isByThisModel = state.header.digest == questionnaire.digest
    if state.isAdapted {
      state.header.version = questionnaire.version
      state.header.digest = questionnaire.digest
    }
    let path = folder.assessmentPath(key)
    let text = Array(state.text(on: questionnaire).utf8)
    if let present, state == present {
      // By another version the file is written otherwise, which is no mistake.
      guard isByThisModel, text != file else { return }
      findings.append(
        Diagnostic(
          .init("results.not-canonical"), .warning,
          at: Place(SourceFile(name: path, bytes: file ?? []), 0..<0)))
      changes.append(Change(path: path, new: text, old: file, keptAs: "replaced.yaml"))
    } else {
      changes.append(
        Change(
          path: path, new: text, old: present == nil ? file : nil, keptAs: "damaged.yaml"))
    }
  }
}
