import Diagnostics
import Foundation
import Questionnaire
import TestKit
import TestVectors
import Testing

/// Every model that ships is sound and proves its rules: vectors stand beside it, all of them hold,
/// and each outcome of each rule is reached.
@Suite struct ShippedVectorsTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "questionnaires")

  private static let models: [String] =
    (FileManager.default.subpaths(atPath: folder.path) ?? [])
    .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(TestSuite.suffix) }
    .sorted()

  private static func file(_ name: String) throws -> SourceFile {
    SourceFile(
      name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }

  @Test func theFlagshipAndExamplesAreThere() {
    #expect(Self.models.contains("cluster-maturity.yaml"))
    #expect(Self.models.count { $0.hasPrefix("examples/") } >= 8)
  }

  @Test(arguments: models) func holdsItsVectorsAndReachesEveryRule(_ name: String) throws {
    let model = Questionnaire.load(try Self.file(name))
    #expect(model.diagnostics.printed() == "")
    let vectors = TestSuite.read(
      try Self.file(TestSuite.path(besideModel: name)), on: try #require(model.value))
    #expect(vectors.diagnostics.printed() == "")
    let outcome = try #require(vectors.value).run()
    #expect(outcome.results.flatMap(\.differences).printed() == "")
    #expect(outcome.reach.findings.printed() == "")
    #expect(outcome.expectations > 0)
  }
}
