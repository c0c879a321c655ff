import Charts
import Documents

/// Texts, tables, trees and pictures in HTML.
struct HTMLFormat: DocumentFormat {
  let charts: ChartRenderer
  let heat: HeatScale

  init(_ palette: Palette) {
    charts = ChartRenderer(palette: palette)
    heat = HeatScale(palette)
  }

  func line(_ text: String) -> String {
    HTMLEscaping.escape(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  func paragraph(_ spans: [Document.Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let text): lines(text)
      case .strong(let text): "<strong>" + lines(text) + "</strong>"
      }
    }.joined()
  }

  func item(_ spans: [Document.Span], indentation: Int) -> String { paragraph(spans) }

  func definition(_ text: String) -> String { lines(text) }

  func tree(_ branches: [Document.Branch]) -> String {
    guard !branches.isEmpty else { return "" }
    let items = branches.map { "<li>" + paragraph($0.spans) + tree($0.branches) + "</li>\n" }
    return "<ul>\n" + items.joined() + "</ul>"
  }

  func table(_ table: Document.Table) -> (head: String, body: String, foot: String) {
    let writer = HTMLTable(table, format: self)
    return (writer.head, writer.rows(table.rows), writer.rows(table.footer))
  }

  func picture(_ figure: Document.Figure, id: String) -> String? {
    var picture = charts.html(figure, id: id + "-picture")
    if let companion = figure.companion {
      var second = figure
      second.title = companion.title
      second.description = companion.description
      second.chart = companion.chart
      picture += "\n" + charts.html(second, id: id + "-companion")
    }
    return picture.isEmpty ? nil : picture
  }

  /// Text with its breaks.
  func lines(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { UnbrokenWords.marked(HTMLEscaping.escape($0)) }
      .joined(separator: "<br>")
  }
}
