internal import CLibXLSXWriter
internal import Documents
internal import Language

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Hands a workbook to the library, sheet by sheet.
struct WorkbookWriting {
  private let book: OpenWorkbook
  private var formats: CellFormats

  init(_ book: OpenWorkbook) {
    self.book = book
    formats = CellFormats(book)
  }

  mutating func write(_ workbook: Workbook) throws(SpreadsheetFailure) {
    try setProperties(of: workbook)
    var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    // All sheets first: links and charts name them.
    for sheet in workbook.sheets {
      guard let pointer = workbook_add_worksheet(book.pointer, sheet.name) else {
        throw SpreadsheetFailure(reason: sheet.name)
      }
      sheets.append(pointer)
    }
    for (sheet, pointer) in zip(workbook.sheets, sheets) {
      try fill(pointer, with: sheet)
      try PrintSetUp(sheet, of: workbook).apply(to: pointer, book)
    }
  }

  private func setProperties(of workbook: Workbook) throws(SpreadsheetFailure) {
    var created = tm()
    let day = workbook.day ?? Workbook.Day(year: 2000, month: 1, day: 1)
    created.tm_year = Int32(clamping: day.year - 1900)
    created.tm_mon = Int32(clamping: day.month - 1)
    created.tm_mday = Int32(clamping: day.day)
    let seconds = timegm(&created)
    try CellText.safe(workbook.title).withMutableCString { title throws(SpreadsheetFailure) in
      var properties = lxw_doc_properties()
      properties.title = title
      // Zero would be taken for “now”.
      properties.created = seconds == 0 ? 1 : seconds
      try book.check(workbook_set_properties(book.pointer, &properties))
    }
    // The property of this name is one of those that spreadsheet programs offer.
    try book.check(
      workbook_set_custom_property_string(
        book.pointer, "Language", workbook.language.rawValue))
  }

  private mutating func fill(
    _ pointer: UnsafeMutablePointer<lxw_worksheet>, with sheet: Workbook.Sheet
  ) throws(SpreadsheetFailure) {
    let columns = ColumnLayout(sheet)
    for (column, width) in columns.widths.enumerated() {
      try book.check(
        worksheet_set_column(
          pointer, UInt16(clamping: column), UInt16(clamping: column), width, nil))
    }
    for (row, cells) in sheet.rows.enumerated() {
      let layout = RowLayout(cells, widths: columns.widths)
      if let height = layout.height {
        try book.check(worksheet_set_row(pointer, UInt32(clamping: row), height, nil))
      }
      if layout.runsAcross, let first = cells.first {
        try book.check(
          worksheet_merge_range(
            pointer, UInt32(clamping: row), 0, UInt32(clamping: row),
            UInt16(clamping: sheet.widths.count - 1), "", formats.format(first.style, "@")))
      }
      for (column, cell) in cells.enumerated() {
        let isRight = columns.isOverNumbers(row, column)
        let alignment: CellFormats.Alignment =
          isRight ? .right : column > 0 ? .indented : .left
        try write(cell, alignment, to: pointer, UInt32(clamping: row), UInt16(clamping: column))
      }
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        pointer, UInt32(clamping: sheet.frozenRows), UInt16(clamping: sheet.frozenColumns))
    }
    if let area = sheet.filter.map(LibraryArea.init) {
      try book.check(worksheet_autofilter(pointer, area.top, area.left, area.bottom, area.right))
    }
    for shading in sheet.shadings { try add(shading, to: pointer) }
    for chart in sheet.charts { try ChartWriting(book).add(chart, on: sheet, to: pointer) }
  }

  private mutating func write(
    _ cell: Workbook.Cell, _ alignment: CellFormats.Alignment,
    to sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ row: UInt32, _ column: UInt16
  ) throws(SpreadsheetFailure) {
    let error: lxw_error
    switch cell.value {
    case .empty:
      guard cell.style != .plain else { return }
      error = worksheet_write_blank(sheet, row, column, formats.format(cell.style))
    case .text(let text):
      error = worksheet_write_string(
        sheet, row, column, CellText.safe(text), formats.format(cell.style, "@", alignment))
    case .number(let number, let format):
      guard number.isFinite else { return }
      error = worksheet_write_number(
        sheet, row, column, number, formats.format(cell.style, format.code, .right))
    case .day(let day):
      var date = lxw_datetime()
      date.year = Int32(clamping: day.year)
      date.month = Int32(clamping: day.month)
      date.day = Int32(clamping: day.day)
      error = worksheet_write_datetime(
        sheet, row, column, &date, formats.format(cell.style, "yyyy-mm-dd", alignment))
    case .formula(let formula, let result?, let format):
      error = worksheet_write_formula_num(
        sheet, row, column, formula, formats.format(cell.style, format.code, .right), result)
    case .formula(let formula, nil, let format):
      error = worksheet_write_formula_str(
        sheet, row, column, formula, formats.format(cell.style, format.code, .right), "")
    case .link(let text, let name):
      let target = "internal:'" + name.replacing("'", with: "''") + "'!A1"
      error = worksheet_write_url_opt(
        sheet, row, column, target, formats.format(cell.style, isLink: true),
        CellText.attribute(text), nil)
    }
    try book.check(error)
  }

  private func add(
    _ shading: Workbook.Shading, to sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(SpreadsheetFailure) {
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
    format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    format.min_value = min(shading.from, shading.to)
    format.max_value = max(shading.from, shading.to)
    // Black on either is read: 18 : 1 and 8 : 1.
    let tones: (UInt32, UInt32) = (0xE8F1FA, 0x7FB0DD)
    (format.min_color, format.max_color) =
      shading.from <= shading.to ? tones : (tones.1, tones.0)
    let area = LibraryArea(shading.area)
    try book.check(
      worksheet_conditional_format_range(
        sheet, area.top, area.left, area.bottom, area.right, &format))
  }
}

/// A rectangle in the library's numbers.
struct LibraryArea {
  let top: UInt32
  let left: UInt16
  let bottom: UInt32
  let right: UInt16

  init(_ area: Workbook.Area) {
    top = UInt32(clamping: area.rows.lowerBound)
    bottom = UInt32(clamping: area.rows.upperBound)
    left = UInt16(clamping: area.columns.lowerBound)
    right = UInt16(clamping: area.columns.upperBound)
  }
}

extension String {
  /// The bytes as C functions want them that take, but do not change, a `char *`.
  func withMutableCString<Failure: Error>(
    _ body: (UnsafeMutablePointer<CChar>) throws(Failure) -> Void
  ) throws(Failure) {
    let bytes = Array(utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    defer { copy.deallocate() }
    copy.initialize(from: bytes, count: bytes.count)
    try body(copy)
  }
}
