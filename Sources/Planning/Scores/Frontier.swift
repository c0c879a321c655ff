import Questionnaire

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A whole while its parts are added one by one: what no other state beats in cost and share.
///
/// Computed with doubles and only ever used as a bound that is never too strict: the exact rules
/// decide whether what it proposes holds.
struct Frontier {
  /// What has to be the same for one state to beat another.
  private struct Key: Hashable {
    var counted = 0.0
    var applicable = 0.0
    var answered = 0.0
    var isCalledFor = false
    var blocks = false
    /// By place among the entry's couplings.
    var codes: [Int32]
  }

  private struct State {
    var cost: Int
    /// What the roll-up adds up; the greater, the better.
    var value: Double
    /// Places in the stage before, and among its shares for roll-ups that look at the order.
    var previous: Int32
    var choice: Int32
    var shares: Int32 = 0
  }

  private struct Group {
    let key: Key
    /// Ascending in cost and value.
    var states: [State]
    /// The place of the first among all of the stage.
    var first: Int32 = 0
  }

  private let entry: ScoreTree.Entry
  private let couplings: [Coupling]
  /// The last stage, and of all stages how they came about.
  private var groups: [Group]
  private var origins: [[(previous: Int32, choice: Int32)]] = []
  /// Sorted shares, best first, of the states of the last stage.
  private var shares: [[Double]] = [[]]
  /// Whether a state was left out for its cost.
  private(set) var isCut = false

  private static let tolerance = 1e-7
  /// The most states kept apart; beyond it they are joined into better ones than there are.
  private static let limit = 3000

  init(_ entry: ScoreTree.Entry, _ couplings: [Coupling]) {
    self.entry = entry
    self.couplings = entry.couplings.map { couplings[$0] }
    let start = State(
      cost: 0, value: entry.rollUp == .minimum ? 100 : 0, previous: -1, choice: -1)
    groups = [
      Group(
        key: Key(codes: Array(repeating: 0, count: entry.couplings.count)), states: [start])
    ]
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

  // MARK: - Adding parts

  /// Adds the next part.
  ///
  /// - Parameters:
  ///   - cap: The greatest cost looked at.
  ///   - headroom: What the parts after this can bring to a mean that has to reach its need.
  mutating func add(
    _ outcomes: [PartOutcome], _ part: ScoreTree.Part, cap: Int, headroom: Headroom?
  ) {
    var kinds: [(standing: PartOutcome.Standing, codes: [Int32], outcomes: [PartOutcome])] = []
    for outcome in outcomes {
      if let place = kinds.firstIndex(where: {
        $0.standing == outcome.standing && $0.codes == outcome.codes
      }) {
        kinds[place].outcomes.append(outcome)
      } else {
        kinds.append((outcome.standing, outcome.codes, [outcome]))
      }
    }
    var places: [Key: Int] = [:]
    var next: [Group] = []
    var lists: [[Double]] = []
    for group in groups {
      for kind in kinds {
        guard let key = key(group.key, kind.standing, kind.codes, part) else { continue }
        let place = places[key] ?? next.count
        if place == next.count {
          places[key] = place
          next.append(Group(key: key, states: []))
        }
        join(
          group, kind.outcomes, part.weight, cap, headroom, counted: key.counted,
          into: &next[place].states, &lists)
      }
    }
    finish(&next, &lists)
  }

  private func key(
    _ key: Key, _ standing: PartOutcome.Standing, _ codes: [Int32], _ part: ScoreTree.Part
  ) -> Key? {
    var key = key
    if standing.counts { key.counted += part.weight }
    if standing.isApplicable { key.applicable += part.weight }
    if standing.isAnswered { key.answered += part.weight }
    key.isCalledFor = key.isCalledFor || standing.isCalledFor
    key.blocks = key.blocks || standing.blocks
    for (place, code) in zip(part.couplings, codes) {
      guard let joined = couplings[place].joined(key.codes[place], code) else { return nil }
      key.codes[place] = joined
    }
    for place in part.closes where !couplings[place].isMet(key.codes[place]) { return nil }
    return key
  }

  private mutating func join(
    _ group: Group, _ outcomes: [PartOutcome], _ weight: Double, _ cap: Int, _ headroom: Headroom?,
    counted: Double, into states: inout [State], _ lists: inout [[Double]]
  ) {
    let needed = (entry.need ?? 0) * counted - Self.tolerance * max(1, counted)
    for (place, state) in group.states.enumerated() {
      for outcome in outcomes {
        var next = state
        next.cost += outcome.cost
        if next.cost > cap {
          isCut = true
          continue
        }
        if outcome.standing.counts { add(outcome.share, weight, to: &next, &lists) }
        if let headroom, entry.need != nil {
          let lacking = needed - next.value
          guard headroom.most >= lacking else { continue }
          guard let margin = headroom.margin(for: cap - next.cost), margin >= lacking else {
            isCut = true
            continue
          }
        }
        if isRanked, !outcome.standing.counts {
          lists.append(shares[Int(state.shares)])
          next.shares = Int32(lists.count - 1)
        }
        next.previous = group.first + Int32(place)
        next.choice = outcome.choice
        states.append(next)
      }
    }
  }

  private func add(
    _ share: Double, _ weight: Double, to state: inout State, _ lists: inout [[Double]]
  ) {
    switch entry.rollUp {
    case .minimum: state.value = min(state.value, share)
    case .harmonicMean: state.value -= sign * weight / shown(share)
    case .geometricMean: state.value += sign * weight * log(shown(share))
    case .median, .best:
      var list = shares[Int(state.shares)]
      list.insert(share, at: list.firstIndex { $0 < share } ?? list.count)
      if case .best(let count) = entry.rollUp, list.count > count { list.removeLast() }
      lists.append(list)
      state.shares = Int32(lists.count - 1)
    case .mean, .sum, .path: state.value += weight * share
    }
  }

  /// Leaves of the new stage what nothing beats, and makes it the last.
  private mutating func finish(_ next: inout [Group], _ lists: inout [[Double]]) {
    for place in next.indices {
      next[place].states =
        isRanked ? joined(next[place].states, &lists) : Self.best(next[place].states)
    }
    if !isRanked, next.count <= 64 { dropCovered(&next) }
    next.removeAll { $0.states.isEmpty }
    var origins: [(previous: Int32, choice: Int32)] = []
    for place in next.indices {
      next[place].first = Int32(origins.count)
      origins += next[place].states.map { ($0.previous, $0.choice) }
    }
    groups = next
    shares = lists.isEmpty ? [[]] : lists
    self.origins.append(origins)
  }

  private static func best(_ states: [State]) -> [State] {
    var result: [State] = []
    for state in states.sorted(by: precedes) {
      if let last = result.last, state.value <= last.value { continue }
      result.append(state)
    }
    return result
  }

  private static func precedes(_ a: State, _ b: State) -> Bool {
    if a.cost != b.cost { return a.cost < b.cost }
    if a.value != b.value { return a.value > b.value }
    return a.previous == b.previous ? a.choice < b.choice : a.previous < b.previous
  }

  /// Drops states that cost no less and bring no more than one that couplings bind no tighter.
  private func dropCovered(_ groups: inout [Group]) {
    guard groups.count > 1, !couplings.isEmpty else { return }
    for worse in groups.indices {
      for better in groups.indices where better != worse {
        guard covers(groups[better].key, groups[worse].key) else { continue }
        let others = groups[better].states
        var place = 0
        groups[worse].states.removeAll { state in
          while place < others.count, others[place].cost <= state.cost { place += 1 }
          return place > 0 && others[place - 1].value >= state.value
        }
      }
    }
  }

  private func covers(_ better: Key, _ worse: Key) -> Bool {
    better.counted == worse.counted && better.applicable == worse.applicable
      && better.answered == worse.answered && better.isCalledFor == worse.isCalledFor
      && better.blocks == worse.blocks
      && couplings.indices.allSatisfy {
        couplings[$0].covers(better.codes[$0], worse.codes[$0])
      }
  }

  private func joined(_ states: [State], _ lists: inout [[Double]]) -> [State] {
    var result: [State] = []
    for state in states.sorted(by: Self.precedes) {
      let mine = lists[Int(state.shares)]
      let isBeaten = result.contains { other in
        let list = lists[Int(other.shares)]
        return list.count == mine.count && zip(list, mine).allSatisfy { $0 >= $1 }
      }
      if isBeaten { continue }
      if result.count < Self.limit {
        result.append(state)
      } else if let last = result.last {
        // Better than either, so never too strict.
        let list = lists[Int(last.shares)]
        lists[Int(last.shares)] =
          list.count == mine.count
          ? zip(list, mine).map { max($0, $1) }
          : Array(repeating: 100, count: max(list.count, mine.count))
      }
    }
    return result
  }

  // MARK: - What comes of it

  /// What the whole can come to, the cheapest first, without what a level rules out.
  ///
  /// - Parameter highest: Under a cap that is in force.
  func outcomes(highest: Double?) -> [ScoreOutcome] {
    var outcomes: [ScoreOutcome] = []
    for group in groups {
      let codes = entry.open.map { group.key.codes[$0] }
      for (place, state) in group.states.enumerated() {
        outcomes.append(
          outcome(
            of: state, group.key, codes, place: group.first + Int32(place), highest: highest))
      }
    }
    outcomes.sort { a, b in
      if a.cost != b.cost { return a.cost < b.cost }
      if a.share != b.share { return a.share > b.share }
      return a.state < b.state
    }
    struct Best {
      var greatest = -Double.infinity
      var hasMissing = false
      var hasEmpty = false
    }
    var best: [[Int32]: Best] = [:]
    return outcomes.filter { outcome in
      var known = best[outcome.codes] ?? Best()
      defer { best[outcome.codes] = known }
      switch outcome.kind {
      case .share:
        if let need = entry.need, outcome.share < need - Self.tolerance { return false }
        defer { known.greatest = max(known.greatest, outcome.share) }
        return outcome.share > known.greatest
      case .missing:
        defer { known.hasMissing = true }
        return entry.need == nil && !known.hasMissing
      case .empty:
        defer { known.hasEmpty = true }
        return !known.hasEmpty
      }
    }
  }

  private func outcome(
    of state: State, _ key: Key, _ codes: [Int32], place: Int32, highest: Double?
  ) -> ScoreOutcome {
    func made(_ kind: ScoreOutcome.Kind, _ share: Double = 0) -> ScoreOutcome {
      ScoreOutcome(cost: state.cost, kind: kind, share: share, codes: codes, state: place)
    }
    guard key.isCalledFor else { return made(.empty) }
    let isCovered =
      entry.minimumCoverage * key.applicable <= key.answered * 100 + Self.tolerance
    guard !key.blocks, isCovered, key.counted > 0 else { return made(.missing) }
    let share = value(of: state, key.counted)
    return made(.share, min(share.isNaN ? 100 : share, highest ?? .infinity))
  }

  private func value(of state: State, _ counted: Double) -> Double {
    let shares = shares[isRanked ? Int(state.shares) : 0]
    switch entry.rollUp {
    case .mean, .sum, .path: return state.value / counted
    case .minimum: return state.value
    case .harmonicMean: return share(ofShown: counted / (sign * -state.value))
    case .geometricMean: return share(ofShown: exp(sign * state.value / counted))
    case .best: return shares.reduce(0, +) / Double(shares.count)
    case .median:
      let middle = shares.count / 2
      return shares.count.isMultiple(of: 2)
        ? (shares[middle - 1] + shares[middle]) / 2 : shares[middle]
    }
  }

  private func share(ofShown number: Double) -> Double {
    100 * (number - entry.scaleFrom) / (entry.scaleTo - entry.scaleFrom)
  }

  /// What each part was on the way to a state, in the order of the parts.
  func choices(of state: Int32) -> [Int] {
    var choices: [Int] = []
    var place = Int(state)
    for stage in origins.reversed() {
      choices.append(Int(stage[place].choice))
      place = Int(stage[place].previous)
    }
    return choices.reversed()
  }
}
