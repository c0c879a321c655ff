/// A sign that stands for one value or one kind of thing, in pictures and in their keys alike.
enum Sign: Sendable, Hashable {
  /// One of many, whose name nobody needs.
  case dot
  /// The middle half of a group.
  case band
  /// A median, or another value to compare with.
  case tick
  /// The reader's own among many.
  case diamond
  /// A value in its row.
  case circle
  /// What missing answers leave open.
  case range
  /// A quantity from zero.
  case bar
  /// A series of values joined by a line.
  case line
  /// The series to compare with.
  case dashedLine

  /// How much of a line the sign takes in a key and at the head of a column.
  var width: Double {
    switch self {
    case .dot, .tick, .diamond, .circle: 14
    case .band, .range, .bar, .line, .dashedLine: 24
    }
  }
}

extension Canvas {
  /// A sign in a key or at the head of a column, about a point.
  mutating func sample(_ sign: Sign, at point: Point) {
    let half = sign.width / 2
    let left = Point(x: point.x - half, y: point.y)
    let right = Point(x: point.x + half, y: point.y)
    switch sign {
    case .dot: dots([point], diameter: 5, .quiet)
    case .band: band(from: left.x, to: right.x, middle: point.y, height: 12)
    case .tick: tick(point, height: 14)
    case .diamond: diamond(point)
    case .circle: circle(x: point.x, y: point.y, radius: 5, fill: .series(0))
    case .range: range(from: left.x + 1, to: right.x - 1, middle: point.y)
    case .bar:
      rectangle(x: left.x, y: point.y - 5, width: sign.width, height: 10, fill: .series(0))
    case .line:
      line(from: left, to: right, .series(0), width: 2.5)
      circle(x: point.x, y: point.y, radius: 3.5, fill: .series(0))
    case .dashedLine: line(from: left, to: right, .ink, width: 2, dashes: "5 3")
    }
  }

  mutating func band(
    from start: Double, to end: Double, middle: Double, height: Double, _ role: Role? = nil
  ) {
    // A middle half without extent is a line, not nothing.
    rectangle(
      x: start, y: middle - height / 2, width: max(end - start, 1), height: height, fill: .area,
      stroke: .quiet, role)
  }

  mutating func tick(_ point: Point, height: Double, _ role: Role? = nil) {
    line(
      from: Point(x: point.x, y: point.y - height / 2),
      to: Point(x: point.x, y: point.y + height / 2), .ink, width: 2.5, role)
  }

  mutating func diamond(_ point: Point, radius: Double = 7, _ role: Role? = nil) {
    polygon(
      [
        Point(x: point.x, y: point.y - radius), Point(x: point.x + radius, y: point.y),
        Point(x: point.x, y: point.y + radius), Point(x: point.x - radius, y: point.y),
      ], fill: .series(0), stroke: .paper, role)
  }

  mutating func range(
    from start: Double, to end: Double, middle: Double, _ role: Role? = nil
  ) {
    line(
      from: Point(x: start, y: middle), to: Point(x: end, y: middle), .series(0), width: 2,
      role)
    for x in [start, end] {
      line(
        from: Point(x: x, y: middle - 4), to: Point(x: x, y: middle + 4), .series(0), width: 2)
    }
  }
}
