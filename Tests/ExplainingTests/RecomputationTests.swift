import Diagnostics
import Explaining
import Foundation
import Interview
import Questionnaire
import Results
import Scoring
import TestVectors
import Testing

private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Every derivation, evaluated again from its inputs alone, gives what the scorer gave: for every
/// result that ships and for every test vector of every model.
@Suite struct RecomputationTests {
  /// The models with test vectors, by path without ending.
  private static let models: [String] = {
    let folder = root.appending(path: "questionnaires").path
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(TestSuite.suffix) }
      .map { String($0.dropLast(TestSuite.suffix.count)) }.sorted()
  }()

  @Test(arguments: models) func everyDerivationGivesWhatTheScorerGave(_ name: String) throws {
    let model = try #require(Questionnaire.load(try file("questionnaires/\(name).yaml")).value)
    let assessments = try stored(model) + vectors(name, model)
    #expect(!assessments.isEmpty)
    let scorer = Scorer(model)
    for (label, interview, background) in assessments {
      let explainer = Explainer(interview, background: background)
      let score = scorer.score(interview, background: background)
      let total = score.total.value.map(Derivation.Outcome.share) ?? .none
      var differences: [String] = []
      if explainer.total.recomputed != total { differences.append("\(label): total") }
      if explainer.level.recomputed != .level(score.level.map { $0 + 1 } ?? 0) {
        differences.append("\(label): level")
      }
      var open = explainer.all
      while let derivation = open.popLast() {
        if derivation.recomputed != derivation.outcome {
          differences.append(
            "\(label): \(derivation.subject) is \(derivation.outcome), not \(derivation.recomputed)"
          )
        }
        open += derivation.inputs
      }
      #expect(differences == [])
    }
  }

  private func file(_ path: String) throws -> SourceFile {
    let data = try Data(contentsOf: root.appending(path: path).resolvingSymlinksInPath())
    return SourceFile(name: path, bytes: Array(data))
  }

  private typealias Assessment = (label: String, interview: Interview, background: Background)

  private func stored(_ model: Questionnaire) throws -> [Assessment] {
    let folder = ResultsFolder(root.appending(path: "results").path)
    return try folder.assessments(by: model.id).compactMap { key in
      try folder.read(key, on: model).value.map {
        ("\(key.cluster) \(key.period)", $0.interview(on: model), .none)
      }
    }
  }

  private func vectors(_ name: String, _ model: Questionnaire) throws -> [Assessment] {
    let path = TestSuite.path(besideModel: "questionnaires/\(name).yaml")
    guard FileManager.default.fileExists(atPath: root.appending(path: path).path) else { return [] }
    let suite = try #require(TestSuite.read(try file(path), on: model).value)
    return suite.vectors.map { vector in
      var context = vector.context
      context.points = Scorer(model).points
      return (
        vector.name,
        Interview(model, context: context, responses: vector.responses), vector.background
      )
    }
  }
}
