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
  /// A number at full precision; empty for none.
  public static func number(_ value: Double?) -> Records.Field {
    value.map { .number(Self.plain($0)) } ?? .empty
  }

  /// A count; empty for none.
  public static func number(_ value: Int?) -> Records.Field {
    value.map { .number(String($0)) } ?? .empty
  }

  /// A text; empty for none.
  public static func text(_ text: String?) -> Records.Field { text.map { .text($0) } ?? .empty }

  /// The shortest digits that read back as the same number, without `.0`.
  private static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
