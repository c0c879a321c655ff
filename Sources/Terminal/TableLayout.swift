import DisplayWidth

/// Decides how wide the columns of a table are and which stand side by side.
struct TableLayout {
  struct Column {
    /// The place of the column in the table.
    var index: Int
    var width: Int
  }

  /// Spaces between columns.
  static let gap = 2
  /// How narrow a leading column becomes unless it says otherwise.
  private static let readable = 16

  private let natural: [Int]
  private let least: [Int]
  private let keys: Range<Int>

  init(_ table: Table) {
    var contents = table.columns.map { _ in 0 }
    for row in table.rows + table.footer {
      for (index, cell) in row.enumerated() where contents.indices.contains(index) {
        let lines = table.columns[index].overflow.lines(of: cell.text)
        contents[index] = max(contents[index], lines.map(Self.width).max() ?? 0)
      }
    }
    natural = zip(table.columns, contents).map { max(Self.width($0.heading), $1) }
    least = zip(table.columns, zip(natural, contents)).map { column, widths in
      let words = column.heading.split { $0 == " " || $0.isNewline }
      let word = words.map { Self.width(String($0)) }.max() ?? 0
      let whole = column.alignment == .leading ? Self.readable : max(widths.1, word)
      return min(max(1, column.minimumWidth ?? whole), widths.0)
    }
    keys = 0..<min(max(0, table.keyColumns), table.columns.count)
  }

  /// The columns block by block, no block wider than `width`.
  func blocks(width: Int) -> [[Column]] {
    var rest = Array(natural.indices.dropFirst(keys.count))
    guard !rest.isEmpty else { return keys.isEmpty ? [] : [fitted(Array(keys), width)] }
    var blocks: [[Column]] = []
    while !rest.isEmpty {
      var count = rest.count
      while count > 1, total(Array(keys) + rest.prefix(count), least) > width { count -= 1 }
      blocks.append(fitted(Array(keys) + rest.prefix(count), width))
      rest.removeFirst(count)
    }
    return blocks
  }

  /// Takes columns from the widest until the block fits; below the least width only where a block
  /// of one column beside its keys is still too wide.
  private func fitted(_ indices: [Int], _ width: Int) -> [Column] {
    var widths = natural
    for floor in [least, natural.map { min($0, 1) }] {
      while total(indices, widths) > width {
        let shrinkable = indices.filter { widths[$0] > floor[$0] }
        guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    return indices.map { Column(index: $0, width: widths[$0]) }
  }

  private func total(_ indices: [Int], _ widths: [Int]) -> Int {
    indices.reduce(Self.gap * (indices.count - 1)) { $0 + widths[$1] }
  }

  private static func width(_ text: String) -> Int { text.madeVisible.displayWidth }
}

extension Table.Overflow {
  /// The lines that a text has before it is fitted into a column.
  func lines(of text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return self == .wrap ? lines.map(String.init) : [lines.joined(separator: " ")]
  }
}
