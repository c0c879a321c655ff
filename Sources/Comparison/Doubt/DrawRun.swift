import Questionnaire

/// What one thread works with: the weights of a block of draws, and what becomes of one cluster after
/// another under them, several draws at a time.
final class DrawRun {
  /// How many draws a block has: so many as stay in the nearest cache.
  static let block = 32
  private typealias Lanes = SIMD8<Double>
  private static let lanes = block / Lanes.scalarCount

  private let plan: DrawPlan
  /// By part.
  private let weights: UnsafeMutablePointer<Lanes>
  /// By pattern: 1 / Σ weight of the parts that are there, 0 without any.
  private let inverses: UnsafeMutablePointer<Lanes>
  /// By group, of the cluster at hand.
  private let values: UnsafeMutablePointer<Lanes>
  private let isReached: UnsafeMutablePointer<SIMDMask<SIMD8<Int64>>>
  private let reached: UnsafeMutablePointer<Lanes>

  init(_ plan: DrawPlan) {
    self.plan = plan
    func room<Element>(_ count: Int, _ element: Element) -> UnsafeMutablePointer<Element> {
      let start = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count) * Self.lanes)
      start.initialize(repeating: element, count: max(1, count) * Self.lanes)
      return start
    }
    weights = room(plan.weights.count, .zero)
    inverses = room(plan.patterns.count, .zero)
    values = room(plan.groups.count, .zero)
    isReached = room(1, SIMDMask(repeating: true))
    reached = room(1, .zero)
  }

  deinit {
    weights.deallocate()
    inverses.deallocate()
    values.deallocate()
    isReached.deallocate()
    reached.deallocate()
  }

  /// Draws the weights of a block, draw by draw, group by group, part by part.
  func draw(_ doubt: WeightDoubt, _ generator: inout SeededGenerator) {
    let scalars = UnsafeMutableRawPointer(weights).assumingMemoryBound(to: Double.self)
    for draw in 0..<Self.block {
      for group in plan.groups {
        for part in group.parts {
          let share = plan.weights[part]
          scalars[part * Self.block + draw] =
            group.isDrawn ? doubt.draw(share, &generator) : share
        }
      }
    }
    prepare()
  }

  /// Takes weights as they are, the same for all draws of the block.
  ///
  /// - Parameter given: By part.
  func set(_ given: [Double]) {
    for part in given.indices {
      for lane in 0..<Self.lanes {
        weights[part * Self.lanes + lane] = Lanes(repeating: given[part])
      }
    }
    prepare()
  }

  private func prepare() {
    for (place, pattern) in plan.patterns.enumerated() {
      for lane in 0..<Self.lanes {
        var sum = Lanes.zero
        for part in pattern { sum += weights[part * Self.lanes + lane] }
        inverses[place * Self.lanes + lane] = pattern.isEmpty ? .zero : 1 / sum
      }
    }
  }

  /// Scores a cluster under the weights of the block and hands out its totals, as shares.
  ///
  /// - Parameters:
  ///   - shares: Of the cluster, by part.
  ///   - patterns: Likewise, by group.
  func score(
    _ cluster: Int, _ shares: UnsafePointer<Double>, _ patterns: UnsafePointer<Int32>
  ) -> UnsafePointer<Double> {
    plan.groups.withUnsafeBufferPointer { groups in
      plan.leaves.withUnsafeBufferPointer { leaves in
        plan.children.withUnsafeBufferPointer { children in
          for place in groups.indices {
            switch groups[place].way {
            case .mean:
              mean(
                place, leaves.extracting(groups[place].leaves),
                children.extracting(groups[place].children), shares, Int(patterns[place]))
            case .minimum, .other: other(place, shares, Int(patterns[place]))
            }
            if !plan.caps.isEmpty { cap(place, plan.caps[cluster * groups.count + place]) }
          }
        }
      }
    }
    return UnsafeRawPointer(values + (plan.groups.count - 1) * Self.lanes)
      .assumingMemoryBound(to: Double.self)
  }

  @inline(__always)
  private func mean(
    _ place: Int, _ leaves: UnsafeBufferPointer<Int>,
    _ children: UnsafeBufferPointer<DrawPlan.Child>, _ shares: UnsafePointer<Double>,
    _ pattern: Int
  ) {
    let (weights, values) = (weights, values)
    let inverse = inverses + pattern * Self.lanes
    for lane in 0..<Self.lanes {
      var sum = Lanes.zero
      for part in leaves {
        sum += shares[part] * weights[part * Self.lanes + lane]
      }
      // What has no value below has 0 there and is not in the pattern.
      for child in children {
        sum += values[child.group * Self.lanes + lane] * weights[child.part * Self.lanes + lane]
      }
      values[place * Self.lanes + lane] = sum * inverse[lane]
    }
  }

  private func cap(_ place: Int, _ highest: Double) {
    guard highest < .infinity else { return }
    for lane in 0..<Self.lanes {
      let value = values[place * Self.lanes + lane]
      values[place * Self.lanes + lane] = pointwiseMin(value, Lanes(repeating: highest))
    }
  }

  private func other(_ place: Int, _ own: UnsafePointer<Double>, _ pattern: Int) {
    let group = plan.groups[place]
    let present = plan.patterns[pattern]
    var below: [Int: Int] = [:]
    for child in plan.children[group.children] { below[child.part] = child.group }
    for lane in 0..<Self.lanes {
      for scalar in 0..<Lanes.scalarCount {
        let shares = present.map { part in
          // Either the one or the other is there.
          own[part] + (below[part].map { values[$0 * Self.lanes + lane][scalar] } ?? 0)
        }
        let value =
          switch group.way {
          case .mean, .minimum: shares.min() ?? 0
          case .other(let rollUp, let from, let to):
            rollUp.value(
              of: shares, weights: present.map { weights[$0 * Self.lanes + lane][scalar] },
              from: from, to: to)
          }
        values[place * Self.lanes + lane][scalar] = value
      }
    }
  }

  /// How many levels the cluster scored last reaches, draw by draw.
  ///
  /// - Parameter draws: How many of the block count.
  /// - Parameter counts: By number of levels, from none on.
  func countLevels(of cluster: Int, draws: Int, _ counts: UnsafeMutablePointer<Int32>) {
    for lane in 0..<Self.lanes {
      reached[lane] = .zero
      isReached[lane] = SIMDMask(repeating: true)
    }
    for level in 0..<plan.ceilings[cluster] {
      for threshold in plan.thresholds[level]
      where plan.hasValue[cluster * plan.groups.count + threshold.group] {
        let value = values + threshold.group * Self.lanes
        for lane in 0..<Self.lanes {
          isReached[lane] .&= value[lane] .>= threshold.needed
        }
      }
      for lane in 0..<Self.lanes {
        reached[lane].replace(with: reached[lane] + 1, where: isReached[lane])
      }
    }
    let reached = UnsafeRawPointer(reached).assumingMemoryBound(to: Double.self)
    for draw in 0..<draws { counts[Int(reached[draw])] += 1 }
  }
}

extension RollUp {
  /// The value in doubles of parts that all count, by the formulas of the scorer, without its rounding
  /// of geometric means; 0 without parts.
  fileprivate func value(
    of shares: [Double], weights: [Double], from: Double, to: Double
  ) -> Double {
    guard !shares.isEmpty else { return 0 }
    let sum = weights.reduce(0, +)
    let numbers = shares.map { from + $0 / 100 * (to - from) }
    func share(_ number: Double) -> Double { (number - from) * 100 / (to - from) }
    switch self {
    case .mean, .sum, .path:
      return zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
    case .minimum: return shares.min() ?? 0
    case .geometricMean:
      guard !numbers.contains(0) else { return share(0) }
      let logarithms = zip(numbers, weights).reduce(0) { $0 + $1.1 * Elementary.log($1.0) }
      return share(Elementary.exp(logarithms / sum))
    case .harmonicMean:
      guard !numbers.contains(0) else { return share(0) }
      return share(sum / zip(numbers, weights).reduce(0) { $0 + $1.1 / $1.0 })
    case .median:
      let sorted = shares.sorted()
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    case .best(let count):
      let best = shares.sorted().suffix(max(1, count))
      return best.reduce(0, +) / Double(best.count)
    }
  }
}
