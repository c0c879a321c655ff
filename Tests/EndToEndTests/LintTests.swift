import Foundation
import TestKit
import Testing

/// `branda lint`: all findings of all files in one run, as text and as JSON.
@Suite struct LintTests {
  private static let wrong = shortModel.replacing("weight: 2", with: "wieght: 2")

  @Test func aMissingFileKeepsNobodyFromTheOthers() throws {
    let folder = try Folder()
    try folder.write(Self.wrong, to: "wrong.yaml")
    try folder.write(shortModel, to: "right.yaml")
    let run = try Program.run(["lint", "none.yaml", "wrong.yaml", "right.yaml"], in: folder)
    #expect(run.end == .exited(66))
    #expect(
      run.errors == """
        wrong.yaml:25:9: error: the key “wieght” is not known here [questionnaire.unknown-key]
           |         wieght: 2
           |         ^~~~~~
           = did you mean “weight”?
        2 files checked: 1 error, 0 warnings
        branda: there is no file “none.yaml”

        """)
  }

  private struct Findings: Decodable {
    struct Finding: Decodable {
      struct Region: Decodable {
        var line: Int
        var column: Int
        var length: Int
      }
      var code: String
      var severity: String
      var message: String
      var help: String
      var file: String
      var region: Region
    }
    var schema: String
    var findings: [Finding]
  }

  @Test func findingsAreGivenToOtherPrograms() throws {
    let folder = try Folder()
    try folder.write(Self.wrong, to: "wrong.yaml")
    let run = try Program.run(
      ["lint", "wrong.yaml", "--format", "json", "--lang", "lt"], in: folder)
    #expect(run.end == .exited(1))
    let document = try JSONDecoder().decode(Findings.self, from: Data(run.output.utf8))
    #expect(document.schema == "branda.findings/1")
    let lines = Self.wrong.split(separator: "\n", omittingEmptySubsequences: false)
    for finding in document.findings {
      #expect(finding.code == "questionnaire.unknown-key" && finding.severity == "error")
      #expect(finding.file == "wrong.yaml")
      let text = lines[finding.region.line - 1].dropFirst(finding.region.column - 1)
      #expect(text.prefix(finding.region.length) == "wieght")
      #expect(finding.help == "gal turėta omenyje „weight“?")
    }
    #expect(!document.findings.isEmpty)
  }
}
