import Diagnostics
import Language
import Questionnaire

/// The questionnaires of this run.
struct Models {
  let all: [Questionnaire]

  /// Where models are looked for when none are named.
  static let folder = "questionnaires"

  /// Reads the files named, or all of `questionnaires/`. Findings are shown.
  ///
  /// - Throws: when a named file cannot be used. A faulty one among those not named is told of and
  ///   left out: it may have nothing to do with the work at hand.
  init(_ options: FolderOptions, _ console: Console) throws(Failure) {
    let isNamed = !options.questionnaire.isEmpty
    let paths = isNamed ? options.questionnaire : Files.list(Self.folder, ending: ".yaml")
    var models: [Questionnaire] = []
    for path in paths {
      let checked = Questionnaire.load(try Files.read(path))
      console.show(checked.diagnostics.filter { $0.severity == .error })
      if let model = checked.value {
        models.append(model)
      } else if isNamed {
        throw .silent(.badData)
      }
    }
    guard !models.isEmpty else {
      throw Failure(
        "exit.no-questionnaires", ["folder": .text(Self.folder)],
        exit: paths.isEmpty ? .missingInput : .badData)
    }
    all = models
  }
}
