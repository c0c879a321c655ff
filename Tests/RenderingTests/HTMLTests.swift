import Charts
import Diagnostics
import Documents
import Foundation
import Language
import Rendering
import TestKit
import Testing

@Suite struct HTMLTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x",
    "</style></title>",
    "javascript:alert(1)", "&lt;b&#62;", "{{title}}{{{>page.html}}}", "abc\u{202E}def\u{2066}",
    "a\u{0}b\u{1B}[31m\u{7F}", String(repeating: "ą👩‍👩‍👧", count: 5000), "one\r\ntwo\u{2028}three",
  ]

  /// A document that says the text everywhere where one can stand.
  private func document(saying text: String) -> Document {
    let table = Document.Table(
      caption: text,
      columns: [.init(text), .init(text, .number, shading: 0...100), .init(text, .picture)],
      rows: [
        [.text(text), .number(text, value: 57), .bar(.init(0.5, low: 0.4, high: 0.6))],
        [.strong(text), .missing(text), .state(text, .bad)],
      ], footer: [[.text(text), .text(""), .profile([0.5, nil])]])
    let axis = Document.Axis(low: 0, high: 100, ticks: [.init(0, text)])
    let figure = Document.Figure(
      title: text, description: text,
      chart: .bars(
        .init(axis: axis, bars: [.init(text, value: .init(5, text))], valueName: text, absent: text)
      ),
      table: table)
    return Document(
      title: text, language: LanguageTag("en"), facts: [.init(text, text)],
      blocks: [
        .paragraph([.text(text)]), .heading(text, depth: 1), .heading(text, depth: 4),
        .paragraph([.text(text), .strong(text)]), .list([[.text(text)]]),
        .numbered([[.text(text)]]), .definitions([.init(text, text)]), .table(table),
        .figure(figure), .tree([.init([.text(text)], [.init([.strong(text)])])]),
      ])
  }

  /// Whatever the text, the page has the tags of a harmless one and no others.
  @Test(arguments: hostile.indices) func hostileTexts(_ index: Int) throws {
    let style = HouseStyle.read(
      SourceFile(
        name: "s",
        text: "organisation: {en: \"\(Self.quoted(Self.hostile[index]))\"}\n"
          + "footer: {en: \"\(Self.quoted(Self.hostile[index]))\"}\n"), picture: { _ in nil }
    ).value
    let page = try HTMLRenderer(style: style).text(document(saying: Self.hostile[index]))
    let plainStyle = HouseStyle.read(
      SourceFile(name: "s", text: "organisation: {en: x}\nfooter: {en: x}\n"), picture: { _ in nil }
    ).value
    let plain = try HTMLRenderer(style: plainStyle).text(document(saying: "x"))
    #expect(Self.names(of: page) == Self.names(of: plain))
    #expect(!page.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 0x202E })
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.map { "\\U" + String(0x1_0000_0000 + Int($0.value), radix: 16).dropFirst() }
      .joined()
  }

  /// Which elements there are; breaks of lines and pieces of drawn text aside, which depend on its
  /// length.
  private static func names(of page: String) -> Set<String> {
    Set(
      page.matches(of: /<([a-zA-Z!\/][^\s>]*)/).map { String($0.output.1) }
        .filter { !["br", "wbr", "tspan", "/tspan"].contains($0) })
  }

  /// Words longer than any may break in tables, whose columns are as wide as their longest word.
  @Test func longWordsBreakInTables() throws {
    var document = Document(title: "T", language: LanguageTag("lt"))
    let word = String(repeating: "ą", count: 36)
    document.add(Document.Table(columns: [.init("A")], rows: [[.text(word + " a")]]))
    document.add(Document.Table(columns: [.init("A")], rows: [[.strong("&\(word) b")]]))
    let half = String(repeating: "ą", count: 18)
    let page = try HTMLRenderer().text(document)
    #expect(page.contains(">\(word) a<"))
    #expect(
      page.contains("<strong>&amp;\(half.dropLast())<wbr>\(half)<wbr>ą b</strong>"), "\(page)")
  }

  @Test func samePagesHaveSameBytes() throws {
    let document = document(saying: "x")
    #expect(try HTMLRenderer().text(document) == HTMLRenderer().text(document))
  }

  /// Sections, heads and names, as readers by ear need them.
  @Test func structure() throws {
    var document = Document(title: "T & T", language: LanguageTag("lt"))
    document.add(heading: "One", anchor: "summary", startsPage: true)
    document.add(heading: "Deep", depth: 5)
    document.add(
      Document.Table(
        columns: [.init("A"), .init("B", .number, shading: 0...100), .init("C")],
        rows: [["a", .number("57,3", value: 57.3), .state("ne", .bad)]]))
    let page = try HTMLRenderer().text(document)
    let main = try #require(page.firstRange(of: "<section"))
    let end = try #require(page.firstRange(of: "</main>"))
    #expect(
      page[main.lowerBound..<end.lowerBound] == """
        <section id="summary" aria-labelledby="summary-heading" class="page ">
        <h2 id="summary-heading">One</h2>
        <h3 id="part-2">Deep</h3>
        <div class="wide" role="group" tabindex="0" aria-labelledby="part-2">
        <table aria-labelledby="part-2">
        <thead>
        <tr><th scope="col">A</th><th scope="col" class="number">B</th><th scope="col">C</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">a</th><td class="number heat-2">57,3</td><td><span class="state bad">✗ ne</span></td></tr>
        </tbody>
        </table>
        </div>
        </section>

        """)
    #expect(page.contains("<html lang=\"lt\">") && page.contains("<title>T &amp; T</title>"))
  }

  /// Days and numbers of questions stay on one line; longer words, names of files and ranges may break.
  @Test(arguments: [
    ("by 2026-03-16.", "by <u>2026-03-16</u>."), ("(HUM-01, Š-2)", "(<u>HUM-01</u>, <u>Š-2</u>)"),
    ("a-b – 3-", "a-b – 3-"), ("-1 of 5", "-1 of 5"), ("R&D-2", "R&amp;<u>D-2</u>"),
    ("long-word-beyond-16", "long-word-beyond-16"), ("2014–2020", "2014–2020"),
  ])
  func unbroken(_ text: String, _ expected: String) throws {
    let page = try HTMLRenderer().text(document(saying: text))
    let marked = expected.replacing("<u>", with: "<span class=\"unbroken\">")
      .replacing("</u>", with: "</span>")
    #expect(page.contains("<p>" + marked + "</p>"))
  }

  /// A column of sentences keeps room on a narrow screen; one of words does not need it.
  @Test func longColumns() throws {
    var document = Document(title: "T", language: LanguageTag("en"))
    document.add(
      Document.Table(
        columns: [.init("A"), .init("B"), .init("C", .number)],
        rows: [["a", "a sentence of several words", .text("a number of several words")]]))
    #expect(
      try HTMLRenderer().text(document).contains(
        "<th scope=\"col\">A</th><th scope=\"col\" class=\"long\">B</th>"
          + "<th scope=\"col\" class=\"number\">C</th>"))
  }

  /// Every colour that text or a sign has, on what it stands on.
  @Test(
    arguments: [
      (0x00634a, 4.5), (0x9a3d00, 4.5), (0x00527f, 4.5), (0x595959, 4.5), (0x767676, 4.5),
    ] as [(Colour, Double)]) func contrast(_ colour: Colour, _ least: Double)
  {
    #expect(colour.contrast(0xffffff) >= least)
  }
}
