/// Rows of values for spreadsheets and programs. Numbers stand at full precision with a decimal
/// point whatever the language, so that every reader reads the same.
public struct Records: Sendable, Hashable {
  /// What a cell holds; only texts are quoted and kept from acting as formulas.
  public enum Field: Sendable, Hashable {
    case text(String)
    /// A number in plain notation.
    case number(String)
    case empty
  }

  /// Names of the columns: identifiers, the same in every language.
  public var heads: [String]
  /// As many fields in each as there are heads, in their order.
  public var rows: [[Field]]

  /// The columns' names, then the rows.
  public init(heads: [String], rows: [[Field]]) {
    self.heads = heads
    self.rows = rows
  }
}

extension Records.Field {
  static func number(_ value: Double?) -> Records.Field {
    value.map { .number(Self.plain($0)) } ?? .empty
  }

  static func number(_ value: Int?) -> Records.Field { value.map { .number(String($0)) } ?? .empty }

  static func text(_ text: String?) -> Records.Field { text.map { .text($0) } ?? .empty }

  /// The shortest digits that read back as the same number, without `.0`.
  private static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

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
