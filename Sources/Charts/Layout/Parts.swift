internal import Documents

extension Document.Chart {
  /// The rows, lines or small pictures shared out evenly among so many pictures of the same kind and
  /// scale; the chart itself where there are none to share out.
  func parts(_ count: Int) -> [Document.Chart] {
    func shared<Row>(_ rows: [Row]) -> [[Row]] {
      let most = max((rows.count + count - 1) / max(count, 1), 1)
      return stride(from: 0, to: rows.count, by: most).map {
        Array(rows[$0..<min($0 + most, rows.count)])
      }
    }
    var parts: [Document.Chart] = []
    switch self {
    case .strip(var chart):
      for rows in shared(chart.rows) {
        chart.rows = rows
        parts.append(.strip(chart))
      }
    case .dots(var chart):
      for rows in shared(chart.rows) {
        chart.rows = rows
        parts.append(.dots(chart))
      }
    case .slope(var chart):
      for lines in shared(chart.lines) {
        chart.lines = lines
        parts.append(.slope(chart))
      }
    case .lines(var chart):
      for panels in shared(chart.panels) {
        chart.panels = panels
        parts.append(.lines(chart))
      }
    case .bars(var chart):
      for bars in shared(chart.bars) {
        chart.bars = bars
        parts.append(.bars(chart))
      }
    case .radar: break
    }
    return parts.isEmpty ? [self] : parts
  }
}
