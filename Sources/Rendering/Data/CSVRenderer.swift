public import Documents

/// Writes records as CSV by RFC 4180: commas, CRLF, quotes doubled. UTF-8 without a mark.
public struct CSVRenderer: Sendable {
  /// Nothing to set.
  public init() {}

  /// The whole text, every line ended.
  public func text(_ records: Records) -> String {
    var text = ""
    for row in [records.heads.map(Records.Field.text)] + records.rows {
      text += row.map(field).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private func field(_ field: Records.Field) -> String {
    switch field {
    case .empty: ""
    case .number(let number): number
    case .text(let text): quoted(guarded(text))
    }
  }

  /// Spreadsheets run cells that begin with these signs as formulas; an apostrophe before them
  /// makes them text. Source: OWASP, CSV Injection.
  private func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  /// Looked for scalar by scalar: CR LF is a single character of a string.
  private func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0 != "\0" }
    let plain = String(String.UnicodeScalarView(scalars))
    guard
      scalars.contains(where: { [",", "\"", "\r", "\n"].contains($0) }) || plain.hasPrefix(" ")
        || plain.hasSuffix(" ")
    else { return plain }
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }
}
