import Diagnostics
import Language
import Questionnaire
import TestVectors
import YAML

/// The questionnaires of this run.
struct Models {
  let all: [Questionnaire]

  /// Where models are looked for when none are named.
  static let folder = "questionnaires"

  /// Whether a model's file is found where none is named.
  static func isFound(_ path: String) -> Bool {
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return files.contains(path)
  }

  /// The models' files, without those of test vectors beside them.
  static var files: [String] {
    Files.list(folder, ending: ".yaml").filter { !$0.hasSuffix(TestSuite.suffix) }
  }

  /// The versions of one questionnaire that are found where none is named; files that cannot be read
  /// are passed over, because nobody asked for them.
  static func shipped(_ id: String) -> [Questionnaire] {
    files.compactMap { path in
      guard let file = try? Files.read(path, isNamed: false),
        YAML.parse(file).value?["questionnaire"]?.scalar?.text == id
      else { return nil }
      return Questionnaire.load(file).value
    }
  }

  /// The questionnaire with an id that an assessment was written with; where that version is not at
  /// hand, the newest.
  func model(of id: String, digest: String?) -> Questionnaire? {
    let known = all.filter { $0.id == id }
    return known.first { $0.digest == digest } ?? known.newest
  }

  /// One that is at hand already.
  init(_ model: Questionnaire) { all = [model] }

  /// Reads the files named, or all of `questionnaires/`. Findings are shown.
  ///
  /// - Throws: when a named file cannot be used. A faulty one among those not named is told of and
  ///   left out: it may have nothing to do with the work at hand.
  init(named names: [String], _ console: Console) throws(Failure) {
    let isNamed = !names.isEmpty
    let paths = isNamed ? names : Self.files
    var models: [Questionnaire] = []
    for path in paths {
      let file: SourceFile
      do {
        file = try Files.read(path, isNamed: isNamed)
      } catch {
        if isNamed { throw error }
        error.report()
        continue
      }
      let checked = Questionnaire.load(file)
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

extension [Questionnaire] {
  /// The one with the highest version; among equal ones the first.
  var newest: Questionnaire? {
    self.max { $0.versionNumbers.lexicographicallyPrecedes($1.versionNumbers) }
  }
}

extension Questionnaire {
  fileprivate var versionNumbers: [UInt32] {
    version.split(separator: ".").compactMap { UInt32($0) }
  }
}
