internal import Documents

/// How much room a row takes. Not every program makes rows as high as their wrapped texts.
struct RowLayout {
  /// Whether the first cell is a text alone in its row and takes the width of the whole sheet.
  let runsAcross: Bool
  /// In points; `nil` for one line.
  let height: Double?

  /// - Parameter widths: Of the columns, in characters.
  init(_ cells: [Workbook.Cell], widths: [Double]) {
    var isAlone = false
    if cells.count == 1, widths.count > 1, case .text = cells[0].value { isAlone = true }
    runsAcross = isAlone
    let across = [widths.reduce(0, +)]
    let lines = zip(cells, isAlone ? across : widths).map { cell, width in
      Self.lines(of: cell, width)
    }
    let most = lines.max() ?? 1
    let isTitle = cells.first?.style == .title
    // Excel shows rows of at most 409 points.
    height = most > 1 || isTitle ? min(409, Double(most) * (isTitle ? 19 : 15)) : nil
  }

  /// How many lines a text takes; letters are a little wider than the digits that columns are measured
  /// by in the fonts that stand in for Excel's own.
  private static func lines(of cell: Workbook.Cell, _ width: Double) -> Int {
    guard case .text(let text) = cell.value, width > 0 else { return 1 }
    let factor = cell.style == .title ? 0.75 : cell.style == .plain ? 1.05 : 0.95
    let line = max(1, width * factor)
    return text.prefix(32_767).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .reduce(0) { $0 + max(1, Int((Double($1.count) / line).rounded(.up))) }
  }
}
