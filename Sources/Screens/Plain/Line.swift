import Terminal

/// A line of output and what it is, so that a front may colour it.
///
/// Its text is safe for a terminal: control characters are made visible.
public struct Line: Sendable, Hashable {
  /// What a line is to the reader; a front may colour by it.
  public enum Role: Sendable, Hashable {
    case heading, question, text, choice, hint, notice, problem
    /// What stands before the cursor; no line break follows.
    case prompt
  }

  /// The same for all the lines that one text was wrapped into.
  public let role: Role
  /// Without a line break; empty where lines are set apart.
  public let text: String
}

/// Lines being put together, wrapped at the width there is.
struct Lines {
  /// The width at which text reads well.
  static let comfortable = 76

  private(set) var all: [Line] = []
  private let columns: Int

  init(columns: Int) { self.columns = columns }

  /// - Parameters:
  ///   - first: What the first line begins with; the lines after it are indented as far.
  mutating func add(_ role: Line.Role, _ text: String, first: String = "") {
    for line in text.wrapped(width: columns, first: first) {
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
