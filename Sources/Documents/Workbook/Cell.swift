extension Workbook {
  /// A value and how it is shown.
  public struct Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What it holds.
    public var value: Value
    /// How it stands out.
    public var style: Style

    /// By default without emphasis.
    public init(_ value: Value, _ style: Style = .plain) {
      self.value = value
      self.style = style
    }

    /// Text without emphasis.
    public init(stringLiteral value: String) { self.init(.text(value)) }

    /// Nothing.
    public static let empty = Cell(.empty)

    /// A text.
    public static func text(_ text: String, _ style: Style = .plain) -> Cell {
      Cell(.text(text), style)
    }

    /// A number; nothing where there is none.
    public static func number(
      _ number: Double?, _ format: NumberFormat = .decimal(1), _ style: Style = .plain
    ) -> Cell {
      Cell(number.map { .number($0, format) } ?? .empty, style)
    }

    /// A count.
    public static func count(_ count: Int?) -> Cell { .number(count.map(Double.init), .integer) }
  }

  /// What a cell holds.
  public enum Value: Sendable, Hashable {
    case empty
    /// Never read as a formula, whatever it begins with.
    case text(String)
    case number(Double, NumberFormat)
    case day(Day)
    /// A formula with `=` in front, and what it comes to as the cells stand; a number or, where it is
    /// empty, no number.
    case formula(String, Double?, NumberFormat)
    /// Text that leads to the first cell of another sheet.
    case link(String, sheet: String)
  }

  /// How a cell stands out.
  public enum Style: Sendable, Hashable {
    case plain
    /// Above a column.
    case heading
    /// Above everything.
    case title
    case strong
    /// A cell that a person is to change.
    case input
    /// Less important than the others.
    case note
  }

  /// How numbers are shown; marks and separators are those of the reader's program.
  public enum NumberFormat: Sendable, Hashable {
    case integer
    /// With exactly so many places.
    case decimal(Int)
    /// With a sign, also where it is above zero.
    case change
    /// 0.5 as 50 %, with exactly so many places.
    case percent(Int)
    /// As it stands.
    case general
  }

  /// The name of a cell in formulas, such as `B3`; row and column from 0.
  ///
  /// - Parameter isFixed: Whether it stays where the formula is copied: `$B$3`.
  public static func reference(row: Int, column: Int, isFixed: Bool = false) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return isFixed ? "$\(letters)$\(row + 1)" : "\(letters)\(row + 1)"
  }

  /// The name of a rectangle in formulas, such as `B3:D9`.
  public static func reference(_ area: Area, isFixed: Bool = false) -> String {
    reference(row: area.rows.lowerBound, column: area.columns.lowerBound, isFixed: isFixed) + ":"
      + reference(row: area.rows.upperBound, column: area.columns.upperBound, isFixed: isFixed)
  }
}
