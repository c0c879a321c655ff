internal import Documents

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Document.RadarChart {
  func drawn(_ palette: Palette, _ measures: Measures) -> Drawing {
    var canvas = Canvas(palette: palette, measures: measures)
    var entries: [(sign: Sign, name: String)] = []
    if spokes.contains(where: { $0.value != nil }) { entries.append((.line, valueName)) }
    if let referenceName, spokes.contains(where: { $0.reference != nil }) {
      entries.append((.dashedLine, referenceName))
    }
    let key = Key(entries, measures)
    key.draw(on: &canvas)
    let labels = SpokeLabels(spokes, absent: absent, measures)
    let radius = labels.radius
    let centre = Point(
      x: measures.width / 2, y: key.height + labels.heightAbove + radius + SpokeLabels.distance)
    let scale = Scale(axis, from: 0, to: radius)

    web(scale, centre: centre, on: &canvas)
    let references = spokes.map { $0.reference.map(scale.place) }
    let values = spokes.map { $0.value.map(scale.place) }
    outline(references, centre: centre, .ink, dashes: "5 3", .reference, on: &canvas)
    outline(values, centre: centre, .series(0), dashes: nil, .line, on: &canvas)
    for (index, value) in values.enumerated() {
      if let value {
        let point = labels.point(index, radius: value, centre: centre)
        canvas.circle(x: point.x, y: point.y, radius: 3.5, fill: .series(0), .value)
      }
    }
    let bottom = labels.draw(on: &canvas, centre: centre)
    return Drawing(canvas, height: bottom + 4)
  }

  /// Rings with their numbers, and spokes.
  private func web(_ scale: Scale, centre: Point, on canvas: inout Canvas) {
    let count = spokes.count
    func point(_ index: Int, _ radius: Double) -> Point {
      SpokeLabels.point(index, of: count, radius: radius, centre: centre)
    }
    let rings = axis.ticks.prefix(TickLabels.most).map { ($0, scale.place($0.value)) }
    for (_, radius) in rings where radius > 0 {
      canvas.polyline(
        spokes.indices.map { point($0, radius) }, .grid, width: 1, isClosed: true)
    }
    for index in spokes.indices {
      canvas.line(from: centre, to: point(index, scale.place(axis.high)), .grid)
    }
    numbers(rings.map { ($0.label, $1) }, scale, centre: centre, on: &canvas)
  }

  /// The numbers of the rings, half-way between two spokes where lines cross the fewest of them; one
  /// that a line would cross all the same is left out.
  private func numbers(
    _ rings: [(label: String, radius: Double)], _ scale: Scale, centre: Point,
    on canvas: inout Canvas
  ) {
    guard spokes.count > 2 else { return }
    let measures = canvas.measures
    let angle = Double.pi / Double(spokes.count)
    // How far from the centre a straight line between two spokes is, half-way between them.
    func between(_ first: Double, _ second: Double) -> Double {
      first + second == 0 ? 0 : 2 * first * second * cos(angle) / (first + second)
    }
    func shown(in sector: Int) -> [(label: String, radius: Double)] {
      let next = (sector + 1) % spokes.count
      let pairs = [
        (spokes[sector].value, spokes[next].value),
        (spokes[sector].reference, spokes[next].reference),
      ]
      let lines = pairs.compactMap { first, second in
        first.flatMap { first in
          second.map { between(scale.place(first), scale.place($0)) }
        }
      }
      var free = Double.infinity
      return rings.reversed().compactMap { label, radius in
        let middle = radius * cos(angle)
        guard radius > 0, middle < free, lines.allSatisfy({ abs($0 - middle) > 12 }) else {
          return nil
        }
        // Boxes along a slanted line part either above one another or beside one another.
        let direction = angle * Double(2 * sector + 1)
        let width = measures.width(of: measures.lines(of: label, width: 60, most: 1)) + 6
        free =
          middle
          - min(
            (measures.lineHeight + 2) / max(abs(cos(direction)), 0.001),
            width / max(abs(sin(direction)), 0.001))
        return (label, middle)
      }
    }
    let sectors = spokes.indices.map(shown)
    guard let best = sectors.indices.max(by: { sectors[$0].count < sectors[$1].count }) else {
      return
    }
    let sector = sectors.firstIndex { $0.count == sectors[best].count } ?? best
    for (label, radius) in sectors[sector] {
      guard let text = measures.lines(of: label, width: 60, most: 1).first else { continue }
      let direction = angle * Double(2 * sector + 1)
      let point = Point(
        x: centre.x + radius * sin(direction), y: centre.y - radius * cos(direction))
      let width = measures.width(of: text)
      canvas.rectangle(
        x: point.x - width / 2 - 2, y: point.y - measures.lineHeight / 2, width: width + 4,
        height: measures.lineHeight, fill: .paper)
      canvas.text([text], x: point.x, middle: point.y, anchor: .middle, paint: .quiet, .scale)
    }
  }

  /// Lines between neighbours that both have values.
  private func outline(
    _ radii: [Double?], centre: Point, _ paint: Paint, dashes: String?, _ role: Role,
    on canvas: inout Canvas
  ) {
    let points = radii.enumerated().map { index, radius in
      radius.map { SpokeLabels.point(index, of: radii.count, radius: $0, centre: centre) }
    }
    if points.allSatisfy({ $0 != nil }) {
      canvas.polyline(
        points.compactMap { $0 }, paint, width: 2.5, dashes: dashes, isClosed: points.count > 2,
        role)
      return
    }
    for index in points.indices {
      let next = (index + 1) % points.count
      if let start = points[index], let end = points[next], next != index {
        canvas.line(from: start, to: end, paint, width: 2.5, dashes: dashes, role)
      }
    }
  }
}

/// The names around the web: beside it where there is room, else numbers there and names below.
private struct SpokeLabels {
  static let distance = 12.0

  private struct Name {
    var lines: [String]
    /// Those at the end that say that there is no value.
    var absentCount: Int
  }

  private let names: [Name]
  /// What the numbers in a narrow picture stand for.
  private let list: [Name]
  private let measures: Measures
  let radius: Double
  /// What the name of the first spoke needs.
  let heightAbove: Double

  init(_ spokes: [Document.RadarChart.Spoke], absent: String, _ measures: Measures) {
    self.measures = measures
    let room = measures.isNarrow ? measures.width - 32 : 170.0
    let full = spokes.map { spoke in
      let lines = measures.lines(of: spoke.label, width: room)
      let missing = spoke.value == nil ? measures.lines(of: absent, width: room, most: 1) : []
      return Name(lines: lines + missing, absentCount: missing.count)
    }
    let lineHeight = measures.lineHeight
    if measures.isNarrow {
      names = spokes.indices.map { Name(lines: ["\($0 + 1)"], absentCount: 0) }
      list = full
      radius = 130
    } else {
      names = full
      list = []
      // Names on one side must find room beside the web.
      let heights = full.map { Double($0.lines.count) * lineHeight + 4 }
      let right = heights.indices.filter { Self.side($0, of: spokes.count) > 0 }
      let left = heights.indices.filter { Self.side($0, of: spokes.count) < 0 }
      let needed = max(
        right.map { heights[$0] }.reduce(0, +), left.map { heights[$0] }.reduce(0, +))
      radius = max(130, needed / 2)
    }
    heightAbove = Double(names.first?.lines.count ?? 0) * lineHeight
  }

  static func point(_ index: Int, of count: Int, radius: Double, centre: Point) -> Point {
    let angle = 2 * Double.pi * Double(index) / Double(max(count, 1))
    return Point(x: centre.x + radius * sin(angle), y: centre.y - radius * cos(angle))
  }

  func point(_ index: Int, radius: Double, centre: Point) -> Point {
    Self.point(index, of: names.count, radius: radius, centre: centre)
  }

  /// 1 right of the middle, -1 left of it, 0 above or below.
  private static func side(_ index: Int, of count: Int) -> Int {
    index == 0 || index * 2 == count ? 0 : index * 2 < count ? 1 : -1
  }

  /// - Returns: Where the picture ends.
  func draw(on canvas: inout Canvas, centre: Point) -> Double {
    let lineHeight = measures.lineHeight
    var bottom = centre.y + radius + Self.distance
    func draw(_ index: Int, x: Double, middle: Double, _ anchor: Canvas.Anchor) {
      let name = names[index]
      let height = Double(name.lines.count) * lineHeight
      let spoken = name.lines.count - name.absentCount
      canvas.text(
        Array(name.lines.prefix(spoken)), x: x,
        middle: middle - Double(name.absentCount) * lineHeight / 2, anchor: anchor)
      canvas.text(
        Array(name.lines.suffix(name.absentCount)), x: x,
        middle: middle + Double(spoken) * lineHeight / 2, anchor: anchor, paint: .quiet)
      bottom = max(bottom, middle + height / 2)
    }
    for index in names.indices where Self.side(index, of: names.count) == 0 {
      let half = Double(names[index].lines.count) * lineHeight / 2
      let away = radius + Self.distance - 2 + half
      draw(index, x: centre.x, middle: centre.y + (index == 0 ? -away : away), .middle)
    }
    for side in [1, -1] {
      let indices = names.indices.filter { Self.side($0, of: names.count) == side }
      let downwards = side > 0 ? indices : indices.reversed()
      let points = downwards.map { point($0, radius: radius + Self.distance, centre: centre) }
      let heights = downwards.map { Double(names[$0].lines.count) * lineHeight + 2 }
      let tops = spread(
        points.map(\.y), heights: heights, low: centre.y - radius - Self.distance + 2,
        high: centre.y + radius + Self.distance - 2)
      for (position, index) in downwards.enumerated() {
        draw(
          index, x: points[position].x, middle: tops[position] + heights[position] / 2,
          side > 0 ? .start : .end)
      }
    }
    return list.isEmpty ? bottom : drawList(on: &canvas, top: bottom + 10)
  }

  private func drawList(on canvas: inout Canvas, top: Double) -> Double {
    var top = top
    let indent = measures.width(of: "\(list.count)") + 8
    for (index, name) in list.enumerated() {
      let height = Double(max(name.lines.count, 1)) * measures.lineHeight
      canvas.text(
        ["\(index + 1)"], x: indent - 8, middle: top + measures.lineHeight / 2, anchor: .end)
      let spoken = name.lines.count - name.absentCount
      canvas.text(
        Array(name.lines.prefix(spoken)), x: indent,
        middle: top + Double(spoken) * measures.lineHeight / 2)
      canvas.text(
        Array(name.lines.suffix(name.absentCount)), x: indent,
        middle: top + height - Double(name.absentCount) * measures.lineHeight / 2, paint: .quiet)
      top += height + 4
    }
    return top
  }
}
