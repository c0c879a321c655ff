/// Makes a typed plan from a checked tree, where the types and the forms allow one.
///
/// Every method gives `nil` for what only the general nodes can do; then the whole expression is
/// left to them.
struct TypedPlanner {
  typealias ID = SyntaxTree.ID

  /// What is put together of two at a time becomes a tree as deep as it is long; what is longer
  /// than this is walked through, or left to the general nodes.
  private static let longChain = 32
  /// Loops over so many constants are written out.
  private static let unrolled = 16
  /// Typed nodes, which written out loops multiply.
  private static let most = 4_000

  let checked: CheckedTree
  /// The values of the nodes that the general planner has found constant.
  private let constants: [ID: Value]
  /// Loop variables that stand for a constant while a loop over constants is written out.
  var substituted: [Int: Value] = [:]
  /// Whether everything that is read has a raw form.
  var isRaw = true
  private(set) var slotCount = 0
  private var planned = 0
  /// The most steps that the general nodes could take.
  private(set) var steps = 0
  /// How often what is being planned is evaluated at most.
  private var rounds = 1

  private init(_ checked: CheckedTree, _ constants: [ID: Value]) {
    self.checked = checked
    self.constants = constants
  }

  static func plan(_ checked: CheckedTree, constants: [ID: Value]) -> TypedPlan? {
    var planner = TypedPlanner(checked, constants)
    let root = checked.tree.root
    let node: TypedPlan.Root?
    switch checked.promoted.contains(root) ? .double : checked.types[root] {
    case .bool: node = planner.condition(root).map { .condition($0) }
    case .int: node = planner.whole(root).map { .whole($0) }
    case .double: node = planner.real(root).map { .real($0) }
    default: node = nil
    }
    guard let node, planner.steps <= Limits.steps, checked.localCount <= TypedFrame.most
    else { return nil }
    return TypedPlan(
      node, slotCount: planner.slotCount, isRaw: planner.isRaw, steps: planner.steps)
  }

  // MARK: What all share

  /// Counts a node.
  mutating func enter() -> Bool {
    planned += 1
    return planned <= Self.most
  }

  mutating func spend(_ count: Int) {
    let (product, overflow) = rounds.multipliedReportingOverflow(by: count)
    let (sum, isOver) = steps.addingReportingOverflow(product)
    steps = overflow || isOver ? .max : sum
  }

  /// Plans the condition of a loop of at most so many rounds.
  mutating func body(_ predicate: ID, rounds count: Int) -> (any ConditionNode)? {
    let outer = rounds
    let (product, overflow) = rounds.multipliedReportingOverflow(by: max(count, 1))
    rounds = overflow ? .max : product
    let body = condition(predicate)
    let range = checked.tree[predicate].range
    let nodes = checked.tree.nodes.count { range.contains($0.range.lowerBound) }
    // Twice, because a promotion is a node of its own.
    spend(1 + 2 * nodes)
    rounds = outer
    return body
  }

  /// The value of a node that is known now.
  func constant(_ id: ID) -> Value? {
    if let value = constants[id] { return value }
    if case .local(let index)? = checked.references[id] { return substituted[index] }
    return nil
  }

  mutating func slot(_ id: ID) -> Int? {
    guard case .variable(let slot)? = checked.references[id] else { return nil }
    return read(slot)
  }

  mutating func read(_ slot: Slot) -> Int? {
    guard (0..<Int.max).contains(slot.index) else { return nil }
    slotCount = max(slotCount, slot.index + 1)
    return slot.index
  }

  func local(_ id: ID) -> Int? {
    guard case .local(let index)? = checked.references[id] else { return nil }
    return index
  }

  /// The receiver and the arguments of a call.
  func arguments(_ call: SyntaxNode.Call) -> [ID] {
    [call.receiver].compactMap { $0 } + call.arguments
  }

  /// Whether a node, with its promotion if it has one, is a double.
  func isReal(_ id: ID) -> Bool { checked.types[id] == .double || checked.promoted.contains(id) }

  func isWhole(_ id: ID) -> Bool { checked.types[id] == .int && !checked.promoted.contains(id) }

  static func mayUnroll(_ count: Int) -> Bool { count <= unrolled }

  static func isLong(_ count: Int) -> Bool { count > longChain }
}
