public import Diagnostics
import Interview
public import Questionnaire
import YAML

extension ResultsFolder {
  /// Reads an assessment and checks that what is stored is as Branda writes it: the file canonical,
  /// and the history telling the same as the file.
  ///
  /// - Parameter questionnaire: The one with the digest that the file names, or a later one; with a
  ///   later one the text of the file is not compared.
  /// - Returns: The assessment, `nil` where it cannot be read, and everything found.
  public func verify(
    _ key: AssessmentKey, on questionnaire: Questionnaire
  ) throws(ResultsError) -> Checked<StoredAssessment?> {
    let recovered = try Recovery(key: key, folder: self, questionnaire: questionnaire).run()
    guard let state = recovered.value else { return Checked(nil, recovered.diagnostics) }
    var findings = recovered.diagnostics
    let assessment = state.assessment
    let path = assessmentPath(key)
    guard let bytes = try content(path, limit: YAMLLimits.standard.bytes) else {
      return Checked(assessment, findings)
    }
    let file = SourceFile(name: path, bytes: bytes)
    let history = SourceFile(
      name: historyPath(key),
      bytes: try content(historyPath(key), limit: Self.largestHistory) ?? [])
    guard !history.bytes.isEmpty else {
      if assessment.header.sequence > 0 {
        findings.append(Self.historyAbsent(assessment, from: history.name, in: file))
      }
      return Checked(assessment, findings)
    }
    // What the history holds beyond the file, or lacks, has been told.
    guard findings.allSatisfy({ !$0.code.rawValue.hasPrefix("results.") }) else {
      return Checked(assessment, findings)
    }
    if assessment.header.digest == questionnaire.digest,
      Array(assessment.text(on: questionnaire).utf8) != file.bytes
    {
      findings.append(
        Diagnostic(.init("results.not-canonical"), .warning, at: Place(file, 0..<0)))
    }
    let lines = History(history.bytes, after: 0, on: questionnaire)
    findings += Self.decreasingTimes(lines, in: history)
    guard lines.firstNumber == 1 else { return Checked(assessment, findings) }
    var told = StoredAssessment(header: AssessmentHeader(key, questionnaire))
    Recovery(key: key, folder: self, questionnaire: questionnaire).apply(lines, to: &told)
    var untold = 0
    for question in questionnaire.questions {
      let (past, present) = (told.responses[question.index], assessment.responses[question.index])
      if past?.answer != present?.answer {
        findings.append(
          Diagnostic(
            .init("results.history-differs"), at: Self.place(of: question, in: file),
            ["name": .text(question.id)]))
      } else if past != present {
        untold += 1
      }
    }
    if untold > 0 {
      findings.append(
        Diagnostic(
          .init("results.history-lacks"), .note, at: Place(history, 0..<0),
          ["count": .count(untold)]))
    }
    return Checked(assessment, findings)
  }

  /// An assessment that came by mail has no history here, which is no fault; one that is lost looks
  /// the same.
  private static func historyAbsent(
    _ assessment: StoredAssessment, from path: String, in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      .init("results.history-absent"), .note, at: Place(file, 0..<0),
      ["count": .count(assessment.header.sequence), "path": .text(path)])
  }

  /// The lines that are earlier than one before them, which no clock makes them.
  private static func decreasingTimes(_ lines: History, in history: SourceFile) -> [Diagnostic] {
    var latest: Instant?
    var findings: [Diagnostic] = []
    for line in lines.lines {
      guard let at = line.head?.at else { continue }
      if let latest, at < latest {
        findings.append(
          Diagnostic(
            .init("results.time-decreases"), .note, at: Place(history, line.range),
            ["time": .text(at.description), "before": .text(latest.description)]))
      }
      latest = max(latest ?? at, at)
    }
    return findings
  }

  /// Where the file answers a question; its beginning where it does not.
  private static func place(of question: Question, in file: SourceFile) -> Place {
    let root = YAML.parse(file).value
    for section in ["answers", "parked"] {
      guard let responses = root?[section] else { continue }
      for (key, _) in responses.entries where key.scalar?.text == question.id { return key.place }
    }
    return Place(file, 0..<0)
  }
}
