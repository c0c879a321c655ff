import Documents
import Language
import Reporting
import Terminal
import Testing

@testable import branda

@Suite struct TerminalDocumentTests {
  static let document = Document(
    title: "Profile", language: LanguageTag("en"),
    facts: [.init("Period", "2026"), .init("Status", "draft")],
    blocks: [
      .paragraph([.strong("Level 2 of 5: Growing"), .text(". Total 57.3, which is long.")]),
      .heading("Capacities", depth: 1),
      .table(
        .init(
          columns: [
            .init("Capacity"), .init("Score", .number), .init("0–100", .picture), .init("State"),
          ],
          rows: [
            [
              "People", .number("61.0", value: 61), .bar(.init(0.61, low: 0.5, high: 0.7)),
              .state("met", .good),
            ],
            ["Money", .missing("–"), .bar(.init(nil, low: 0, high: 1)), .state("open", .open)],
          ],
          footer: [[.strong("Total"), .number("57.3", value: 57.3), .profile([0, 0.5, nil]), ""]])),
      .numbered([["First."], ["Second."]]), .list([["One thing."]]),
    ])

  @Test func wholeText() {
    #expect(
      TerminalDocument(width: 60).text(Self.document) == """
        Profile
        Period  2026
        Status  draft

        Level 2 of 5: Growing. Total 57.3, which is long.

        Capacities

        Capacity  Score  0–100                 State
        ────────  ─────  ────────────────────  ──────
        People     61.0  ████████████▎         ✓ met
        Money         –  ·                     ? open
        ────────  ─────  ────────────────────  ──────
        Total      57.3  ▁▅·

          1. First.
          2. Second.

          • One thing.

        """)
  }

  @Test func narrowTextIsNowhereWider() {
    for width in [20, 24, 33, 47] {
      let lines = TerminalDocument(width: width).text(Self.document)
        .split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= width }, "\(width)")
    }
  }

  @Test func strongWordsKeepTheirStyleWhenWrapped() {
    let document = Document(
      title: "T", language: LanguageTag("en"),
      blocks: [.paragraph([.strong("Level two of five"), .text(". Then more.")])])
    let text = TerminalDocument(width: 20, painter: Painter(isOn: true)).text(document)
    #expect(
      text
        == """
        \u{1B}[1mT\u{1B}[0m

        \u{1B}[1mLevel two of five\u{1B}[0m. Then more.

        """.replacing(". Then more.", with: ".\nThen more."))
  }

  @Test func nothingActsOnTheTerminal() {
    let hostile = "\u{1B}]0;title\u{7}\u{1B}[2J\u{202E}x\r\ny"
    let document = Document(
      title: hostile, language: LanguageTag("en"), facts: [.init(hostile, hostile)],
      blocks: [
        .heading(hostile, depth: 1), .paragraph([.strong(hostile), .text(hostile)]),
        .list([[.text(hostile)]]), .definitions([.init(hostile, hostile)]),
        .table(
          .init(
            columns: [.init(hostile)],
            rows: [
              [.text(hostile)], [.strong(hostile)], [.missing(hostile)],
              [.state(hostile, .bad)], [.number(hostile, value: 0)],
            ])),
      ])
    for isOn in [false, true] {
      let text = TerminalDocument(width: 80, painter: Painter(isOn: isOn)).text(document)
      let rest = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(!rest.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }
  }
}
