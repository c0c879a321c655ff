/// A condition known when the expression was planned.
final class TypedConstantCondition: ConditionNode {
  private let value: Truth

  init(_ value: Bool) { self.value = Truth(value) }

  func evaluate(_ frame: TypedFrame) -> Truth { value }
}

/// A variable that is a condition.
final class TypedConditionSlot: ConditionNode {
  private let slot: Int

  init(_ slot: Int) { self.slot = slot }

  func evaluate(_ frame: TypedFrame) -> Truth { frame.truth(slot) }
}

/// `answered(variable)`
final class TypedAnswered: ConditionNode {
  private let slot: Int

  init(_ slot: Int) { self.slot = slot }

  func evaluate(_ frame: TypedFrame) -> Truth { frame.isAnswered(slot) }
}

/// `&&` of two; a longer chain is a balanced tree of these.
final class TypedAnd: ConditionNode {
  private let left: any ConditionNode
  private let right: any ConditionNode

  init(_ left: any ConditionNode, _ right: any ConditionNode) {
    self.left = left
    self.right = right
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let a = left.evaluate(frame)
    if a == .no { return .no }
    let b = right.evaluate(frame)
    if b == .no { return .no }
    return a.joined(b)
  }
}

/// `||` of two; a longer chain is a balanced tree of these.
final class TypedOr: ConditionNode {
  private let left: any ConditionNode
  private let right: any ConditionNode

  init(_ left: any ConditionNode, _ right: any ConditionNode) {
    self.left = left
    self.right = right
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let a = left.evaluate(frame)
    if a == .yes { return .yes }
    let b = right.evaluate(frame)
    if b == .yes { return .yes }
    return a.joined(b)
  }
}

/// `!`
final class TypedNot: ConditionNode {
  private let operand: any ConditionNode

  init(_ operand: any ConditionNode) { self.operand = operand }

  func evaluate(_ frame: TypedFrame) -> Truth {
    switch operand.evaluate(frame) {
    case .no: .yes
    case .yes: .no
    case let open: open
    }
  }
}

/// `==` and `!=` of two conditions.
final class TypedConditionEquality: ConditionNode {
  private let left: any ConditionNode
  private let right: any ConditionNode
  private let isNegated: Bool

  init(_ left: any ConditionNode, _ right: any ConditionNode, isNegated: Bool) {
    self.left = left
    self.right = right
    self.isNegated = isNegated
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let a = left.evaluate(frame)
    let b = right.evaluate(frame)
    guard a.isDecided, b.isDecided else { return a.joined(b) }
    return Truth((a == b) != isNegated)
  }
}

/// `condition ? first : second` of conditions.
final class TypedConditionalCondition: ConditionNode {
  private let condition: any ConditionNode
  private let first: any ConditionNode
  private let second: any ConditionNode

  init(
    _ condition: any ConditionNode, _ first: any ConditionNode, _ second: any ConditionNode
  ) {
    self.condition = condition
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    switch condition.evaluate(frame) {
    case .yes: first.evaluate(frame)
    case .no: second.evaluate(frame)
    case let open: open
    }
  }
}
