import DisplayWidth

/// A piece of text in one style.
public struct Span: Sendable, Hashable {
  /// What is written, as it came; a frame shows it harmlessly.
  public var text: String
  /// How it looks.
  public var style: Style

  /// A text, plain unless told otherwise.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// One line of a frame: pieces of text from left to right.
public struct FrameLine: Sendable, Hashable {
  /// The pieces, from left to right.
  public var spans: [Span]

  /// A line of these pieces; an empty line where there are none.
  public init(_ spans: [Span] = []) { self.spans = spans }

  /// A line of one text.
  public init(_ text: String, _ style: Style = .plain) { self.init([Span(text, style)]) }

  /// What is written, without styles.
  public var text: String { spans.map(\.text).joined() }

  /// How many columns the line takes when it is shown.
  public var width: Int { spans.reduce(0) { $0 + $1.text.madeVisible.displayWidth } }
}

/// All that a terminal is to show, as a value.
///
/// However it is made, a frame holds nothing that can act on a terminal and nothing that lies outside
/// the window: control characters are made visible, lines are cut to the window's width between
/// characters, and lines below its last are left out.
public struct Frame: Sendable, Hashable {
  /// A cell of the window; both numbers begin at 0.
  public struct Position: Sendable, Hashable {
    public var row: Int
    public var column: Int

    /// A cell by its row from the top and its column from the left.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The window that the frame is made for.
  public let size: WindowSize
  /// The lines from the top, at most as many as the window has rows.
  public let lines: [FrameLine]
  /// Where the cursor stands, within the window; `nil` hides it. Screen readers and braille displays
  /// follow the cursor, so a frame in which something can be done shows it there.
  public let cursor: Position?

  /// A frame of these lines, cut to the window.
  ///
  /// - Complexity: O(*n*) in the length of the text that is shown.
  public init(size: WindowSize, lines: [FrameLine], cursor: Position? = nil) {
    let size = WindowSize(columns: max(0, size.columns), rows: max(0, size.rows))
    self.size = size
    self.lines = lines.prefix(size.rows).map { $0.shown(columns: size.columns) }
    self.cursor =
      size.columns == 0 || size.rows == 0
      ? nil
      : cursor.map {
        Position(
          row: min(max(0, $0.row), size.rows - 1), column: min(max(0, $0.column), size.columns - 1))
      }
  }

  /// What is written, without styles and without empty lines at the end: for tests and plain copies.
  public var text: String {
    let texts = lines.map(\.text)
    let kept = texts.reversed().drop(while: \.isEmpty).reversed()
    return kept.joined(separator: "\n")
  }
}

extension FrameLine {
  /// The line as it is shown in so many columns: visible, neighbours of one style joined, without
  /// plain spaces at its end.
  fileprivate func shown(columns: Int) -> FrameLine {
    var cells = CellRuns()
    var used = 0
    for span in spans {
      for character in span.text.madeVisible {
        let width = character.displayWidth
        // What has no width of its own, such as a mark without a letter, would alter a neighbour.
        if width == 0 { continue }
        used += width
        if used > columns { return cells.finish() }
        cells.append(character, span.style)
      }
    }
    return cells.finish()
  }
}

/// Joins characters to spans.
private struct CellRuns {
  private var spans: [Span] = []
  private var text = ""
  private var style = Style.plain

  mutating func append(_ character: Character, _ style: Style) {
    if style != self.style {
      endSpan()
      self.style = style
    }
    text.append(character)
  }

  mutating func finish() -> FrameLine {
    if style == .plain { text.removeLast(text.reversed().prefix { $0 == " " }.count) }
    endSpan()
    return FrameLine(spans)
  }

  private mutating func endSpan() {
    if !text.isEmpty { spans.append(Span(text, style)) }
    text = ""
  }
}
