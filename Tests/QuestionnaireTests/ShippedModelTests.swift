import Diagnostics
import Foundation
import Questionnaire
import TestKit
import Testing

@Suite struct ShippedModelTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "questionnaires")

  static let files = ["cluster-maturity.yaml", "examples/team-retrospective.yaml"]

  @Test(arguments: files) func loadsWithoutAFinding(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let loaded = Questionnaire.load(SourceFile(name: name, bytes: bytes))
    #expect(loaded.diagnostics.printed() == "")
    #expect(loaded.value != nil)
  }
}
