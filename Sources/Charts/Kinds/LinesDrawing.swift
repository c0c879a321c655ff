internal import Documents

extension Document.LineCharts {
  func drawn(_ palette: Palette, _ measures: Measures) -> Drawing {
    let columns = measures.isNarrow ? 1 : min(3, max(panels.count, 1))
    let between = 24.0
    let width =
      (measures.width - between * Double(columns - 1)) / Double(measures.isNarrow ? 1 : 3)
    let layout = PanelLayout(self, width: min(width, 300), measures)
    var canvas = Canvas(palette: palette, measures: measures)
    var top = 0.0
    var first = 0
    while first < panels.count {
      let row = panels[first..<min(first + columns, panels.count)]
      let titles = row.map {
        measures.lines(of: $0.label, width: layout.width, isBold: $0.isEmphasised)
      }
      let titleHeight = Double(titles.map(\.count).max() ?? 0) * measures.lineHeight
      for (column, (panel, title)) in zip(row, titles).enumerated() {
        canvas.row {
          layout.draw(
            panel, title: title, titleHeight: titleHeight,
            at: Point(x: Double(column) * (layout.width + between), y: top), on: &$0)
        }
      }
      top += titleHeight + layout.height + 16
      first += columns
    }
    return Drawing(canvas, height: max(top - 10, 1))
  }
}

/// What the small pictures share: one scale, the same dates, numbers of the scale before them.
private struct PanelLayout {
  private static let plotHeight = 84.0

  let width: Double
  /// Without the title.
  var height: Double { measures.lineHeight * 2 + Self.plotHeight }
  private let charts: Document.LineCharts
  private let measures: Measures
  private let ticks: [(text: String, value: Double)]
  private let dates: [String]
  private let left: Double
  private let right: Double

  init(_ charts: Document.LineCharts, width: Double, _ measures: Measures) {
    self.charts = charts
    self.width = width
    self.measures = measures
    // The ends say enough in a small picture.
    ticks = [charts.axis.ticks.first, charts.axis.ticks.last].compactMap { tick in
      tick.flatMap { tick in
        measures.lines(of: tick.label, width: 48, most: 1).first.map { ($0, tick.value) }
      }
    }
    dates = charts.dates.map { measures.lines(of: $0, width: 60, most: 1).first ?? "" }
    left = (ticks.map { measures.width(of: $0.text) }.max() ?? 0) + 12
    let latest = charts.panels.compactMap { $0.values.last { $0 != nil } ?? nil }
    let value = latest.map {
      measures.width(
        of: measures.lines(of: $0.shown, width: 60, isBold: true, most: 1), isBold: true)
    }
    right = width - (value.max() ?? 0) - 12
  }

  private func x(_ index: Int) -> Double {
    charts.dates.count < 2
      ? (left + right) / 2
      : left + (right - left) * Double(index) / Double(charts.dates.count - 1)
  }

  func draw(
    _ panel: Document.LineCharts.Panel, title: [String], titleHeight: Double, at origin: Point,
    on canvas: inout Canvas
  ) {
    canvas.text(
      title, x: origin.x, middle: origin.y + Double(title.count) * measures.lineHeight / 2,
      isBold: panel.isEmphasised)
    let plotTop = origin.y + titleHeight + measures.lineHeight / 2
    let bottom = plotTop + Self.plotHeight
    let scale = Scale(charts.axis, from: bottom, to: plotTop)
    grid(scale, at: origin, on: &canvas)
    dateLabels(at: origin, middle: bottom + measures.lineHeight, on: &canvas)

    let ends = zip(panel.band, charts.dates.indices).map { band, index in
      band.map { band in
        (
          upper: Point(x: origin.x + x(index), y: scale.place(band.upperBound)),
          lower: Point(x: origin.x + x(index), y: scale.place(band.lowerBound))
        )
      }
    }
    for run in ends.split(whereSeparator: { $0 == nil }).map({ $0.compactMap(\.self) })
    where run.count > 1 {
      canvas.polygon(run.map(\.upper) + run.reversed().map(\.lower), fill: .area, .range)
    }

    // As many values as dates; others have no place.
    let points = zip(panel.values, charts.dates.indices).map { value, index in
      value.map { Point(x: origin.x + x(index), y: scale.place($0.value)) }
    }
    guard points.contains(where: { $0 != nil }) else {
      let absent = measures.lines(of: charts.absent, width: right - left)
      let centre = Point(x: origin.x + (left + right) / 2, y: (plotTop + bottom) / 2)
      let size = (measures.width(of: absent) + 8, Double(absent.count) * measures.lineHeight)
      canvas.rectangle(
        x: centre.x - size.0 / 2, y: centre.y - size.1 / 2, width: size.0, height: size.1,
        fill: .paper)
      canvas.text(absent, x: centre.x, middle: centre.y, anchor: .middle, paint: .quiet)
      return
    }
    for run in points.split(whereSeparator: { $0 == nil }) {
      canvas.polyline(run.compactMap { $0 }, .series(0), width: 2)
    }
    for point in points.compactMap({ $0 }) {
      canvas.circle(x: point.x, y: point.y, radius: 3.5, fill: .series(0), .value)
    }
    if let index = points.lastIndex(where: { $0 != nil }), let point = points[index],
      let reading = panel.values[index]
    {
      canvas.text(
        measures.lines(of: reading.shown, width: 60, isBold: true, most: 1),
        x: point.x + 8, middle: point.y, isBold: true, .value)
    }
  }

  private func grid(_ scale: Scale, at origin: Point, on canvas: inout Canvas) {
    canvas.lines(
      charts.axis.ticks.prefix(TickLabels.most).map { tick in
        let y = scale.place(tick.value)
        return (Point(x: origin.x + left - 6, y: y), Point(x: origin.x + right, y: y))
      }, .grid)
    for tick in ticks {
      let y = scale.place(tick.value)
      canvas.text(
        [tick.text], x: origin.x + left - 10, middle: y, anchor: .end, paint: .quiet, .scale)
    }
  }

  /// The first and the last date, and those between that touch none.
  private func dateLabels(at origin: Point, middle: Double, on canvas: inout Canvas) {
    var taken: [ClosedRange<Double>] = []
    let order = [0, dates.count - 1] + Array(1..<max(dates.count - 1, 1))
    for index in order where dates.indices.contains(index) {
      let half = measures.width(of: dates[index]) / 2
      // Within the small picture, under its point as far as that goes.
      let centre = min(max(x(index), half), width - half)
      let span = centre - half - 4...centre + half + 4
      if taken.contains(where: { $0.overlaps(span) }) { continue }
      taken.append(span)
      canvas.text(
        [dates[index]], x: origin.x + centre, middle: middle, anchor: .middle, paint: .quiet)
    }
  }
}
