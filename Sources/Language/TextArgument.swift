/// A value that a text names between braces.
public enum TextArgument: Sendable, Hashable {
  /// Text put in as it is.
  case text(String)
  /// A count, which also chooses the plural form.
  case count(Int)
  /// A number already written as the language writes it; `value` is the same number in plain
  /// notation with the places that are shown (`12.50`), and chooses the plural form.
  case number(String, value: String)
  /// Members, joined by "and".
  case list([String])
  /// Alternatives, joined by "or".
  case alternatives([String])
  /// A text of the catalogue, by its name.
  case phrase(String)
}

extension TextArgument: ExpressibleByStringInterpolation {
  /// Text put in as it is, `.text`.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension TextArgument: ExpressibleByIntegerLiteral {
  /// A count, which also chooses the plural form, `.count`.
  public init(integerLiteral value: Int) { self = .count(value) }
}
