import DisplayWidth

/// A table of text, laid out by display width.
///
/// Rows may be shorter than the columns. Everything a cell holds is made visible, so no content can
/// act on the terminal.
public struct Table: Sendable {
  /// Where in its column a text stands: at the left, at the right, or in the middle.
  public enum Alignment: Sendable, Hashable { case leading, trailing, centered }

  /// What happens to a cell wider than its column.
  public enum Overflow: Sendable, Hashable { case wrap, truncate }

  /// One column: what stands over it, and how its cells are fitted in.
  public struct Column: Sendable, Hashable {
    /// The words over the rule, shown in bold.
    public var heading: String
    /// Where heading and cells stand; numbers are read best when `trailing`.
    public var alignment: Alignment
    /// How narrow the column may become, in columns of the terminal; `nil` lets leading columns
    /// shrink to 16, and of the others only the heading wrap.
    public var minimumWidth: Int?
    /// What happens to heading and cells that are wider than the column.
    public var overflow: Overflow

    /// A column under a heading, leading and wrapped unless told otherwise.
    public init(
      _ heading: String, _ alignment: Alignment = .leading, minimumWidth: Int? = nil,
      overflow: Overflow = .wrap
    ) {
      self.heading = heading
      self.alignment = alignment
      self.minimumWidth = minimumWidth
      self.overflow = overflow
    }
  }

  /// One text of a table with its look; a plain string literal will do.
  public struct Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The content as it came, made visible only when shown; may hold line breaks.
    public var text: String
    /// How the cell looks where colour is on.
    public var style: Style

    /// A text, plain unless told otherwise.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }

    /// A plain text.
    public init(stringLiteral text: String) { self.init(text) }
  }

  /// The columns, from the left.
  public var columns: [Column]
  /// The rows from the top, each cell under the column of its place; cells too many are not shown.
  public var rows: [[Cell]]
  /// Rows under a rule of their own, such as medians.
  public var footer: [[Cell]]
  /// How many of the first columns are repeated when the table is folded.
  public var keyColumns: Int

  /// The narrowest width that a table is laid out for.
  public static let narrowest = 20

  /// A table whose first column is the key unless told otherwise.
  public init(
    columns: [Column], rows: [[Cell]] = [], footer: [[Cell]] = [], keyColumns: Int = 1
  ) {
    self.columns = columns
    self.rows = rows
    self.footer = footer
    self.keyColumns = keyColumns
  }

  /// The lines of the table, none wider than `width` and none ending in spaces.
  ///
  /// Where the columns do not fit side by side they shrink as far as they may; where that is not
  /// enough, the ones left over follow in further blocks under the same key columns.
  public func lines(
    width: Int, painter: Painter = Painter(isOn: false), glyphs: Glyphs = .unicode
  ) -> [String] {
    var lines: [String] = []
    for block in TableLayout(self).blocks(width: max(width, Self.narrowest)) {
      if !lines.isEmpty { lines.append("") }
      let rule = block.map { String(repeating: glyphs.rule, count: $0.width) }
        .joined(separator: String(repeating: " ", count: TableLayout.gap))
      let heading = columns.map { Cell($0.heading, .bold) }
      lines += self.lines(of: heading, block, painter, standsOnRule: true)
      lines.append(rule)
      for row in rows { lines += self.lines(of: row, block, painter) }
      if !footer.isEmpty { lines.append(rule) }
      for row in footer { lines += self.lines(of: row, block, painter) }
    }
    return lines
  }

  /// One row of cells, in as many lines as its tallest cell has.
  private func lines(
    of row: [Cell], _ block: [TableLayout.Column], _ painter: Painter, standsOnRule: Bool = false
  ) -> [String] {
    let contents = block.map { column in
      let cell = row.indices.contains(column.index) ? row[column.index] : ""
      return (style: cell.style, lines: fit(cell.text, column))
    }
    let height = contents.map(\.lines.count).max() ?? 0
    return (0..<height).map { number in
      var line = ""
      // Spaces wait until something follows them, so that no line ends in one.
      var spaces = 0
      for (column, content) in zip(block, contents) {
        let number = standsOnRule ? number - height + content.lines.count : number
        let text = content.lines.indices.contains(number) ? content.lines[number] : ""
        let free = max(0, column.width - text.displayWidth)
        let before: Int =
          switch columns[column.index].alignment {
          case .leading: 0
          case .centered: free / 2
          case .trailing: free
          }
        if !text.isEmpty {
          line +=
            String(repeating: " ", count: spaces + before) + painter.paint(text, content.style)
          spaces = free - before + TableLayout.gap
        } else {
          spaces += column.width + TableLayout.gap
        }
      }
      return line
    }
  }

  private func fit(_ text: String, _ column: TableLayout.Column) -> [String] {
    let overflow = columns[column.index].overflow
    return overflow.lines(of: text).flatMap { line in
      // Even a wrapped line can be too wide, where one character is wider than the column.
      (overflow == .wrap ? line.wrapped(width: column.width) : [line.madeVisible])
        .map { $0.keepingStart(columns: column.width) }
    }
  }
}
