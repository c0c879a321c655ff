import Documents
import Foundation
import Language
import Testing

@testable import Rendering

/// What templates are given, what they may name without a warning, and what `docs/templates.md` says of
/// it: one and the same.
@Suite struct TemplateContextTests {
  @Test func whatIsGivenIsKnownAndDocumented() throws {
    var context = DocumentContext(HTMLFormat(HouseStyle.standard.palette))
    var value = context.value(Self.document)
    value["style"] = HouseStyle.standard.value(
      in: Self.document.language, HTMLFormat(HouseStyle.standard.palette))
    var given: Set<String> = []
    Self.collect(.object(value), into: &given)
    #expect(given == TemplateNames.known, "\(given.symmetricDifference(TemplateNames.known))")

    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/templates.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "### ")
    let tables = try #require(parts.first { $0.hasPrefix("What a document has") })
    let documented = tables.matches(of: #/`([A-Za-z.]+)`/#)
      .flatMap { $0.output.1.split(separator: ".").map(String.init) }
    let names = Set(documented).subtracting(["ANCHOR", "lt", "en", "branda", "document"])
    #expect(names == given, "\(names.symmetricDifference(given))")
  }

  /// The names of all members, but for anchors and languages, which are names themselves.
  private static func collect(_ value: TemplateValue, into names: inout Set<String>) {
    switch value {
    case .object(let members):
      for (name, member) in members {
        names.insert(name)
        guard TemplateNames.open.contains(name), case .object(let open) = member else {
          collect(member, into: &names)
          continue
        }
        for inner in open.values { collect(inner, into: &names) }
      }
    case .list(let values): for value in values { collect(value, into: &names) }
    case .text, .present, .absent: break
    }
  }

  /// One block of every kind.
  private static let document: Document = {
    let table = Document.Table(
      columns: [.init("A"), .init("B")], rows: [[.text("a"), .text("b")]])
    var document = Document(
      title: "T", language: LanguageTag("en"), facts: [Document.Definition("Name", "Text")])
    document.add(paragraph: "Before the first section")
    document.add(heading: "Section", anchor: "section")
    document.add(heading: "Part", depth: 2, anchor: "part")
    document.blocks += [
      .list([[.text("one")]]), .numbered([[.text("two")]]),
      .definitions([Document.Definition("Name", "Text")]), .table(table),
      .figure(
        Document.Figure(
          title: "Figure", description: "Dots",
          chart: .bars(
            .init(
              axis: Document.Axis(low: 0, high: 100, ticks: [.init(0, "0")]),
              bars: [.init("A", value: .init(5, "5"))], valueName: "Value", absent: "none")),
          table: table)),
      .tree([.init([.text("tree")], [])]), .choices(["yes"]), .blank(Document.Blank("Answer")),
    ]
    return document
  }()
}
