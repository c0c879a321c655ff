public import Numbers
import Questionnaire
import Scoring

/// What one cluster could learn from others: how much of what it lacks they have.
public struct Complementarity: Sendable, Hashable {
  /// The share of its weighted shortfall that is covered, 0…1.
  public let share: Rational
  /// Places in `Questionnaire.capacities` in which something is covered: what covers most of the
  /// shortfall first, equals in the order of the model.
  public let capacities: [Int]
}

/// Capacities as they enter into matching: weights, and every cluster's shortfall to the target.
struct Shortfalls {
  /// Of one cluster in one capacity.
  struct Cell {
    let share: Rational
    /// weight × (target − share), never below 0.
    let shortfall: Rational
  }

  let target: Rational
  /// By place in `Questionnaire.capacities`; 0 for one that has no part in the total.
  let weights: [Rational]
  /// By cluster, then by capacity; `nil` without a score.
  let cells: [[Cell?]]

  init(
    _ clusters: [ComparedCluster], of model: Questionnaire, target: Rational
  ) throws(ArithmeticFailure) {
    self.target = target
    weights = model.capacities.map(\.weight)
    var cells: [[Cell?]] = []
    for cluster in clusters {
      var row: [Cell?] = []
      for (capacity, weight) in zip(model.capacities, model.capacities.map(\.weight)) {
        guard weight > .zero, let share = cluster.score.share(.node(capacity.node)) else {
          row.append(nil)
          continue
        }
        let gap = max(.zero, try target.subtracting(share))
        row.append(Cell(share: share, shortfall: try weight.multiplied(by: gap)))
      }
      cells.append(row)
    }
    self.cells = cells
  }

  /// What a cluster could learn from the best of some others:
  ///
  ///     Σ w · max(0, min(target, best other) − own) ÷ Σ w · (target − own)
  ///
  /// over the capacities in which it has a score and falls short. Where no other has a score nothing is
  /// covered; a capacity without a score of its own is left out on both sides.
  ///
  /// - Returns: `nil` where it falls short of nothing.
  func complementarity(
    of cluster: Int, from others: some Sequence<Int>
  ) throws(ArithmeticFailure) -> Complementarity? {
    var whole = Rational.zero
    var sum = Rational.zero
    var covered: [(capacity: Int, part: Rational)] = []
    for (capacity, cell) in cells[cluster].enumerated() {
      guard let cell, cell.shortfall > .zero else { continue }
      whole = try whole.adding(cell.shortfall)
      let best = others.compactMap { cells[$0][capacity]?.share }.max()
      guard let best, best > cell.share else { continue }
      let part = try weights[capacity].multiplied(by: min(target, best).subtracting(cell.share))
      sum = try sum.adding(part)
      covered.append((capacity, part))
    }
    guard whole > .zero else { return nil }
    covered.sort { $0.part == $1.part ? $0.capacity < $1.capacity : $0.part > $1.part }
    return Complementarity(
      share: try sum.divided(by: whole), capacities: covered.map(\.capacity))
  }
}

extension [Rational] {
  /// The harmonic mean: n ÷ Σ 1/x; 0 as soon as one of them is 0, `nil` for none.
  ///
  /// So what only one side gains from is no match.
  func harmonicMean() throws(ArithmeticFailure) -> Rational? {
    guard !isEmpty else { return nil }
    if contains(.zero) { return .zero }
    var sum = Rational.zero
    for value in self { sum = try sum.adding(Rational.one.divided(by: value)) }
    return try Rational(count).divided(by: sum)
  }
}
