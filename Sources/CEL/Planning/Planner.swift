internal import Diagnostics

/// Makes nodes that evaluate from a checked tree: names become places, constants are computed.
struct Planner {
  typealias ID = SyntaxTree.ID

  private let checked: CheckedTree
  private var reads: Set<Slot> = []
  /// What has turned out to be constant, for the typed plan.
  private var constants: [ID: Value] = [:]
  /// What reads a variable, in the order of the source, as far as it is planned.
  private var readers: [any Node] = []
  /// Where the variable at a place in the frame is used, as far as it is planned.
  private var uses: [Int: Set<Range<Int>>] = [:]
  /// What can never be evaluated within the limits.
  private var findings: [Finding] = []
  /// The steps that have gone into loops computed in advance.
  private var spent = 0

  /// - Returns: The program, and what can never be evaluated within the limits.
  static func plan(
    _ checked: CheckedTree, source: String
  ) -> (program: Program, findings: [Finding]) {
    var planner = Planner(checked: checked)
    let root = planner.plan(checked.tree.root)
    let program = Program(
      source: source, reads: planner.reads, type: checked.types[checked.tree.root], root: root,
      localCount: checked.localCount,
      typed: TypedPlanner.plan(checked, constants: planner.constants))
    return (program, planner.findings)
  }

  private init(checked: CheckedTree) { self.checked = checked }

  private mutating func plan(_ id: ID) -> any Node {
    let node = fold(build(id))
    if let constant = node as? ConstantNode { constants[id] = constant.value }
    return checked.promoted.contains(id) ? fold(PromotionNode(node)) : node
  }

  private mutating func plan(_ ids: [ID]) -> [any Node] { ids.map { plan($0) } }

  /// A node of constants only becomes the constant that it is, unless that is an error: errors
  /// belong to the evaluation, where a neighbour may make them irrelevant.
  private func fold(_ node: any Node) -> any Node {
    guard node.isFoldable, node.parts.allSatisfy({ $0 is ConstantNode }) else { return node }
    var frame = Frame(slots: [], locals: [])
    let value = node.evaluate(&frame)
    return value.isProper ? ConstantNode(node.range, value) : node
  }

  private mutating func build(_ id: ID) -> any Node {
    let node = checked.tree[id]
    let range = node.range
    switch checked.references[id] {
    case .variable(let slot)?:
      reads.insert(slot)
      return reading(SlotNode(range, slot))
    case .answered(let slot)?:
      reads.insert(slot)
      return reading(AnsweredNode(range, slot))
    case .local(let index)?:
      uses[index, default: []].insert(range)
      return reading(LocalNode(range, index))
    case .constant(let value)?: return ConstantNode(range, value)
    case nil: break
    }
    switch node.kind {
    case .invalid: return ConstantNode(range, .error(EvaluationError(Failure(.empty), at: range)))
    case .literal(let value): return ConstantNode(range, value)
    case .name(let name, _):
      let failure = Failure(.unknownName, ["name": .text(name)])
      return ConstantNode(range, .error(EvaluationError(failure, at: range)))
    case .select(let operand, let field): return SelectNode(range, plan(operand), field)
    case .presence(let operand, let field): return PresenceNode(range, plan(operand), field)
    case .index(let operand, let index): return IndexNode(range, plan(operand), plan(index))
    case .optionalSelect(let operand, let field):
      return SelectNode(range, plan(operand), field, isOptional: true)
    case .optionalIndex(let operand, let index):
      return IndexNode(range, plan(operand), plan(index), isOptional: true)
    case .optionalElement(let operand): return OptionalElementNode(range, plan(operand))
    case .optionalMap(let map):
      return OptionalMapNode(
        range, map.kind, plan(map.operand), plan(map.transform), local: checked.locals[id] ?? 0)
    case .call(let call): return buildCall(id, call, range)
    case .list(let elements): return ListNode(range, plan(elements))
    case .map(let entries):
      return MapNode(range, keys: plan(entries.map(\.key)), values: plan(entries.map(\.value)))
    case .not(let operand): return NotNode(range, plan(operand))
    case .negate(let operand): return NegationNode(range, plan(operand))
    case .logic(let logic, let operands): return LogicNode(range, logic, plan(operands))
    case .chain(let first, let links): return buildChain(id, first, links, range)
    case .relation(let relation, let left, let right):
      return buildRelation(relation, plan(left), plan(right), range)
    case .conditional(let condition, let first, let second):
      return ConditionalNode(range, plan(condition), plan(first), plan(second))
    case .comprehension(let comprehension):
      return compute(id, buildLoop(id, comprehension, range))
    case .binding(let binding): return buildBinding(id, binding, range)
    }
  }

  private mutating func reading(_ node: any Node) -> any Node {
    readers.append(node)
    return node
  }

  private mutating func buildCall(
    _ id: ID, _ call: SyntaxNode.Call, _ range: Range<Int>
  ) -> any Node {
    switch checked.answeredCalls[id] {
    case .count(let variables)?: return CountAnsweredNode(range, plan(variables))
    case .mean(let elements, let minimum)?:
      return MeanAnsweredNode(range, plan(elements), minimum: minimum)
    case .coalesce(let alternatives)?: return CoalesceNode(range, plan(alternatives))
    case nil: break
    }
    let call = checked.namespaced[id] ?? call
    let arguments = plan([call.receiver].compactMap { $0 } + call.arguments)
    if let pattern = checked.patterns[id], arguments.count == 2 {
      return MatchNode(range, arguments[0], pattern)
    }
    let overloads = checked.overloads[id] ?? []
    if arguments.count == 2, case .alternative(let unwraps)? = overloads.first?.implementation {
      return AlternativeNode(range, call.function, arguments[0], arguments[1], unwraps: unwraps)
    }
    return CallNode(range, call.function, overloads, arguments)
  }

  private mutating func buildChain(
    _ id: ID, _ first: ID, _ links: [SyntaxNode.Link], _ range: Range<Int>
  ) -> any Node {
    let promotions = checked.promotedBefore[id] ?? []
    return ChainNode(
      range, plan(first),
      links.enumerated().map { position, link in
        ChainNode.Link(
          symbol: link.symbol, operand: plan(link.operand),
          promotesBefore: promotions.contains(position))
      })
  }

  private func buildRelation(
    _ relation: RelationOperator, _ left: any Node, _ right: any Node, _ range: Range<Int>
  ) -> any Node {
    switch relation {
    case .equal, .notEqual:
      return EqualityNode(range, left, right, isNegated: relation == .notEqual)
    case .in:
      if let constant = right as? ConstantNode, case .list(let elements) = constant.value,
        let node = ConstantMembershipNode(range, left, elements)
      {
        return node
      }
      return MembershipNode(range, left, right)
    default: return OrderingNode(range, relation, left, right)
    }
  }

  private mutating func buildLoop(
    _ id: ID, _ loop: Comprehension, _ range: Range<Int>
  ) -> any Node {
    let over = plan(loop.range)
    let local = checked.locals[id] ?? 0
    let outside = readers.count
    let predicate = loop.predicate.map { plan($0) }
    let transform = loop.transform.map { plan($0) }
    let body = Loop(
      over: over, local: local, isPaired: loop.second != nil,
      cost: 1 + (predicate?.cost ?? 0) + (transform?.cost ?? 0),
      reads: readers[outside...].filter { ($0 as? LocalNode).map { $0.index < local } ?? true })
    switch (loop.kind, predicate, transform) {
    case (.all, let predicate?, _): return QuantifierNode(range, body, predicate, decisive: false)
    case (.exists, let predicate?, _): return QuantifierNode(range, body, predicate, decisive: true)
    case (.existsOne, let predicate?, _): return ExistsOneNode(range, body, predicate)
    case (.transformMap, _, let transform?):
      return MapLoopNode(range, body, predicate: predicate, transform, joinsMaps: false)
    case (.transformMapEntry, _, let transform?):
      return MapLoopNode(range, body, predicate: predicate, transform, joinsMaps: true)
    default: return CollectionNode(range, body, predicate: predicate, transform: transform)
    }
  }

  private mutating func buildBinding(
    _ id: ID, _ binding: Binding, _ range: Range<Int>
  ) -> any Node {
    let local = checked.locals[id] ?? 0
    let value = plan(binding.value)
    uses[local] = []
    let body = plan(binding.body)
    return BindingNode(range, local, value, body, uses: uses[local] ?? [])
  }

  // MARK: Loops in advance

  /// A loop that reads no variable becomes its value. A loop that must take too many steps, or
  /// build too much, whatever the answers, is a finding.
  private mutating func compute(_ id: ID, _ node: any Node) -> any Node {
    guard findings.isEmpty else { return node }
    if node.leastSteps > Limits.steps {
      findings.append(
        Finding(.tooManySteps, at: node.range, ["limit": .count(Limits.steps)]))
      return node
    }
    guard isClosed(id, node.range), spent < Limits.steps else { return node }
    var frame = Frame(slots: [], locals: Array(repeating: .null, count: checked.localCount))
    let value = node.evaluate(&frame)
    spent += frame.budget.spent
    if case .error(let error) = value, Self.limits.contains(error.code) {
      findings.append(Finding(error.code, at: error.range, error.arguments))
    }
    return value.isProper ? ConstantNode(node.range, value) : node
  }

  private static let limits: Set<Diagnostic.Code> = [
    .tooManySteps, .stringTooLong, .listTooLong, .mapTooLong,
  ]

  /// Whether nothing in a loop refers to a variable, or to the loop variable of another loop
  /// around it.
  private func isClosed(_ id: ID, _ range: Range<Int>) -> Bool {
    guard let own = checked.locals[id] else { return false }
    return checked.references.allSatisfy { id, reference in
      guard range.contains(checked.tree[id].range.lowerBound) else { return true }
      return switch reference {
      case .variable, .answered: false
      case .local(let index): index >= own
      case .constant: true
      }
    }
  }
}
