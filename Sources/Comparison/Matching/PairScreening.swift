import Numbers

/// Scores of pairs in doubles, to leave out what cannot be among the best before anything is
/// computed exactly.
///
/// A double is off by far less than `tolerance`, so whoever is kept within it of the last one wanted
/// holds all that are wanted; the exact scores then decide. Whether a side gains anything at all is
/// told exactly.
struct PairScreening {
  private static let tolerance = 1e-9

  private let target: Double
  private let weights: [Double]
  private let exact: [[Rational?]]
  /// By cluster, then by capacity; below zero without a score.
  private let shares: [[Double]]
  /// By cluster: what it falls short of in all.
  private let wholes: [Double]
  private let exactTarget: Rational

  init(_ shortfalls: Shortfalls) {
    exactTarget = shortfalls.target
    target = shortfalls.target.doubleValue
    weights = shortfalls.weights.map(\.doubleValue)
    exact = shortfalls.cells.map { row in row.map { $0?.share } }
    shares = exact.map { row in row.map { $0?.doubleValue ?? -1 } }
    wholes = shortfalls.cells.map { row in
      row.reduce(0) { $0 + ($1?.shortfall.doubleValue ?? 0) }
    }
  }

  /// The pairs that may be among the best so many, in the order given.
  func best(_ count: Int, of pairs: [(first: Int, second: Int)]) -> [(first: Int, second: Int)] {
    let scored = pairs.compactMap { pair -> (pair: (first: Int, second: Int), score: Double)? in
      guard gains(pair.first, from: pair.second), gains(pair.second, from: pair.first) else {
        return nil
      }
      let first = share(of: pair.first, from: pair.second)
      let second = share(of: pair.second, from: pair.first)
      return (pair, first + second > 0 ? 2 * first * second / (first + second) : 0)
    }
    guard scored.count > count, count > 0 else { return count > 0 ? scored.map(\.pair) : [] }
    let least = scored.map(\.score).sorted(by: >)[count - 1] - Self.tolerance
    return scored.filter { $0.score >= least }.map(\.pair)
  }

  /// The clusters that may be among the best so many mentors of one, in the order given.
  func mentors(_ count: Int, of learner: Int, among others: [Int]) -> [Int] {
    let scored = others.compactMap { other in
      gains(learner, from: other) ? (other: other, share: share(of: learner, from: other)) : nil
    }
    guard scored.count > count, count > 0 else { return count > 0 ? scored.map(\.other) : [] }
    let least = scored.map(\.share).sorted(by: >)[count - 1] - Self.tolerance
    return scored.filter { $0.share >= least }.map(\.other)
  }

  /// Whether somebody could learn something from somebody else.
  private func gains(_ learner: Int, from other: Int) -> Bool {
    for (own, others) in zip(exact[learner], exact[other]) {
      if let own, let others, own < exactTarget, others > own { return true }
    }
    return false
  }

  private func share(of learner: Int, from other: Int) -> Double {
    guard wholes[learner] > 0 else { return 0 }
    var covered = 0.0
    for place in weights.indices where shares[learner][place] >= 0 {
      let way = min(target, shares[other][place]) - shares[learner][place]
      if way > 0 { covered += weights[place] * way }
    }
    return covered / wholes[learner]
  }
}
