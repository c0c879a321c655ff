import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import TestKit
import Testing

@testable import Scoring

/// Columns against the scorer, row by row: totals as doubles to the last bit, levels and coverages.
@Suite struct BulkTests {
  @Test(arguments: [
    ("cluster-maturity", true), ("examples/data-practices", true), ("examples/ease-of-use", true),
    ("examples/open-data-path", false), ("examples/project-badge", false),
    ("examples/safe-operations", false), ("examples/service-stages", false),
    ("examples/supplier-safety", false), ("examples/team-retrospective", true),
  ])
  func scoresShippedModelsAsTheScorerDoes(_ name: String, isColumnar: Bool) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "questionnaires/\(name).yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let model = try #require(
      Questionnaire.load(SourceFile(name: "\(name).yaml", text: text)).value)
    var random = SplitMix(seed: 5)
    let forms = [nil] + model.forms.indices.map { $0 }
    let interviews = (0..<240).map { row in
      model.randomInterview(
        &random, Interview.Context(reportingYear: 2026, form: forms[row / 120 % forms.count]))
    }
    let found = Self.differences(model, interviews)
    #expect(found.differences == [])
    #expect(found.obstacles.isEmpty == isColumnar, "\(found.obstacles)")
  }

  @Test func scoresRandomModelsAsTheScorerDoes() throws {
    var random = SplitMix(seed: 17)
    var differences: [String] = []
    var kinds: [String: Int] = [:]
    for number in 0..<80 {
      let drawn = try RandomModel(&random)
      let model = drawn.questionnaire
      let interviews = (0..<40).map { _ in
        model.randomInterview(&random, Interview.Context(reportingYear: 2026))
      }
      let found = Self.differences(model, interviews)
      differences += found.differences.prefix(2).map { "model \(number): \($0)\n" + drawn.text }
      kinds[
        found.obstacles.isEmpty ? found.error > 0 ? "filtered" : "whole" : "rows", default: 0] += 1
      if differences.count > 3 { break }
    }
    #expect(differences == [])
    // Both ways of computing have been taken.
    #expect(kinds["whole", default: 0] > 20 && kinds["filtered", default: 0] > 5, "\(kinds)")
  }

  private static func differences(
    _ model: Questionnaire, _ interviews: [Interview]
  ) -> (differences: [String], obstacles: [ColumnObstacle], error: Double) {
    let bulk = BulkScorer(Scorer(model))
    var differences: [String] = []
    var row = 0
    var error = 0.0
    var obstacles = bulk.obstacles
    for columns in AnswerColumns.encoded(interviews) {
      let scores = bulk.score(columns)
      error = max(error, scores.relativeError)
      obstacles = scores.obstacles
      for place in 0..<scores.count {
        let expected = bulk.scorer.score(interviews[row])
        let total = expected.total.value?.doubleValue
        let found = scores.totals[place].isNaN ? nil : scores.totals[place]
        let isEqual =
          if let total, let found {
            abs(total - found) <= total * scores.relativeError
          } else {
            total == nil && found == nil
          }
        let given =
          "\(found as Any) level \(scores.level(of: place) as Any) \(scores.coverage(of: place))"
        let right = "\(total as Any) level \(expected.level as Any) \(expected.total.coverage)"
        if !isEqual || expected.level != scores.level(of: place)
          || expected.total.coverage != scores.coverage(of: place)
        {
          differences.append("row \(row): \(given) instead of \(right)")
        }
        row += 1
      }
    }
    return (differences, obstacles, error)
  }
}

/// A small model with random nodes, weights, policies, branches, gates and levels, whose thresholds
/// random answers often hit exactly.
struct RandomModel {
  let questionnaire: Questionnaire
  let text: String

  init(_ random: inout SplitMix) throws {
    let weights = [
      ["1"], ["1", "2"], ["1", "2", "3"], ["0.5", "0.3", "1"], ["0.137", "1.31", "0.77"],
    ][
      random.below(5)]
    var ids: [String] = []
    func question(_ random: inout SplitMix) -> String {
      let id = "q\(ids.count)"
      var more = "weight: \(weights[random.below(weights.count)])"
      if !ids.isEmpty, random.below(4) == 0 {
        more += ", show_if: \"\(Self.condition(ids, &random))\""
      }
      ids.append(id)
      more += random.below(3) == 0 ? ", not_applicable: allowed, no_data: allowed" : ""
      return ladder(id, steps: 5, more)
    }
    var body = "capacities:\n"
    let capacities = 1 + random.below(4)
    for capacity in 0..<capacities {
      let policy = [
        "", ", unanswered: zero", ", unanswered: block", ", no_data: zero",
        ", not_applicable: full", ", not_applicable: zero", ", minimum_coverage: 0",
      ][random.below(7)]
      let questions = (0..<(1 + random.below(6))).map { _ in question(&random) }
      body +=
        "  - {id: c\(capacity), title: C, weight: \(weights[random.below(weights.count)])\(policy), "
      body += "questions: [\(questions.joined(separator: ", "))]"
      if random.below(3) == 0 {
        let parts = (0..<2).map { part in
          let questions = (0..<(1 + random.below(3))).map { _ in question(&random) }
          return
            "{id: p\(capacity)_\(part), title: P, questions: [\(questions.joined(separator: ", "))]}"
        }
        body += ", parts: [\(parts.joined(separator: ", "))]"
      }
      body += "}\n"
    }
    body += "levels:\n  - {id: l0, title: L}\n"
    for (level, threshold) in [25, 50, 75].enumerated() {
      let every = random.below(2) == 0 ? ", every_capacity: \(threshold - 25)" : ""
      body += "  - {id: l\(level + 1), title: L, requires: {total: \(threshold)\(every)}"
      if random.below(2) == 0 {
        let conditions = (0..<3).map { _ in "\"\(Self.condition(ids, &random))\"" }
        body += ", gates: [{id: g\(level), if: \(conditions[0]), say: G}, "
        body += "{id: h\(level), at_least: 2, of: [\(conditions.joined(separator: ", "))], say: H}]"
      }
      body += "}\n"
    }
    if random.below(3) == 0 {
      body +=
        "level_caps: [{id: v, if: \"\(Self.condition(ids, &random))\", at_most: l1, say: V}]\n"
    }
    text = body
    questionnaire = try model(body)
  }

  private static func condition(_ ids: [String], _ random: inout SplitMix) -> String {
    func simple(_ random: inout SplitMix) -> String {
      let id = ids[random.below(ids.count)]
      let other = ids[random.below(ids.count)]
      return [
        "\(id) >= \(1 + random.below(4))", "answered(\(id))", "\(id) + \(other) > 4",
        "!(\(id) < 3)",
      ][random.below(4)]
    }
    let (a, b, c) = (simple(&random), simple(&random), simple(&random))
    return [a, "\(a) && \(b)", "\(a) || \(b)", "!(\(a) && \(b)) || \(c)", "\(a) ? \(b) : \(c)"][
      random.below(5)]
  }
}
