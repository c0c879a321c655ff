import Language
import Terminal

extension ChoiceList {
  /// The list as blocks, one for each place that the filter leaves, so that the page can scroll it.
  ///
  /// - Parameter space: What an empty line between the places is worth.
  func blocks(
    columns: Int, glyphs: Glyphs, space: Block.Space = .none, _ texts: Texts
  ) -> [Block] {
    var blocks: [Block] = []
    if var field = filter {
      field.columns = max(1, columns - 2)
      let view = field.view(glyphs: glyphs)
      let caret = Frame.Position(row: 0, column: view.caret.column + 2)
      blocks.append(
        Block(
          lines: [FrameLine([Span("/ ", Palette.key), Span(view.lines[0])])], isFocus: true,
          cursor: caret))
      if matches.isEmpty {
        blocks.append(Block.text(texts("screen.nothing-found"), columns: columns, space: .none))
      }
    }
    for place in matches.indices {
      let isMarked = matches[place] == marker
      var lines = lines(of: place, columns: columns, glyphs: glyphs)
      if isMarked {
        lines = lines.map { FrameLine($0.text, Palette.marked) }
      } else if ticks.contains(matches[place]) {
        lines = lines.map { FrameLine($0.text, Palette.chosen) }
      }
      var block = Block(lines: lines, space: place == 0 ? .welcome : space)
      block.isFocus = isMarked
      let isCursor = isMarked || (marker == nil && place == 0)
      if isCursor, filter == nil { block.cursor = Frame.Position(row: 0, column: 0) }
      blocks.append(block)
    }
    return blocks
  }
}

extension TextField {
  /// The field as a block: a frame at its left, its text, its caret.
  func block(columns: Int, rows: Int, glyphs: Glyphs, unit: String? = nil) -> Block {
    var field = self
    let lead = Signs(glyphs).field + " "
    field.columns = max(4, columns - 2 - (unit.map { $0.count + 1 } ?? 0))
    let view = field.view(rows: rows, glyphs: glyphs)
    var lines = view.lines.map { line in
      FrameLine([Span(lead, Palette.marked), Span(line)])
    }
    if let unit, !lines.isEmpty { lines[0].spans.append(Span(" " + unit)) }
    if view.linesAbove > 0 { lines.insert(FrameLine("  …"), at: 0) }
    if view.linesBelow > 0 { lines.append(FrameLine("  …")) }
    let caret = Frame.Position(
      row: view.caret.row + (view.linesAbove > 0 ? 1 : 0), column: 2 + view.caret.column)
    return Block(lines: lines, isFocus: true, cursor: caret)
  }
}
