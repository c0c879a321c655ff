import Diagnostics
import Foundation
import Testing
import YAML

/// The scores that the program prints for every shipped result, against a computation of their own.
@Suite struct IndependentScoreTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func yaml(_ path: String) throws -> Node {
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
    return try #require(YAML.parse(SourceFile(name: path, bytes: bytes)).value)
  }

  /// The catalogue code of each question id, read from the model as plain text.
  private static func codes() throws -> [String: String] {
    let model = try yaml("questionnaires/cluster-maturity.yaml")
    var codes: [String: String] = [:]
    let sections =
      [model["profile"]] + (model["capacities"]?.elements.map { $0["questions"] } ?? [])
    for question in sections.compactMap({ $0 }).flatMap({ Array($0.elements) }) {
      if let id = question["id"]?.scalar?.text { codes[id] = question["code"]?.scalar?.text }
    }
    return codes
  }

  private struct Printed: Decodable {
    struct Score: Decodable {
      var score: Double?
    }
    struct Capacity: Decodable {
      var score: Double?
      var answered: Int
      var applicable: Int
    }
    struct Level: Decodable {
      var number: Int?
    }
    var cluster: String
    var period: String
    var total: Score
    var capacities: [Capacity]
    var level: Level
  }

  @Test func everyShippedResultIsScoredAsComputedByHand() throws {
    let codes = try Self.codes()
    #expect(codes.count == 66)
    var seen: [Int: Int] = [:]
    var clusters: Set<String> = []
    for period in ["2023", "2024", "2025"] {
      let folder = try Folder()
      let results = Self.root.appending(path: "results").path
      let model = Self.root.appending(path: "questionnaires/cluster-maturity.yaml").path
      let run = try Program.run(
        [
          "score", "--format", "json", "--period", period, "--results", results,
          "--questionnaire", model,
        ], in: folder)
      #expect(run.errors == "" && run.end == .exited(0))
      for printed in try JSONDecoder().decode([Printed].self, from: Data(run.output.utf8)) {
        let name = "results/\(printed.cluster)/cluster-maturity-\(printed.period).yaml"
        let computed = IndependentScore(try Self.yaml(name), codes: codes)
        let sums = computed.sums
        let capacities = sums.map { sum in
          sum.isScored ? Double(sum.points) / Double(sum.answeredWeight) : nil
        }
        let total = computed.total.map { Double($0.numerator) / Double($0.denominator) }
        if printed.total.score != total || printed.capacities.map(\.score) != capacities
          || printed.level.number != computed.level
          || printed.capacities.map(\.answered) != sums.map(\.answered)
          || printed.capacities.map(\.applicable) != sums.map(\.applicable)
        {
          Issue.record(
            "\(name): \(printed) is not \(total ?? -1), \(capacities), \(computed.level)")
        }
        clusters.insert(printed.cluster)
        if period == "2025" { seen[computed.level, default: 0] += 1 }
      }
    }
    #expect(clusters.count == 12)
    #expect(Set(seen.keys) == [1, 2, 3, 4, 5], "every level is shown by some cluster")
  }
}
