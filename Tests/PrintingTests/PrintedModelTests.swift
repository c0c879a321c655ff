import Diagnostics
import Documents
import Foundation
import Language
import Printing
import Questionnaire
import Rendering
import TestKit
import Testing

/// Questionnaires as documents, and as forms to fill in by hand.
@Suite struct PrintedModelTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func model(_ path: String) throws -> Questionnaire {
    let file = root.appending(path: "questionnaires/" + path)
    let text = try String(contentsOf: file, encoding: .utf8)
    return try #require(Questionnaire.load(SourceFile(name: path, text: text)).value)
  }

  /// Every shipped model.
  static let models: [String] = {
    let folder = root.appending(path: "questionnaires")
    let files = FileManager.default.enumerator(atPath: folder.path())?.allObjects as? [String]
    return (files ?? []).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".tests.yaml") }.sorted()
  }()

  /// Whole documents as people read them, beside the tests in the folder `Golden`.
  @Test(arguments: ["en", "lt"]) func golden(_ language: String) throws {
    let tag = LanguageTag(language)
    for name in ["team-retrospective", "supplier-safety", "project-badge", "open-data-path"] {
      let model = try Self.model("examples/\(name).yaml")
      try expect(masked(.printed(model, in: tag), model), is: name)
    }
    let team = try Self.model("examples/team-retrospective.yaml")
    try expect(.blankForm(team, in: tag), is: "team-retrospective.form")
    let flagship = try Self.model("cluster-maturity.yaml")
    try expect(
      .blankForm(flagship, BlankForm(respondent: .members), in: tag),
      is: "cluster-maturity.members")
  }

  private func expect(_ document: Document, is name: String) throws {
    let file = Self.root.appending(
      path: "Tests/PrintingTests/Golden/\(name).\(document.language.rawValue).md")
    try expectGolden(MarkdownRenderer().text(document), in: file)
  }

  /// The digest changes with every byte of the file.
  private func masked(_ document: Document, _ model: Questionnaire) -> Document {
    var document = document
    for place in document.facts.indices where document.facts[place].text == model.digest {
      document.facts[place].text = "sha256:…"
    }
    return document
  }

  /// Every question of every shipped model stands in both, with its answers; the form has no points.
  @Test(arguments: models, ["en", "lt"]) func everyModel(_ path: String, _ language: String) throws
  {
    let model = try Self.model(path)
    let tag = LanguageTag(language)
    let printed = Document.printed(model, in: tag)
    let form = Document.blankForm(model, in: tag)
    var missing: [String] = []
    for (name, document) in [("printed", printed), ("form", form)] {
      let headings = document.blocks.compactMap { block in
        if case .heading(let heading) = block { heading } else { nil }
      }
      for question in model.questions {
        let ask = question.ask(document.language.rawValue)
        if !headings.contains(where: { $0.text.hasSuffix(ask) }) {
          missing.append("\(name): \(question.id)")
        }
      }
      let anchors = headings.compactMap(\.anchor)
      if Set(anchors).count != anchors.count { missing.append("\(name): anchors \(anchors)") }
      let capacities = model.capacities.map { "capacity-" + $0.id }
      missing += capacities.filter { !anchors.contains($0) }
      // A name of the catalogue without a text stands as itself.
      let text = MarkdownRenderer().text(document)
      for name in ["print.", "plain.", "score.", "explain.", "{"] where text.contains(name) {
        let line = text.split(separator: "\n").first { $0.contains(name) }
        if line?.contains("score.") == true || line?.contains("{") == true { continue }
        missing.append("\(line ?? "")")
      }
    }
    let points = form.blocks.contains { block in
      if case .table = block { true } else { false }
    }
    #expect(missing.isEmpty && !points, "\(missing)")
  }
}
