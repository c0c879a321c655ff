import Diagnostics
import Foundation
import Questionnaire
import TestKit
import Testing

@Suite struct ShippedModelTests {
  private static func read(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "questionnaires")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test(arguments: ["cluster-maturity.yaml", "examples/team-retrospective.yaml"])
  func loadsWithoutAFinding(_ name: String) throws {
    let loaded = Questionnaire.load(SourceFile(name: name, text: try Self.read(name)))
    #expect(loaded.diagnostics.printed() == "")
    #expect(loaded.value != nil)
  }

  /// The flagship is the whole of the catalogue it was made from.
  @Test func theFlagshipIsWhole() throws {
    let text = try Self.read("cluster-maturity.yaml")
    let model = try #require(
      Questionnaire.load(SourceFile(name: "cluster-maturity.yaml", text: text)).value)
    #expect(model.profile.count == 14)
    #expect(
      model.capacities.map { "\($0.code ?? "") \($0.questions.count)" } == [
        "HUM 7", "TEC 7", "SCI 7", "CAP 7", "INN 8", "PAR 9", "INT 7",
      ])
    #expect(model.questions.count(where: \.isScored) == 51)
    #expect(model.questions.count { !$0.forms.isEmpty && $0.isScored } == 16)
    #expect(model.levels.map(\.gates.count) == [0, 3, 5, 6, 8])
    #expect(model.checks.count == 6)
    #expect(model.recommendations.count == 21)
  }

  /// Ten different mistakes in one copy of the flagship, each on a line of its own.
  private static let seeded: [(from: String, to: String, code: String)] = [
    ("version: 1.0.0", "version: one", "questionnaire.invalid-version"),
    ("  roll_up: mean", "  roll_up: average", "questionnaire.invalid-option"),
    (
      "    show_if: reporting_year - founded >= 5", "    show_if: reporting_year - fonded >= 5",
      "expression.unknown-name"
    ),
    (
      "      en: In what legal form does the cluster operate?\n", "",
      "questionnaire.missing-translation"
    ),
    (
      "answer: {year: {min: 1950}}", "answer: {year: {min: 1950, max: 1900}}",
      "questionnaire.limits-reversed"
    ),
    (
      "requires: {total: 70, every_capacity: 50}", "requires: {total: 170, every_capacity: 50}",
      "questionnaire.threshold-out-of-range"
    ),
    (
      "agreement_signed == 'yes'", "agreement_signed == 'taip'", "expression.unknown-choice"
    ),
    (
      "    when: check.eccp && (label == 'none' ", "    when: check.eccp &&& (label == 'none' ",
      "expression.operator-spelling"
    ),
    ("    towards: [technical]", "    towards: [tecnical]", "questionnaire.unknown-reference"),
    ("        weight: 2\n", "        wieght: 2\n", "questionnaire.unknown-key"),
  ]

  @Test func tenSeededMistakesAreTenFindingsInOneRun() throws {
    var text = try Self.read("cluster-maturity.yaml")
    for (from, to, _) in Self.seeded {
      let place = try #require(text.range(of: from))
      text.replaceSubrange(place, with: to)
    }
    let loaded = Questionnaire.load(SourceFile(name: "copy.yaml", text: text))
    #expect(loaded.value == nil)
    #expect(loaded.diagnostics.map(\.code.rawValue).sorted() == Self.seeded.map(\.code).sorted())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for finding in loaded.diagnostics {
      let place = try #require(finding.place)
      // The missing translation points at the text that lacks it; the others at the mistake.
      let seed = try #require(Self.seeded.first { $0.code == finding.code.rawValue })
      let changed = seed.to.split(separator: "\n").first?.drop { $0 == " " }
      if let changed { #expect(lines[place.start.line - 1].contains(changed)) }
    }
  }
}
