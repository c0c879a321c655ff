import Diagnostics
import Interview
import Questionnaire
import YAML

/// Works out, from an assessment file and its history, what has been accepted. Writes nothing.
struct Recovery {
  struct State {
    var assessment: StoredAssessment
    /// The bytes of the history that count.
    var historyLength: Int
    /// The lines that nothing shows to have been flushed.
    var unsettled: (offset: Int, bytes: ArraySlice<UInt8>)?
    /// Whether bytes stand behind those that count.
    var isHistoryCut = false
    /// The time of the last line, of the last answer where there is no line.
    var latest: Instant?
    /// Whether the file does not contain all that the history tells.
    var isFileBehind = false
    /// Where to put the assessment file, which cannot be read; `nil` where it can.
    var damagedPath: String?

    /// What to write behind the history first, where it ends before the file does.
    var bridge: Bridge?

    fileprivate init(_ assessment: StoredAssessment, _ lines: History, _ history: SourceFile) {
      self.assessment = assessment
      historyLength = lines.length
      if !history.bytes.isEmpty {
        unsettled = (lines.news, history.bytes[lines.news..<lines.length])
      }
      isHistoryCut = lines.cutLine != nil
      latest = lines.latest ?? assessment.times.values.max()
    }
  }

  let key: AssessmentKey
  let folder: ResultsFolder
  let questionnaire: Questionnaire

  /// Reads the file first: a history that somebody writes meanwhile is then ahead of it, as after a
  /// crash, and not behind.
  func run() throws(ResultsError) -> Checked<State?> { try run(folder.file(of: key)) }

  /// Goes on from a file that has been read.
  func run(_ file: AssessmentFile) throws(ResultsError) -> Checked<State?> {
    let history = SourceFile(
      name: folder.historyPath(key),
      bytes: try folder.content(folder.historyPath(key), limit: ResultsFolder.largestHistory) ?? [])
    guard let file = file.content else {
      return rebuilt(history, because: "results.assessment-missing", [], keptAs: nil)
    }
    let read = assessment(in: file, history)
    let lines = History(
      history.bytes, after: read.value?.header.sequence ?? 0, on: questionnaire)
    if lacks(read.value, lines),
      let cut = cut(
        in: file.source, read.value, History(history.bytes, after: 0, on: questionnaire))
    {
      return rebuilt(
        history, because: "results.assessment-damaged", [cut],
        keptAs: try folder.freePath(key, "damaged.yaml"))
    }
    if let assessment = read.value {
      return applied(lines, history, to: assessment, read.diagnostics)
    }
    // A file that is YAML no more cannot be mended by hand as easily as one with a wrong value, so
    // it is rebuilt; what a person wrote wrong stays for the person to put right.
    guard read.diagnostics.contains(where: Self.isUnreadable) else {
      return Checked(nil, read.diagnostics)
    }
    return rebuilt(
      history, because: "results.assessment-damaged", read.diagnostics,
      keptAs: try folder.freePath(key, "damaged.yaml"))
  }

  /// Reads the assessment file. A value that the model refuses is a mistake, unless the history tells
  /// that it was accepted once: by an earlier version, before its last answer was recorded by this
  /// one.
  func assessment(
    in file: ParsedFile, _ history: SourceFile
  ) -> Checked<StoredAssessment?> {
    let read = StoredAssessment.read(file, on: questionnaire, as: key, refusal: .error)
    guard read.value == nil else { return read }
    let lenient = StoredAssessment.read(file, on: questionnaire, as: key, refusal: .warning)
    guard let assessment = lenient.value else { return read }
    let lines = History(history.bytes, after: 0, on: questionnaire)
    var past = StoredAssessment(header: AssessmentHeader(key, questionnaire))
    apply(lines.entries.filter { $0.number <= assessment.header.sequence }, to: &past)
    let isAccepted = assessment.responses.allSatisfy { question, response in
      guard let answer = response.answer, past.responses[question]?.answer != answer else {
        return true
      }
      return questionnaire.questions[question].problems(with: answer).isEmpty
    }
    return isAccepted ? lenient : read
  }

  static func isUnreadable(_ finding: Diagnostic) -> Bool {
    finding.severity == .error
      && (finding.code.rawValue.hasPrefix("yaml.") || finding.code.rawValue == "assessment.empty")
  }

  /// The file's content with the history lines that are newer.
  private func applied(
    _ lines: History, _ history: SourceFile, to assessment: StoredAssessment,
    _ findings: [Diagnostic]
  ) -> Checked<State?> {
    var assessment = assessment
    let sequence = assessment.header.sequence
    let bridge = bridge(over: lines, history, to: assessment)
    var findings = findings
    if bridge == nil {
      findings += remarks(on: lines, history)
    } else {
      findings.append(
        Diagnostic(
          .historyBehind, .warning,
          at: Place(history, lines.cutLine ?? history.bytes.count..<history.bytes.count)))
    }
    // Damage in lines that the file contains spoils the past only.
    for damage in lines.damages {
      findings.append(
        Diagnostic(
          .init("results.history-damaged"), damage.number <= sequence ? .warning : .error,
          at: Place(history, damage.range)))
    }
    if findings.contains(where: { $0.severity == .error }) { return Checked(nil, findings) }
    if let first = lines.entries.first, first.number != sequence + 1 {
      findings.append(
        Diagnostic(
          .init("results.history-gap"), at: Place(history, 0..<0),
          ["expected": .text(String(sequence + 1)), "found": .text(String(first.number))]))
      return Checked(nil, findings)
    }
    apply(lines, to: &assessment)
    if !lines.entries.isEmpty {
      findings.append(
        Diagnostic(
          .init("results.recovered"), .note, at: Place(history, 0..<0),
          ["count": .count(lines.entries.count)]))
    }
    var state = State(assessment, lines, history)
    state.bridge = bridge
    // Lines of an earlier bridge bear numbers that the file contains in any case.
    if bridge != nil { state.unsettled = (0, history.bytes[..<lines.length]) }
    state.isFileBehind = !lines.entries.isEmpty
    return Checked(state, findings)
  }

  /// What the history lacks; `nil` where it ends with the file or behind it, and where the file
  /// came without one.
  private func bridge(
    over lines: History, _ history: SourceFile, to assessment: StoredAssessment
  ) -> Bridge? {
    guard let last = lines.lastNumber ?? lines.cutNumber.map({ $0 - 1 }),
      last < assessment.header.sequence
    else { return nil }
    var past = StoredAssessment(header: AssessmentHeader(key, questionnaire))
    apply(History(history.bytes, after: 0, on: questionnaire), to: &past)
    var bridge = Bridge(after: last, at: lines.latest, from: past, to: assessment)
    bridge.append(
      kept: assessment.kept.filter { questionnaire.index(of: $0.question) == nil },
      notIn: past.kept)
    return bridge
  }

  /// The assessment that the history tells, from its first line on; a new one where there is none.
  private func rebuilt(
    _ history: SourceFile, because reason: String, _ causes: [Diagnostic],
    keptAs damagedPath: String?
  ) -> Checked<State?> {
    var assessment = StoredAssessment(header: AssessmentHeader(key, questionnaire))
    let lines = History(history.bytes, after: 0, on: questionnaire)
    var findings = remarks(on: lines, history)
    findings += lines.damages.map {
      Diagnostic(.init("results.history-damaged"), at: Place(history, $0.range))
    }
    if !lines.damages.isEmpty { return Checked(nil, causes + findings) }
    guard lines.firstNumber == 1 else {
      if lines.firstNumber == nil, causes.isEmpty {
        return Checked(State(assessment, lines, history), findings)
      }
      if let first = lines.firstNumber {
        findings.append(
          Diagnostic(
            .init("results.history-gap"), at: Place(history, 0..<0),
            ["expected": .text("1"), "found": .text(String(first))]))
      }
      return Checked(nil, causes + findings)
    }
    apply(lines, to: &assessment)
    let place = causes.first?.place ?? Place(history, 0..<0)
    findings.append(
      Diagnostic(
        .init(reason), .warning, at: place,
        ["count": .count(lines.entries.count), "path": .text(damagedPath ?? "")],
        notes: causes.map { Diagnostic.Note($0.code, at: $0.place, $0.arguments) }))
    var state = State(assessment, lines, history)
    state.isFileBehind = true
    state.damagedPath = damagedPath
    return Checked(state, findings)
  }

  private func remarks(on lines: History, _ history: SourceFile) -> [Diagnostic] {
    guard let cut = lines.cutLine else { return [] }
    return [Diagnostic(.init("results.history-cut"), .note, at: Place(history, cut))]
  }

  func apply(_ lines: History, to assessment: inout StoredAssessment) {
    apply(lines.entries, to: &assessment)
  }

  func apply(_ entries: [HistoryEntry], to assessment: inout StoredAssessment) {
    for entry in entries {
      if assessment.header.digest != questionnaire.digest { assessment.isAdapted = true }
      switch entry.event {
      case .response(let question, let new, _):
        assessment.apply(new, to: question, at: entry.answered)
      case .kept(let question, let new):
        // A line tells what became of the one before it; what else is kept was put aside otherwise.
        if let last = assessment.kept.firstIndex(where: { $0.question == question }),
          questionnaire.index(of: question) == nil
        {
          assessment.kept.remove(at: last)
        }
        if let new { assessment.keep(new) }
      case .head(let head):
        head.apply(to: &assessment.header)
        if let form = head.form, !questionnaire.forms.contains(where: { $0.id == form }) {
          assessment.header.form = nil
        }
      case .lost: break
      }
      assessment.header.sequence = entry.number
    }
  }
}

extension Diagnostic.Code {
  /// The history ends before the file does.
  static let historyBehind = Self("results.history-behind")
  /// The same, once what it lacked is written.
  static let historyCompleted = Self("results.history-completed")
}
