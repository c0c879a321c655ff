internal import Documents

/// How wide columns are, and which heads stand over numbers.
struct ColumnLayout {
  /// In characters: as the sheet says, but never so narrow that a word of a head breaks.
  let widths: [Double]
  private let heads: Set<Place>

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  /// How far below a head the first value is looked for: those above it may be missing.
  private static let depth = 20

  init(_ sheet: Workbook.Sheet) {
    var widths = sheet.widths
    var heads: Set<Place> = []
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell.style == .heading {
        guard case .text(let text) = cell.value else { continue }
        if widths.indices.contains(column) {
          widths[column] = max(widths[column], Self.widthOfLongestWord(text))
        }
        let below = sheet.rows.dropFirst(row + 1).prefix(Self.depth).lazy
          .map { $0.indices.contains(column) ? $0[column].value : .empty }
          .first { $0 != .empty }
        switch below {
        case .number, .formula: heads.insert(Place(row: row, column: column))
        default: break
        }
      }
    }
    self.widths = widths
    self.heads = heads
  }

  func isOverNumbers(_ row: Int, _ column: Int) -> Bool {
    heads.contains(Place(row: row, column: column))
  }

  /// Bold letters are wider than the digits that columns are measured by, and the sign of a filter
  /// takes room, too.
  private static func widthOfLongestWord(_ text: String) -> Double {
    let longest =
      text.prefix(1000).split { $0.isWhitespace && $0 != "\u{A0}" }.map(\.count).max() ?? 0
    return min(30, Double(longest) * 1.2 + 2)
  }
}
