internal import Documents

extension Document.StripChart {
  func drawn(_ palette: Palette, _ measures: Measures) -> Drawing {
    let hasOwn = rows.contains { $0.own != nil }
    let hasMedian = rows.contains { $0.median != nil }
    var entries: [(sign: Sign, name: String)] = []
    if rows.contains(where: { !$0.dots.isEmpty }) { entries.append((.dot, key.dot)) }
    if rows.contains(where: { $0.middleHalf != nil }) { entries.append((.band, key.middleHalf)) }
    if hasMedian { entries.append((.tick, key.median)) }
    if hasOwn { entries.append((.diamond, key.own)) }
    let plotHeight = 40.0
    let frame = RowFrame(
      rows: rows.map { row in
        var cells: [String] = []
        if hasOwn { cells.append(row.own?.shown ?? absent) }
        if hasMedian || !hasOwn { cells.append(row.median?.shown ?? absent) }
        return RowFrame.Row(label: row.label, isEmphasised: row.isEmphasised, cells: cells)
      }, axis: axis, key: entries,
      heads: (hasOwn ? [.diamond] : []) + (hasMedian ? [.tick] : []),
      roles: (hasOwn ? [.value] : []) + [.reference], plotHeight: plotHeight, measures: measures)
    var canvas = Canvas(palette: palette, measures: measures)
    frame.draw(on: &canvas)
    func place(_ value: Double) -> Double { frame.scale.place(value) }
    let swarms = Swarm.swarms(
      rows.map { $0.dots.filter { !$0.isNaN }.map(place) }, height: plotHeight - 8)
    for (index, (row, middle)) in zip(rows, frame.middles).enumerated() {
      if let half = row.middleHalf {
        canvas.band(
          from: place(half.lowerBound), to: place(half.upperBound), middle: middle,
          height: plotHeight - 4, .range)
      }
      let swarm = swarms[index]
      canvas.dots(
        swarm.points.map { Point(x: $0.x, y: middle + $0.y) }, diameter: swarm.diameter - 0.5,
        .quiet, .dots)
      if let median = row.median {
        canvas.tick(Point(x: place(median.value), y: middle), height: plotHeight, .reference)
      }
      if let own = row.own {
        canvas.diamond(Point(x: place(own.value), y: middle), radius: 8, .value)
      }
    }
    return Drawing(canvas, height: frame.height)
  }
}
