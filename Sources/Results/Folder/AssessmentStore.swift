public import Diagnostics
public import Interview
public import Questionnaire

/// The one writer of an assessment.
///
/// What `accept` returns from is on disk: as a line of the history, flushed, and then in the
/// assessment file, which is replaced in one step. Another process is refused until this value is
/// released or its process ends, however it ends.
public final class AssessmentStore {
  /// The assessment that this value alone may write while it lives.
  public let key: AssessmentKey
  /// What is on disk.
  public private(set) var assessment: StoredAssessment

  private let folder: ResultsFolder
  private let questionnaire: Questionnaire
  private let lock: any FileLock
  private var historyLength: Int
  /// Whether a line that was refused may stand behind the history all the same.
  private var mustCut = false
  /// Why the assessment file is not as `assessment` is; `nil` where it is.
  private var unwritten: ResultsError?
  /// What `together` has gathered and not written yet; `nil` outside of it.
  private var gathered: [UInt8]?
  /// The time of the last line; those that follow are no earlier, whatever the clock says.
  private var latest: Instant?

  /// Opens an assessment for writing, or begins one.
  ///
  /// History lines that the assessment file does not contain yet are applied. A missing or
  /// unreadable file is rebuilt from a history that is complete; what could not be read is kept
  /// beside it. A last line cut short was never acknowledged: it is reported and cut off before
  /// the next is written; unless the file contains it, or more: then the history is completed from
  /// the file.
  ///
  /// - Returns: The store, `nil` when a finding is an error, and all findings.
  /// - Throws: `ResultsError.locked` when another process writes this assessment; other cases when
  ///   the system refuses.
  public static func open(
    _ key: AssessmentKey, in folder: ResultsFolder, on questionnaire: Questionnaire
  ) throws(ResultsError) -> Checked<AssessmentStore?> {
    try folder.files.createFolder(folder.folderPath(key))
    let lock = try folder.files.lock(folder.lockPath(key))
    let recovered = try Recovery(key: key, folder: folder, questionnaire: questionnaire).run()
    guard let state = recovered.value else { return Checked(nil, recovered.diagnostics) }
    let store = AssessmentStore(key, folder, questionnaire, lock, state)
    var findings = recovered.diagnostics
    try store.settle(state)
    if let bridge = state.bridge {
      try store.complete(with: bridge)
      for index in findings.indices where findings[index].code == .historyBehind {
        findings[index] = Diagnostic(
          .historyCompleted, .warning, at: findings[index].place,
          ["count": .count(bridge.entries.count)])
      }
    } else if state.isFileBehind, let error = store.writeAssessment() {
      findings.append(error.warning)
    }
    return Checked(store, findings)
  }

  /// Brings to rest what a crash has left.
  private func settle(_ state: Recovery.State) throws(ResultsError) {
    if let path = state.damagedPath {
      try folder.files.rename(folder.assessmentPath(key), to: path)
    }
    guard let unsettled = state.unsettled else { return }
    // A process that was killed between writing and flushing leaves a line that can be read, and
    // that the next crash of the machine would take away from whoever has read it.
    try folder.files.settle(folder.historyPath(key), unsettled.bytes, at: unsettled.offset)
    if state.isHistoryCut { try folder.files.cut(folder.historyPath(key), to: historyLength) }
  }

  /// Writes what the history lacks, and the file with the number that it then ends with. Both or
  /// nothing: a file with the higher number would seem to contain lines that come only later.
  private func complete(with bridge: Bridge) throws(ResultsError) {
    let lines = Array(bridge.entries.map { $0.line(on: questionnaire) }.joined().utf8)
    try folder.files.append(lines, to: folder.historyPath(key), after: historyLength)
    historyLength += lines.count
    latest = bridge.entries.last?.at ?? latest
    assessment.header.sequence = bridge.lastNumber
    if let error = writeAssessment() { throw error }
  }

  private init(
    _ key: AssessmentKey, _ folder: ResultsFolder, _ questionnaire: Questionnaire,
    _ lock: any FileLock, _ state: Recovery.State
  ) {
    self.key = key
    self.folder = folder
    self.questionnaire = questionnaire
    self.lock = lock
    assessment = state.assessment
    historyLength = state.historyLength
    latest = state.latest
  }

  /// Keeps a response, or removes it where it is `nil` or empty.
  ///
  /// Times within a history never decrease: where the clock shows an earlier one than the last line
  /// has, the last line's counts.
  ///
  /// - Parameters:
  ///   - given: When the answer was given, where that was not now: with answers that somebody
  ///     recorded elsewhere.
  ///   - reason: Why, to be kept in the history; `nil` where nobody said.
  /// - Returns: `nil`, or why the assessment file could not be rewritten. Then the response is
  ///   accepted all the same: it is in the history, and the next writing or opening takes it over.
  /// - Throws: When the history could not be written. Then nothing is accepted.
  @discardableResult
  public func accept(
    _ response: Response?, for question: Int, at instant: Instant, given: Instant? = nil,
    by person: String, because reason: String? = nil
  ) throws(ResultsError) -> ResultsError? {
    let new = response.flatMap { $0.isEmpty ? nil : $0 }
    let entry = try append(
      .response(question: question, new: new, old: assessment.responses[question]), instant,
      given: given, person, reason)
    assessment.apply(new, to: question, at: entry.answered)
    return writeAssessment()
  }

  /// Changes the head: name, form, language, status, note.
  ///
  /// - Parameter reason: As `accept`.
  /// - Returns: As `accept`.
  /// - Throws: As `accept`.
  @discardableResult
  public func update(
    at instant: Instant, by person: String, because reason: String? = nil,
    _ change: (inout AssessmentHeader) -> Void
  ) throws(ResultsError) -> ResultsError? {
    var header = assessment.header
    change(&header)
    let head = HeadOfHistory(header)
    guard head != HeadOfHistory(assessment.header) else { return unwritten }
    try append(.head(head), instant, person, reason)
    head.apply(to: &assessment.header)
    return writeAssessment()
  }

  /// Keeps a response that this version of the model has no room for.
  ///
  /// - Returns: As `accept`.
  /// - Throws: As `accept`.
  @discardableResult
  public func keep(
    _ response: KeptResponse, at instant: Instant, by person: String
  ) throws(ResultsError) -> ResultsError? {
    try append(
      .kept(question: response.question, new: response), instant, given: response.at, person, nil)
    assessment.keep(response)
    return writeAssessment()
  }

  /// Accepts several things in one go: the lines of all of them are written and flushed together,
  /// and the assessment file once.
  ///
  /// - Returns: As `accept`.
  /// - Throws: When the history could not be written. Then nothing of it is accepted. A crash in the
  ///   midst of it may leave the first of the lines.
  @discardableResult
  public func together(
    _ body: (AssessmentStore) throws(ResultsError) -> Void
  ) throws(ResultsError) -> ResultsError? {
    let before = (assessment: assessment, latest: latest)
    gathered = []
    do throws(ResultsError) {
      try body(self)
      let lines = gathered ?? []
      gathered = nil
      if !lines.isEmpty { try write(lines) }
    } catch {
      gathered = nil
      assessment = before.assessment
      latest = before.latest
      throw error
    }
    return assessment == before.assessment ? unwritten : writeAssessment()
  }

  /// Puts an assessment in place that is not here yet, with everything that is known of it: states,
  /// confirmations and times, too.
  ///
  /// - Returns: As `accept`.
  /// - Throws: As `together`.
  @discardableResult
  public func begin(
    with given: StoredAssessment, at instant: Instant, by person: String
  ) throws(ResultsError) -> ResultsError? {
    try together { (store) throws(ResultsError) in
      try store.update(at: instant, by: person) { header in
        HeadOfHistory(given.header).apply(to: &header)
      }
      for (question, response) in given.responses.sorted(by: { $0.key < $1.key }) {
        try store.accept(
          response, for: question, at: instant, given: given.times[question], by: person)
      }
      for response in given.kept.reversed() { try store.keep(response, at: instant, by: person) }
      store.assessment.header.isInvented = given.header.isInvented
      store.assessment.header.resumeAt = given.header.resumeAt
    }
  }

  /// Remembers the question to go on with; `nil` when through. A position is no answer: it is kept
  /// in the assessment file only.
  @discardableResult
  public func setPosition(_ question: Int?) -> ResultsError? {
    let id = question.map { questionnaire.questions[$0].id }
    guard id != assessment.header.resumeAt || unwritten != nil else { return nil }
    assessment.header.resumeAt = id
    return writeAssessment()
  }

  /// Writes a line, and takes over the model: whoever records something has it before them by this
  /// one; a position alone says nothing.
  @discardableResult
  private func append(
    _ event: HistoryEntry.Event, _ instant: Instant, given: Instant? = nil, _ person: String,
    _ reason: String?
  ) throws(ResultsError) -> HistoryEntry {
    if assessment.header.digest != questionnaire.digest { try vouchForRefused(at: instant) }
    let entry = try write(event, instant, given: given, person, reason)
    assessment.header.version = questionnaire.version
    assessment.header.digest = questionnaire.digest
    return entry
  }

  /// Says in the history which answers stand that this model refuses. Once the file names this
  /// model, nothing else would tell them from mistakes.
  private func vouchForRefused(at instant: Instant) throws(ResultsError) {
    for question in questionnaire.questions {
      guard let response = assessment.responses[question.index], let answer = response.answer,
        !question.problems(with: answer).isEmpty
      else { continue }
      _ = try write(
        .response(question: question.index, new: response, old: response), instant,
        given: assessment.times[question.index], Bridge.author, nil)
    }
  }

  private func write(
    _ event: HistoryEntry.Event, _ instant: Instant, given: Instant?, _ person: String,
    _ reason: String?
  ) throws(ResultsError) -> HistoryEntry {
    let number = assessment.header.sequence + 1
    let entry = HistoryEntry(
      number: number, at: max(instant, latest ?? instant), given: given, by: person, event: event,
      reason: reason)
    let line = Array(entry.line(on: questionnaire).utf8)
    if gathered == nil { try write(line) } else { gathered?.append(contentsOf: line) }
    latest = entry.at
    assessment.header.sequence = number
    return entry
  }

  /// Puts lines behind the history.
  private func write(_ lines: [UInt8]) throws(ResultsError) {
    let path = folder.historyPath(key)
    if mustCut { try folder.files.cut(path, to: historyLength) }
    mustCut = false
    do {
      try folder.files.append(lines, to: path, after: historyLength)
    } catch {
      if case .changed = error {} else { mustCut = true }
      throw error
    }
    historyLength += lines.count
  }

  private func writeAssessment() -> ResultsError? {
    if gathered != nil { return nil }
    if assessment.isAdapted {
      assessment.header.version = questionnaire.version
      assessment.header.digest = questionnaire.digest
      assessment.isAdapted = false
    }
    do {
      let text = assessment.text(on: questionnaire)
      try folder.files.replace(folder.assessmentPath(key), with: Array(text.utf8))
      unwritten = nil
    } catch {
      unwritten = error
    }
    return unwritten
  }
}
