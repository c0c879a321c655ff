import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import YAML

extension Questionnaire {
  /// The questionnaire that an argument names: a file, or the id of one in `questionnaires/`.
  ///
  /// - Throws: when there is no such file or model, or when it has errors, which are shown.
  static func named(_ name: String, _ console: Console) throws(Failure) -> Questionnaire {
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      return try identified(by: name, console)
    }
    let loaded = Questionnaire.load(try Files.read(name))
    console.show(loaded.diagnostics.filter { $0.severity == .error })
    guard let model = loaded.value, !loaded.hasErrors else { throw .silent(.badData) }
    return model
  }

  /// The newest with an id among the files of `questionnaires/`, however they are called.
  private static func identified(
    by id: String, _ console: Console
  ) throws(Failure) -> Questionnaire {
    var models: [Questionnaire] = []
    var findings: [Diagnostic] = []
    var known: Set<String> = []
    for path in Models.files {
      let file: SourceFile
      do {
        file = try Files.read(path, isNamed: false)
      } catch {
        error.report()
        continue
      }
      let read = YAML.parse(file)
      if let found = read.value?["questionnaire"]?.scalar?.text {
        known.insert(found)
        guard found == id else { continue }
      } else if path != Models.folder + "/" + id + ".yaml" {
        // A file that does not say what it is may be the one whose name it has.
        continue
      }
      let loaded = Questionnaire.load(file)
      findings += loaded.diagnostics.filter { $0.severity == .error }
      if let model = loaded.value, !loaded.hasErrors { models.append(model) }
    }
    if let newest = models.newest { return newest }
    console.show(findings)
    guard findings.isEmpty else { throw .silent(.badData) }
    throw unknown(id, among: known.sorted())
  }

  private static func unknown(_ id: String, among known: [String]) -> Failure {
    guard !known.isEmpty else {
      return Failure(
        "exit.no-questionnaires", ["folder": .text(Models.folder)], exit: .missingInput)
    }
    var arguments: [String: TextArgument] = [
      "name": .text(id.madeVisible), "folder": .text(Models.folder),
      "known": .list(known.map(\.madeVisible)),
    ]
    let suggestion = Diagnostics.suggestion(for: id, among: known)
    arguments["suggestion"] = suggestion.map { .text($0.madeVisible) }
    return Failure(
      suggestion == nil ? "exit.unknown-questionnaire" : "exit.unknown-questionnaire-suggestion",
      arguments, exit: .missingInput)
  }
}
