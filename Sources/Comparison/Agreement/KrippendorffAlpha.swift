/// How far raters agree beyond chance: 1 in all, 0 as chance would have it, below 0 worse.
public enum KrippendorffAlpha {
  /// How far apart two values are.
  public enum Metric: Sendable, Hashable {
    /// Equal or not.
    case nominal
    /// By how many ratings lie between them.
    case ordinal
    /// By the square of their difference.
    case interval
  }

  /// Krippendorff's alpha; `nil`, “undefined”, where nothing can be paired or all values are the same.
  ///
  /// α = 1 − (n − 1)·Σ o·δ² / Σ n·n·δ², from the coincidences of values in the same unit (Krippendorff,
  /// “Computing Krippendorff's alpha-reliability”, 2011). A unit with a single rating pairs with
  /// nothing and does not count; otherwise missing ratings do no harm, and units may have different
  /// numbers of raters.
  ///
  /// - Parameter units: By unit the ratings it has, in any order.
  /// - Complexity: O(*values*² + *ratings*²) with few ratings of a unit.
  public static func value(_ units: [[Double]], _ metric: Metric) -> Double? {
    let paired = units.filter { $0.count > 1 }
    let values = Set(paired.joined()).sorted()
    let place = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    var coincidences = Array(
      repeating: Array(repeating: 0.0, count: values.count), count: values.count)
    for unit in paired {
      let places = unit.compactMap { place[$0] }
      for (i, a) in places.enumerated() {
        for (j, b) in places.enumerated() where i != j {
          coincidences[a][b] += 1 / Double(unit.count - 1)
        }
      }
    }
    let totals = coincidences.map { $0.reduce(0, +) }
    var upTo = [0.0]
    for total in totals { upTo.append((upTo.last ?? 0) + total) }
    func distance(_ a: Int, _ b: Int) -> Double {
      switch metric {
      case .nominal: return a == b ? 0 : 1
      case .interval: return (values[a] - values[b]) * (values[a] - values[b])
      case .ordinal:
        let between = upTo[max(a, b) + 1] - upTo[min(a, b)] - (totals[a] + totals[b]) / 2
        return between * between
      }
    }
    var (observed, expected) = (0.0, 0.0)
    for a in values.indices {
      for b in values.indices where a != b {
        observed += coincidences[a][b] * distance(a, b)
        expected += totals[a] * totals[b] * distance(a, b)
      }
    }
    guard expected > 0 else { return nil }
    return 1 - ((upTo.last ?? 0) - 1) * observed / expected
  }
}
