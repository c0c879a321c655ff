import DisplayWidth
public import Documents

/// Writes a document as Markdown: CommonMark with the tables of GitHub's dialect.
public struct MarkdownRenderer: Sendable {
  /// Nothing to set.
  public init() {}

  /// The whole text, ended by a line break. Same document, same bytes.
  public func text(_ document: Document) -> String {
    var parts = ["# " + line(document.title)]
    if !document.facts.isEmpty { parts.append(definitions(document.facts)) }
    parts += document.blocks.map(block)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func block(_ block: Document.Block) -> String {
    switch block {
    case .heading(let heading):
      String(repeating: "#", count: min(max(heading.depth, 1) + 1, 6)) + " " + line(heading.text)
    case .paragraph(let spans): paragraph(spans)
    case .list(let items):
      items.map { "- " + indented(paragraph($0), by: 2) }.joined(separator: "\n")
    case .numbered(let items):
      items.enumerated().map { index, item in
        let number = "\(index + 1). "
        return number + indented(paragraph(item), by: number.utf8.count)
      }.joined(separator: "\n")
    case .definitions(let definitions): self.definitions(definitions)
    case .table(let table): self.table(table)
    case .figure(let figure): paragraph([.strong(figure.title)]) + "\n\n" + table(figure.table)
    case .tree(let branches): tree(branches)
    }
  }

  /// Lists in lists; what is deeper than a model's rules go has been folded away.
  private func tree(_ branches: [Document.Branch]) -> String {
    branches.map { branch in
      let below = branch.branches.isEmpty ? "" : "\n" + tree(branch.branches)
      return "- " + indented(paragraph(branch.spans) + below, by: 2)
    }.joined(separator: "\n")
  }

  private func definitions(_ definitions: [Document.Definition]) -> String {
    definitions.map { definition in
      "- **" + line(definition.name) + ":** "
        + indented(paragraph([.text(definition.text)], beginsLine: false), by: 2)
    }.joined(separator: "\n")
  }

  /// Running text; its line breaks stay breaks.
  ///
  /// - Parameter beginsLine: Whether nothing stands before it in its line.
  private func paragraph(_ spans: [Document.Span], beginsLine: Bool = true) -> String {
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

  private func table(_ table: Document.Table) -> String {
    var lines = table.caption.map { [paragraph([.text($0)]), ""] } ?? []
    lines.append(row(table.columns.map { line($0.heading) }))
    lines.append(row(table.columns.map { $0.kind == .number ? "--:" : "---" }))
    lines += (table.rows + table.footer).map { row($0.map(cell)) }
    return lines.joined(separator: "\n")
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
  private func line(_ text: String) -> String {
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

extension Document.Tone {
  fileprivate var sign: String {
    switch self {
    case .good: "✓ "
    case .bad: "✗ "
    case .open: "? "
    case .neutral: ""
    }
  }
}
