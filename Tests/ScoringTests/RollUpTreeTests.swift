import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Scoring
import TestKit
import Testing

/// Roll-ups laid open against the scorer: with the model's weights every score comes out the same.
@Suite struct RollUpTreeTests {
  @Test(arguments: [
    "cluster-maturity", "examples/data-practices", "examples/ease-of-use",
    "examples/open-data-path", "examples/project-badge", "examples/safe-operations",
    "examples/service-stages", "examples/supplier-safety", "examples/team-retrospective",
  ])
  func givesTheScoresOfShippedModels(_ name: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "questionnaires/\(name).yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let model = try #require(
      Questionnaire.load(SourceFile(name: "\(name).yaml", text: text)).value)
    var random = SplitMix(seed: 3)
    #expect(try Self.differences(model, 60, &random) == [])
  }

  @Test func givesTheScoresOfRandomModels() throws {
    var random = SplitMix(seed: 23)
    var differences: [String] = []
    for number in 0..<80 where differences.count < 4 {
      let drawn = try RandomModel(&random)
      differences += try Self.differences(drawn.questionnaire, 20, &random).prefix(2)
        .map { "model \(number): \($0)\n" + drawn.text }
    }
    #expect(differences == [])
  }

  private static func differences(
    _ model: Questionnaire, _ count: Int, _ random: inout SplitMix
  ) throws -> [String] {
    let tree = RollUpTree(model)
    let scorer = Scorer(model)
    var differences: [String] = []
    for number in 0..<count {
      let score = scorer.score(
        model.randomInterview(&random, Interview.Context(reportingYear: 2026)))
      let values = try ScoreParts(score, tree).values(in: tree)
      for (group, value) in zip(tree.groups, values) {
        let expected = score.score(of: group.subject)?.value
        if value != expected {
          differences.append(
            "\(number) \(group.subject): \(String(describing: value)),"
              + " not \(String(describing: expected))")
        }
      }
    }
    return differences
  }
}
