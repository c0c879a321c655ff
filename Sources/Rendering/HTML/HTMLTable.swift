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
      let text = format.line(column.heading)
      // A head without a word heads nothing.
      guard !text.isEmpty else { return "<td></td>" }
      let name = column.kind == .number ? "number" : isLong(place) ? "long" : nil
      return "<th scope=\"col\"\(name.map { " class=\"\($0)\"" } ?? "")>\(text)</th>"
    }
    return "<tr>" + cells.joined() + "</tr>"
  }

  /// Whether a column has sentences in it, which on a narrow screen need room of their own.
  private func isLong(_ column: Int) -> Bool {
    table.rows.contains { row in
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
    var classes = column.kind == .number ? ["number"] : []
    switch cell {
    case .missing: classes.append("missing")
    case .number(_, let value):
      if let scale = column.shading, let shade = format.heat.shade(value, on: scale) {
        classes.append("heat-\(shade.step)")
      }
    default: break
    }
    let list = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return "<\(name)\(name == "th" ? " scope=\"row\"" : "")\(list)>\(content)</\(name)>"
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
