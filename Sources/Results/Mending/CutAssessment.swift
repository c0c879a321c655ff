import Diagnostics
import Interview
import Questionnaire

extension Recovery {
  /// Whether a file might be cut short: it cannot be read, or lacks a response that lines which it
  /// contains tell of.
  func lacks(_ assessment: StoredAssessment?, _ lines: History) -> Bool {
    guard let assessment else { return true }
    return lines.told.contains { assessment.responses[$0] == nil }
  }

  /// Finds out whether an assessment file is cut short though what is left of it is YAML: it is the
  /// beginning of what Branda writes for what the history tells.
  ///
  /// - Parameters:
  ///   - assessment: What the file says; `nil` where it cannot be read.
  ///   - lines: The whole history.
  /// - Returns: What to tell of it; `nil` where the file is not cut, or the history does not show it.
  func cut(
    in file: SourceFile, _ assessment: StoredAssessment?, _ lines: History
  ) -> Diagnostic? {
    guard lines.firstNumber == 1, lines.damages.isEmpty else { return nil }
    let present = String(decoding: file.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let sequence =
      assessment?.header.sequence ?? present.lazy.compactMap { Self.sequence(in: $0) }.first
    var told = StoredAssessment(header: AssessmentHeader(key, questionnaire))
    let entries = lines.lines.compactMap(\.entry)
    apply(entries.filter { $0.number <= sequence ?? Int.max }, to: &told)
    if let assessment,
      told.responses.allSatisfy({ $0.value.isEmpty || assessment.responses[$0.key] != nil })
    {
      return nil
    }
    let whole = told.text(on: questionnaire).split(
      separator: "\n", omittingEmptySubsequences: false)
    let (left, right) = (Self.told(present), Self.told(whole))
    guard left.utf8.count < right.utf8.count, right.utf8.starts(with: left.utf8) else { return nil }
    let end = file.bytes.count
    return Diagnostic(.init("assessment.cut"), at: Place(file, end..<end))
  }

  /// What of a file its history tells: all but the place to go on at and the number of the last line.
  private static func told(_ lines: [Substring]) -> String {
    lines.filter { !$0.hasPrefix("resume_at: ") && sequence(in: $0) == nil }
      .joined(separator: "\n")
  }

  private static func sequence(in line: Substring) -> Int? {
    let key = "sequence: "
    return line.hasPrefix(key) ? Int(line.dropFirst(key.count)) : nil
  }
}
