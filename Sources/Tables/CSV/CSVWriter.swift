import Numbers

/// How tables are written.
public struct CSVNotation: Sendable {
  /// What stands between cells.
  public var separator: Separator
  /// Whether numbers are written with a comma.
  public var hasDecimalComma: Bool
  /// Whether the file begins with the mark by which some programs know UTF-8.
  public var hasMark: Bool

  /// Commas between cells and points in numbers, unless told otherwise.
  public init(separator: Separator = .comma, hasDecimalComma: Bool = false, hasMark: Bool = false) {
    self.separator = separator
    self.hasDecimalComma = hasDecimalComma
    self.hasMark = hasMark
  }

  /// What spreadsheets of most of Europe open by a double click.
  public static let europeanSpreadsheet = CSVNotation(
    separator: .semicolon, hasDecimalComma: true, hasMark: true)

  /// A number as this notation writes it.
  func text(_ number: DecimalNumber) -> String {
    let text = number.description
    return hasDecimalComma ? text.replacing(".", with: ",") : text
  }
}

/// What a cell holds; only texts that people wrote need to be kept from acting as formulas.
enum CellContent {
  case text(String)
  /// Identifiers and numbers.
  case plain(String)
  case empty

  /// The text, or nothing where there is none.
  init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
}

/// Writes tables by RFC 4180: lines end with CR LF, quotes only where they are needed.
struct CSVWriter {
  private let separator: UInt8
  private(set) var bytes: [UInt8]

  init(_ notation: CSVNotation) {
    separator = notation.separator.byte
    bytes = notation.hasMark ? [0xEF, 0xBB, 0xBF] : []
  }

  mutating func write(row cells: some Sequence<CellContent>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(separator) }
      isFirst = false
      switch cell {
      case .text(let text): write(FormulaGuard.added(to: text))
      case .plain(let text): write(text)
      case .empty: break
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// Byte by byte: a quote with a mark above it is another character of a string.
  private mutating func write(_ text: String) {
    guard Self.needsQuotes(text) else {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Texts with any of the separators are quoted, so that headings always show which one is meant.
  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
      || text.utf8.contains { byte in
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\""), 0x0A,
          0x0D:
          true
        default: false
        }
      }
  }
}
