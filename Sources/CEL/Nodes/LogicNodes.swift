/// `&&` and `||` over any number of operands.
///
/// An operand that decides makes all others irrelevant, unknown or failed ones too; else an
/// unknown beats an error, and an error beats the rest.
final class LogicNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  private let logic: LogicOperator
  var isConjunction: Bool { logic == .and }
  var leastSteps: Int { parts.first?.leastSteps ?? 0 }

  init(_ range: Range<Int>, _ logic: LogicOperator, _ operands: [any Node]) {
    self.range = range
    self.logic = logic
    parts = operands
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let decisive = logic.decisive
    var open: Value?
    for operand in parts {
      let value = operand.evaluate(&frame)
      if case .bool(let bool) = value {
        if bool == decisive { return value }
      } else {
        let outcome = undecided(value, at: operand)
        open = open.map { Absorption.join($0, outcome) } ?? outcome
      }
    }
    return open ?? .bool(!decisive)
  }

  private func undecided(_ value: Value, at operand: any Node) -> Value {
    value.isProper ? operand.failed(Failure.operand(logic.rawValue, value)) : value
  }

  /// Only the operands that decided: those with the deciding value, or else those that left the
  /// result open, or else all.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    let value = evaluateAlone(&frame)
    var children: [Explanation] = []
    for operand in parts where !(operand is ConstantNode) {
      if decides(operand.evaluateAlone(&frame), value) {
        children.append(operand.explain(&frame, in: source))
      }
    }
    return Explanation(range, in: source, value, children)
  }

  private func decides(_ operand: Value, _ result: Value) -> Bool {
    switch (result, operand) {
    case (.bool(logic.decisive), _): operand == result
    case (.bool, _): true
    case (.unknown, .unknown): true
    case (.unknown, _): false
    default: !operand.isBool
    }
  }
}

extension Value {
  fileprivate var isBool: Bool { if case .bool = self { true } else { false } }
}

/// `!`
final class NotNode: Node {
  let range: Range<Int>
  private let operand: any Node
  var parts: [any Node] { [operand] }
  var leastSteps: Int { operand.leastSteps }

  init(_ range: Range<Int>, _ operand: any Node) {
    self.range = range
    self.operand = operand
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    if case .bool(let bool) = value { return .bool(!bool) }
    return value.isProper ? failed(Failure.operand("!", value)) : value
  }
}

/// `condition ? first : second`; only the chosen branch is evaluated.
final class ConditionalNode: Node {
  let range: Range<Int>
  private let condition: any Node
  private let first: any Node
  private let second: any Node
  var parts: [any Node] { [condition, first, second] }
  var leastSteps: Int { condition.leastSteps }

  init(_ range: Range<Int>, _ condition: any Node, _ first: any Node, _ second: any Node) {
    self.range = range
    self.condition = condition
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = condition.evaluate(&frame)
    guard case .bool(let bool) = value else { return undecided(value) }
    return bool ? first.evaluate(&frame) : second.evaluate(&frame)
  }

  private func undecided(_ value: Value) -> Value {
    value.isProper ? condition.failed(Failure.operand("? :", value)) : value
  }

  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    let decision = condition.explain(&frame, in: source)
    guard case .bool(let bool) = decision.value else {
      return Explanation(range, in: source, undecided(decision.value), [decision])
    }
    let branch = (bool ? first : second).explain(&frame, in: source)
    return Explanation(range, in: source, branch.value, [decision, branch])
  }
}
