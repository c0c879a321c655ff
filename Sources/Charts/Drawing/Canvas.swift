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

/// What a text or a sign is there for, as a class `is-…`: a number and the sign that stands for it have
/// the same one. Whoever styles pictures, or checks them, need not guess it from places and colours.
enum Role: String, Sendable, Hashable {
  /// The value that a row, a line or a spoke is about.
  case value
  /// What it is compared with: the round before, a median.
  case reference
  /// From one value to another: what is open, the middle half.
  case range
  /// Single values without numbers of their own.
  case dots
  /// From the reference to the value.
  case line
  /// A number of the scale, where it belongs on it.
  case scale
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
    paint: Paint = .ink, _ role: Role? = nil
  ) {
    guard !text.isEmpty else { return }
    elements += "<text x=\"\(coordinate(x))\" y=\"\(coordinate(baseline))\""
    if anchor != .start { elements += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { elements += " font-weight=\"bold\"" }
    // Ink is what texts inherit.
    if paint != .ink {
      elements += painted(role, fill: paint)
    } else if let role {
      elements += " class=\"is-\(role.rawValue)\""
    }
    elements += ">\(escaped(text))</text>"
  }

  /// Lines of text, the middle of their block at a height.
  mutating func text(
    _ lines: [String], x: Double, middle: Double, anchor: Anchor = .start, isBold: Bool = false,
    paint: Paint = .ink, _ role: Role? = nil
  ) {
    let first =
      middle - Double(lines.count - 1) * measures.lineHeight / 2 + measures.baselineBelowMiddle
    for (index, line) in lines.enumerated() {
      text(
        line, x: x, baseline: first + Double(index) * measures.lineHeight, anchor: anchor,
        isBold: isBold, paint: paint, role)
    }
  }

  /// Draws what belongs to one row as a group, its name among it.
  mutating func row(_ draw: (inout Canvas) -> Void) {
    elements += "<g class=\"is-row\">"
    draw(&self)
    elements += "</g>"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill paint: Paint, stroke: Paint? = nil,
    _ role: Role? = nil
  ) {
    elements +=
      "<rect x=\"\(coordinate(x))\" y=\"\(coordinate(y))\" width=\"\(coordinate(max(width, 0)))\" "
      + "height=\"\(coordinate(max(height, 0)))\""
      + painted(role, fill: paint, stroke: stroke, width: 1) + "/>"
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, fill paint: Paint, stroke: Paint? = nil,
    _ role: Role? = nil
  ) {
    elements +=
      "<circle cx=\"\(coordinate(x))\" cy=\"\(coordinate(y))\" r=\"\(coordinate(radius))\""
      + painted(role, fill: paint, stroke: stroke) + "/>"
  }

  mutating func line(
    from start: Point, to end: Point, _ paint: Paint, width: Double = 1, dashes: String? = nil,
    _ role: Role? = nil
  ) {
    lines([(start, end)], paint, width: width, dashes: dashes, role)
  }

  /// Lines of one look in one element.
  mutating func lines(
    _ lines: [(start: Point, end: Point)], _ paint: Paint, width: Double = 1,
    dashes: String? = nil, _ role: Role? = nil
  ) {
    guard !lines.isEmpty else { return }
    let path = lines.map { "M\(point($0.start))L\(point($0.end))" }.joined()
    stroke(path, paint, width: width, dashes: dashes, role)
  }

  /// Straight lines from point to point, joined to the first where the shape is closed.
  mutating func polyline(
    _ points: [Point], _ paint: Paint, width: Double, dashes: String? = nil, isClosed: Bool = false,
    _ role: Role? = nil
  ) {
    guard points.count > 1 else { return }
    let path = "M" + points.map(point).joined(separator: "L") + (isClosed ? "Z" : "")
    stroke(path, paint, width: width, dashes: dashes, role)
  }

  /// Many round dots in one element.
  mutating func dots(
    _ points: [Point], diameter: Double, _ paint: Paint, _ role: Role? = nil
  ) {
    guard !points.isEmpty else { return }
    let path = points.map { "M\(point($0))h0" }.joined()
    stroke(path, paint, width: diameter, cap: "round", role)
  }

  mutating func polygon(
    _ points: [Point], fill paint: Paint, stroke: Paint? = nil, _ role: Role? = nil
  ) {
    elements +=
      "<path d=\"M\(points.map(point).joined(separator: "L"))Z\""
      + painted(role, fill: paint, stroke: stroke) + "/>"
  }

  private mutating func stroke(
    _ path: String, _ paint: Paint, width: Double, dashes: String? = nil, cap: String? = nil,
    _ role: Role?
  ) {
    elements += "<path d=\"\(path)\"" + painted(role, stroke: paint, width: width)
    if let dashes { elements += " stroke-dasharray=\"\(dashes)\"" }
    if let cap { elements += " stroke-linecap=\"\(cap)\"" }
    elements += "/>"
  }

  private func painted(
    _ role: Role?, fill: Paint? = nil, stroke: Paint? = nil, width: Double = 1.5
  ) -> String {
    let classes = [
      role.map { "is-" + $0.rawValue }, fill.map { "fill-" + $0.name },
      stroke.map { "stroke-" + $0.name },
    ]
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
