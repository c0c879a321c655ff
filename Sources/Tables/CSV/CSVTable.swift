public import Diagnostics

/// A table as the file has it: headings and rows of cells, each cell knowing its place.
public struct CSVTable: Sendable {
  /// A cell as bytes of the file, quotes included.
  struct Cell: Sendable {
    var start: UInt32
    var end: UInt32
    var isQuoted: Bool
  }

  /// The file that all places point into.
  public let file: SourceFile
  /// What stands between the cells.
  public let separator: Separator
  /// Of all rows, one row after the other.
  private var cells: [Cell] = []
  /// Where each row begins in `cells`; the headings are row 0.
  private var starts: [Int] = []
  /// What number a spreadsheet shows beside each row, from 1; empty rows have one, too.
  private var numbers: [Int] = []

  init(file: SourceFile, separator: Separator) {
    self.file = file
    self.separator = separator
  }

  /// Begins a row, which has a number in spreadsheets.
  mutating func beginRow(_ number: Int) {
    starts.append(cells.count)
    numbers.append(number)
  }

  mutating func append(_ cell: Cell) { cells.append(cell) }

  /// Takes back the row begun last.
  mutating func dropRow() {
    guard let start = starts.popLast() else { return }
    cells.removeSubrange(start...)
    numbers.removeLast()
  }

  /// The number of headings.
  public var columnCount: Int { starts.isEmpty ? 0 : width(0) }
  /// The rows below the headings, counted from 1; the headings are row 0.
  public var rows: Range<Int> { 1..<max(1, starts.count) }

  /// What number a spreadsheet shows beside a row.
  func number(_ row: Int) -> Int { numbers[row] }

  /// How many cells a row has.
  func width(_ row: Int) -> Int {
    (row + 1 < starts.count ? starts[row + 1] : cells.count) - starts[row]
  }

  private func cell(_ row: Int, _ column: Int) -> Cell? {
    column < width(row) ? cells[starts[row] + column] : nil
  }

  /// Whether there is nothing in a cell.
  func isEmpty(_ row: Int, _ column: Int) -> Bool {
    cell(row, column).map { $0.end - $0.start == ($0.isQuoted ? 2 : 0) } ?? true
  }

  /// Where a cell stands, quotes included; of a row that ends before it, the row's end.
  public func place(_ row: Int, _ column: Int) -> Place {
    guard let cell = cell(row, column) ?? cell(row, width(row) - 1) else {
      return Place(file, 0..<0)
    }
    return Place(file, Int(cell.start)..<Int(cell.end))
  }

  /// What a cell says: without quotes, line breaks as LF, and without the apostrophe that keeps a
  /// spreadsheet from running it (see `FormulaGuard`).
  public func text(_ row: Int, _ column: Int) -> String {
    guard let cell = cell(row, column) else { return "" }
    var bytes = file.bytes[Int(cell.start)..<Int(cell.end)]
    if cell.isQuoted {
      bytes = bytes.dropFirst().dropLast()
      if bytes.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0x0D }) {
        bytes = Self.unquoted(bytes)[...]
      }
    }
    return FormulaGuard.removed(from: String(decoding: bytes, as: UTF8.self))
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch (previous, byte) {
      case (UInt8(ascii: "\""), UInt8(ascii: "\"")):
        // The second of a pair: the first has been written.
        previous = 0
        continue
      case (0x0D, 0x0A): break
      case (_, 0x0D): result.append(0x0A)
      default: result.append(byte)
      }
      previous = byte
    }
    return result
  }
}
