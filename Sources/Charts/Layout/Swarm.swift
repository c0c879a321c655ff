/// Dots of one row, none over another while there is room: each at its own place along the scale,
/// moved up or down from the middle by the least number of steps.
///
/// The more there are, the smaller they get; where even the smallest would pile up too high, steps
/// get shorter, and the row reads as the outline of a distribution.
struct Swarm {
  /// Relative to the middle of the row.
  let points: [Point]
  let diameter: Double

  /// More dots than this are told by as many of them, evenly picked in the order of their values.
  private static let most = 2_000
  private static let largest = 8.0
  private static let smallest = 2.5

  /// The swarms of all rows of a picture, with dots of one size.
  ///
  /// - Parameters:
  ///   - rows: Places along the scale, in any order.
  ///   - height: How high a pile may be.
  /// - Complexity: O(*n* log *n*).
  static func swarms(_ rows: [[Double]], height: Double) -> [Swarm] {
    let sorted = rows.map { thinned($0.filter(\.isFinite).sorted()) }
    var diameter = largest
    for row in sorted {
      while diameter > smallest, piled(row, diameter: diameter, height: height) == nil {
        diameter -= 0.5
      }
    }
    return sorted.map { row in
      Swarm(
        points: piled(row, diameter: diameter, height: height) ?? pressed(row, height: height),
        diameter: diameter)
    }
  }

  private static func thinned(_ sorted: [Double]) -> [Double] {
    guard sorted.count > most else { return sorted }
    return (0..<most).map { sorted[($0 * 2 + 1) * sorted.count / (most * 2)] }
  }

  /// Each dot on the level nearest to the middle where it touches none, or `nil` when one finds none.
  private static func piled(_ sorted: [Double], diameter: Double, height: Double) -> [Point]? {
    let levels = max(Int((height - diameter) / 2 / diameter), 0) * 2 + 1
    var last = [Double](repeating: -.infinity, count: levels)
    var points: [Point] = []
    points.reserveCapacity(sorted.count)
    for place in sorted {
      guard let level = last.firstIndex(where: { place - $0 >= diameter }) else { return nil }
      last[level] = place
      // 0, 1 up, 1 down, 2 up …
      let steps = Double((level + 1) / 2) * (level % 2 == 1 ? -1 : 1)
      points.append(Point(x: place, y: steps * diameter))
    }
    return points
  }

  /// Columns as wide as a dot, the highest as high as there is room, the others in proportion.
  private static func pressed(_ sorted: [Double], height: Double) -> [Point] {
    guard let first = sorted.first else { return [] }
    var columns: [[Double]] = []
    var current = -1
    for place in sorted {
      let column = Int((place - first) / smallest)
      if column != current { columns.append([]) }
      current = column
      columns[columns.count - 1].append(place)
    }
    let highest = columns.map(\.count).max() ?? 1
    let step = min(smallest, (height - smallest) / Double(max(highest - 1, 1)))
    return columns.flatMap { column in
      column.enumerated().map { index, place in
        Point(x: place, y: (Double(index) - Double(column.count - 1) / 2) * step)
      }
    }
  }
}
