/// What the signs of a picture mean, in lines above it.
struct Key {
  private struct Item {
    let sign: Sign
    let lines: [String]
    let left: Double
    let top: Double
  }

  /// How high it is, with the space below it; 0 for a picture that needs none.
  let height: Double
  private let items: [Item]

  /// Entries from left to right in as many lines as they need, each name wrapped where it alone is
  /// wider than the picture.
  init(_ entries: [(sign: Sign, name: String)], _ measures: Measures) {
    var items: [Item] = []
    var left = 0.0
    var top = 0.0
    var rowHeight = 0.0
    for (sign, name) in entries {
      let lead = sign.width + 6
      let lines = measures.lines(of: name, width: measures.width - lead)
      let width = lead + measures.width(of: lines)
      if left > 0, left + width > measures.width {
        left = 0
        top += rowHeight
        rowHeight = 0
      }
      items.append(Item(sign: sign, lines: lines, left: left, top: top))
      left += width + 18
      rowHeight = max(rowHeight, Double(max(lines.count, 1)) * measures.lineHeight + 4)
    }
    self.items = items
    height = items.isEmpty ? 0 : top + rowHeight + 6
  }

  func draw(on canvas: inout Canvas) {
    let lineHeight = canvas.measures.lineHeight
    for item in items {
      canvas.sample(
        item.sign, at: Point(x: item.left + item.sign.width / 2, y: item.top + lineHeight / 2))
      canvas.text(
        item.lines, x: item.left + item.sign.width + 6,
        middle: item.top + lineHeight * Double(max(item.lines.count, 1)) / 2)
    }
  }
}
