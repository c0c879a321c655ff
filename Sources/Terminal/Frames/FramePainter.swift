import DisplayWidth

/// Turns frames into what has to be written so that a terminal shows them.
///
/// Only lines that differ from the frame before are written; everything is after a change of the
/// window's size. The control sequences are those of ECMA-48 that every terminal has: position (CUP, CHA),
/// erase (ED, EL), style (SGR), and the showing and hiding of the cursor.
public struct FramePainter: Sendable {
  private let painter: Painter
  private var shown: Frame?

  /// A painter for a terminal that shows nothing known yet.
  ///
  /// - Parameter isColored: Whether styles are wanted; without, only text is written.
  public init(isColored: Bool) { painter = Painter(isOn: isColored) }

  /// What to write, in one piece, so that the terminal shows the frame. Not empty even where nothing
  /// has changed: the cursor is set each time.
  ///
  /// - Complexity: O(*n*) in the text of the lines that differ, plus the comparison of all.
  public mutating func paint(_ frame: Frame) -> String {
    // A hidden cursor does not run about while lines are written.
    var result = "\u{1B}[?25l"
    let before = shown.flatMap { $0.size == frame.size ? $0 : nil }
    if before == nil { result += "\u{1B}[0m\u{1B}[2J" }
    for row in 0..<max(frame.lines.count, before?.lines.count ?? 0) {
      let line = row < frame.lines.count ? frame.lines[row] : FrameLine()
      let old = before.map { row < $0.lines.count ? $0.lines[row] : FrameLine() } ?? FrameLine()
      if line != old { paint(line, row: row, columns: frame.size.columns, into: &result) }
    }
    if let cursor = frame.cursor {
      result += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    shown = frame
    return result
  }

  /// Forgets what the terminal shows, so that the next frame is written whole.
  public mutating func reset() { shown = nil }

  private func paint(_ line: FrameLine, row: Int, columns: Int, into result: inout String) {
    result += "\u{1B}[\(row + 1);1H"
    var column = 0
    for span in line.spans {
      var run = ""
      for character in span.text {
        run.append(character)
        column += character.displayWidth
        if Self.isUncertain(character), column < columns {
          result += painter.paint(run, span.style) + "\u{1B}[\(column + 1)G"
          run = ""
        }
      }
      result += painter.paint(run, span.style)
    }
    // Behind the last column the cursor stands upon that column's cell and would erase it.
    if column < columns { result += "\u{1B}[K" }
  }

  /// Whether terminals are of different minds about a character's width, so that the column has to be
  /// told behind it.
  private static func isUncertain(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return false }
    return scalars.count > 1 || first.value >= 0x1100 && character.displayWidth == 2
  }
}
