internal import Documents

extension Document.SlopeChart {
  func drawn(_ palette: Palette, _ measures: Measures) -> Drawing {
    let left = SlopeSide(
      lines, here: \.before, there: \.now, measures, hasNames: !measures.isNarrow)
    let right = SlopeSide(lines, here: \.now, there: \.before, measures, hasNames: true)
    let head = measures.lineHeight + 8
    let heads = [before, now].map { measures.lines(of: $0, width: 100, most: 1).first ?? "" }
    let height = max(left.height, right.height, 240)
    // A date above its line needs room to the side, too.
    let start = max(left.width, measures.width(of: heads[0], isBold: true))
    let end =
      measures.width - max(right.width, measures.width(of: heads[1], isBold: true))
    let scale = Scale(visibleAxis, from: head + height - 8, to: head + 8)

    var canvas = Canvas(palette: palette, measures: measures)
    canvas.text(
      [heads[0]], x: start, middle: measures.lineHeight / 2, anchor: .end, isBold: true)
    canvas.text([heads[1]], x: end, middle: measures.lineHeight / 2, isBold: true)
    for x in [start, end] {
      canvas.line(from: Point(x: x, y: head), to: Point(x: x, y: head + height), .grid)
    }
    for line in lines { draw(line, from: start, to: end, scale, on: &canvas) }
    left.draw(on: &canvas, edge: start, direction: -1, scale, top: head, height: height)
    right.draw(on: &canvas, edge: end, direction: 1, scale, top: head, height: height)
    return Drawing(canvas, height: head + height + 4)
  }

  /// The part of the axis where lines run, so that they have room; never so little of it that small
  /// differences look great. All ends have their numbers, so nothing has to begin at zero.
  private var visibleAxis: Document.Axis {
    let values = lines.flatMap { [$0.before?.value, $0.now?.value] }.compactMap { $0 }
      .filter(\.isFinite).map { min(max($0, axis.low), axis.high) }
    guard let least = values.min(), let greatest = values.max() else { return axis }
    let length = max(greatest - least, (axis.high - axis.low) * 0.4)
    let low = max(min((least + greatest - length) / 2, axis.high - length), axis.low)
    var visible = axis
    (visible.low, visible.high) = (low, min(low + length, axis.high))
    return visible
  }

  private func draw(
    _ line: Line, from start: Double, to end: Double, _ scale: Scale, on canvas: inout Canvas
  ) {
    let before = line.before.map { Point(x: start, y: scale.place($0.value)) }
    let now = line.now.map { Point(x: end, y: scale.place($0.value)) }
    let change = line.before.flatMap { before in line.now.map { $0.value - before.value } } ?? 0
    let paint: Paint = change > 0 ? .series(0) : change < 0 ? .series(1) : .quiet
    if let before, let now {
      canvas.line(
        from: before, to: now, paint, width: line.isEmphasised ? 4 : 2,
        dashes: change < 0 ? (line.isEmphasised ? "12 4" : "7 3") : nil,
        .line)
    }
    for (end, role) in [(before, Role.reference), (now, .value)] {
      guard let end else { continue }
      canvas.circle(x: end.x, y: end.y, radius: line.isEmphasised ? 5 : 4, fill: paint, role)
    }
  }
}

/// The names and values at one end of a slope chart's lines.
private struct SlopeSide {
  private struct Block {
    let value: Double
    let other: Double
    let index: Int
    let shown: [String]
    let name: [String]
    let isBold: Bool

    var lineCount: Double { Double(max(shown.count, name.count, 1)) }
  }

  /// From the numbers to the ends of the lines, where a thin line leads from a number moved away.
  private static let leader = 22.0
  /// From the top of the picture down.
  private let blocks: [Block]
  private let numberWidth: Double
  private let measures: Measures
  let width: Double
  var height: Double { blocks.map { $0.lineCount * measures.lineHeight + 2 }.reduce(16, +) }

  init(
    _ lines: [Document.SlopeChart.Line],
    here: (Document.SlopeChart.Line) -> Document.Reading?,
    there: (Document.SlopeChart.Line) -> Document.Reading?, _ measures: Measures, hasNames: Bool
  ) {
    self.measures = measures
    var blocks: [Block] = []
    for (index, line) in lines.enumerated() {
      guard let reading = here(line) else { continue }
      blocks.append(
        Block(
          value: reading.value, other: there(line)?.value ?? reading.value, index: index,
          shown: measures.lines(of: reading.shown, width: 64, isBold: line.isEmphasised, most: 1),
          name: hasNames
            ? measures.lines(of: line.label, width: 165, isBold: line.isEmphasised) : [],
          isBold: line.isEmphasised))
    }
    // Where two meet, the order at the other end keeps their names with their lines.
    blocks.sort { ($1.value, $1.other, $0.index) < ($0.value, $0.other, $1.index) }
    self.blocks = blocks
    numberWidth = blocks.map { measures.width(of: $0.shown, isBold: $0.isBold) }.max() ?? 0
    let nameWidth = blocks.map { measures.width(of: $0.name, isBold: $0.isBold) }.max() ?? 0
    width = Self.leader + numberWidth + (nameWidth > 0 ? 8 + nameWidth : 0)
  }

  /// - Parameter direction: -1 for the left side, where texts end at the edge, 1 for the right.
  func draw(
    on canvas: inout Canvas, edge: Double, direction: Double, _ scale: Scale, top: Double,
    height: Double
  ) {
    let heights = blocks.map { $0.lineCount * measures.lineHeight + 2 }
    let wishes = blocks.map { scale.place($0.value) }
    let tops = spread(wishes, heights: heights, low: top, high: top + height)
    for (index, block) in blocks.enumerated() {
      let middle = tops[index] + heights[index] / 2
      canvas.line(
        from: Point(x: edge + direction * 6, y: wishes[index]),
        to: Point(x: edge + direction * (Self.leader - 4), y: middle), .grid)
      // Numbers stand flush right on both sides.
      let number = edge + direction * Self.leader + (direction > 0 ? numberWidth : 0)
      canvas.row { canvas in
        canvas.text(
          block.shown, x: number, middle: middle, anchor: .end, isBold: block.isBold,
          direction > 0 ? .value : .reference)
        canvas.text(
          block.name, x: edge + direction * (Self.leader + numberWidth + 8), middle: middle,
          anchor: direction > 0 ? .start : .end, isBold: block.isBold)
      }
    }
  }
}
