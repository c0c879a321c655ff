public import Diagnostics
import YAML

/// Which questionnaire an assessment file says it was written with.
public struct ModelOfAssessment: Sendable {
  /// The questionnaire's digest; `nil` where the file does not say.
  public let digest: String?
  /// Where the file names the questionnaire; its beginning where it does not.
  public let place: Place?
}

/// An assessment's file as it stands on disk, taken apart but not read by any questionnaire yet.
public struct AssessmentFile: Sendable {
  let key: AssessmentKey
  /// `nil` where there is no file.
  let content: ParsedFile?

  /// Which questionnaire to read it with. What is wrong in the file is not told here: reading it
  /// tells it.
  public var model: ModelOfAssessment {
    guard let content else { return ModelOfAssessment(digest: nil, place: nil) }
    let model = content.tree.value?["questionnaire"]
    return ModelOfAssessment(
      digest: model?["digest"]?.scalar?.text,
      place: model?["id"]?.place ?? Place(content.source, 0..<0))
  }
}

/// A file with its tree, so that it is parsed once however often it is looked at.
struct ParsedFile: Sendable {
  let source: SourceFile
  let tree: Checked<Node?>

  init(_ source: SourceFile) {
    self.source = source
    tree = YAML.parse(source)
  }
}

extension ResultsFolder {
  /// The file of an assessment; whoever has it reads what it says with `read(_:on:)`.
  public func file(of key: AssessmentKey) throws(ResultsError) -> AssessmentFile {
    let path = assessmentPath(key)
    let bytes = try content(path, limit: YAMLLimits.standard.bytes)
    return AssessmentFile(
      key: key, content: bytes.map { ParsedFile(SourceFile(name: path, bytes: $0)) })
  }

  /// What a file holds; `nil` where there is none.
  func content(_ path: String, limit: Int) throws(ResultsError) -> [UInt8]? {
    do {
      return try files.read(path, limit: limit)
    } catch .missing {
      return nil
    }
  }

  /// Looks at an assessment file only, to learn which questionnaire to read it with.
  public func model(of key: AssessmentKey) throws(ResultsError) -> ModelOfAssessment {
    try file(of: key).model
  }
}
