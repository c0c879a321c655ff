public import Diagnostics
import Interview
import Numbers
public import Questionnaire
import Results
import Scoring
import YAML

/// The test vectors of one model, as `NAME.tests.yaml` beside `NAME.yaml` holds them.
public struct TestSuite: Sendable {
  /// The model whose rules are tested.
  public let questionnaire: Questionnaire
  /// In the order of the file; never empty.
  public let vectors: [TestVector]

  /// The end of the names of files that hold test vectors.
  public static let suffix = ".tests.yaml"

  /// The name of the file that holds the test vectors of a model's file.
  public static func path(besideModel path: String) -> String {
    (path.hasSuffix(".yaml") ? String(path.dropLast(".yaml".count)) : path) + suffix
  }

  /// The name of the model's file whose test vectors a file holds; `nil` for other files.
  public static func path(ofModelOf path: String) -> String? {
    path.hasSuffix(suffix) ? path.dropLast(suffix.count) + ".yaml" : nil
  }

  /// Reads test vectors.
  ///
  /// - Returns: The suite, `nil` where a finding is an error, and all findings.
  public static func read(
    _ file: SourceFile, on questionnaire: Questionnaire
  ) -> Checked<TestSuite?> {
    let findings = Findings()
    let parsed = YAML.parse(file)
    findings.add(parsed.diagnostics)
    guard !parsed.hasErrors else { return Checked(nil, findings.list.sorted) }
    guard let root = parsed.value else {
      findings.report("test.empty", at: Place(file, 0..<0))
      return Checked(nil, findings.list.sorted)
    }
    var vectors: [TestVector] = []
    if var mapping = MappingReader(root, findings) {
      if let id = mapping.required("tests"), id.text != questionnaire.id {
        findings.report(
          "test.other-questionnaire", at: id.place,
          ["name": .text(id.text), "expected": .text(questionnaire.id)])
      }
      var reader = TestVectorReader(questionnaire: questionnaire, findings: findings)
      for node in mapping.list("vectors") { reader.read(node) }
      vectors = reader.vectors
      if mapping.node("vectors") == nil { mapping.reportMissing("vectors") }
      if vectors.isEmpty, !findings.hasErrors {
        findings.report("test.empty", at: mapping.head)
      }
      mapping.finish()
    }
    guard !findings.hasErrors else { return Checked(nil, findings.list.sorted) }
    return Checked(
      TestSuite(questionnaire: questionnaire, vectors: vectors), findings.list.sorted)
  }
}
