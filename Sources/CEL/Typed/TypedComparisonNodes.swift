/// Two ints compared.
final class TypedWholeComparison: ConditionNode {
  private let left: any WholeNode
  private let right: any WholeNode
  private let relation: RelationMask

  init(_ left: any WholeNode, _ right: any WholeNode, _ relation: RelationMask) {
    self.left = left
    self.right = right
    self.relation = relation
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let a = left.evaluate(frame)
    let b = right.evaluate(frame)
    guard a.gap == .none, b.gap == .none else { return Truth(max(a.gap, b.gap)) }
    return Truth(relation.holds(a.value, b.value))
  }
}

/// An int compared with a constant.
final class TypedWholeThreshold: ConditionNode {
  private let operand: any WholeNode
  private let relation: RelationMask
  private let constant: Int64

  init(_ operand: any WholeNode, _ relation: RelationMask, _ constant: Int64) {
    self.operand = operand
    self.relation = relation
    self.constant = constant
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let value = operand.evaluate(frame)
    guard value.gap == .none else { return Truth(value.gap) }
    return Truth(relation.holds(value.value, constant))
  }
}

/// A variable that is an int, compared with a constant: the commonest condition of all.
final class TypedWholeSlotThreshold: ConditionNode {
  private let slot: Int
  private let relation: RelationMask
  private let constant: Int64

  init(_ slot: Int, _ relation: RelationMask, _ constant: Int64) {
    self.slot = slot
    self.relation = relation
    self.constant = constant
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let value = frame.whole(slot)
    guard value.gap == .none else { return Truth(value.gap) }
    return Truth(relation.holds(value.value, constant))
  }
}

/// Two doubles compared.
final class TypedRealComparison: ConditionNode {
  private let left: any RealNode
  private let right: any RealNode
  private let relation: RelationMask

  init(_ left: any RealNode, _ right: any RealNode, _ relation: RelationMask) {
    self.left = left
    self.right = right
    self.relation = relation
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let a = left.evaluate(frame)
    let b = right.evaluate(frame)
    guard a.gap == .none, b.gap == .none else { return Truth(max(a.gap, b.gap)) }
    return Truth(relation.holds(a.value, b.value))
  }
}

/// A double compared with a constant.
final class TypedRealThreshold: ConditionNode {
  private let operand: any RealNode
  private let relation: RelationMask
  private let constant: Double

  init(_ operand: any RealNode, _ relation: RelationMask, _ constant: Double) {
    self.operand = operand
    self.relation = relation
    self.constant = constant
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let value = operand.evaluate(frame)
    guard value.gap == .none else { return Truth(value.gap) }
    return Truth(relation.holds(value.value, constant))
  }
}
