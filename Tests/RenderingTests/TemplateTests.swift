import Diagnostics
import Documents
import Foundation
import Language
import Rendering
import TestKit
import Testing

@Suite struct TemplateTests {
  @Test func shippedTemplatesAreFlawless() {
    let files = TemplateSet.shippedFiles.map { file in
      (name: file.name, file: SourceFile(name: file.name, bytes: file.bytes))
    }
    #expect(TemplateSet.overriding(with: files).diagnostics.summary == [])
  }

  /// What is wrong in a user's template is told with its place.
  @Test(arguments: [
    ("{{title", ["1:1 error template.unclosed-tag"]),
    ("{{}} {{ }}", ["1:1 error template.no-name", "1:6 error template.no-name"]),
    ("{{a b}}", ["1:1 error template.bad-name"]),
    ("{{=<% %>=}}", ["1:1 error template.unsupported-tag"]),
    ("{{<page.md}}", ["1:1 error template.unsupported-tag"]),
    ("{{>*title}}", ["1:1 error template.unsupported-tag"]),
    ("{{%CONTENT_TYPE:TEXT}}", ["1:1 error template.unsupported-tag"]),
    ("a\n{{#facts}}\n", ["2:1 error template.not-closed"]),
    ("{{/facts}}", ["1:1 error template.not-open"]),
    (
      "{{#facts}}{{#items}}{{/facts}}{{/items}}",
      ["1:21 error template.closes-other", "1:31 error template.closes-other"]
    ),
    ("{{>tabel.md}}", ["1:1 error template.missing-partial"]),
    ("{{>page.md}}", ["1:1 error template.partial-cycle"]),
    ("{{titel}}", ["1:1 warning template.unknown-name"]),
    ("{{section.any-name.heading}}{{words.skip}}{{#first()}}{{/first()}}", []),
    (
      String(repeating: "{{#facts}}", count: 33) + String(repeating: "{{/facts}}", count: 33),
      ["1:321 error template.too-deep"]
    ),
  ]) func mistakes(_ text: String, _ findings: [String]) {
    let file = SourceFile(name: "page.md.mustache", text: text)
    let checked = TemplateSet.overriding(with: [("page.md.mustache", file)])
    #expect(checked.diagnostics.summary == findings, "\(checked.diagnostics.printed())")
  }

  @Test(arguments: ["pages.md.mustache", "page.md", "README.mustache"])
  func namesOfNoTemplate(_ name: String) {
    let checked = TemplateSet.overriding(with: [(name, SourceFile(name: name, text: ""))])
    #expect(checked.diagnostics.summary == ["1:1 error template.unknown-file"])
  }

  @Test func bytesThatAreNoText() {
    let file = SourceFile(name: "page.md.mustache", bytes: [0xFF])
    #expect(
      TemplateSet.overriding(with: [("page.md.mustache", file)]).diagnostics.summary == [
        "- error template.not-utf8"
      ])
  }

  /// Sections that repeat each other multiply without end; what they write is limited.
  @Test func outputIsBounded() throws {
    let depth = 12
    let text =
      String(repeating: "{{#sections}}", count: depth) + String(repeating: "x", count: 10_000)
      + String(repeating: "{{/sections}}", count: depth)
    let file = SourceFile(name: "page.md.mustache", text: text)
    let templates = TemplateSet.overriding(with: [("page.md.mustache", file)]).value
    let document = Document(
      title: "T", language: LanguageTag("en"),
      blocks: (1...10).map { .heading("Section \($0)", depth: 1) })
    #expect(throws: OutputTooLarge.self) { try MarkdownRenderer().text(document, templates) }
  }

  /// The example of `docs/templates.md`, as it stands there.
  @Test func documentedExample() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/templates.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```mustache\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    try #require(blocks.count == 2)
    let checked = TemplateSet.overriding(with: [
      ("page.md.mustache", SourceFile(name: "page.md.mustache", text: blocks[0])),
      ("section.md.mustache", SourceFile(name: "section.md.mustache", text: blocks[1])),
    ])
    #expect(checked.diagnostics.summary == [])
    var document = Document(title: "T", language: LanguageTag("lt"))
    for (heading, anchor) in [("Santrauka", "summary"), ("Planas", "plan"), ("Metodas", "method")] {
      document.add(heading: heading, anchor: anchor)
      document.add(paragraph: "Apie <" + anchor + ">.")
    }
    #expect(
      try MarkdownRenderer().text(document, checked.value) == """
        # T

        ## Planas

        Apie \\<plan\\>.

        ## Svarbiausia

        Apie \\<summary\\>.

        """)
  }
}
