import DisplayWidth
import Documents

/// Texts, tables and trees in Markdown.
struct MarkdownFormat: DocumentFormat {
  /// Lists in lists; what is deeper than a model's rules go has been folded away.
  func tree(_ branches: [Document.Branch]) -> String {
    branches.map { branch in
      let below = branch.branches.isEmpty ? "" : "\n" + tree(branch.branches)
      return "- " + indented(paragraph(branch.spans) + below, by: 2)
    }.joined(separator: "\n")
  }

  func definition(_ text: String) -> String {
    indented(paragraph([.text(text)], beginsLine: false), by: 2)
  }

  func paragraph(_ spans: [Document.Span]) -> String { paragraph(spans, beginsLine: true) }

  func item(_ spans: [Document.Span], indentation: Int) -> String {
    indented(paragraph(spans), by: indentation)
  }

  func picture(_ figure: Document.Figure, id: String) -> String? { nil }

  /// Running text; its line breaks stay breaks.
  ///
  /// - Parameter beginsLine: Whether nothing stands before it in its line.
  private func paragraph(_ spans: [Document.Span], beginsLine: Bool) -> String {
    var text = ""
    for span in spans {
      let lines = span.text.split(whereSeparator: \.isNewline).enumerated().map { index, line in
        switch span {
        case .text: escaped(line, beginsLine: index > 0 || beginsLine && text.isEmpty)
        case .strong: strong(escaped(line, beginsLine: false))
        }
      }
      text += lines.joined(separator: "\\\n")
    }
    return text
  }

  /// Spaces just inside the marks would keep them from being marks.
  private func strong(_ text: String) -> String {
    let inner = text.drop { $0 == " " }
    guard !inner.isEmpty else { return text }
    let spaces = String(text.prefix(text.count - inner.count))
    let end = inner.reversed().prefix { $0 == " " }.count
    return spaces + "**" + inner.dropLast(end) + "**" + String(repeating: " ", count: end)
  }

  func table(_ table: Document.Table) -> (head: String, body: String, foot: String) {
    let head = row(table.columns.map { line($0.heading) })
    let marks = row(table.columns.map { $0.kind == .number ? "--:" : "---" })
    func lines(_ rows: [[Document.Cell]]) -> String {
      rows.map { row($0.map(cell)) }.joined(separator: "\n")
    }
    return (head + "\n" + marks, lines(table.rows), lines(table.footer))
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private func cell(_ cell: Document.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text, _), .missing(let text): cellText(text)
    case .strong(let text): cellText(text).isEmpty ? "" : strong(cellText(text))
    case .state(let text, let tone): tone.sign + cellText(text)
    case .bar(let bar): TextPictures.bar(bar)
    case .profile(let fractions): TextPictures.profile(fractions)
    }
  }

  private func cellText(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { escaped($0, beginsLine: false) }
      .joined(separator: "<br>")
  }

  /// Text that must stay on one line, such as a heading.
  func line(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let result = escaped(line[...], beginsLine: false)
    // Signs of a heading at its end would be taken for the end of the heading.
    let end = result.reversed().prefix { $0 == "#" }.count
    return end == 0 ? result : result.dropLast(end) + "\\" + result.suffix(end)
  }

  private func indented(_ text: String, by columns: Int) -> String {
    text.replacing("\n", with: "\n" + String(repeating: " ", count: columns))
  }

  /// Plain text with everything that Markdown would act on made literal.
  private func escaped(_ line: Substring, beginsLine: Bool) -> String {
    MarkdownEscaping.escape(line.madeVisible, beginsLine: beginsLine)
  }
}
