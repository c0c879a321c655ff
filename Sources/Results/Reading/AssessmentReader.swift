public import Diagnostics
import Interview
public import Questionnaire
import YAML

extension StoredAssessment {
  /// The findings that go with something taken over under another name, beside those of questions.
  private static let adaptations: Set = ["assessment.choice-renamed", "assessment.form-gone"]

  /// Reads an assessment file.
  ///
  /// - Parameter key: What the file is by its place; another cluster, questionnaire or period in
  ///   its head is an error.
  /// - Returns: The assessment, `nil` when a finding is an error, and all findings. Where the file
  ///   was written with another version of the model, that is a warning. So are then values that
  ///   the model refuses, which stay, and what it has no room for, which is put into `kept`.
  public static func read(
    _ file: SourceFile, on questionnaire: Questionnaire, as key: AssessmentKey? = nil
  ) -> Checked<StoredAssessment?> {
    read(ParsedFile(file), on: questionnaire, as: key, refusal: .error)
  }

  /// - Parameter refusal: How bad a value is that the model refuses, in a file written with this
  ///   very model.
  static func read(
    _ file: ParsedFile, on questionnaire: Questionnaire, as key: AssessmentKey?,
    refusal: Diagnostic.Severity
  ) -> Checked<StoredAssessment?> {
    let findings = Findings()
    findings.add(file.tree.diagnostics)
    guard let root = file.tree.value, !file.tree.hasErrors else {
      if file.tree.diagnostics.isEmpty {
        findings.report("assessment.empty", at: Place(file.source, 0..<0))
      }
      return Checked(nil, findings.list.sorted)
    }
    guard var mapping = MappingReader(root, findings) else {
      return Checked(nil, findings.list.sorted)
    }
    let header = HeaderReader(questionnaire: questionnaire, key: key, findings: findings)
      .header(&mapping)
    var body = BodyReader(questionnaire: questionnaire, findings: findings)
    body.reader.refusal = refusal
    if header?.digest != questionnaire.digest {
      body.reader.refusal = .warning
      body.reader.isOfOtherVersion = true
    }
    if mapping.node["answers"] == nil { mapping.reportMissing("answers") }
    body.readSections(of: &mapping)
    mapping.finish()
    guard let header, !findings.hasErrors else { return Checked(nil, findings.list.sorted) }
    var assessment = StoredAssessment(
      header: header, responses: body.responses, times: body.times, kept: body.kept)
    assessment.isAdapted =
      body.isAdapted || findings.list.contains { adaptations.contains($0.code.rawValue) }
      || header.resumeAt != root["resume_at"]?.scalar?.text
    return Checked(assessment, findings.list.sorted)
  }
}
