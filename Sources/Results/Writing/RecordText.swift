import Diagnostics
package import Interview
package import Questionnaire
import YAML

/// What a table has no columns for, as one text in the notation of assessments.
///
/// Of a response: when it was given, where it was taken over from, who confirmed or returned it,
/// and all of it where it is parked. Of the head: whether the cluster is invented, the last change of
/// state, the position, and what is kept.
package enum RecordText {
  /// The text of a response's rest; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - response: Without the remarks that stand elsewhere.
  ///   - isParked: Whether the outcome stands in it, too.
  package static func text(
    _ response: Response, at instant: Instant?, of question: Question, isParked: Bool
  ) -> String? {
    let writer = ResponseText(notation: .yaml)
    if isParked { return writer.text(response, at: instant, of: question) }
    let text = writer.text(rest: response, at: instant)
    return text == "{}" ? nil : text
  }

  /// Reads what `text` writes.
  package static func read(
    _ text: String, of question: Question, on model: Questionnaire, _ findings: Findings
  ) -> (response: Response, at: Instant?) {
    // The shape of nearly all.
    if text.utf8.count == beginning.utf8.count + 21, text.hasPrefix(beginning), text.hasSuffix("}"),
      let instant = Instant(text: text.dropFirst(beginning.count).dropLast())
    {
      return (Response(), instant)
    }
    guard let node = node(text, findings) else { return (Response(), nil) }
    return ResponseReader(questionnaire: model, findings: findings).response(node, to: question)
  }

  private static let beginning = "{at: "

  private static func node(_ text: String, _ findings: Findings) -> Node? {
    let parsed = YAML.parse(SourceFile(name: "", text: text))
    findings.add(parsed.diagnostics)
    return parsed.value
  }

  /// The text of the head's rest; `nil` where there is none.
  package static func text(headOf assessment: StoredAssessment) -> String? {
    let writer = ResponseText(notation: .yaml)
    let header = assessment.header
    var entries: [(key: String, value: String)] = []
    if header.isInvented { entries.append(("invented", "true")) }
    if let changed = header.changed { entries.append(("changed", changed.text(writer))) }
    if let position = header.resumeAt { entries.append(("resume_at", writer.word(position))) }
    let kept = assessment.keptEntries(writer)
    if !kept.isEmpty { entries.append(("kept", writer.mapping(kept))) }
    return entries.isEmpty ? nil : writer.mapping(entries)
  }

  /// Reads what `text(headOf:)` writes into an assessment.
  package static func read(
    head text: String, into assessment: inout StoredAssessment, on model: Questionnaire,
    _ findings: Findings
  ) {
    guard let node = node(text, findings), var mapping = MappingReader(node, findings) else {
      return
    }
    HeaderReader(questionnaire: model, key: nil, findings: findings)
      .rest(&mapping, of: &assessment.header)
    var body = BodyReader(questionnaire: model, findings: findings)
    if let kept = mapping.node("kept") { body.readAllKept(kept) }
    assessment.kept = body.kept
    mapping.finish()
  }
}
