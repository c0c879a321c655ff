import Diagnostics
import Questionnaire

extension Questionnaire {
  /// The questionnaire that an argument names: a file, or the id of one in `questionnaires/`.
  ///
  /// - Throws: when there is no such file or model, or when it has errors, which are shown.
  static func named(_ name: String, _ console: Console) throws(Failure) -> Questionnaire {
    let isPath = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let path = isPath ? name : "\(Models.folder)/\(name).yaml"
    let loaded = Questionnaire.load(try Files.read(path))
    console.show(loaded.diagnostics.filter { $0.severity == .error })
    guard let model = loaded.value, !loaded.hasErrors else { throw .silent(.badData) }
    return model
  }
}
