internal import Diagnostics

/// Finds what works as it is written and is probably not what was meant.
struct Warnings {
  private typealias ID = SyntaxTree.ID

  private let checked: CheckedTree
  private let cautions: Cautions
  /// Variables that the expression asks about by `answered` or `countAnswered`.
  private var asked: Set<Slot> = []
  /// Those of which it says what happens when they are missing.
  private var excused: Set<Slot> = []
  /// Variables whose value it reads.
  private var valued: Set<Slot> = []
  /// Divisions whose result is made an int at once, so that the rest is dropped on purpose.
  private var truncated: Set<SyntaxTree.ID> = []
  private var findings: [Finding] = []

  /// The warnings about an expression without errors, by their places.
  static func find(
    in checked: CheckedTree, _ program: Program, _ cautions: Cautions
  ) -> [Finding] {
    if cautions.isEmpty, checked.bounds.isEmpty { return [] }
    var warnings = Warnings(checked, cautions)
    warnings.run(program)
    return warnings.findings.enumerated()
      .sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }
      .prefix(Limits.findings).map(\.element)
  }

  private init(_ checked: CheckedTree, _ cautions: Cautions) {
    self.checked = checked
    self.cautions = cautions
    findAnswered()
  }

  private mutating func run(_ program: Program) {
    for (id, node) in checked.tree.nodes.enumerated() {
      switch node.kind {
      case .chain(let first, let links) where cautions.contains(.integerDivision):
        findDivisions(id, first, links)
      case .relation(let relation, let left, let right):
        findDecided(node.range, relation, left, right)
      default: break
      }
    }
    if cautions.contains(.negativeComparison) {
      findNegative(checked.tree.root, isPositive: true)
    }
    findTrueUnanswered(program)
  }

  private mutating func report(
    _ code: Diagnostic.Code, at range: Range<Int>,
    _ arguments: [String: Diagnostic.Argument] = [:], suggestion: String? = nil
  ) {
    findings.append(Finding(code, .warning, at: range, arguments, suggestion: suggestion))
  }

  private func slot(_ id: ID) -> Slot? {
    if case .variable(let slot)? = checked.references[id] { slot } else { nil }
  }

  private func answeredSlot(_ id: ID) -> Slot? {
    if case .answered(let slot)? = checked.references[id] { slot } else { nil }
  }

  // MARK: Missing answers

  private mutating func findAnswered() {
    var arguments: Set<ID> = []
    for (id, node) in checked.tree.nodes.enumerated() {
      switch node.kind {
      case .call(let call):
        if let slot = answeredSlot(id) {
          asked.insert(slot)
          arguments.formUnion(call.arguments)
        } else if case .count(let variables)? = checked.answeredCalls[id] {
          asked.formUnion(variables.compactMap(slot))
          excused.formUnion(variables.compactMap(slot))
          arguments.formUnion(variables)
        } else if call.function == "int", call.arguments.count == 1 {
          truncated.insert(call.arguments[0])
        }
      case .not(let condition), .conditional(let condition, _, _):
        if let slot = answeredSlot(condition) { excused.insert(slot) }
      default: break
      }
    }
    for id in checked.tree.nodes.indices where !arguments.contains(id) {
      if let slot = slot(id) { valued.insert(slot) }
    }
  }

  /// A condition that is true while nothing it reads is there, judged by evaluating it so.
  private mutating func findTrueUnanswered(_ program: Program) {
    let isExcused =
      valued.isSubset(of: excused)
      && (!cautions.contains(.trueWithoutAnswers) || !valued.isEmpty)
    guard cautions.contains(.trueUnanswered), !program.reads.isEmpty, !isExcused,
      case .bool(true) = program.evaluate([])
    else { return }
    report(.trueUnanswered, at: checked.tree[checked.tree.root].range)
  }

  /// Comparisons by which a condition is true of everything but a value. Recursion follows the
  /// tree, whose depth the parser has bounded.
  private mutating func findNegative(_ id: ID, isPositive: Bool) {
    let node = checked.tree[id]
    switch node.kind {
    case .not(let operand): findNegative(operand, isPositive: !isPositive)
    case .logic(_, let operands):
      for operand in operands { findNegative(operand, isPositive: isPositive) }
    case .conditional(_, let first, let second):
      findNegative(first, isPositive: isPositive)
      findNegative(second, isPositive: isPositive)
    case .relation(let relation, let left, let right):
      switch relation {
      case .notEqual where isPositive, .equal where !isPositive, .in where !isPositive: break
      default: return
      }
      // What its limits decide has been told.
      if findings.contains(where: { $0.range == node.range }) { return }
      let variable = isWritten(right) ? left : isWritten(left) ? right : nil
      guard let variable, let slot = slot(variable), asked.insert(slot).inserted,
        let name = checked.qualifiedName(variable)
      else { return }
      report(.negativeComparison, at: node.range, ["name": .text(name.text)])
    default: break
    }
  }

  /// Whether a value stands there itself.
  private func isWritten(_ id: ID) -> Bool {
    switch checked.tree[id].kind {
    case .literal: true
    case .list(let elements): elements.allSatisfy { literal($0) != nil }
    default: false
    }
  }

  private func literal(_ id: ID) -> Value? {
    if case .literal(let value) = checked.tree[id].kind { value } else { nil }
  }

  // MARK: Numbers

  private mutating func findDivisions(_ id: ID, _ first: ID, _ links: [SyntaxNode.Link]) {
    guard !truncated.contains(id) else { return }
    let promotions = checked.promotedBefore[id] ?? []
    var isInt = checked.types[first] == .int
    for (position, link) in links.enumerated() {
      let operand = link.operand
      if promotions.contains(position) || checked.promoted.contains(operand)
        || checked.types[operand] != .int
      {
        isInt = false
      }
      guard isInt, link.symbol == .divide else { continue }
      let divisor = literal(operand)
      if position == 0, divides(divisor, literal(first)) { continue }
      let start = checked.tree[id].range.lowerBound
      report(
        .integerDivision, at: start..<max(start, checked.tree[operand].range.upperBound),
        suggestion: divisor.map { "/ \($0).0" })
      // The way out makes all that follows a number with a point.
      return
    }
  }

  private func divides(_ divisor: Value?, _ dividend: Value?) -> Bool {
    guard case (.int(let divisor)?, .int(let dividend)?) = (divisor, dividend), divisor > 0
    else { return false }
    return dividend % divisor == 0
  }

  /// A comparison that the limits of a variable decide, whatever its value.
  private mutating func findDecided(
    _ range: Range<Int>, _ relation: RelationOperator, _ left: ID, _ right: ID
  ) {
    let (variable, relation, written) =
      checked.bounds[left] != nil ? (left, relation, right) : (right, relation.mirrored, left)
    guard let bounds = checked.bounds[variable], let value = literal(written)?.numericValue,
      let outcome = bounds.decide(relation, value), let name = checked.qualifiedName(variable)
    else { return }
    report(
      outcome ? .alwaysTrue : .neverTrue, at: range,
      ["name": .text(name.text), "range": .text(bounds.description)])
  }
}

extension RelationOperator {
  /// The operator that says the same when its operands change places.
  fileprivate var mirrored: RelationOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual, .in: self
    }
  }
}
