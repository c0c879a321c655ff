public import Diagnostics
public import Interview
public import Questionnaire
package import YAML

/// Answers to be recorded all at once: a whole assessment, its `answers:` alone, or a flat list of
/// `question: value`; in YAML or in JSON, which is YAML too.
public enum AnswersFile {
  /// What a file gives.
  public struct Answers: Sendable {
    /// By the places of their questions.
    public let responses: [Int: Response]
    /// Whose answers these are; `nil` where the file is no whole assessment.
    public let header: AssessmentHeader?
  }

  /// - Returns: The answers, `nil` when a finding is an error, and all findings. Of a whole
  ///   assessment's head only the questionnaire is compared.
  public static func read(
    _ file: SourceFile, on questionnaire: Questionnaire
  ) -> Checked<Answers?> {
    let findings = Findings()
    let parsed = YAML.parse(file)
    findings.add(parsed.diagnostics)
    if let root = parsed.value, !parsed.hasErrors {
      if root["branda"] != nil {
        let whole = StoredAssessment.read(file, on: questionnaire)
        return Checked(
          whole.value.map { Answers(responses: $0.responses, header: $0.header) },
          whole.diagnostics)
      }
      var body = BodyReader(questionnaire: questionnaire, findings: findings)
      body.allowsBareValues = true
      // A question may be called `answers` or `parked`; then the flat list is meant.
      let isSectioned =
        root["answers"].map { $0.kind == .mapping } ?? false
        && questionnaire.index(of: "answers") == nil
      if isSectioned, var mapping = MappingReader(root, findings) {
        body.readSections(of: &mapping)
        mapping.finish()
      } else {
        body.read(root)
      }
      if !findings.hasErrors {
        return Checked(Answers(responses: body.responses, header: nil), findings.list.sorted)
      }
    } else if parsed.diagnostics.isEmpty {
      findings.report("assessment.empty", at: Place(file, 0..<0))
    }
    return Checked(nil, findings.list.sorted)
  }

  /// The answers of one mapping `question: value` inside another file, such as test vectors.
  package static func responses(
    _ node: Node, on questionnaire: Questionnaire, _ findings: Findings
  ) -> [Int: Response] {
    var body = BodyReader(questionnaire: questionnaire, findings: findings)
    body.allowsBareValues = true
    body.read(node)
    return body.responses
  }

  /// The place of the question that a node names; reports a name that there is not.
  package static func question(
    _ node: Node, on questionnaire: Questionnaire, _ findings: Findings
  ) -> Int? {
    ResponseReader(questionnaire: questionnaire, findings: findings).question(node)?.index
  }
}
