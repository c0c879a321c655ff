internal import Diagnostics

extension Checker {
  mutating func checkCall(_ id: ID, _ call: SyntaxNode.Call) -> CELType {
    if let type = checkAnsweredCall(id, call) { return type }
    let call = namespaced(id, call)
    guard let function = environment.functions[call.function] else {
      checkUnknown(call)
      return .error
    }
    let arguments = [call.receiver].compactMap { $0 } + call.arguments
    let types = arguments.map { argument in
      let type = check(argument)
      return function.mixesElements ? promoteElements(argument) ?? type : type
    }
    let style: Overload.Style = call.receiver == nil ? .function : .method
    let styled = function.overloads.filter { $0.style == style }
    // What values may fit if the types do not is kept, so that an unchecked program can try.
    checked.overloads[id] = styled
    guard !styled.isEmpty else {
      report(
        style == .function ? .calledWithoutValue : .calledOnValue, at: call.nameRange,
        ["name": .text(call.function)])
      return .error
    }
    let counted = styled.filter { $0.takes(count: arguments.count) }
    guard !counted.isEmpty else {
      reportCount(call, styled)
      return .error
    }
    if let result = resolve(id, counted, types) {
      if function.comparesArguments, arguments.count == 2 {
        checkChoices(arguments[0], arguments[1])
      }
      checkPattern(id, call)
      return result
    }
    if isSurvey, function.comparesArguments, types.count == 2, areComparable(types[0], types[1]) {
      return .bool
    }
    if isSurvey, let result = resolvePromoting(id, counted, types, arguments) { return result }
    if !types.contains(.error) {
      report(
        .argumentTypes, at: tree[id].range,
        [
          "name": .text(call.function),
          "types": .text(types.map { inference.finish($0).description }.joined(separator: ", ")),
        ])
    }
    return .error
  }

  /// The call with its function's whole name, where names before the dot are a namespace.
  private mutating func namespaced(_ id: ID, _ call: SyntaxNode.Call) -> SyntaxNode.Call {
    guard let receiver = call.receiver, let space = checked.qualifiedName(receiver),
      environment.functions.namespaces.contains(space.text) || isForeign(space.text),
      space.isAbsolute || !scopes.contains(where: { $0.name == space.root })
    else { return call }
    let name = "\(space.text).\(call.function)"
    if environment.functions[name] == nil,
      environment.variable(space.root, isAbsolute: space.isAbsolute) != nil
    {
      return call
    }
    let whole = SyntaxNode.Call(
      function: name,
      nameRange: tree[receiver].range.lowerBound..<call.nameRange.upperBound, receiver: nil,
      arguments: call.arguments)
    checked.namespaced[id] = whole
    return whole
  }

  /// Namespaces that other languages keep functions in and this one does not.
  private func isForeign(_ space: String) -> Bool {
    ["Math", "lists", "strings"].contains(space)
      && environment.variable(space, isAbsolute: false) == nil
  }

  /// Finds the forms that take arguments of these types.
  private mutating func resolve(
    _ id: ID, _ overloads: [Overload], _ types: [CELType]
  ) -> CELType? {
    let plain = overloads.filter { !$0.mixesNumbers }
    if plain.count < overloads.count, types.allSatisfy({ inference.finish($0).isKnown }),
      let result = resolve(id, plain, types)
    {
      return result
    }
    var fitting: [Overload] = []
    var results: [CELType] = []
    var learnt = inference
    for overload in overloads {
      var trial = inference
      let signature = trial.instantiate(
        overload.parameters(for: types.count) + [overload.result])
      var fits = !overload.mixesNumbers || types.allSatisfy { trial.finish($0).mayBeNumbers }
      for (type, parameter) in zip(types, signature) where fits {
        fits = trial.assign(type, to: parameter)
      }
      guard fits else { continue }
      fitting.append(overload)
      results.append(trial.resolve(signature[signature.count - 1]))
      learnt = trial
    }
    guard let first = results.first else { return nil }
    checked.overloads[id] = fitting
    if results.count == 1 {
      inference = learnt
      return first
    }
    return results.allSatisfy { $0 == first } ? first : .dyn
  }

  /// The same where ints are taken as doubles, if ints and doubles are mixed.
  private mutating func resolvePromoting(
    _ id: ID, _ overloads: [Overload], _ types: [CELType], _ arguments: [ID]
  ) -> CELType? {
    let types = types.map { inference.resolve($0) }
    guard types.contains(.int), let result = resolve(id, overloads, types.map(Self.promoted))
    else { return nil }
    for (argument, type) in zip(arguments, types) where type == .int {
      checked.promoted.insert(argument)
    }
    return result
  }

  /// Takes a list that is written out as one of doubles, if ints and doubles are mixed in it.
  private mutating func promoteElements(_ id: ID) -> CELType? {
    guard case .list(let elements) = tree[id].kind else { return nil }
    let types = elements.map { inference.resolve(checked.types[$0]) }
    guard types.contains(.int), types.contains(.double),
      types.allSatisfy({ $0 == .int || $0 == .double })
    else { return nil }
    for (element, type) in zip(elements, types) where type == .int {
      checked.promoted.insert(element)
    }
    checked.types[id] = .list(.double)
    return .list(.double)
  }

  private static func promoted(_ type: CELType) -> CELType { type == .int ? .double : type }

  // MARK: Findings

  /// A call of nothing that is known, or of a macro in a form that it does not have.
  private mutating func checkUnknown(_ call: SyntaxNode.Call) {
    let loop = Comprehension.Kind(name: call.function)
    if tree.isBinding(call) {
      return reportCount(call, expected: ["3"])
    } else if call.function == "has" {
      reportCount(call, expected: ["1"])
    } else if loop != nil || OptionalMap.Kind(rawValue: call.function) != nil {
      if let receiver = call.receiver {
        reportCount(call, expected: (loop?.argumentCounts ?? [2]).map(String.init))
        _ = check(receiver)
      } else {
        report(.calledWithoutValue, at: call.nameRange, ["name": .text(call.function)])
      }
      // What follows its variables is not looked at: nobody knows which they are.
      return
    } else {
      let loops =
        Comprehension.Kind.allCases.map(\.rawValue) + OptionalMap.Kind.allCases.map(\.rawValue)
      let own = isSurvey ? AnsweredCall.Name.allCases.map(\.rawValue) : []
      let suggestion = FunctionSuggestions.suggestion(
        for: call.function, among: environment.functions.names + loops + own + ["has"])
      report(
        .unknownFunction, at: call.nameRange, ["name": .text(call.function)],
        suggestion: suggestion)
      if let suggestion, loops.contains(suggestion), call.receiver != nil { return }
    }
    for argument in [call.receiver].compactMap({ $0 }) + call.arguments { _ = check(argument) }
  }

  private mutating func reportCount(_ call: SyntaxNode.Call, _ overloads: [Overload]) {
    let behindDot = call.receiver == nil ? 0 : 1
    let counts = Set(overloads.map { $0.parameters.count - behindDot }).sorted()
    reportCount(call, expected: counts.map(String.init))
  }

  mutating func reportCount(_ call: SyntaxNode.Call, expected: [String]) {
    report(
      .argumentCount, at: call.nameRange,
      [
        "name": .text(call.function), "expected": .text(expected.joined(separator: " / ")),
        "given": .text(String(call.arguments.count)),
      ])
  }
}

extension CELType {
  /// Whether no part of it is left to run time.
  fileprivate var isKnown: Bool {
    switch self {
    case .dyn, .error, .parameter: false
    default: components.allSatisfy(\.isKnown)
    }
  }

  /// Whether its values may be numbers or lists of numbers.
  fileprivate var mayBeNumbers: Bool {
    switch self {
    case .list(let element): element.isNumber || element.isOpen
    default: isNumber || isOpen
    }
  }
}
