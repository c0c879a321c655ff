/// What a line or an area is painted with: by role, so that a page can give the roles other colours.
enum Paint: Sendable, Hashable {
  case ink, quiet, grid, area, paper
  case series(Int)

  /// The end of the names of its classes.
  var name: String {
    switch self {
    case .ink: "ink"
    case .quiet: "quiet"
    case .grid: "grid"
    case .area: "area"
    case .paper: "paper"
    case .series(let index): "series-\(index)"
    }
  }
}

/// Collects the elements of a picture. Colours stand as attributes, which the classes beside them
/// let a style sheet overrule; a picture looks the same without any.
struct Canvas {
  enum Anchor: String { case start, middle, end }

  let palette: Palette
  let measures: Measures
  private(set) var elements = ""

  init(palette: Palette, measures: Measures) {
    self.palette = palette
    self.measures = measures
  }

  /// A line of text in the place where it was measured.
  mutating func text(
    _ text: String, x: Double, baseline: Double, anchor: Anchor = .start, isBold: Bool = false,
    paint: Paint = .ink
  ) {
    guard !text.isEmpty else { return }
    elements += "<text x=\"\(coordinate(x))\" y=\"\(coordinate(baseline))\""
    if anchor != .start { elements += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { elements += " font-weight=\"bold\"" }
    // Ink is what texts inherit.
    if paint != .ink { elements += painted(fill: paint) }
    elements += ">\(escaped(text))</text>"
  }

  /// Lines of text, the middle of their block at a height.
  mutating func text(
    _ lines: [String], x: Double, middle: Double, anchor: Anchor = .start, isBold: Bool = false,
    paint: Paint = .ink
  ) {
    let first =
      middle - Double(lines.count - 1) * measures.lineHeight / 2 + measures.baselineBelowMiddle
    for (index, line) in lines.enumerated() {
      text(
        line, x: x, baseline: first + Double(index) * measures.lineHeight, anchor: anchor,
        isBold: isBold, paint: paint)
    }
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill paint: Paint, stroke: Paint? = nil
  ) {
    elements +=
      "<rect x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" width=\"\(coordinate(max(width, 0)))\" "
      + "height=\"\(coordinate(max(height, 0)))\"" + painted(fill: paint, stroke: stroke, width: 1)
      + "/>"
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, fill paint: Paint, stroke: Paint? = nil
  ) {
    elements +=
      "<circle cx=\"\(coordinate(x))\" cy=\"\(coordinate(y))\" r=\"\(coordinate(radius))\""
      + painted(fill: paint, stroke: stroke) + "/>"
  }

  mutating func line(
    from start: Point, to end: Point, _ paint: Paint, width: Double = 1, dashes: String? = nil
  ) {
    lines([(start, end)], paint, width: width, dashes: dashes)
  }

  /// Lines of one look in one element.
  mutating func lines(
    _ lines: [(start: Point, end: Point)], _ paint: Paint, width: Double = 1, dashes: String? = nil
  ) {
    guard !lines.isEmpty else { return }
    let path = lines.map { "M\(point($0.start))L\(point($0.end))" }.joined()
    stroke(path, paint, width: width, dashes: dashes)
  }

  /// Straight lines from point to point, joined to the first where the shape is closed.
  mutating func polyline(
    _ points: [Point], _ paint: Paint, width: Double, dashes: String? = nil, isClosed: Bool = false
  ) {
    guard points.count > 1 else { return }
    let path = "M" + points.map(point).joined(separator: "L") + (isClosed ? "Z" : "")
    stroke(path, paint, width: width, dashes: dashes)
  }

  /// Many round dots in one element.
  mutating func dots(_ points: [Point], diameter: Double, _ paint: Paint) {
    guard !points.isEmpty else { return }
    let path = points.map { "M\(point($0))h0" }.joined()
    stroke(path, paint, width: diameter, cap: "round")
  }

  mutating func polygon(_ points: [Point], fill paint: Paint, stroke: Paint? = nil) {
    elements +=
      "<path d=\"M\(points.map(point).joined(separator: "L"))Z\""
      + painted(fill: paint, stroke: stroke) + "/>"
  }

  private mutating func stroke(
    _ path: String, _ paint: Paint, width: Double, dashes: String? = nil, cap: String? = nil
  ) {
    elements += "<path d=\"\(path)\"" + painted(stroke: paint, width: width)
    if let dashes { elements += " stroke-dasharray=\"\(dashes)\"" }
    if let cap { elements += " stroke-linecap=\"\(cap)\"" }
    elements += "/>"
  }

  private func painted(fill: Paint? = nil, stroke: Paint? = nil, width: Double = 1.5) -> String {
    let classes = [fill.map { "fill-" + $0.name }, stroke.map { "stroke-" + $0.name }]
    var attributes = " class=\"\(classes.compactMap { $0 }.joined(separator: " "))\""
    attributes += " fill=\"\(fill.map { colour($0).hexadecimal } ?? "none")\""
    if let stroke {
      attributes += " stroke=\"\(colour(stroke).hexadecimal)\" "
      attributes += "stroke-width=\"\(coordinate(width))\""
    }
    return attributes
  }

  private func colour(_ paint: Paint) -> Colour {
    switch paint {
    case .ink: palette.ink
    case .quiet: palette.quietInk
    case .grid: palette.grid
    case .area: palette.area
    case .paper: palette.paper
    case .series(let index): palette.series(index)
    }
  }
}
