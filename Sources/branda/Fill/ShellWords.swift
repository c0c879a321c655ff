/// Words as a shell splits a command: at white space, with quotes and backslashes.
enum ShellWords {
  /// The words of a command; `nil` where a quotation is not closed.
  ///
  /// Between single quotes everything stands for itself; between double quotes a backslash
  /// protects `"`, `\`, `$` and a backquote; elsewhere it protects any character. Nothing is
  /// expanded. Source: POSIX.1-2024, Shell Command Language, 2.2 Quoting.
  static func split(_ command: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var rest = command[...]
    while let character = rest.popFirst() {
      switch character {
      case "'":
        guard let end = rest.firstIndex(of: "'") else { return nil }
        word = (word ?? "") + rest[..<end]
        rest = rest[rest.index(after: end)...]
      case "\"":
        guard let quoted = doubleQuoted(&rest) else { return nil }
        word = (word ?? "") + quoted
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case let space where space.isWhitespace:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }

  /// What stands before the closing quote, which is taken too; `nil` where there is none.
  private static func doubleQuoted(_ rest: inout Substring) -> String? {
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\":
        guard let next = rest.popFirst() else { return nil }
        text += "\"\\$`".contains(next) ? String(next) : "\\" + String(next)
      default: text.append(character)
      }
    }
    return nil
  }
}
