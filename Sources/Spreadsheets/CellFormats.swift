internal import CLibXLSXWriter
internal import Documents

/// The library's formats, each made once.
struct CellFormats {
  private let book: OpenWorkbook
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  private struct Key: Hashable {
    let style: Workbook.Style
    let number: String
    let isLink: Bool
    let alignment: Alignment
  }

  /// Where in its cell a text or number stands.
  enum Alignment: Hashable {
    case left
    /// With a little room before it: the column on the left may end in numbers.
    case indented
    case right
  }

  init(_ book: OpenWorkbook) { self.book = book }

  mutating func format(
    _ style: Workbook.Style, _ number: String = "", isLink: Bool = false,
    _ alignment: Alignment = .left
  ) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(style: style, number: number, isLink: isLink, alignment: alignment)
    if let format = made[key] { return format }
    guard let format = workbook_add_format(book.pointer) else { return nil }
    made[key] = format
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_text_wrap(format)
    switch alignment {
    case .left: break
    case .indented:
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      format_set_indent(format, 1)
    // Without an indent: LibreOffice has none on the right of numbers.
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if !number.isEmpty { format_set_num_format(format, number) }
    switch style {
    case .plain: break
    case .heading:
      format_set_bold(format)
      format_set_bg_color(format, 0xE8F1FA)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .strong: format_set_bold(format)
    case .input:
      format_set_bg_color(format, 0xFFF6D6)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .note: format_set_font_color(format, 0x595959)
    }
    if isLink {
      format_set_font_color(format, 0x0072B2)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    return format
  }
}

extension Workbook.NumberFormat {
  /// The code of the format, which programs show in the reader's language.
  var code: String {
    switch self {
    case .integer: "0"
    case .decimal(let places): Self.digits(places)
    case .change: "+0.0;-0.0;0.0"
    case .percent(let places): Self.digits(places) + "%"
    case .general: "General"
    }
  }

  private static func digits(_ places: Int) -> String {
    places > 0 ? "0." + String(repeating: "0", count: min(places, 30)) : "0"
  }
}
