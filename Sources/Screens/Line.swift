import Terminal

/// A line of output and what it is, so that a front may colour it.
///
/// Its text is safe for a terminal: control characters are made visible.
public struct Line: Sendable, Hashable {
  public enum Role: Sendable, Hashable {
    case heading, question, text, choice, hint, notice, problem
    /// What stands before the cursor; no line break follows.
    case prompt
  }

  public let role: Role
  public let text: String
}

/// Lines being put together, wrapped at the width at which text reads well.
struct Lines {
  static let columns = 76

  private(set) var all: [Line] = []

  /// - Parameters:
  ///   - first: What the first line begins with; the lines after it are indented as far.
  mutating func add(_ role: Line.Role, _ text: String, first: String = "") {
    for line in text.wrapped(width: Self.columns, first: first) {
      all.append(Line(role: role, text: line))
    }
  }

  mutating func add(_ lines: Lines) { all += lines.all }

  /// An empty line, unless there is one already.
  mutating func space() {
    if all.last?.text != "" { all.append(Line(role: .text, text: "")) }
  }

  mutating func prompt() { all.append(Line(role: .prompt, text: "> ")) }
}
