import DisplayWidth
import Terminal

extension Block {
  /// A text wrapped at so many columns.
  static func text(
    _ text: String, _ style: Style = .plain, columns: Int, first: String = "",
    space: Space = .usual
  ) -> Block {
    Block(
      lines: text.wrapped(width: columns, first: first).map { FrameLine($0, style) }, space: space)
  }

  /// Several texts, each beginning on a line of its own.
  static func texts(
    _ texts: [String], _ style: Style = .plain, columns: Int, first: String = "",
    space: Space = .usual
  ) -> Block? {
    guard !texts.isEmpty else { return nil }
    return Block(
      lines: texts.flatMap { text in
        text.wrapped(width: columns, first: first).map { FrameLine($0, style) }
      }, space: space)
  }
}

extension FrameLine {
  /// A line with something at its right end, a space at least between the two; the right end goes
  /// where there is no room for both.
  static func ends(
    _ left: [Span], _ right: [Span], columns: Int
  ) -> FrameLine {
    let (start, end) = (FrameLine(left), FrameLine(right))
    let gap = columns - start.width - end.width
    guard gap >= 1, !right.isEmpty else { return start }
    return FrameLine(left + [Span(String(repeating: " ", count: gap))] + right)
  }
}
