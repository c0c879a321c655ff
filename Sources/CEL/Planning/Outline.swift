/// What a condition says, as far as it can be told in words: comparisons of variables with values,
/// joined by and, or and not.
public indirect enum Outline: Sendable {
  /// How a variable is held against a value, the variable on the left.
  public enum Relation: String, Sendable {
    case equal
    case notEqual = "not-equal"
    case less
    case lessOrEqual = "at-most"
    case greater = "more"
    case greaterOrEqual = "at-least"
  }

  case all([Outline])
  case any([Outline])
  case not(Outline)
  case comparison(Slot, Relation, Value)
  /// The variable is one of these.
  case oneOf(Slot, [Value])
  /// The variable is a list, and this is in it.
  case contains(Slot, Value)
  case answered(Slot)
  /// The variable itself is true.
  case holds(Slot)
  /// Anything else, by its text.
  case other(String)
}

extension Program {
  /// The condition in its parts, in the order of the text.
  ///
  /// - Complexity: O(size of the expression), whose depth the parser bounds.
  public var outline: Outline { outline(of: root) }

  private func outline(of node: any Node) -> Outline {
    switch node {
    case let node as LogicNode:
      let parts = node.parts.map(outline)
      return node.isConjunction ? .all(parts) : .any(parts)
    case let node as NotNode: return .not(outline(of: node.parts[0]))
    case let node as SlotNode: return .holds(node.slot)
    case let node as AnsweredNode: return .answered(node.slot)
    case let node as EqualityNode:
      return comparison(node, node.isNegated ? .notEqual : .equal) ?? other(node)
    case let node as OrderingNode:
      return Outline.Relation(node.relation).flatMap { comparison(node, $0) } ?? other(node)
    case let node as MembershipNode: return membership(node) ?? other(node)
    default: return other(node)
    }
  }

  private func other(_ node: any Node) -> Outline {
    let start = source.utf8.index(source.startIndex, offsetBy: node.range.lowerBound)
    let end = source.utf8.index(start, offsetBy: node.range.count)
    return .other(String(source[start..<end]))
  }

  private func comparison(_ node: any Node, _ relation: Outline.Relation) -> Outline? {
    let (left, right) = (node.parts[0].unpromoted, node.parts[1].unpromoted)
    switch (left, right) {
    case (let slot as SlotNode, let constant as ConstantNode):
      return .comparison(slot.slot, relation, constant.value)
    case (let constant as ConstantNode, let slot as SlotNode):
      return .comparison(slot.slot, relation.turned, constant.value)
    default: return nil
    }
  }

  private func membership(_ node: MembershipNode) -> Outline? {
    switch (node.parts[0].unpromoted, node.parts[1]) {
    case (let slot as SlotNode, let constant as ConstantNode):
      guard case .list(let values) = constant.value else { return nil }
      return .oneOf(slot.slot, Array(values))
    case (let constant as ConstantNode, let slot as SlotNode):
      return .contains(slot.slot, constant.value)
    default: return nil
    }
  }
}

extension Node {
  /// Without the step that makes numbers of one type.
  fileprivate var unpromoted: any Node {
    if let node = self as? PromotionNode { node.parts[0] } else { self }
  }
}

extension Outline.Relation {
  fileprivate init?(_ relation: RelationOperator) {
    switch relation {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .in: return nil
    }
  }

  /// The same said from the other side.
  fileprivate var turned: Outline.Relation {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
