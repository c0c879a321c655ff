/// What a condition says, as far as it can be told in words: comparisons, joined by and and or.
///
/// Nothing in it is negated but what has no opposite of its own: a denied comparison is the opposite
/// comparison, a denied conjunction a disjunction of what is denied. Several values that the same
/// variable may have, or may not have, stand together.
public indirect enum Outline: Sendable, Equatable {
  /// How the left side is held against the right.
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
  /// Only of what has no opposite: see there.
  case not(Outline)
  /// A value, if there is one, on the right.
  case comparison(Term, Relation, Term)
  /// The left side is one of these.
  case oneOf(Term, [Term])
  /// The variable is a list, and this is in it.
  case contains(Slot, Value)
  /// The variable has a value.
  case answered(Slot)
  /// The variable itself is true.
  case holds(Slot)
  case constant(Bool)
  case choice(if: Outline, then: Outline, otherwise: Outline)
  /// Anything else, by its text.
  case other(String)
}

extension Program {
  /// The condition in its parts, in the order of the text.
  ///
  /// - Complexity: O(size of the expression), whose depth the parser bounds.
  public var outline: Outline { OutlineReader(source: source).condition(root, isDenied: false) }

  /// The value in its parts; `nil` for what cannot be told in words.
  ///
  /// - Complexity: O(size of the expression), whose depth the parser bounds.
  public var term: Outline.Term? { OutlineReader(source: source).term(root) }
}

/// Reads a planned expression as a person would tell it.
struct OutlineReader {
  let source: String

  /// - Parameter isDenied: Whether the opposite is to be told.
  func condition(_ node: any Node, isDenied: Bool) -> Outline {
    func leaf(_ outline: Outline) -> Outline { isDenied ? .not(outline) : outline }
    switch node {
    case let node as LogicNode:
      return joined(
        node.parts.map { condition($0, isDenied: isDenied) },
        isConjunction: node.isConjunction != isDenied)
    case let node as NotNode: return condition(node.parts[0], isDenied: !isDenied)
    case let node as ConditionalNode:
      return .choice(
        if: condition(node.parts[0], isDenied: false),
        then: condition(node.parts[1], isDenied: isDenied),
        otherwise: condition(node.parts[2], isDenied: isDenied))
    case let node as ConstantNode:
      guard case .bool(let holds) = node.value else { return leaf(other(node)) }
      return .constant(holds != isDenied)
    case let node as SlotNode: return leaf(.holds(node.slot))
    case let node as AnsweredNode: return leaf(.answered(node.slot))
    case let node as EqualityNode:
      return equality(node, isDenied: isDenied)
        ?? comparison(node, node.isNegated != isDenied ? .notEqual : .equal)
        ?? leaf(other(node))
    case let node as OrderingNode:
      let relation = Outline.Relation(node.relation)
      return relation.flatMap { comparison(node, isDenied ? $0.opposite : $0) }
        ?? leaf(other(node))
    case let node as MembershipNode: return leaf(membership(node) ?? other(node))
    case let node as ConstantMembershipNode:
      return leaf(
        term(node.parts[0]).map { .oneOf($0, node.elements.map { .value($0) }) } ?? other(node))
    default: return leaf(other(node))
    }
  }

  private func other(_ node: any Node) -> Outline {
    let start = source.utf8.index(source.startIndex, offsetBy: node.range.lowerBound)
    let end = source.utf8.index(start, offsetBy: node.range.count)
    return .other(String(source[start..<end]))
  }

  /// A variable that is true or false, held against one of the two.
  private func equality(_ node: EqualityNode, isDenied: Bool) -> Outline? {
    let (slot, value): (Slot, Value)
    switch (node.parts[0], node.parts[1]) {
    case (let left as SlotNode, let right as ConstantNode): (slot, value) = (left.slot, right.value)
    case (let left as ConstantNode, let right as SlotNode): (slot, value) = (right.slot, left.value)
    default: return nil
    }
    guard case .bool(let wanted) = value else { return nil }
    return wanted != (node.isNegated != isDenied) ? .holds(slot) : .not(.holds(slot))
  }

  private func comparison(_ node: any Node, _ relation: Outline.Relation) -> Outline? {
    guard let left = term(node.parts[0]), let right = term(node.parts[1]) else { return nil }
    if case .value = left { return .comparison(right, relation.turned, left) }
    return .comparison(left, relation, right)
  }

  private func membership(_ node: MembershipNode) -> Outline? {
    switch (node.parts[0], node.parts[1]) {
    case (let value as ConstantNode, let list as SlotNode):
      .contains(list.slot, value.value)
    case (let element, let list as ConstantNode):
      if case .list(let values) = list.value {
        term(element).map { .oneOf($0, values.map { .value($0) }) }
      } else {
        nil
      }
    case (let element, let list as ListNode):
      term(element).flatMap { element in terms(list.parts).map { .oneOf(element, $0) } }
    default: nil
    }
  }

  /// Conditions side by side: those of the same kind are taken apart, and values of one variable
  /// put together.
  private func joined(_ parts: [Outline], isConjunction: Bool) -> Outline {
    var joined: [Outline] = []
    for part in parts {
      switch part {
      case .all(let inner) where isConjunction: for part in inner { add(part) }
      case .any(let inner) where !isConjunction: for part in inner { add(part) }
      default: add(part)
      }
    }
    func add(_ part: Outline) {
      guard let (term, values) = part.listed(denied: isConjunction) else {
        return joined.append(part)
      }
      for place in joined.indices {
        guard let (other, others) = joined[place].listed(denied: isConjunction), other == term
        else { continue }
        let list = Outline.oneOf(term, others + values)
        joined[place] = isConjunction ? .not(list) : list
        return
      }
      joined.append(part)
    }
    if joined.count == 1 { return joined[0] }
    return isConjunction ? .all(joined) : .any(joined)
  }
}

extension Outline {
  /// A term and what it is, or what it is not: of a single value or of several.
  fileprivate func listed(denied: Bool) -> (term: Term, values: [Term])? {
    switch self {
    case .comparison(let term, .equal, let value) where !denied: (term, [value])
    case .comparison(let term, .notEqual, let value) where denied: (term, [value])
    case .oneOf(let term, let values) where !denied: (term, values)
    case .not(.oneOf(let term, let values)) where denied: (term, values)
    default: nil
    }
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

  /// What holds where this does not.
  fileprivate var opposite: Outline.Relation {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
