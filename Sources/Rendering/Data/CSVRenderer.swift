public import Documents

/// Writes records as CSV by RFC 4180: CRLF, quotes doubled.
public struct CSVRenderer: Sendable {
  /// For whom the text is.
  public enum Reader: Sendable {
    /// Commas, decimal points, UTF-8 without a mark.
    case programs
    /// As the spreadsheets of most of Europe open it: semicolons, decimal commas, and the mark by which
    /// they know UTF-8.
    case spreadsheets
  }

  private let reader: Reader

  /// By default for programs.
  public init(for reader: Reader = .programs) { self.reader = reader }

  private var separator: Unicode.Scalar { reader == .programs ? "," : ";" }

  /// The whole text, every line ended.
  public func text(_ records: Records) -> String {
    var text = reader == .programs ? "" : "\u{FEFF}"
    for row in [records.heads.map(Records.Field.text)] + records.rows {
      text += row.map(field).joined(separator: String(separator)) + "\r\n"
    }
    return text
  }

  private func field(_ field: Records.Field) -> String {
    switch field {
    case .empty: ""
    case .number(let number):
      reader == .programs ? number : number.replacing(".", with: ",")
    case .text(let text): quoted(guarded(withoutNull(text)))
    }
  }

  /// Spreadsheets and databases end a text at the sign that ends it in C.
  private func withoutNull(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
  }

  /// Spreadsheets run cells that begin with these signs as formulas; an apostrophe before them
  /// makes them text. Source: OWASP, CSV Injection.
  private func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  /// Looked for scalar by scalar: CR LF is a single character of a string, and so is a quote with an
  /// accent behind it.
  private func quoted(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { [separator, "\"", "\r", "\n"].contains($0) })
        || text.hasPrefix(" ") || text.hasSuffix(" ")
    else { return text }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
