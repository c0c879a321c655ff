import DisplayWidth
import Terminal
import TestKit
import Testing

@Suite struct FrameTests {
  private static func size(_ columns: Int, _ rows: Int) -> WindowSize {
    WindowSize(columns: columns, rows: rows)
  }

  /// What is shown of a line in six columns.
  @Test(arguments: [
    ("ąžuolas", "ąžuola"), ("12345語", "12345"), ("1234語x", "1234語"), ("a\u{1B}[2J", "a␛[2J"),
    ("a\tb\nc", "a b␊c"), ("\u{328}\u{200B}x", "x"), ("e\u{307}\u{328}y", "ę̇y"), ("ab   ", "ab"),
    ("\u{202E}abc", "\u{FFFD}abc"), ("🇱🇹👩‍💻👍🏽语", "🇱🇹👩‍💻👍🏽"), ("", ""),
  ])
  func linesAreHarmlessAndFit(_ text: String, _ shown: String) {
    let frame = Frame(size: Self.size(6, 2), lines: [FrameLine(text)])
    #expect(frame.text == shown)
  }

  @Test func joinsStylesAndKeepsColouredSpaces() {
    let frame = Frame(
      size: Self.size(9, 1),
      lines: [
        FrameLine([
          Span("ab", .bold), Span("c", .bold), Span("d"), Span("  ", Style(isReversed: true)),
        ])
      ])
    #expect(
      frame.lines == [
        FrameLine([Span("abc", .bold), Span("d"), Span("  ", Style(isReversed: true))])
      ])
  }

  @Test func neverReachesOutside() {
    let lines = [FrameLine("a"), FrameLine("b"), FrameLine("c")]
    let far = Frame.Position(row: 99, column: 99)
    let near = Frame.Position(row: -1, column: -1)
    #expect(
      Frame(size: Self.size(5, 2), lines: lines, cursor: far)
        == Frame(
          size: Self.size(5, 2), lines: Array(lines.prefix(2)),
          cursor: Frame.Position(row: 1, column: 4)))
    #expect(
      Frame(size: Self.size(5, 2), lines: [], cursor: near).cursor == .init(row: 0, column: 0))
    for size in [Self.size(0, 0), Self.size(-3, 5), Self.size(3, -5)] {
      let frame = Frame(size: size, lines: lines, cursor: far)
      #expect(frame.text == "" && frame.cursor == nil)
    }
  }

  @Test func paintsOnlyWhatDiffers() {
    var painter = FramePainter(isColored: true)
    let cursor = Frame.Position(row: 1, column: 2)
    func frame(_ lines: FrameLine...) -> Frame {
      Frame(size: Self.size(6, 3), lines: lines, cursor: cursor)
    }
    let ending = "\u{1B}[2;3H\u{1B}[?25h"
    let start = painter.paint(frame(FrameLine("one", .bold), FrameLine("two")))
    #expect(
      start == "\u{1B}[?25l\u{1B}[0m\u{1B}[2J\u{1B}[1;1H\u{1B}[1mone\u{1B}[0m\u{1B}[K"
        + "\u{1B}[2;1Htwo\u{1B}[K" + ending)
    let second = painter.paint(frame(FrameLine("one", .bold), FrameLine("sixsix"), FrameLine("語a")))
    #expect(
      second == "\u{1B}[?25l\u{1B}[2;1Hsixsix\u{1B}[3;1H語\u{1B}[3Ga\u{1B}[K" + ending)
    #expect(
      painter.paint(frame(FrameLine("one", .bold))) == "\u{1B}[?25l\u{1B}[2;1H\u{1B}[K"
        + "\u{1B}[3;1H\u{1B}[K" + ending)
    #expect(painter.paint(frame(FrameLine("one", .bold))) == "\u{1B}[?25l" + ending)
    painter.reset()
    #expect(
      painter.paint(Frame(size: Self.size(6, 3), lines: [])) == "\u{1B}[?25l\u{1B}[0m\u{1B}[2J")
    var plain = FramePainter(isColored: false)
    let unstyled = plain.paint(frame(FrameLine("one", .bold)))
    #expect(unstyled == "\u{1B}[?25l\u{1B}[0m\u{1B}[2J\u{1B}[1;1Hone\u{1B}[K" + ending)
  }

  /// Whatever is painted one after the other, the terminal shows the last frame.
  @Test func theTerminalShowsTheFrame() throws {
    let pieces = [
      "a", "ąž", "語", "👍🏽", "🇱🇹", "e\u{307}\u{328}", " ", "   ", "long text ", "\u{1B}[2J",
      "\u{202E}",
      "\u{328}", "\r\n", "\u{9B}", "…", "─", "\u{FE0F}", "❤️", "한",
    ]
    let styles = [
      Style.plain, .bold, Style(.red), Style(on: .brightBlue), Style(.green, isReversed: true),
    ]
    for seed in 1...60 {
      var random = SplitMix(seed: UInt64(seed))
      var size = Self.size(1 + random.below(20), 1 + random.below(6))
      var painter = FramePainter(isColored: true)
      var terminal = TerminalEmulator(
        columns: size.columns, rows: size.rows, isAlternate: true)
      var lines: [FrameLine] = []
      for _ in 0..<40 {
        if random.below(6) == 0 {
          // By one at least: a painter cannot see that a window has changed to and fro.
          size = Self.size(1 + (size.columns + random.below(19)) % 20, 1 + random.below(6))
          terminal.resize(columns: size.columns, rows: size.rows)
          if random.below(2) == 0 { painter.reset() }
        }
        // Some lines stay, some change.
        lines = (0..<random.below(8)).map { row in
          row < lines.count && random.below(2) == 0
            ? lines[row]
            : FrameLine(
              (0..<random.below(6)).map { _ in
                Span(pieces[random.below(pieces.count)], styles[random.below(styles.count)])
              })
        }
        let cursor =
          random.below(4) == 0
          ? nil : Frame.Position(row: random.below(8), column: random.below(25))
        let frame = Frame(size: size, lines: lines, cursor: cursor)
        // Behind a sequence it is certain that a character has ended.
        try terminal.feed((painter.paint(frame) + "\u{1B}[0m").utf8)
        #expect(terminal.cells == Self.cells(frame), "seed \(seed)")
        #expect(terminal.isCursorVisible == (cursor != nil))
        if let cursor = frame.cursor { #expect(terminal.cursor == (cursor.row, cursor.column)) }
      }
    }
  }

  /// The cells of a frame, put down one by one.
  private static func cells(_ frame: Frame) -> [[TerminalEmulator.Cell]] {
    (0..<frame.size.rows).map { row in
      var cells: [TerminalEmulator.Cell] = []
      for span in row < frame.lines.count ? frame.lines[row].spans : [] {
        for character in span.text {
          cells.append(.init(String(character), parameters(span.style)))
          if character.displayWidth == 2 { cells.append(.init("", parameters(span.style))) }
        }
      }
      return cells + Array(repeating: .init(), count: frame.size.columns - cells.count)
    }
  }

  private static func parameters(_ style: Style) -> String {
    switch style {
    case .bold: "1"
    case Style(.red): "31"
    case Style(on: .brightBlue): "104"
    case Style(.green, isReversed: true): "7;32"
    default: ""
    }
  }
}
