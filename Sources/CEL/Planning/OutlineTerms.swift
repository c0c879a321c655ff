extension Outline {
  /// What is held against something else: a variable, a value, or what is computed of both.
  public indirect enum Term: Sendable, Equatable {
    case variable(Slot)
    case value(Value)
    /// Computed from left to right; the operations bind equally.
    case chain(Term, [Link])
    case negative(Term)
    case call(Function, [Term])
    case choice(if: Outline, then: Term, otherwise: Term)
  }

  /// A step of a computation.
  public struct Link: Sendable, Equatable {
    /// What is done with the result so far.
    public enum Operation: String, Sendable {
      case add, subtract, multiply, divide, remainder
    }

    public let operation: Operation
    public let operand: Term
  }

  /// What can be computed of several terms, or of one.
  public enum Function: String, Sendable {
    case least = "min"
    case greatest = "max"
    case sum
    case magnitude = "abs"
    /// Of a number, or of a number and how many places it keeps.
    case rounded = "round"
    /// Of a number, the least and the greatest that it can become.
    case clamped = "clamp"
    /// How many elements a list has.
    case count
    /// From a day to a later one.
    case years = "yearsBetween"
    case answeredCount = "countAnswered"
    /// The last term is how many have to be there.
    case answeredMean = "meanAnswered"
    /// The first that has a value.
    case firstAnswered = "coalesce"
  }
}

extension OutlineReader {
  /// A value in its parts; `nil` for what has no words.
  func term(_ node: any Node) -> Outline.Term? {
    switch node {
    case let node as SlotNode: .variable(node.slot)
    case let node as ConstantNode: node.value.isProper ? .value(node.value) : nil
    // Numbers become of one type without changing what they say.
    case let node as PromotionNode: term(node.parts[0])
    case let node as ChainNode: chain(node)
    case let node as NegationNode: term(node.parts[0]).map { .negative($0) }
    case let node as ConditionalNode: choice(node)
    case let node as CountAnsweredNode: called(.answeredCount, node.parts.map(asked))
    case let node as MeanAnsweredNode:
      called(.answeredMean, node.parts.map(term) + [.value(.int(Int64(node.minimum)))])
    case let node as CoalesceNode: called(.firstAnswered, node.parts.map(term))
    case let node as CallNode: call(node)
    default: nil
    }
  }

  func terms(_ nodes: [any Node]) -> [Outline.Term]? { complete(nodes.map(term)) }

  /// All of them, or nothing.
  private func complete(_ terms: [Outline.Term?]) -> [Outline.Term]? {
    let found = terms.compactMap(\.self)
    return found.count == terms.count ? found : nil
  }

  private func called(_ function: Outline.Function, _ terms: [Outline.Term?]) -> Outline.Term? {
    complete(terms).map { .call(function, $0) }
  }

  /// What is asked whether it has a value.
  private func asked(_ node: any Node) -> Outline.Term? {
    if let node = node as? AnsweredNode { return .variable(node.slot) }
    return term(node)
  }

  private func chain(_ node: ChainNode) -> Outline.Term? {
    guard let first = term(node.first) else { return nil }
    let links = node.links.compactMap { link in
      term(link.operand).map { Outline.Link(operation: .init(link.symbol), operand: $0) }
    }
    return links.count == node.links.count ? .chain(first, links) : nil
  }

  private func choice(_ node: ConditionalNode) -> Outline.Term? {
    guard let first = term(node.parts[1]), let second = term(node.parts[2]) else { return nil }
    return .choice(
      if: condition(node.parts[0], isDenied: false), then: first, otherwise: second)
  }

  private func call(_ node: CallNode) -> Outline.Term? {
    if node.name == "double", node.parts.count == 1 { return term(node.parts[0]) }
    guard let function = Outline.Function(rawValue: node.name) else { return nil }
    // A list that is written out holds what could stand without it.
    if node.parts.count == 1, let list = node.parts[0] as? ListNode, function != .count {
      return called(function, list.parts.map(term))
    }
    return called(function, node.parts.map(term))
  }
}

extension Outline.Link.Operation {
  fileprivate init(_ symbol: ArithmeticOperator) {
    self =
      switch symbol {
      case .add: .add
      case .subtract: .subtract
      case .multiply: .multiply
      case .divide: .divide
      case .remainder: .remainder
      }
  }
}
