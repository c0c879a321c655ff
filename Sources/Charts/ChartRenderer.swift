internal import DisplayWidth
public import Documents

/// Draws figures as SVG to stand in a page: text as text, nothing that acts, the same bytes for
/// the same figure everywhere.
public struct ChartRenderer: Sendable {
  /// How much room there is.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// For paper and for windows of 640 pixels and more.
    case wide
    /// For telephones and for pages enlarged to 400 %: names stand above what they name.
    case narrow
  }

  /// The colours that stand in the picture.
  public let palette: Palette

  /// By default the house's own colours.
  public init(palette: Palette = .standard) {
    self.palette = palette
  }

  /// The picture of a figure as one `<svg>` element, which may also stand alone as a file.
  ///
  /// Its name is the figure's title, its description the figure's own. It takes no more bytes than
  /// its numbers ask for: names are shown in three lines at most, dots of one row to the number of
  /// 2,000.
  ///
  /// - Parameter id: Begins every id in the picture; unique on the page, of ASCII letters, digits
  ///   and dashes. Whatever else is in it becomes a dash.
  public func svg(_ figure: Document.Figure, id: String, layout: Layout = .wide) -> String {
    svg(figure, id: id, layout: layout, drawn: drawing(figure.chart, layout))
  }

  private func drawing(_ chart: Document.Chart, _ layout: Layout) -> Drawing {
    let measures = Measures(layout)
    return switch chart {
    case .strip(let chart): chart.drawn(palette, measures)
    case .dots(let chart): chart.drawn(palette, measures)
    case .slope(let chart): chart.drawn(palette, measures)
    case .lines(let chart): chart.drawn(palette, measures)
    case .bars(let chart): chart.drawn(palette, measures)
    case .radar(let chart): chart.drawn(palette, measures)
    }
  }

  private func svg(
    _ figure: Document.Figure, id: String, layout: Layout, drawn drawing: Drawing
  ) -> String {
    let measures = drawing.measures
    let id = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let name = "\(id)-\(layout.rawValue)"
    // Some letters reach a little beyond their box: “T” to the left, marks upon marks upwards.
    let overhang = 3.0
    let above = 5.0
    let width = coordinate(measures.width + 2 * overhang)
    let height = coordinate(drawing.height.rounded(.up) + above + overhang)
    let origin = coordinate(-overhang) + " " + coordinate(-above)
    // Texts are set as they were measured: letter by letter, not fitted to the pixels of a screen.
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="chart chart-\(layout.rawValue)" role="img" \
      aria-labelledby="\(name)-title" aria-describedby="\(name)-description" \
      viewBox="\(origin) \(width) \(height)" width="\(width)" height="\(height)" \
      font-family="'DejaVu Sans', Verdana, sans-serif" font-size="\(coordinate(measures.textSize))" \
      text-rendering="geometricPrecision" style="font-variant-ligatures:none">\
      <title id="\(name)-title">\(told(figure.title))</title>\
      <desc id="\(name)-description">\(told(figure.description))</desc>\
      <g class="fill-ink" fill="\(palette.ink.hexadecimal)">\(drawing.elements)</g></svg>
      """
  }

  /// The picture in both layouts, of which `styles` shows one, so that everybody meets it once. A
  /// piece of HTML to put before the figure's table.
  ///
  /// What is higher than a sheet of paper is shared out among several wide pictures, each with the
  /// key and the scale, since pictures do not break between pages; only the narrow one, which paper
  /// never has, goes on as long as it must.
  public func html(_ figure: Document.Figure, id: String) -> String {
    let whole = drawing(figure.chart, .wide)
    let count = Int((whole.height / Self.pageHeight).rounded(.up))
    let parts = count > 1 ? figure.chart.parts(count) : []
    var pictures = parts.enumerated().map { index, chart in
      var part = figure
      part.title += " (\(index + 1)/\(parts.count))"
      return svg(part, id: "\(id)-\(index + 1)", layout: .wide, drawn: drawing(chart, .wide))
    }
    if parts.isEmpty { pictures.append(svg(figure, id: id, layout: .wide, drawn: whole)) }
    pictures.append(svg(figure, id: id, layout: .narrow))
    return pictures.joined(separator: "\n")
  }

  /// What an A4 page has for a picture beside its heading and margins, in units of a wide picture,
  /// less what key and scale add to a part.
  private static let pageHeight = 760.0

  private func told(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).madeVisible }
    let allowed = lines.joined(separator: " ").unicodeScalars.map {
      $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0
    }
    return escaped(String(String.UnicodeScalarView(allowed)))
  }
}
