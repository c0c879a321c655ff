import DisplayWidth

/// The part of a field that is shown.
public struct TextFieldView: Sendable, Hashable {
  /// The lines, none wider than the field; at least one.
  public var lines: [String]
  /// Where the caret stands among them.
  public var caret: Frame.Position
  /// How many lines are hidden above.
  public var linesAbove = 0
  /// How many lines are hidden below.
  public var linesBelow = 0
}

extension TextField {
  /// The part of the field around its caret.
  ///
  /// A field of one line shows a window of it, with a sign where the text goes on beyond. A field of
  /// several lines is broken at spaces, and shows at most so many of the lines that this makes.
  ///
  /// - Parameter rows: At least one is shown.
  /// - Complexity: O(*n*) in the length of the text.
  public func view(rows: Int = 1, glyphs: Glyphs = .unicode) -> TextFieldView {
    guard hasLines else { return oneLine(glyphs) }
    let layout = TextFieldLayout(characters, columns: columns)
    let caret = layout.position(of: caret)
    let rows = max(1, rows)
    let first = max(0, min(caret.row - rows / 2, layout.rows.count - rows))
    let shown = layout.rows[first...].prefix(rows)
    return TextFieldView(
      lines: shown.map { characters[$0].visibleText },
      caret: Frame.Position(row: caret.row - first, column: caret.column),
      linesAbove: first, linesBelow: layout.rows.count - first - shown.count)
  }

  private func oneLine(_ glyphs: Glyphs) -> TextFieldView {
    let columns = max(1, columns)
    let widths = characters.map(\.visibleWidth)
    let column = widths[..<caret].reduce(0, +)
    if column + widths[caret...].reduce(0, +) < columns {
      return TextFieldView(
        lines: [characters[...].visibleText], caret: Frame.Position(row: 0, column: column))
    }
    // The window moves by halves of itself, so that the text stands still while one writes.
    let hasSigns = columns >= 4
    let inner = hasSigns ? columns - 2 : columns
    let step = max(1, inner / 2)
    let beginning = column < inner ? 0 : inner < 2 ? column : (column / step - 1) * step
    var start = 0
    var startColumn = 0
    while startColumn < beginning {
      startColumn += widths[start]
      start += 1
    }
    var end = start
    var used = 0
    while end < characters.count, used + widths[end] <= inner {
      used += widths[end]
      end += 1
    }
    let before = hasSigns && start > 0 ? glyphs.cutBefore : ""
    let behind = hasSigns && end < characters.count ? glyphs.cutBehind : ""
    return TextFieldView(
      lines: [before + characters[start..<end].visibleText + behind],
      caret: Frame.Position(row: 0, column: before.displayWidth + column - startColumn))
  }
}

/// The lines that a text makes when it is broken at spaces.
struct TextFieldLayout {
  /// The characters of each line, without the line end; at least one line.
  private(set) var rows: [Range<Int>] = []
  private let widths: [Int]
  private let columns: Int

  /// - Parameter columns: The last one is left to the caret.
  init(_ characters: [Character], columns: Int) {
    self.columns = max(2, columns)
    widths = characters.map(\.visibleWidth)
    var start = 0
    var used = 0
    // Behind the last space of the row.
    var lastBreak: Int?
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        rows.append(start..<index)
        start = index + 1
        used = 0
        lastBreak = nil
        continue
      }
      // A space at the end of a row stands outside where there is no room for it.
      if used + widths[index] > self.columns - 1, index > start, character != " " {
        let end = lastBreak ?? index
        rows.append(start..<end)
        used = widths[end..<index].reduce(0, +)
        start = end
        lastBreak = nil
      }
      used += widths[index]
      if character == " " { lastBreak = index + 1 }
    }
    rows.append(start..<characters.count)
  }

  /// The cell of the caret that stands before the character of that index.
  func position(of index: Int) -> Frame.Position {
    let row = max(0, (rows.firstIndex { $0.lowerBound > index } ?? rows.count) - 1)
    let range = rows[row]
    let width = widths[range.lowerBound..<max(range.lowerBound, min(index, range.upperBound))]
    return Frame.Position(row: row, column: min(width.reduce(0, +), columns - 1))
  }

  /// The place for the caret in a row that is nearest to a column from the left.
  func index(row: Int, column: Int) -> Int {
    let range = rows[row]
    var used = 0
    for index in range {
      used += widths[index]
      if used > column { return index }
    }
    // The end of a broken line is the beginning of the next.
    let isBroken = row + 1 < rows.count && rows[row + 1].lowerBound == range.upperBound
    return isBroken ? max(range.lowerBound, range.upperBound - 1) : range.upperBound
  }
}

extension Character {
  /// How many columns the character takes when it has been made visible.
  var visibleWidth: Int { isASCII ? max(1, displayWidth) : String(self).madeVisible.displayWidth }
}

extension ArraySlice<Character> {
  /// The characters made visible each for itself, so that none changes the width of another.
  fileprivate var visibleText: String {
    reduce(into: "") { if $1.visibleWidth > 0 { $0 += String($1).madeVisible } }
  }
}
