public import Diagnostics

extension CSVTable {
  /// Reads a table by RFC 4180, with any of three separators and any line ends.
  ///
  /// Rows without any text are passed over; so is a first line `sep=;`, which spreadsheets
  /// understand and which settles the separator.
  ///
  /// - Parameter separator: What stands between cells; by default what the headings show.
  /// - Returns: The table, `nil` where a finding is an error, and all findings.
  /// - Complexity: O(*n*) in the size of the file.
  public static func read(
    _ file: SourceFile, separator: Separator? = nil, limits: CSVLimits = .standard
  ) -> Checked<CSVTable?> {
    if let finding = TextEncoding.problem(in: file, limits) { return Checked(nil, [finding]) }
    var reader = CSVReader(file, separator, limits)
    reader.run()
    let hasErrors = reader.findings.contains { $0.severity == .error }
    return Checked(hasErrors ? nil : reader.table, reader.findings)
  }
}

private struct CSVReader {
  private(set) var table: CSVTable
  private(set) var findings: [Diagnostic] = []
  private let file: SourceFile
  private let limits: CSVLimits
  private var offset: Int
  /// Of the row begun last.
  private var number = 0

  /// Beyond so many mistakes of form, the file is no table.
  private static let mostFindings = 200

  init(_ file: SourceFile, _ separator: Separator?, _ limits: CSVLimits) {
    self.file = file
    self.limits = limits
    var begin = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var stated: Separator?
    let line = file.lineRange(1)
    let first = file.text(begin..<max(begin, line.upperBound))
    if first.hasPrefix("sep="), let said = Separator(String(first.dropFirst(4))) {
      stated = said
      begin = file.lineStarts.count > 1 ? file.lineStarts[1] : file.bytes.count
    }
    table = CSVTable(
      file: file, separator: separator ?? stated ?? .detected(in: file.bytes[begin...]))
    offset = begin
  }

  mutating func run() {
    file.bytes.withUnsafeBufferPointer { bytes in
      while offset < bytes.count, findings.count < Self.mostFindings { readRow(bytes) }
    }
    if findings.isEmpty { checkShape() }
  }

  private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>) {
    number += 1
    table.beginRow(number)
    let start = offset
    var isBlank = true
    var count = 0
    while true {
      let cell = readCell(bytes)
      if cell.end > cell.start { isBlank = false }
      count += 1
      if count <= limits.columns { table.append(cell) }
      guard offset < bytes.count, bytes[offset] == table.separator.byte else { break }
      offset += 1
    }
    if offset < bytes.count {
      offset +=
        bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    }
    if count > limits.columns {
      report("tables.too-many-columns", start..<start, ["count": .count(limits.columns)])
    }
    if isBlank { table.dropRow() }
  }

  /// Reads up to the separator or line end behind the cell.
  private mutating func readCell(_ bytes: UnsafeBufferPointer<UInt8>) -> CSVTable.Cell {
    let start = offset
    let isQuoted = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
    if isQuoted { skipQuoted(bytes) }
    let rest = offset
    var quote: Int?
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == table.separator.byte || byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: "\""), quote == nil { quote = offset }
      offset += 1
    }
    if isQuoted, offset > rest {
      report("tables.text-after-quote", rest..<offset)
    } else if let quote {
      report("tables.stray-quote", quote..<quote + 1)
    }
    if offset - start > limits.cell {
      report("tables.cell-too-long", start..<start + 1, ["count": .count(limits.cell)])
    }
    return CSVTable.Cell(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: offset),
      isQuoted: isQuoted)
  }

  private mutating func skipQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = offset
    offset += 1
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "\"") else {
        offset += 1
        continue
      }
      guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else {
        offset += 1
        return
      }
      offset += 2
    }
    report("tables.open-quote", start..<start + 1)
  }

  /// As many cells in each row as there are headings; cells beyond them that are empty do no harm.
  private mutating func checkShape() {
    guard table.columnCount > 0 else {
      report("tables.empty", 0..<0)
      return
    }
    if table.rows.isEmpty { report("tables.no-rows", 0..<0) }
    let width = table.columnCount
    for row in table.rows where table.width(row) != width {
      guard findings.count < Self.mostFindings else { return }
      let surplus = (width..<max(width, table.width(row))).first { !table.isEmpty(row, $0) }
      guard table.width(row) < width || surplus != nil else { continue }
      let place = table.place(row, surplus ?? table.width(row) - 1)
      report(
        "tables.ragged-row", place.range,
        [
          "row": .count(table.number(row)), "count": .count(table.width(row)),
          "columns": .count(width),
        ])
    }
  }

  private mutating func report(
    _ code: String, _ range: Range<Int>, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    findings.append(Diagnostic(.init(code), at: Place(file, range), arguments))
  }
}
