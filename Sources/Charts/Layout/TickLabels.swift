internal import Documents

/// The numbers of a scale, each under its line; one that would touch its neighbour is left out, the
/// ends never.
struct TickLabels {
  /// More lines than this no scale is drawn with.
  static let most = 24

  private let labels: [(text: String, x: Double)]
  private let measures: Measures
  var isEmpty: Bool { labels.isEmpty }

  init(_ ticks: [Document.Axis.Mark], on scale: Scale, _ measures: Measures) {
    self.measures = measures
    let all = ticks.prefix(Self.most).compactMap {
      tick -> (text: String, x: Double, span: ClosedRange<Double>)? in
      guard let text = measures.lines(of: tick.label, width: 80, most: 1).first else { return nil }
      let x = scale.place(tick.value)
      let half = measures.width(of: text) / 2 + 4
      return (text, x, x - half...x + half)
    }
    var kept = [all.first].compactMap { $0 }
    if all.count > 1, let last = all.last, !last.span.overlaps(kept[0].span) { kept.append(last) }
    for label in all.dropFirst().dropLast()
    where !kept.contains(where: { $0.span.overlaps(label.span) }) {
      kept.append(label)
    }
    labels = kept.map { ($0.text, $0.x) }
  }

  func draw(on canvas: inout Canvas, top: Double) {
    for label in labels {
      canvas.text(
        [label.text], x: label.x, middle: top + measures.lineHeight / 2, anchor: .middle,
        paint: .quiet, .scale)
    }
  }
}
