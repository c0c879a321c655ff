internal import Documents

extension Document.BarChart {
  func drawn(_ palette: Palette, _ measures: Measures) -> Drawing {
    let hasReference = bars.contains { $0.reference != nil }
    let key: [(sign: Sign, name: String)] =
      hasReference ? [(.bar, valueName), (.tick, referenceName ?? "")] : []
    let frame = RowFrame(
      rows: bars.map { bar in
        RowFrame.Row(
          label: bar.label, isEmphasised: bar.isEmphasised,
          cells: [bar.value?.shown ?? absent]
            + (hasReference ? [bar.reference?.shown ?? "–"] : []))
      }, axis: axis, key: key, heads: hasReference ? [.bar, .tick] : [],
      roles: [.value, .reference], plotHeight: 22, measures: measures)
    var canvas = Canvas(palette: palette, measures: measures)
    frame.draw(on: &canvas)
    let zero = frame.scale.place(0)
    for (bar, middle) in zip(bars, frame.middles) {
      if let value = bar.value {
        canvas.rectangle(
          x: zero, y: middle - 7, width: frame.scale.place(value.value) - zero, height: 14,
          fill: .series(0), .value)
      }
      if let reference = bar.reference {
        let place = Point(x: frame.scale.place(reference.value), y: middle)
        canvas.line(
          from: Point(x: place.x, y: middle - 10), to: Point(x: place.x, y: middle + 10), .paper,
          width: 5.5)
        canvas.tick(place, height: 20, .reference)
      }
    }
    return Drawing(canvas, height: frame.height)
  }
}
