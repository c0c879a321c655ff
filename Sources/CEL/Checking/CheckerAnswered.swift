internal import Diagnostics

/// Calls that look at whether there is a value, where any other function only waits for it.
enum AnsweredCall: Sendable {
  enum Name: String, Sendable, CaseIterable {
    case answered
    case count = "countAnswered"
    case mean = "meanAnswered"
    case coalesce
  }

  /// Variables to be counted.
  case count([SyntaxTree.ID])
  /// Numbers, and how many of them must be there.
  case mean([SyntaxTree.ID], minimum: Int)
  /// Alternatives, the first first.
  case coalesce([SyntaxTree.ID])
}

extension Checker {
  /// Checks a call that looks at missing answers; `nil` for any other.
  mutating func checkAnsweredCall(_ id: ID, _ call: SyntaxNode.Call) -> CELType? {
    guard isSurvey, call.receiver == nil, let name = AnsweredCall.Name(rawValue: call.function)
    else { return nil }
    switch name {
    case .answered: return checkAnswered(id, call)
    case .count: return checkCountAnswered(id, call)
    case .mean: return checkMeanAnswered(id, call)
    case .coalesce: return checkCoalesce(id, call)
    }
  }

  private mutating func checkAnswered(_ id: ID, _ call: SyntaxNode.Call) -> CELType {
    guard takes(1, call) else { return .bool }
    let argument = call.arguments[0]
    if let slot = checkVariable(argument, call) { checked.references[id] = .answered(slot) }
    return .bool
  }

  private mutating func checkCountAnswered(_ id: ID, _ call: SyntaxNode.Call) -> CELType {
    guard takes(1, call), let elements = writtenList(call) else { return .int }
    for element in elements { _ = checkVariable(element, call) }
    checked.answeredCalls[id] = .count(elements)
    return .int
  }

  private mutating func checkMeanAnswered(_ id: ID, _ call: SyntaxNode.Call) -> CELType {
    guard takes(2, call), let elements = writtenList(call) else { return .double }
    for element in elements {
      let type = inference.resolve(check(element))
      if !type.isNumber, !inference.finish(type).isOpen {
        report(
          .argumentTypes, at: tree[element].range,
          ["name": .text(call.function), "types": .text(inference.finish(type).description)])
      }
    }
    _ = check(call.arguments[1])
    guard case .literal(.int(let minimum)) = tree[call.arguments[1]].kind, minimum >= 1,
      minimum <= elements.count
    else {
      report(
        .minimumAnswered, at: tree[call.arguments[1]].range,
        ["count": .text(String(elements.count))])
      return .double
    }
    checked.answeredCalls[id] = .mean(elements, minimum: Int(minimum))
    return .double
  }

  private mutating func checkCoalesce(_ id: ID, _ call: SyntaxNode.Call) -> CELType {
    guard call.arguments.count > 1 else {
      _ = takes(2, call)
      return .error
    }
    checked.answeredCalls[id] = .coalesce(call.arguments)
    let types = call.arguments.map { inference.resolve(check($0)) }
    if types.contains(.int), types.contains(.double),
      types.allSatisfy({ $0 == .int || $0 == .double })
    {
      for (argument, type) in zip(call.arguments, types) where type == .int {
        checked.promoted.insert(argument)
      }
      return .double
    }
    var result = types[0]
    for (argument, type) in zip(call.arguments, types).dropFirst() {
      var trial = inference
      guard trial.assign(result, to: type) else {
        report(
          .branchTypes, at: tree[argument].range,
          [
            "first": .text(inference.finish(result).description),
            "second": .text(inference.finish(type).description),
          ])
        return .error
      }
      result = inference.join(result, type)
    }
    return result
  }

  // MARK: Arguments

  /// Whether there are as many arguments as needed; those that are too many are checked and told.
  private mutating func takes(_ count: Int, _ call: SyntaxNode.Call) -> Bool {
    if call.arguments.count == count { return true }
    for argument in call.arguments { _ = check(argument) }
    reportCount(call, expected: [String(count)])
    return false
  }

  private mutating func checkVariable(_ id: ID, _ call: SyntaxNode.Call) -> Slot? {
    let type = check(id)
    if case .variable(let slot)? = checked.references[id] { return slot }
    if type != .error {
      report(.answeredArgument, at: tree[id].range, ["name": .text(call.function)])
    }
    return nil
  }

  /// The elements of the first argument, a list that is written out: only there can some of them
  /// be missing while the list is not.
  private mutating func writtenList(_ call: SyntaxNode.Call) -> [ID]? {
    let list = call.arguments[0]
    if case .list(let elements) = tree[list].kind { return elements }
    for argument in call.arguments { _ = check(argument) }
    report(.writtenList, at: tree[list].range, ["name": .text(call.function)])
    return nil
  }
}
