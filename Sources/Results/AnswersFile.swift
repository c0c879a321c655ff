public import Diagnostics
public import Interview
public import Questionnaire
import YAML

/// Answers to be recorded all at once: a whole assessment, its `answers:` alone, or a flat list of
/// `question: value`; in YAML or in JSON, which is YAML too.
public enum AnswersFile {
  /// - Returns: The responses by the places of their questions, `nil` when a finding is an error,
  ///   and all findings. Of a whole assessment's head only the questionnaire is looked at.
  public static func read(
    _ file: SourceFile, on questionnaire: Questionnaire
  ) -> Checked<[Int: Response]?> {
    let findings = Findings()
    let parsed = YAML.parse(file)
    findings.add(parsed.diagnostics)
    if let root = parsed.value, !parsed.hasErrors {
      if root["branda"] != nil {
        let whole = StoredAssessment.read(file, on: questionnaire)
        return Checked(whole.value?.responses, whole.diagnostics)
      }
      var body = BodyReader(questionnaire: questionnaire, findings: findings)
      body.allowsBareValues = true
      // A question may be called `answers` or `parked`; then the flat list is meant.
      let isSectioned =
        root["answers"].map { $0.kind == .mapping } ?? false
        && questionnaire.index(of: "answers") == nil
      if isSectioned, var mapping = MappingReader(root, findings) {
        for section in ["answers", "parked"] {
          if let node = mapping.node(section) { body.read(node) }
        }
        mapping.finish()
      } else {
        body.read(root)
      }
      if !findings.hasErrors { return Checked(body.responses, findings.list.sorted) }
    } else if parsed.diagnostics.isEmpty {
      findings.report("assessment.empty", at: Place(file, 0..<0))
    }
    return Checked(nil, findings.list.sorted)
  }
}
