internal import Diagnostics

/// Finds the type of every node, what names and calls mean, and everything that cannot work.
///
/// Recursion follows the tree, whose depth the parser has bounded.
struct Checker {
  typealias ID = SyntaxTree.ID

  let environment: Environment
  let source: String
  var checked: CheckedTree
  var inference = TypeInference()
  /// Variables of loops and of `cel.bind`, innermost last.
  var scopes: [(name: String, type: CELType)] = []
  private(set) var findings: [Finding] = []

  init(environment: Environment, tree: SyntaxTree, of source: String) {
    self.environment = environment
    self.source = source
    checked = CheckedTree(tree: tree)
  }

  var tree: SyntaxTree { checked.tree }
  var isSurvey: Bool { environment.profile == .survey }

  mutating func run(expecting: Expectation) -> CheckedTree {
    let root = tree.root
    let type = inference.finish(check(root))
    if !type.isOpen, !expecting.types.isEmpty,
      !expecting.types.contains(where: { inference.assign(type, to: $0) })
    {
      report(
        .wrongType, at: tree[root].range,
        ["expected": .phrase(expecting.name), "type": .text(type.description)])
    }
    checked.types = checked.types.map(inference.finish)
    // Under a mistake there can be loops that were not looked at. A program that is made in spite of
    // the mistake plans them with the first places, and the two have to be there.
    if !findings.isEmpty { checked.localCount = max(checked.localCount, 2) }
    return checked
  }

  mutating func report(
    _ code: Diagnostic.Code, at range: Range<Int>,
    _ arguments: [String: Diagnostic.Argument] = [:], suggestion: String? = nil
  ) {
    findings.append(Finding(code, at: range, arguments, suggestion: suggestion))
  }

  /// The type of a node, with its children checked.
  mutating func check(_ id: ID) -> CELType {
    let type = type(of: id)
    checked.types[id] = type
    return type
  }

  private mutating func type(of id: ID) -> CELType {
    let node = tree[id]
    switch node.kind {
    case .invalid: return .error
    case .literal(let value): return value.type
    case .name(let name, let isAbsolute): return checkName(id, name, isAbsolute: isAbsolute)
    case .select(let operand, let field): return checkSelect(id, operand, field)
    case .presence(let operand, let field):
      return checkField(field, of: check(operand), node.range).isError ? .error : .bool
    case .index(let operand, let index): return checkIndex(index, of: check(operand), operand)
    case .optionalSelect(let operand, let field):
      return wrap(checkField(field, of: unwrap(check(operand)), node.range))
    case .optionalIndex(let operand, let index):
      return wrap(checkIndex(index, of: unwrap(check(operand)), operand))
    case .optionalElement(let operand): return checkOptional(operand, "?")
    case .optionalMap(let map): return checkOptionalMap(id, map)
    case .call(let call): return checkCall(id, call)
    case .list(let elements): return .list(join(elements))
    case .map(let entries):
      var hasKeys = true
      for entry in entries where !checkKey(entry.key) { hasKeys = false }
      let value = join(entries.map(\.value))
      return hasKeys ? .map(known(entries.map(\.key)), value) : .error
    case .not(let operand):
      requireCondition(operand, "!")
      return .bool
    case .negate(let operand): return checkNegation(operand)
    case .logic(let logic, let operands):
      for operand in operands { requireCondition(operand, logic.rawValue) }
      return .bool
    case .chain(let first, let links): return checkChain(id, first, links)
    case .relation(let relation, let left, let right):
      checkRelation(id, relation, left, right)
      return .bool
    case .conditional(let condition, let first, let second):
      requireCondition(condition, "? :")
      return checkBranches(first, second)
    case .comprehension(let comprehension): return checkLoop(id, comprehension)
    case .binding(let binding): return checkBinding(id, binding)
    }
  }

  // MARK: Collections

  private mutating func join(_ ids: [ID]) -> CELType {
    for id in ids { _ = check(id) }
    return known(ids)
  }

  /// The common type of nodes already checked.
  private mutating func known(_ ids: [ID]) -> CELType {
    guard let first = ids.first else { return inference.fresh() }
    var type = checked.types[first]
    for id in ids.dropFirst() { type = inference.join(type, checked.types[id]) }
    return type
  }

  private mutating func checkKey(_ id: ID) -> Bool {
    let type = inference.resolve(check(id))
    switch type.withoutNull {
    case .bool, .int, .uint, .string, .choice, .dyn, .parameter: return true
    case .error: return false
    default:
      report(.keyType, at: tree[id].range, ["type": .text(type.description)])
      return false
    }
  }

  private mutating func checkIndex(_ index: ID, of type: CELType, _ operand: ID) -> CELType {
    let container = inference.resolve(type)
    if let element = container.optionalElement {
      return wrap(checkIndex(index, of: element, operand))
    }
    let position = inference.resolve(check(index))
    switch container {
    case .list(let element):
      if !inference.assign(position, to: .int) { reportIndex(index, position, .int) }
      return element
    case .map(let key, let value):
      if !areComparable(position, key) { reportIndex(index, position, key) }
      checkChoices(in: index, against: key)
      checkChoices(in: operand, against: .map(position, value))
      return value
    case .dyn, .parameter: return .dyn
    case .error: return .error
    default:
      report(.notIndexable, at: tree[operand].range, ["type": .text(container.description)])
      return .error
    }
  }

  private mutating func reportIndex(_ index: ID, _ type: CELType, _ expected: CELType) {
    report(
      .indexType, at: tree[index].range,
      [
        "type": .text(inference.finish(type).description),
        "expected": .text(inference.finish(expected).description),
      ])
  }
}

extension CELType {
  var isError: Bool { self == .error }
}
