/// Whether the questions of a capacity measure one thing.
///
/// Questions of a maturity model need not: a capacity may be made up of parts that have nothing to do
/// with each other. A low figure asks for a look at the questions; it is no failure.
public enum InternalConsistency {
  /// With fewer units the figures say little.
  public static let fewUnits = 30

  /// Cronbach's alpha with Feldt's interval at 95 %; `nil`, “undefined”, for fewer than two units or
  /// items, and where the sums do not vary.
  ///
  /// α = k/(k − 1)·(1 − Σ variance of items / variance of sums) (Cronbach, 1951); the interval by
  /// F(n − 1, (n − 1)(k − 1)) (Feldt, 1965). Units that lack an item are to be left out beforehand.
  ///
  /// - Parameter items: By unit, then item; all of one length.
  public static func alpha(_ items: [[Double]]) -> Estimate? {
    guard let k = items.first?.count, k > 1, items.count > 1,
      items.allSatisfy({ $0.count == k })
    else { return nil }
    let whole = variance(items.map { $0.reduce(0, +) })
    guard whole > 0 else { return nil }
    let parts = (0..<k).reduce(0.0) { sum, item in sum + variance(items.map { $0[item] }) }
    let count = Double(k)
    let alpha = count / (count - 1) * (1 - parts / whole)
    let first = Double(items.count - 1)
    let second = first * (count - 1)
    return Estimate(
      alpha, 1 - (1 - alpha) * FDistribution.quantile(0.975, first, second),
      1 - (1 - alpha) * FDistribution.quantile(0.025, first, second))
  }

  /// McDonald's omega total from one factor: (Σλ)² / ((Σλ)² + Σ(1 − λ²)); `nil`, “undefined”, for fewer
  /// than three items, where an item does not vary, or where one factor does not fit.
  ///
  /// The loadings λ are of principal axes, iterated on the correlations until the communalities stand
  /// still (McDonald, “Test theory”, 1999, for ω; Harman, “Modern factor analysis”, for the axes).
  /// Units that lack an item are to be left out beforehand.
  ///
  /// - Parameter items: By unit, then item; all of one length.
  public static func omega(_ items: [[Double]]) -> Double? {
    guard let k = items.first?.count, k > 2, items.count > 2,
      items.allSatisfy({ $0.count == k })
    else { return nil }
    var correlations = Array(repeating: Array(repeating: 1.0, count: k), count: k)
    for a in 0..<k {
      for b in 0..<a {
        guard let r = correlation(items.map { $0[a] }, items.map { $0[b] }) else { return nil }
        (correlations[a][b], correlations[b][a]) = (r, r)
      }
    }
    return OneFactor.loadings(correlations).map { loadings in
      let sum = loadings.reduce(0, +)
      let unique = loadings.reduce(0) { $0 + 1 - $1 * $1 }
      return sum * sum / (sum * sum + unique)
    }
  }

  /// Pearson's correlation of each item with the sum of the others, by item; `nil`, “undefined”, where
  /// one of them does not vary.
  ///
  /// - Parameter items: By unit, then item; all of one length.
  public static func itemRest(_ items: [[Double]]) -> [Double?] {
    (0..<(items.first?.count ?? 0)).map { item in
      correlation(
        items.map { $0[item] }, items.map { $0.reduce(0, +) - $0[item] })
    }
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    guard a.count > 1 else { return nil }
    let (x, y) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
    var (both, first, second) = (0.0, 0.0, 0.0)
    for (a, b) in zip(a, b) {
      both += (a - x) * (b - y)
      first += (a - x) * (a - x)
      second += (b - y) * (b - y)
    }
    // Of shares of 0–100: less is what rounding leaves of nothing.
    guard first > 1e-9, second > 1e-9 else { return nil }
    return max(-1, min(1, both / (first * second).squareRoot()))
  }
}

/// The one factor behind correlations.
enum OneFactor {
  /// By item; `nil` where an item has more in common with the factor than it has, or nothing settles.
  static func loadings(_ correlations: [[Double]]) -> [Double]? {
    let count = correlations.count
    var communalities = correlations.indices.map { item in
      correlations.indices.filter { $0 != item }.map { correlations[item][$0].magnitude }.max() ?? 0
    }
    for _ in 0..<5_000 {
      guard let loadings = axis(correlations, communalities) else { return nil }
      let next = loadings.map { $0 * $0 }
      guard next.allSatisfy({ $0 <= 1 }) else { return nil }
      let change = zip(next, communalities).map { ($0 - $1).magnitude }.max() ?? 0
      communalities = next
      if change < 1e-12 {
        let sum = loadings.reduce(0, +)
        return sum < 0 ? loadings.map { -$0 } : loadings
      }
    }
    return count == 0 ? [] : nil
  }

  /// The first principal axis of the correlations with communalities in the diagonal, times the root
  /// of its length, by multiplying again and again.
  private static func axis(_ correlations: [[Double]], _ communalities: [Double]) -> [Double]? {
    var axis = correlations.map { row in row.reduce(0, +) }
    var length = 0.0
    for _ in 0..<10_000 {
      let norm = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 1e-12 else { return nil }
      axis = axis.map { $0 / norm }
      let next = axis.indices.map { item in
        axis.indices.reduce(0.0) { sum, other in
          sum + (item == other ? communalities[item] : correlations[item][other]) * axis[other]
        }
      }
      let nextLength = zip(axis, next).reduce(0) { $0 + $1.0 * $1.1 }
      let isSettled = zip(axis, next).allSatisfy { ($0 * nextLength - $1).magnitude < 1e-13 }
      (axis, length) = (isSettled ? axis : next, nextLength)
      if isSettled { break }
    }
    guard length > 0 else { return nil }
    let norm = axis.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return axis.map { $0 / norm * length.squareRoot() }
  }
}
