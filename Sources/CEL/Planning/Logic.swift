/// A condition taken apart at its `&&`, `||` and `!`, for evaluating it on columns of answers.
public indirect enum Logic: Sendable {
  /// True where all are, false where one is.
  case all([Logic])
  /// True where one is, false where all are.
  case any([Logic])
  case not(Logic)
  /// What is evaluated as a whole; it reads no more variables than its own part of the text.
  case part(Program)
}

extension Program {
  /// The condition in its parts: `&&` is the least and `||` the greatest of them in the order false,
  /// undecided, true, and `!` turns that order around.
  ///
  /// Whether a part is unknown or has failed makes no difference to what of the whole is true and
  /// what is false. A program that might run out of steps is one part, as it has the steps as a whole.
  public var logic: Logic { stepBound == nil ? .part(self) : logic(of: root) }

  private func logic(of node: any Node) -> Logic {
    switch node {
    case let node as LogicNode:
      let parts = node.parts.map(logic)
      return node.isConjunction ? .all(parts) : .any(parts)
    case let node as NotNode: return .not(logic(of: node.parts[0]))
    default: return .part(part(node))
    }
  }

  private func part(_ node: any Node) -> Program {
    // Bodies of loops are not among the parts, so whatever has one counts as reading everything.
    narrowed(to: node, reads: Self.slots(of: node) ?? Set(reads))
  }

  private static func slots(of node: any Node) -> Set<Slot>? {
    switch node {
    case let node as SlotNode: return [node.slot]
    case let node as AnsweredNode: return [node.slot]
    case is ConstantNode, is LogicNode, is NotNode, is ConditionalNode, is EqualityNode,
      is OrderingNode, is MembershipNode, is ConstantMembershipNode, is ChainNode,
      is NegationNode, is PromotionNode, is CallNode, is ListNode:
      var slots: Set<Slot> = []
      for part in node.parts {
        guard let more = Self.slots(of: part) else { return nil }
        slots.formUnion(more)
      }
      return slots
    default: return nil
    }
  }
}
