import DisplayWidth

extension StringProtocol {
  /// The text in lines of at most so many columns, broken at spaces.
  ///
  /// Line breaks of the text stay; runs of spaces become one; no-break spaces hold. A word wider
  /// than a line is broken between characters. Control characters are made visible.
  ///
  /// - Parameters:
  ///   - width: In columns, the indentation included; at least one character stands on a line.
  ///   - first: What the first line begins with, such as a number or a bullet.
  ///   - hanging: What every further line begins with; by default as many spaces as `first` is wide.
  /// - Complexity: O(*n*) in the number of characters.
  public func wrapped(width: Int, first: String = "", hanging: String? = nil) -> [String] {
    let hanging = hanging ?? String(repeating: " ", count: first.displayWidth)
    var lines: [String] = []
    for paragraph in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var filler = LineFiller(
        width: width, first: lines.isEmpty ? first : hanging, hanging: hanging)
      for word in paragraph.madeVisible.split(separator: " ") { filler.add(word) }
      lines += filler.finish()
    }
    return lines
  }
}

/// Collects words into lines.
private struct LineFiller {
  private let width: Int
  private let hanging: String
  private var lines: [String] = []
  private var line: String
  private var used: Int
  private var isFresh = true

  init(width: Int, first: String, hanging: String) {
    self.width = width
    self.hanging = hanging
    line = first
    used = first.displayWidth
  }

  mutating func add(_ word: Substring) {
    let columns = word.displayWidth
    if !isFresh {
      if used + 1 + columns <= width {
        append(" ", 1)
      } else {
        startLine()
      }
    }
    if used + columns <= width {
      append(word, columns)
    } else {
      for character in word {
        let columns = character.displayWidth
        if !isFresh, used + columns > width { startLine() }
        append(String(character)[...], columns)
      }
    }
  }

  mutating func finish() -> [String] {
    // An empty paragraph is an empty line, not a line of indentation.
    lines.append(isFresh && line.allSatisfy { $0 == " " } ? "" : line)
    return lines
  }

  private mutating func append(_ text: Substring, _ columns: Int) {
    line += text
    used += columns
    isFresh = false
  }

  private mutating func startLine() {
    lines.append(line)
    line = hanging
    used = hanging.displayWidth
    isFresh = true
  }
}
