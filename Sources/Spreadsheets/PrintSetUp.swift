internal import CLibXLSXWriter
internal import Documents

/// How a sheet is laid out on paper: A4, the title above, the name of the sheet and the page below, heads
/// and the first columns on every page.
struct PrintSetUp {
  private let sheet: Workbook.Sheet
  /// How many pages stand side by side.
  let pagesAcross: Int
  /// Above every page; `nil` where the sheet itself begins with it.
  private let header: String?

  /// Characters that fit beside one another at full size, between the margins.
  private static let charactersAcross = (portrait: 100.0, landscape: 147.0)
  /// Smaller than half their size letters are not read.
  private static let leastScale = 0.5
  /// In inches.
  private static let margins = (sides: 0.4, ends: 0.75)
  /// What a header holds, in characters.
  private static let mostInHeader = 200

  init(_ sheet: Workbook.Sheet, of workbook: Workbook) {
    self.sheet = sheet
    let characters =
      sheet.isLandscape ? Self.charactersAcross.landscape : Self.charactersAcross.portrait
    let width = ColumnLayout(sheet).widths.reduce(0, +)
    pagesAcross = max(1, Int((width * Self.leastScale / characters).rounded(.up)))
    let begins = sheet.rows.first?.first?.value == .text(workbook.title)
    header = begins ? nil : Self.header(workbook.title)
  }

  func apply(
    to pointer: UnsafeMutablePointer<lxw_worksheet>, _ book: OpenWorkbook
  ) throws(SpreadsheetFailure) {
    if sheet.isLandscape { worksheet_set_landscape(pointer) }
    // A4.
    worksheet_set_paper(pointer, 9)
    let (sides, ends) = Self.margins
    worksheet_set_margins(pointer, sides, sides, ends, ends)
    worksheet_fit_to_pages(pointer, UInt16(clamping: pagesAcross), 0)
    if sheet.frozenRows > 0 {
      try book.check(worksheet_repeat_rows(pointer, 0, UInt32(clamping: sheet.frozenRows - 1)))
    }
    if pagesAcross > 1, sheet.frozenColumns > 0 {
      try book.check(
        worksheet_repeat_columns(pointer, 0, UInt16(clamping: sheet.frozenColumns - 1)))
    }
    if let header { try book.check(worksheet_set_header(pointer, "&L" + header)) }
    try book.check(worksheet_set_footer(pointer, "&L&A&R&P / &N"))
  }

  /// A text as headers take it, in one line: an ampersand begins a command unless there are two.
  static func header(_ text: String) -> String {
    let line = CellText.safe(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var header = ""
    var length = 0
    for character in line {
      let written = character == "&" ? "&&" : String(character)
      length += written.unicodeScalars.count
      guard length < mostInHeader else { return header + "…" }
      header += written
    }
    return header
  }
}
