import Questionnaire

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One way in which a part can stand in the score above it.
struct PartOutcome {
  var cost: Int
  /// 0–100; read where `counts`.
  var share = 0.0
  /// Whether it stands in the denominator.
  var counts = false
  /// Whether coverage counts it, and counts it as answered.
  var isApplicable = false
  var isAnswered = false
  /// Whether the score above is called for.
  var isCalledFor = false
  /// Whether it denies the score above.
  var blocks = false
  /// The move of a question, or the place among the outcomes of an entry or a path.
  var choice: Int32

  /// Has a share that counts.
  static func counted(_ share: Double, cost: Int, choice: Int) -> PartOutcome {
    PartOutcome(
      cost: cost, share: share, counts: true, isApplicable: true, isAnswered: true,
      isCalledFor: true, choice: Int32(choice))
  }

  /// Leaves the denominator and everything else alone.
  static func leftOut(cost: Int, choice: Int) -> PartOutcome {
    PartOutcome(cost: cost, choice: Int32(choice))
  }

  /// Would count and has no share.
  static func missing(_ policy: MissingPolicy, cost: Int, choice: Int) -> PartOutcome {
    var outcome = PartOutcome(
      cost: cost, isApplicable: true, isCalledFor: true, choice: Int32(choice))
    switch policy {
    case .exclude: break
    case .zero: outcome.counts = true
    case .block: outcome.blocks = true
    }
    return outcome
  }
}

/// What a score can come to at a cost.
struct ScoreOutcome {
  enum Kind { case share, missing, empty }
  var cost: Int
  var kind: Kind
  /// 0–100; read where `kind` is `share`.
  var share: Double
  /// The place among the last states it comes from.
  var state: Int32
}

/// A whole while its parts are added one by one: what no other state beats in cost and share.
///
/// Computed with doubles and only ever used as a bound that is never too strict: the exact rules
/// decide whether what it proposes holds.
struct Frontier {
  private struct State {
    var cost: Int
    /// What the roll-up adds up; the greater, the better.
    var value: Double
    var counted = 0.0
    var applicable = 0.0
    var answered = 0.0
    var isCalledFor = false
    var blocks = false
    /// Sorted, best first, for roll-ups that look at the order.
    var shares: [Double] = []
    var previous: Int32
    var choice: Int32
  }

  private let entry: ScoreTree.Entry
  private var stages: [[State]]
  /// Whether a state was left out for its cost.
  private(set) var isCut = false

  private static let tolerance = 1e-7
  /// The most states kept apart; beyond it they are joined into better ones than there are.
  private static let limit = 3000

  init(_ entry: ScoreTree.Entry) {
    self.entry = entry
    let start = entry.rollUp == .minimum ? 100.0 : 0.0
    stages = [[State(cost: 0, value: start, previous: -1, choice: -1)]]
  }

  private var isRanked: Bool {
    switch entry.rollUp {
    case .median, .best: true
    default: false
    }
  }

  private var sign: Double { entry.scaleTo >= entry.scaleFrom ? 1 : -1 }

  private func shown(_ share: Double) -> Double {
    max(0, entry.scaleFrom + share / 100 * (entry.scaleTo - entry.scaleFrom))
  }

  mutating func add(_ outcomes: [PartOutcome], weight: Double, cap: Int) {
    guard let last = stages.last else { return }
    var states: [State] = []
    states.reserveCapacity(last.count * outcomes.count)
    for (place, state) in last.enumerated() {
      for outcome in outcomes {
        var next = state
        next.cost += outcome.cost
        if next.cost > cap {
          isCut = true
          continue
        }
        next.previous = Int32(place)
        next.choice = outcome.choice
        if outcome.counts {
          next.counted += weight
          switch entry.rollUp {
          case .minimum: next.value = min(next.value, outcome.share)
          case .harmonicMean: next.value -= sign * weight / shown(outcome.share)
          case .geometricMean: next.value += sign * weight * log(shown(outcome.share))
          case .median, .best:
            let index = next.shares.firstIndex { $0 < outcome.share } ?? next.shares.count
            next.shares.insert(outcome.share, at: index)
            if case .best(let count) = entry.rollUp, next.shares.count > count {
              next.shares.removeLast()
            }
          case .mean, .sum, .path: next.value += weight * outcome.share
          }
        }
        if outcome.isApplicable { next.applicable += weight }
        if outcome.isAnswered { next.answered += weight }
        next.isCalledFor = next.isCalledFor || outcome.isCalledFor
        next.blocks = next.blocks || outcome.blocks
        states.append(next)
      }
    }
    stages.append(isRanked ? joined(states) : best(states))
  }

  /// The states that no other of the same denominators beats.
  private func best(_ states: [State]) -> [State] {
    var result: [State] = []
    var greatest = -Double.infinity
    var group: State?
    for state in states.sorted(by: Self.precedes) {
      if group.map({ !Self.isComparable($0, state) }) ?? true {
        group = state
      } else if state.value <= greatest {
        continue
      }
      greatest = state.value
      result.append(state)
    }
    return result
  }

  private func joined(_ states: [State]) -> [State] {
    var result: [State] = []
    var first = 0
    for state in states.sorted(by: Self.precedes) {
      if let group = result.last, !Self.isComparable(group, state) { first = result.count }
      let isBeaten = result[first...].contains { other in
        other.shares.count == state.shares.count
          && zip(other.shares, state.shares).allSatisfy { $0 >= $1 }
      }
      if isBeaten { continue }
      if result.count < Self.limit {
        result.append(state)
      } else if let last = result.indices.last {
        // Better than either, so never too strict.
        if result[last].shares.count == state.shares.count {
          result[last].shares = zip(result[last].shares, state.shares).map { max($0, $1) }
        } else {
          result[last].shares = Array(
            repeating: 100, count: max(result[last].shares.count, state.shares.count))
        }
      }
    }
    return result
  }

  private static func isComparable(_ a: State, _ b: State) -> Bool {
    a.counted == b.counted && a.applicable == b.applicable && a.answered == b.answered
      && a.isCalledFor == b.isCalledFor && a.blocks == b.blocks
  }

  private static func precedes(_ a: State, _ b: State) -> Bool {
    if a.counted != b.counted { return a.counted > b.counted }
    if a.applicable != b.applicable { return a.applicable > b.applicable }
    if a.answered != b.answered { return a.answered > b.answered }
    if a.isCalledFor != b.isCalledFor { return a.isCalledFor }
    if a.blocks != b.blocks { return b.blocks }
    if a.cost != b.cost { return a.cost < b.cost }
    if a.value != b.value { return a.value > b.value }
    return a.previous == b.previous ? a.choice < b.choice : a.previous < b.previous
  }

  /// What the whole can come to, the cheapest first, without what a level rules out.
  ///
  /// - Parameter highest: Under a cap that is in force.
  func outcomes(highest: Double?) -> [ScoreOutcome] {
    var outcomes = (stages.last ?? []).enumerated().map { place, state in
      outcome(of: state, place: Int32(place), highest: highest)
    }
    outcomes.sort { a, b in
      if a.cost != b.cost { return a.cost < b.cost }
      if a.share != b.share { return a.share > b.share }
      return a.state < b.state
    }
    var result: [ScoreOutcome] = []
    var greatest = -Double.infinity
    var hasMissing = false
    var hasEmpty = false
    for outcome in outcomes {
      switch outcome.kind {
      case .share:
        if let need = entry.need, outcome.share < need - Self.tolerance { continue }
        guard outcome.share > greatest else { continue }
        greatest = outcome.share
      case .missing:
        guard entry.need == nil, !hasMissing else { continue }
        hasMissing = true
      case .empty:
        guard !hasEmpty else { continue }
        hasEmpty = true
      }
      result.append(outcome)
    }
    return result
  }

  private func outcome(of state: State, place: Int32, highest: Double?) -> ScoreOutcome {
    func made(_ kind: ScoreOutcome.Kind, _ share: Double = 0) -> ScoreOutcome {
      ScoreOutcome(cost: state.cost, kind: kind, share: share, state: place)
    }
    guard state.isCalledFor else { return made(.empty) }
    let isCovered =
      entry.minimumCoverage * state.applicable <= state.answered * 100 + Self.tolerance
    guard !state.blocks, isCovered, state.counted > 0 else { return made(.missing) }
    let share = value(of: state)
    return made(.share, min(share.isNaN ? 100 : share, highest ?? .infinity))
  }

  private func value(of state: State) -> Double {
    switch entry.rollUp {
    case .mean, .sum, .path: return state.value / state.counted
    case .minimum: return state.value
    case .harmonicMean: return share(ofShown: state.counted / (sign * -state.value))
    case .geometricMean: return share(ofShown: exp(sign * state.value / state.counted))
    case .best: return state.shares.reduce(0, +) / Double(state.shares.count)
    case .median:
      let middle = state.shares.count / 2
      return state.shares.count.isMultiple(of: 2)
        ? (state.shares[middle - 1] + state.shares[middle]) / 2 : state.shares[middle]
    }
  }

  private func share(ofShown number: Double) -> Double {
    100 * (number - entry.scaleFrom) / (entry.scaleTo - entry.scaleFrom)
  }

  /// What each part was on the way to a state, in the order of the parts.
  func choices(of state: Int32) -> [Int] {
    var choices: [Int] = []
    var place = Int(state)
    for stage in stages.dropFirst().reversed() {
      choices.append(Int(stage[place].choice))
      place = Int(stage[place].previous)
    }
    return choices.reversed()
  }
}
