internal import Diagnostics

/// What all loops share: what they run over, where their variable stands, what a round costs.
struct Loop: Sendable {
  let over: any Node
  let local: Int
  let cost: Int

  /// The elements of a list or the keys of a map; else what the loop returns at once.
  func elements(_ frame: inout Frame) -> Outcome {
    let value = over.evaluate(&frame)
    switch value {
    case .list(let elements): return .elements(elements)
    case .map(let map):
      do throws(Failure) {
        try frame.budget.spend(1 + map.count / Limits.elementsPerStep)
        return .elements(map.entries.map(\.key))
      } catch {
        return .none(over.failed(error))
      }
    case .unknown, .error: return .none(value)
    default: return .none(over.failed(Failure.operand("in", value)))
    }
  }

  enum Outcome {
    case elements([Value])
    case none(Value)
  }

  /// Begins a round.
  func enter(_ element: Value, _ frame: inout Frame) throws(Failure) {
    try frame.budget.spend(cost)
    frame.locals[local] = element
  }
}

extension Node {
  /// A condition that is no bool, as what it makes of the whole.
  fileprivate func undecided(_ value: Value) -> Value {
    value.isProper ? failed(Failure.operand("? :", value)) : value
  }
}

/// `all` and `exists`: `&&` and `||` over the elements, with the same absorption.
final class QuantifierNode: Node {
  let range: Range<Int>
  private let loop: Loop
  private let predicate: any Node
  private let decisive: Bool
  var parts: [any Node] { [loop.over] }
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ loop: Loop, _ predicate: any Node, decisive: Bool) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
    self.decisive = decisive
  }

  func evaluate(_ frame: inout Frame) -> Value { run(&frame).value }

  /// The value, and the element that decided it, if one did.
  private func run(_ frame: inout Frame) -> (value: Value, deciding: Value?) {
    let elements: [Value]
    switch loop.elements(&frame) {
    case .elements(let found): elements = found
    case .none(let value): return (value, nil)
    }
    var open: Value?
    for element in elements {
      do throws(Failure) {
        try loop.enter(element, &frame)
      } catch {
        return (failed(error), nil)
      }
      let value = predicate.evaluate(&frame)
      if case .bool(let bool) = value {
        if bool == decisive { return (value, element) }
      } else {
        let outcome = predicate.undecided(value)
        open = open.map { Absorption.join($0, outcome) } ?? outcome
      }
    }
    return (open ?? .bool(!decisive), nil)
  }

  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    frame.budget = Budget()
    let (value, deciding) = run(&frame)
    var children: [Explanation] = []
    if !(loop.over is ConstantNode) { children.append(loop.over.explain(&frame, in: source)) }
    if let deciding {
      frame.locals[loop.local] = deciding
      children.append(predicate.explain(&frame, in: source))
    }
    return Explanation(range, in: source, value, children)
  }
}

/// `exists_one`; an unknown or an error of any element is that of the whole.
final class ExistsOneNode: Node {
  let range: Range<Int>
  private let loop: Loop
  private let predicate: any Node
  var parts: [any Node] { [loop.over] }
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ loop: Loop, _ predicate: any Node) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let elements: [Value]
    switch loop.elements(&frame) {
    case .elements(let found): elements = found
    case .none(let value): return value
    }
    var count = 0
    var open: Value?
    for element in elements {
      do throws(Failure) {
        try loop.enter(element, &frame)
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

/// `map` and `filter`; an unknown or an error of any element is that of the whole.
final class CollectionNode: Node {
  let range: Range<Int>
  private let loop: Loop
  private let predicate: (any Node)?
  private let transform: (any Node)?
  var parts: [any Node] { [loop.over] }
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ loop: Loop, predicate: (any Node)?, transform: (any Node)?) {
    self.range = range
    self.loop = loop
    self.predicate = predicate
    self.transform = transform
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let elements: [Value]
    switch loop.elements(&frame) {
    case .elements(let found): elements = found
    case .none(let value): return value
    }
    var results: [Value] = []
    var open: Value?
    for element in elements {
      do throws(Failure) {
        try loop.enter(element, &frame)
        guard results.count < Limits.listLength else {
          throw Failure(.listTooLong, ["limit": .count(Limits.listLength)])
        }
      } catch {
        return failed(error)
      }
      let result = result(element, &frame)
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
