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

  /// A form says what would be refused once the answer is typed in, as far as its reader knows what
  /// that is about; and no points.
  @Test func formsSayWhatIsAccepted() throws {
    let yaml = """
      questionnaire: form
      version: 1.0.0
      languages: [en]
      title: Form
      profile:
        - {id: members, code: A, ask: Members?, answer: {integer: {min: 1}}, required: true}
        - {id: name, code: B, ask: Name?, answer: {text: {max: 21}}, confidential: true}
        - id: days
          code: C
          ask: Days?
          answer: {number: {places: 1, unit: d}}
          show_if: members > 1 && members < 90 && members > 2 && answered(name)
      forms: [{id: short, title: Short}]
      capacities:
        - id: people
          title: People
          questions:
            - id: kinds
              code: D
              ask: Kinds?
              answer: {multiple: [{id: a, en: A}, {id: b, en: B}, {id: no, en: None, alone: true}]}
              points: [{below: 1, is: 1}, {is: 5}]
              require: [{if: count(kinds) <= share, say: too many}]
            - id: share
              code: E
              forms: [short]
              ask: Share?
              answer: percent
              points: [{below: 10, is: 1}, {below: 40, is: 3}, {is: 5}]
              evidence: {hint: List, required_from: 3}
            - id: turnover
              code: F
              forms: [short]
              ask: Turnover?
              answer: {money: {currency: EUR, places: 0}}
              points: {linear: {from: 0, to: 100}}
              require: [{if: turnover >= share, say: too little}]
              evidence: {required_from: 3}
      levels: [{id: one, title: One}]
      """
    let checked = Questionnaire.load(SourceFile(name: "form.yaml", text: yaml))
    let model = try #require(checked.value, "\(checked.diagnostics)")
    func told(_ form: BlankForm) -> [String] {
      Document.blankForm(model, form, in: LanguageTag("en")).blocks.compactMap { block in
        switch block {
        case .paragraph(let spans): spans.map(\.text).joined()
        case .numbered(let items): items.map { $0.map(\.text).joined() }.joined(separator: " | ")
        case .choices(let choices): choices.joined(separator: " | ")
        case .blank(let blank) where blank.label.hasPrefix("Evidence"): blank.label
        default: nil
        }
      }
    }
    #expect(told(BlankForm()) == Self.whole)
    // D is not in the short form, nor is what it has to fit.
    let withoutKinds = Self.whole.filter { !$0.hasPrefix("Tick all") && !$0.hasPrefix("A | B") }
    let short = told(BlankForm(form: 0))
    #expect(short.filter { $0 != "I don’t know" } == withoutKinds.filter { $0 != "I don’t know" })
  }

  private static let whole = [
    "Tick boxes or write on the lines. Skip a question that says “Answer only if” where that is not "
      + "so. Percentages may have up to 2 decimal places. Amounts have no decimal places.",
    "Enter a whole number (from 1). An answer is needed.",
    "At most 21 characters. Confidential: others see a band or nothing.",
    "Answer only if all of these hold:",
    "A is more than 1 | A is less than 90 | A is more than 2 | B is answered",
    "Enter a number. Unit: d. Up to 1 decimal place.",
    "Tick all that fit. What has to hold: the number of answers ticked is at most E.",
    "A | B | None (then no other)", "I don’t know", "Enter a percentage (from 0 to 100).",
    "Evidence (List; needed if the answer is at least 10%)",
    "Enter an amount in EUR. What has to hold: the answer is at least E.", "Evidence",
  ]
}
