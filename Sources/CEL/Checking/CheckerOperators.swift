internal import Diagnostics
internal import Numbers

extension Checker {
  /// Checks a node that must be true or false.
  mutating func requireCondition(_ id: ID, _ symbol: String) {
    let type = inference.resolve(check(id))
    if !inference.assign(type, to: .bool) {
      report(
        .notCondition, at: tree[id].range,
        ["operator": .text(symbol), "type": .text(type.description)])
    }
  }

  mutating func checkNegation(_ operand: ID) -> CELType {
    let type = inference.resolve(check(operand))
    switch type.withoutNull {
    case .int, .double, .dyn, .error: return type.withoutNull
    case .parameter: return .dyn
    default:
      report(
        .operandType, at: tree[operand].range,
        ["operator": .text("-"), "type": .text(type.description)])
      return .error
    }
  }

  // MARK: Arithmetic

  mutating func checkChain(
    _ id: ID, _ first: ID, _ links: [SyntaxNode.Link]
  ) -> CELType {
    var type = check(first)
    for (position, link) in links.enumerated() {
      let operand = check(link.operand)
      type = arithmetic(link.symbol, type, operand, id, position, link.operand)
    }
    return type
  }

  private mutating func arithmetic(
    _ symbol: ArithmeticOperator, _ left: CELType, _ right: CELType, _ id: ID, _ position: Int,
    _ operand: ID
  ) -> CELType {
    var results: [CELType] = []
    var learnt = inference
    for candidate in symbol.operandTypes {
      var trial = inference
      let type = trial.instantiate([candidate])[0]
      guard trial.assign(left, to: type), trial.assign(right, to: type) else { continue }
      results.append(trial.resolve(type))
      learnt = trial
    }
    for signature in symbol.timeSignatures {
      var trial = inference
      guard trial.assign(left, to: signature.left), trial.assign(right, to: signature.right)
      else { continue }
      results.append(signature.result)
      learnt = trial
    }
    switch results.count {
    case 0: break
    case 1:
      inference = learnt
      return results[0]
    default: return .dyn
    }
    let (left, right) = (inference.resolve(left), inference.resolve(right))
    if isSurvey, symbol.operandTypes.contains(.double) {
      switch (left, right) {
      case (.int, .double):
        checked.promotedBefore[id, default: []].insert(position)
        return .double
      case (.double, .int):
        checked.promoted.insert(operand)
        return .double
      default: break
      }
    }
    let start = tree[id].range.lowerBound
    report(
      .operandTypes, at: start..<max(start, tree[operand].range.upperBound),
      operandArguments(symbol.rawValue, left, right))
    return .error
  }

  private func operandArguments(
    _ symbol: String, _ left: CELType, _ right: CELType
  ) -> [String: Diagnostic.Argument] {
    [
      "operator": .text(symbol), "left": .text(inference.finish(left).description),
      "right": .text(inference.finish(right).description),
    ]
  }

  // MARK: Comparison

  mutating func checkRelation(
    _ id: ID, _ relation: RelationOperator, _ left: ID, _ right: ID
  ) {
    let leftType = inference.resolve(check(left))
    let rightType = inference.resolve(check(right))
    let fits: Bool
    switch relation {
    case .equal, .notEqual:
      fits = areComparable(leftType, rightType)
      checkChoices(left, right)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      fits =
        areComparable(leftType, rightType) && isOrdered(leftType) && isOrdered(rightType)
      checkChoices(left, right)
    case .in:
      switch rightType {
      case .list(let element):
        fits = areComparable(leftType, element)
        checkChoices(in: left, against: element)
        checkChoices(in: right, against: .list(leftType))
      case .map(let key, let value):
        fits = areComparable(leftType, key)
        checkChoices(in: left, against: key)
        checkChoices(in: right, against: .map(leftType, value))
      case .dyn, .error, .parameter: fits = true
      default: fits = false
      }
    }
    if fits { return }
    if isSurvey, let text = dayText(left, rightType) ?? dayText(right, leftType) {
      report(.textForDate, at: tree[text.id].range, ["value": .text(text.value.description)])
    } else if case .relation = tree[left].kind, leftType == .bool, relation != .in {
      report(.chainedComparison, at: tree[id].range)
    } else {
      report(
        .operandTypes, at: tree[id].range,
        operandArguments(relation.rawValue, leftType, rightType))
    }
  }

  /// A literal text that is written as a day, where a point in time is its counterpart.
  private func dayText(_ id: ID, _ counterpart: CELType) -> (id: ID, value: Value)? {
    guard counterpart == .timestamp, case .literal(.string(let text)) = tree[id].kind,
      Day(text: text) != nil
    else { return nil }
    return (id, .string(text))
  }

  /// Whether values of two types may be equal; in the survey profile numbers of any kinds, also in
  /// lists and maps.
  mutating func areComparable(_ left: CELType, _ right: CELType) -> Bool {
    var trial = inference
    if trial.assign(left, to: right) {
      inference = trial
      return true
    }
    let (left, right) = (inference.resolve(left), inference.resolve(right))
    guard isSurvey else { return false }
    if left.isNumber, right.isNumber { return true }
    switch (left, right) {
    case (.list, .list), (.map, .map), (.abstract, .abstract):
      return left.mapComponents { _ in .dyn } == right.mapComponents { _ in .dyn }
        && zip(left.components, right.components).allSatisfy { areComparable($0, $1) }
    default: return false
    }
  }

  private func isOrdered(_ type: CELType) -> Bool {
    switch inference.resolve(type) {
    case .null, .list, .map, .type, .abstract: false
    default: true
    }
  }

  // MARK: Branches

  mutating func checkBranches(_ first: ID, _ second: ID) -> CELType {
    let firstType = inference.resolve(check(first))
    let secondType = inference.resolve(check(second))
    var trial = inference
    if trial.assign(firstType, to: secondType) {
      return inference.join(firstType, secondType)
    }
    if isSurvey {
      switch (firstType, secondType) {
      case (.int, .double):
        checked.promoted.insert(first)
        return .double
      case (.double, .int):
        checked.promoted.insert(second)
        return .double
      default: break
      }
    }
    report(
      .branchTypes, at: tree[second].range,
      [
        "first": .text(inference.finish(firstType).description),
        "second": .text(inference.finish(secondType).description),
      ])
    return .error
  }
}
