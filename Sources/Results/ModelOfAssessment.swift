public import Diagnostics
import YAML

/// Which questionnaire an assessment file says it was written with.
public struct ModelOfAssessment: Sendable {
  /// The questionnaire's digest; `nil` where the file does not say.
  public let digest: String?
  /// Where the file names the questionnaire; its beginning where it does not.
  public let place: Place?
}

extension ResultsFolder {
  /// Looks at the head of an assessment file only, to learn which questionnaire to read it with.
  ///
  /// What is wrong in the file is not told here: reading it whole tells it.
  public func model(of key: AssessmentKey) throws(ResultsError) -> ModelOfAssessment {
    let path = assessmentPath(key)
    let file: SourceFile
    do {
      file = SourceFile(name: path, bytes: try files.read(path, limit: YAMLLimits.standard.bytes))
    } catch .missing {
      return ModelOfAssessment(digest: nil, place: nil)
    }
    let model = YAML.parse(file).value?["questionnaire"]
    return ModelOfAssessment(
      digest: model?["digest"]?.scalar?.text,
      place: model?["id"]?.place ?? Place(file, 0..<0))
  }
}
