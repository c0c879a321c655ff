import Numbers

/// A place among those ranked, and which places what is still unanswered leaves open.
public struct Rank: Sendable, Hashable {
  /// 1 + how many have a greater total; equal totals share a rank (competition ranking).
  public let value: Int
  /// 1 + how many are surely ahead: their `low` is above this `high`.
  public let best: Int
  /// 1 + how many others may be ahead: their `high` is above this `low`.
  public let worst: Int
}

/// The totals of a group, for ranks and percentiles in it. All comparisons are exact.
struct Ranking {
  private let totals: [Rational]
  private let lows: [Rational]
  private let highs: [Rational]

  init(_ group: [Standing]) {
    totals = group.map(\.total).sorted()
    lows = group.map(\.low).sorted()
    highs = group.map(\.high).sorted()
  }

  /// A total with its range.
  struct Standing {
    let total: Rational
    let low: Rational
    let high: Rational
  }

  /// The rank of a member of the group.
  ///
  /// - Complexity: O(log *n*).
  func rank(of standing: Standing) -> Rank {
    // A standing that is open counts among the highs above its own low, but not as a rival.
    let itself = standing.high > standing.low ? 1 : 0
    return Rank(
      value: 1 + totals.count - totals.firstPlace { $0 > standing.total },
      best: 1 + lows.count - lows.firstPlace { $0 > standing.high },
      worst: 1 + highs.count - highs.firstPlace { $0 > standing.low } - itself)
  }

  /// The percentile rank of a member of the group, 0–100: 100 × (below + equal / 2) / n, where the
  /// member counts among its equals. The mean over the group is always 50.
  func percentile(of standing: Standing) -> Rational? {
    let below = totals.firstPlace { $0 >= standing.total }
    let upTo = totals.firstPlace { $0 > standing.total }
    return Rational(numerator: Int128(50 * (below + upTo)), denominator: Int128(totals.count))
  }
}

extension [Rational] {
  /// The first place at which a condition holds that, once it holds, holds to the end.
  fileprivate func firstPlace(where holds: (Rational) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
