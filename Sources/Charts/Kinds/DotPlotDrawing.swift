internal import Documents

extension Document.DotPlot {
  func drawn(_ palette: Palette, _ measures: Measures) -> Drawing {
    let hasReference = rows.contains { $0.reference != nil }
    var key: [(sign: Sign, name: String)] = []
    if rows.contains(where: { $0.value != nil }) { key.append((.circle, valueName)) }
    if rows.contains(where: { $0.range != nil }) { key.append((.range, rangeName)) }
    if hasReference, let referenceName { key.append((.tick, referenceName)) }
    let frame = RowFrame(
      rows: rows.map { row in
        RowFrame.Row(
          label: row.label, isEmphasised: row.isEmphasised,
          cells: [row.value?.shown ?? absent]
            + (hasReference ? [row.reference?.shown ?? "–"] : []))
      }, axis: axis, key: key, heads: hasReference ? [.circle, .tick] : [],
      roles: [.value, .reference], plotHeight: 22, measures: measures)
    var canvas = Canvas(palette: palette, measures: measures)
    frame.draw(on: &canvas)
    canvas.lines(
      frame.middles.map {
        (
          Point(x: frame.scale.place(axis.low), y: $0),
          Point(x: frame.scale.place(axis.high), y: $0)
        )
      }, .grid, dashes: "1 3")
    for (row, middle) in zip(rows, frame.middles) {
      if let range = row.range {
        canvas.range(
          from: frame.scale.place(range.lowerBound), to: frame.scale.place(range.upperBound),
          middle: middle, .range)
      }
      // The mark is higher than the circle, so that each is seen where both stand on one place.
      if let reference = row.reference {
        canvas.tick(
          Point(x: frame.scale.place(reference.value), y: middle), height: 20, .reference)
      }
      if let value = row.value {
        canvas.circle(
          x: frame.scale.place(value.value), y: middle, radius: 6, fill: .series(0), stroke: .paper,
          .value)
      }
    }
    return Drawing(canvas, height: frame.height)
  }
}
