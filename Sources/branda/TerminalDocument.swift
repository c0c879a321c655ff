import DisplayWidth
import Documents
import Reporting
import Terminal

/// Lays a document out as lines for a terminal.
struct TerminalDocument {
  var width: Int
  var painter = Painter(isOn: false)
  var glyphs = Glyphs.unicode

  /// The widest that running text becomes; longer lines tire the eye.
  private static let readable = 100
  /// Columns that a bar takes.
  private static let barWidth = 20

  /// The whole text, ended by a line break. Nothing in it can act on the terminal.
  func text(_ document: Document) -> String {
    var lines = styled(wrapped(document.title), .bold)
    lines += definitions(document.facts)
    for block in document.blocks {
      lines.append("")
      lines += self.lines(of: block)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of block: Document.Block) -> [String] {
    switch block {
    case .heading(let heading): styled(wrapped(heading.text), .bold)
    case .paragraph(let spans): paragraph(spans)
    case .list(let items): items.flatMap { paragraph($0, first: "  • ") }
    case .numbered(let items):
      items.enumerated().flatMap { paragraph($1, first: "  \($0 + 1). ") }
    case .definitions(let definitions): self.definitions(definitions)
    case .table(let table): self.table(table)
    case .figure(let figure): styled(wrapped(figure.title), .bold) + table(figure.table)
    case .tree(let branches): branches.flatMap { tree($0) }
    case .choices(let choices):
      choices.flatMap { wrapped($0, first: glyphs == .unicode ? "  ☐ " : "  [ ] ") }
    case .blank(let blank): self.blank(blank)
    }
  }

  /// Lines to write on.
  private func blank(_ blank: Document.Blank) -> [String] {
    let box = glyphs == .unicode ? "☐ " : "[ ] "
    let unit = ([blank.unit].compactMap(\.self) + blank.alternatives.map { box + $0 })
      .map { " " + $0 }.joined()
    let line = String(repeating: "_", count: max(10, min(width, Self.readable) / 2))
    guard blank.lines > 1 else { return wrapped(blank.label + ": " + line + unit) }
    return wrapped(blank.label + ":") + Array(repeating: line, count: blank.lines - 1)
      + [line + unit]
  }

  /// A branch and all below it, joined by lines that show what belongs to what.
  private func tree(_ branch: Document.Branch) -> [String] {
    struct Open {
      let branch: Document.Branch
      /// What the lines above it leave before its first line and before the others.
      let first: String
      let rest: String
    }
    let joints = glyphs.joints
    var lines: [String] = []
    var open = [Open(branch: branch, first: "", rest: "")]
    while let next = open.popLast() {
      // In a narrow terminal the text matters more than how deep it stands.
      let isNarrow = next.first.displayWidth > width / 3
      let (first, rest) = isNarrow ? (joints.last, joints.nothing) : (next.first, next.rest)
      let below = next.branch.branches.isEmpty ? joints.nothing : joints.through
      lines += paragraph(next.branch.spans, first: first, hanging: rest + (isNarrow ? "" : below))
      open += next.branch.branches.enumerated().reversed().map { index, branch in
        let isLast = index == next.branch.branches.count - 1
        return Open(
          branch: branch, first: next.rest + (isLast ? joints.last : joints.next),
          rest: next.rest + (isLast ? joints.nothing : joints.through))
      }
    }
    return lines
  }

  /// Names in a column of their own, or above their texts where the terminal is narrow.
  private func definitions(_ definitions: [Document.Definition]) -> [String] {
    let names = definitions.map(\.name.madeVisible.displayWidth).max() ?? 0
    guard names <= width / 3 else {
      return definitions.flatMap { wrapped($0.name) + wrapped($0.text, first: "  ") }
    }
    return definitions.flatMap { definition in
      let name = definition.name.madeVisible
      let gap = String(repeating: " ", count: names - name.displayWidth + 2)
      return wrapped(definition.text, first: name + gap)
    }
  }

  /// Words carry their style through the wrapping: what is strong is found again afterwards where
  /// it stands at the beginning of a line, as headings and leading words do.
  private func paragraph(
    _ spans: [Document.Span], first: String = "", hanging: String? = nil
  ) -> [String] {
    let lines = spans.map(\.text).joined().wrapped(
      width: min(width, Self.readable), first: first, hanging: hanging)
    guard painter.isOn, case .strong(let strong)? = spans.first else { return lines }
    let columns = first.count
    var rest = strong.madeVisible.split(separator: " ").joined(separator: " ")[...]
    return lines.map { line in
      guard !rest.isEmpty else { return line }
      let body = line.dropFirst(columns)
      let common = zip(body, rest).prefix { $0 == $1 }.count
      rest = rest.dropFirst(common).drop { $0 == " " }
      return String(line.prefix(columns)) + painter.paint(String(body.prefix(common)), .bold)
        + body.dropFirst(common)
    }
  }

  private func table(_ table: Document.Table) -> [String] {
    (table.caption.map { wrapped($0) } ?? [])
      + Table(
        columns: table.columns.map { column in
          Table.Column(column.heading, column.kind == .number ? .trailing : .leading)
        },
        rows: table.rows.map { $0.map(cell) }, footer: table.footer.map { $0.map(cell) },
        keyColumns: table.keyColumns
      ).lines(width: width, painter: painter, glyphs: glyphs)
  }

  private func cell(_ cell: Document.Cell) -> Table.Cell {
    switch cell {
    case .text(let text), .number(let text, _): Table.Cell(text)
    case .strong(let text): Table.Cell(text, .bold)
    case .missing(let text): Table.Cell(text, Style(.brightBlack))
    case .state(let text, let tone): Table.Cell(tone.sign(glyphs) + text, tone.style)
    case .bar(let bar): Table.Cell(glyphs.bar(bar.value, width: Self.barWidth), Style(.cyan))
    case .profile(let fractions): Table.Cell(glyphs.sparkBars(fractions), Style(.cyan))
    }
  }

  private func wrapped(_ text: String, first: String = "") -> [String] {
    text.wrapped(width: min(width, Self.readable), first: first)
  }

  private func styled(_ lines: [String], _ style: Style) -> [String] {
    lines.map { painter.paint($0, style) }
  }
}

extension Document.Tone {
  /// A sign beside the word, so that colour is never the only one.
  fileprivate func sign(_ glyphs: Glyphs) -> String {
    let isUnicode = glyphs == .unicode
    return switch self {
    case .good: isUnicode ? "✓ " : "+ "
    case .bad: isUnicode ? "✗ " : "- "
    case .open: "? "
    case .neutral: ""
    }
  }

  fileprivate var style: Style {
    switch self {
    case .good: Style(.green)
    case .bad: Style(.red)
    case .open: Style(.yellow)
    case .neutral: .plain
    }
  }
}
