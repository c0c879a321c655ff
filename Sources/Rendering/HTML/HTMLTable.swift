import Charts
import Documents

/// The rows of a table in HTML, with what a reader by ear needs: which cells head others.
struct HTMLTable {
  let table: Document.Table
  let format: HTMLFormat

  init(_ table: Document.Table, format: HTMLFormat) {
    self.table = table
    self.format = format
  }

  var head: String {
    let cells = table.columns.enumerated().map { place, column in
      let words = column.heading.split(whereSeparator: \.isNewline).joined(separator: " ")
      let text = lines(words)
      // A head without a word heads nothing.
      guard !text.isEmpty else { return "<td></td>" }
      let classes = column.kind.classes + (isLong(place) ? ["long"] : [])
      return "<th scope=\"col\"\(classes.attribute)>\(text)</th>"
    }
    return "<tr>" + cells.joined() + "</tr>"
  }

  /// Whether a column has sentences in it, which on a narrow screen need room of their own.
  private func isLong(_ column: Int) -> Bool {
    guard table.columns[column].kind == .text else { return false }
    return table.rows.contains { row in
      if case .text(let text) = row[column] { text.utf8.count > Self.longest } else { false }
    }
  }

  /// The longest text, in bytes, that may be broken anywhere between its words.
  private static let longest = 24

  /// One line for each row.
  func rows(_ rows: [[Document.Cell]]) -> String {
    var text = ""
    for row in rows {
      if !text.isEmpty { text += "\n" }
      text += "<tr>"
      for (index, cell) in row.enumerated() where index < table.columns.count {
        text += self.cell(cell, table.columns[index], isKey: index < table.keyColumns)
      }
      text += "</tr>"
    }
    return text
  }

  private func cell(
    _ cell: Document.Cell, _ column: Document.Table.Column, isKey: Bool
  ) -> String {
    let content = content(cell)
    let name = isKey && !content.isEmpty ? "th" : "td"
    var classes = column.kind.classes
    switch cell {
    case .missing: classes.append("missing")
    case .number(_, let value):
      if let scale = column.shading, let shade = format.heat.shade(value, on: scale) {
        classes.append("heat-\(shade.step)")
      }
    default: break
    }
    if cell.hasLongWord { classes.append("breaks") }
    let scope = name == "th" ? " scope=\"row\"" : ""
    return "<\(name)\(scope)\(classes.attribute)>\(content)</\(name)>"
  }

  private func content(_ cell: Document.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text, _), .missing(let text): lines(text)
    case .strong(let text): text.isEmpty ? "" : "<strong>\(lines(text))</strong>"
    case .state(let text, let tone):
      "<span class=\"state \(tone.name)\">\(tone.sign)\(lines(text))</span>"
    case .bar(let bar): HTMLPictures.bar(bar)
    case .profile(let fractions): HTMLPictures.profile(fractions)
    }
  }

  /// Text with its breaks, and places to break at within what is longer than any word: columns are as
  /// wide as their longest word, so one alone would push all others off the paper.
  private func lines(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { word in
        guard word.utf8.count > Self.longestWord, word.count > Self.longestWord else {
          return HTMLEscaping.escape(word)
        }
        var pieces: [String] = []
        var rest = word
        while !rest.isEmpty {
          pieces.append(HTMLEscaping.escape(rest.prefix(Self.longestWord / 2)))
          rest = rest.dropFirst(Self.longestWord / 2)
        }
        return pieces.joined(separator: "<wbr>")
      }.joined(separator: " ")
    }.joined(separator: "<br>")
  }

  /// The letters of a word that stays whole: Lithuanian has none with more.
  private static let longestWord = 36
}

extension Document.Table.Column.Kind {
  fileprivate var classes: [String] {
    switch self {
    case .text, .picture: []
    case .number: ["number"]
    case .toFill: ["fill"]
    }
  }
}

extension [String] {
  /// Classes as a tag has them; nothing where there are none.
  fileprivate var attribute: String {
    isEmpty ? "" : " class=\"\(joined(separator: " "))\""
  }
}

extension Document.Cell {
  /// Letters of the longest word that a column has room for without its neighbours suffering.
  private static let longestWord = 24

  /// Whether a word in it may have to be broken anywhere.
  fileprivate var hasLongWord: Bool {
    switch self {
    case .text(let text), .strong(let text):
      text.utf8.count > Self.longestWord
        && text.split(whereSeparator: \.isWhitespace).contains { $0.count > Self.longestWord }
    default: false
    }
  }
}

extension Document.Tone {
  fileprivate var name: String {
    switch self {
    case .good: "good"
    case .bad: "bad"
    case .open: "open"
    case .neutral: "neutral"
    }
  }
}
