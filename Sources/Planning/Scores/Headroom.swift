/// How far the parts still to come can lift a weighted mean above what is needed, by what they cost.
///
/// A mean reaches its need when Σ weight × (share − need) over the parts that count is not negative:
/// linear, whatever counts. The best of each part by cost, made concave and taken in the order of
/// what a unit of cost brings, bounds what all can bring together.
struct Headroom {
  /// What the parts cost and bring at least.
  private var base = (cost: 0, margin: 0.0)
  /// Cost and margin beyond the base, ascending.
  private var steps: [(cost: Int, margin: Double)] = []

  /// By place of a part: what it and those after it can bring.
  static func list(_ parts: [(outcomes: [PartOutcome], weight: Double)], need: Double) -> [Headroom]
  {
    var list = [Headroom()]
    var base = (cost: 0, margin: 0.0)
    var segments: [(cost: Int, margin: Double)] = []
    for part in parts.reversed() {
      let hull = hull(part.outcomes, weight: part.weight, need: need)
      if let first = hull.first {
        base.cost += first.cost
        base.margin += first.margin
      }
      segments += zip(hull, hull.dropFirst()).map { ($1.cost - $0.cost, $1.margin - $0.margin) }
      segments.sort { $0.margin * Double($1.cost) > $1.margin * Double($0.cost) }
      var headroom = Headroom(base: base, steps: [])
      headroom.steps.reserveCapacity(segments.count)
      var (cost, margin) = base
      for segment in segments {
        cost += segment.cost
        margin += segment.margin
        headroom.steps.append((cost, margin))
      }
      list.append(headroom)
    }
    return list.reversed()
  }

  /// The corners of the least concave line above a part's outcomes, by cost.
  private static func hull(
    _ outcomes: [PartOutcome], weight: Double, need: Double
  ) -> [(cost: Int, margin: Double)] {
    var hull: [(cost: Int, margin: Double)] = []
    let points = outcomes.map { outcome in
      (
        cost: outcome.cost,
        margin: outcome.standing.counts ? weight * (outcome.share - need) : 0
      )
    }.sorted { $0.cost == $1.cost ? $0.margin > $1.margin : $0.cost < $1.cost }
    for point in points where point.margin > hull.last?.margin ?? -.infinity {
      while hull.count > 1 {
        let (a, b) = (hull[hull.count - 2], hull[hull.count - 1])
        let isBelow =
          (b.margin - a.margin) * Double(point.cost - a.cost)
          <= (point.margin - a.margin) * Double(b.cost - a.cost)
        guard isBelow else { break }
        hull.removeLast()
      }
      if hull.last?.cost == point.cost { continue }
      hull.append(point)
    }
    return hull
  }

  /// The most that so much cost brings; `nil` where it does not pay for the least.
  func margin(for cost: Int) -> Double? {
    guard cost >= base.cost else { return nil }
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].cost <= cost { low = middle + 1 } else { high = middle }
    }
    let from = low == 0 ? base : steps[low - 1]
    guard low < steps.count else { return from.margin }
    let next = steps[low]
    return from.margin
      + (next.margin - from.margin) * Double(cost - from.cost) / Double(next.cost - from.cost)
  }

  /// The most that any cost brings.
  var most: Double { steps.last?.margin ?? base.margin }

  /// The least cost that lifts by so much; `nil` where none does.
  func cost(for margin: Double) -> Int? {
    if margin <= base.margin { return base.cost }
    guard let place = steps.firstIndex(where: { $0.margin >= margin }) else { return nil }
    let from = place == 0 ? base : steps[place - 1]
    let next = steps[place]
    let part = (margin - from.margin) / (next.margin - from.margin)
    return from.cost + Int((part * Double(next.cost - from.cost)).rounded(.down))
  }
}
