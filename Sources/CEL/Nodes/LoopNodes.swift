internal import Diagnostics

/// What all loops share: what they run over, where their variables stand, what a round costs.
struct Loop: Sendable {
  let over: any Node
  /// The place of the only variable, or of the first of two.
  let local: Int
  /// Whether there are two: place and element of a list, key and value of a map.
  let isPaired: Bool
  let cost: Int
  /// What the rounds read that is the same in all of them: declared variables, and those of loops
  /// and of `cel.bind` around this one.
  let reads: [any Node]

  /// What the variables are in each round.
  struct Rounds {
    /// The elements of a list or the keys of a map.
    fileprivate let elements: [Value]
    /// The values of a map, where a variable is for them.
    fileprivate let values: [Value]?

    var indices: Range<Int> { elements.indices }

    /// The element of a list or the key of a map.
    func element(_ round: Int) -> Value { elements[round] }

    /// The place in a list or the key in a map.
    func key(_ round: Int) -> Value { values == nil ? .int(Int64(round)) : elements[round] }
  }

  enum Outcome {
    case rounds(Rounds)
    /// What the loop returns at once.
    case none(Value)
  }

  /// The least steps of a loop that visits all its elements, where these are known; `body` are
  /// those of a round beside its own.
  func leastSteps(body: Int) -> Int {
    guard let constant = over as? ConstantNode, case .list(let elements) = constant.value
    else { return over.leastSteps }
    let (product, overflow) = elements.count.multipliedReportingOverflow(
      by: cost + Swift.min(body, Limits.steps))
    return overflow ? .max : product
  }

  func rounds(_ frame: inout Frame) -> Outcome {
    let value = over.evaluate(&frame)
    switch value {
    case .list(let elements): return .rounds(Rounds(elements: elements, values: nil))
    case .map(let map):
      do throws(Failure) {
        try frame.budget.spend(1 + map.count / Limits.elementsPerStep)
      } catch {
        return .none(over.failed(error))
      }
      return .rounds(
        Rounds(
          elements: map.entries.map(\.key), values: isPaired ? map.entries.map(\.value) : nil))
    case .unknown, .error: return .none(value)
    default: return .none(over.failed(Failure.operand("in", value)))
    }
  }

  /// Pays for a round and begins it.
  func enter(_ round: Int, of rounds: Rounds, _ frame: inout Frame) throws(Failure) {
    try frame.budget.spend(cost)
    bind(round, of: rounds, &frame)
  }

  /// Gives the variables the values of a round.
  func bind(_ round: Int, of rounds: Rounds, _ frame: inout Frame) {
    let element = rounds.elements[round]
    guard isPaired else {
      frame.locals[local] = element
      return
    }
    frame.locals[local] = rounds.key(round)
    frame.locals[local + 1] = rounds.values?[round] ?? element
  }
}

/// A loop.
protocol LoopNode: Node {
  var loop: Loop { get }
}

extension LoopNode {
  var parts: [any Node] { [loop.over] }
  var isFoldable: Bool { false }

  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    explainRounds(&frame, in: source)
  }

  /// What it runs over decides, and where there are rounds also what they read.
  func explainRounds(_ frame: inout Frame, in source: String) -> Explanation {
    let value = evaluateAlone(&frame)
    let over = loop.over.explain(&frame, in: source)
    var children = loop.over is ConstantNode ? [] : [over]
    if over.value.isProper, over.value != .list([]) {
      var told: Set<String> = []
      for read in loop.reads {
        let part = read.explain(&frame, in: source)
        if told.insert(part.source).inserted { children.append(part) }
      }
    }
    return Explanation(range, in: source, value, children.deciding(value))
  }
}

extension Node {
  /// A condition that is no bool, as what it makes of the whole.
  func undecided(_ value: Value) -> Value {
    value.isProper ? failed(Failure.operand("? :", value)) : value
  }
}

/// `all` and `exists`: `&&` and `||` over the elements, with the same absorption.
final class QuantifierNode: LoopNode {
  let range: Range<Int>
  let loop: Loop
  private let predicate: any Node
  private let decisive: Bool
  var leastSteps: Int { loop.over.leastSteps }

  init(_ range: Range<Int>, _ loop: Loop, _ predicate: any Node, decisive: Bool) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
    self.decisive = decisive
  }

  func evaluate(_ frame: inout Frame) -> Value { run(&frame).value }

  private typealias Deciding = (round: Int, rounds: Loop.Rounds)

  /// The value, and the round that decided it, if one did.
  private func run(_ frame: inout Frame) -> (value: Value, deciding: Deciding?) {
    let rounds: Loop.Rounds
    switch loop.rounds(&frame) {
    case .rounds(let found): rounds = found
    case .none(let value): return (value, nil)
    }
    var open: Value?
    for round in rounds.indices {
      do throws(Failure) {
        try loop.enter(round, of: rounds, &frame)
      } catch {
        return (failed(error), nil)
      }
      let value = predicate.evaluate(&frame)
      if case .bool(let bool) = value {
        if bool == decisive { return (value, (round, rounds)) }
      } else {
        let outcome = predicate.undecided(value)
        open = open.map { Absorption.join($0, outcome) } ?? outcome
      }
    }
    return (open ?? .bool(!decisive), nil)
  }

  /// The round that decided, if one did; else all of them.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    frame.budget = Budget()
    let (value, deciding) = run(&frame)
    guard let deciding else { return explainRounds(&frame, in: source) }
    var children: [Explanation] = []
    if !(loop.over is ConstantNode) { children.append(loop.over.explain(&frame, in: source)) }
    loop.bind(deciding.round, of: deciding.rounds, &frame)
    children.append(predicate.explain(&frame, in: source))
    return Explanation(range, in: source, value, children)
  }
}

/// `exists_one`; an unknown or an error of any element is that of the whole.
final class ExistsOneNode: LoopNode {
  let range: Range<Int>
  let loop: Loop
  private let predicate: any Node
  var leastSteps: Int { loop.leastSteps(body: predicate.leastSteps) }

  init(_ range: Range<Int>, _ loop: Loop, _ predicate: any Node) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let rounds: Loop.Rounds
    switch loop.rounds(&frame) {
    case .rounds(let found): rounds = found
    case .none(let value): return value
    }
    var count = 0
    var open: Value?
    for round in rounds.indices {
      do throws(Failure) {
        try loop.enter(round, of: rounds, &frame)
      } catch {
        return failed(error)
      }
      let value = predicate.evaluate(&frame)
      if case .bool(let bool) = value {
        if bool { count += 1 }
      } else {
        let outcome = predicate.undecided(value)
        open = open.map { Absorption.join($0, outcome) } ?? outcome
      }
    }
    return open ?? .bool(count == 1)
  }
}

/// `map`, `filter` and `transformList`; an unknown or an error of any element is that of the whole.
final class CollectionNode: LoopNode {
  let range: Range<Int>
  let loop: Loop
  private let predicate: (any Node)?
  private let transform: (any Node)?
  var leastSteps: Int {
    loop.leastSteps(body: predicate?.leastSteps ?? transform?.leastSteps ?? 0)
  }

  init(_ range: Range<Int>, _ loop: Loop, predicate: (any Node)?, transform: (any Node)?) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
    self.transform = transform
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let rounds: Loop.Rounds
    switch loop.rounds(&frame) {
    case .rounds(let found): rounds = found
    case .none(let value): return value
    }
    var results: [Value] = []
    var open: Value?
    for round in rounds.indices {
      do throws(Failure) {
        try loop.enter(round, of: rounds, &frame)
        guard results.count < Limits.listLength else {
          throw Failure(.listTooLong, ["limit": .count(Limits.listLength)])
        }
      } catch {
        return failed(error)
      }
      let result = result(rounds.element(round), &frame)
      if let result, !result.isProper {
        open = open.map { Absorption.join($0, result) } ?? result
      } else if let result, open == nil {
        results.append(result)
      }
    }
    return open ?? .list(results)
  }

  /// What an element contributes: nothing, a value, an unknown or an error.
  private func result(_ element: Value, _ frame: inout Frame) -> Value? {
    if let predicate {
      let value = predicate.evaluate(&frame)
      guard case .bool(let bool) = value else { return predicate.undecided(value) }
      if !bool { return nil }
    }
    return transform?.evaluate(&frame) ?? element
  }
}
