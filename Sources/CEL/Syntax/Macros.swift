internal import Diagnostics

/// Calls that are no calls: they name a field or a loop variable instead of taking a value.
extension Parser {
  /// The node of a call: a macro's own node where the name and the form are a macro's.
  mutating func expand(_ call: SyntaxNode.Call, _ range: Range<Int>) -> ID {
    if let receiver = call.receiver, let kind = Comprehension.Kind(name: call.function),
      let form = kind.form(arguments: call.arguments.count)
    {
      return comprehension(kind, form, over: receiver, call, range)
    }
    if tree.isBinding(call), call.arguments.count == 3 { return binding(call, range) }
    if let map = optionalMap(call, range) { return map }
    if call.function == "has", call.receiver == nil, call.arguments.count == 1 {
      return presence(call.arguments[0], range)
    }
    let children = [call.receiver].compactMap { $0 } + call.arguments
    return add(.call(call), range, over: children)
  }

  private mutating func presence(_ argument: ID, _ range: Range<Int>) -> ID {
    switch tree[argument].kind {
    case .select(let operand, let field):
      return add(.presence(operand, field: field), range, over: [operand])
    case .invalid: return add(.invalid, range)
    default:
      reportMacro(.hasArgument, at: tree[argument].range)
      return add(.invalid, range)
    }
  }

  private mutating func comprehension(
    _ kind: Comprehension.Kind, _ form: Comprehension.Form, over receiver: ID,
    _ call: SyntaxNode.Call, _ range: Range<Int>
  ) -> ID {
    var arguments = call.arguments[...]
    guard let first = arguments.popFirst(), let variable = newName(first) else {
      return rejectVariable(.loopVariable, call.arguments[0], call, range)
    }
    var comprehension = Comprehension(
      kind: kind, name: call.function, range: receiver, variable: variable)
    if form.variables == 2 {
      guard let second = arguments.popFirst(), let name = newName(second), name != variable else {
        return rejectVariable(.secondLoopVariable, call.arguments[1], call, range)
      }
      comprehension.second = name
    }
    let parts = arguments
    if form.hasPredicate { comprehension.predicate = arguments.popFirst() }
    if form.hasTransform { comprehension.transform = arguments.popFirst() }
    return add(.comprehension(comprehension), range, over: [receiver] + parts)
  }

  private mutating func binding(_ call: SyntaxNode.Call, _ range: Range<Int>) -> ID {
    let (name, value, body) = (call.arguments[0], call.arguments[1], call.arguments[2])
    guard let variable = newName(name) else {
      return rejectVariable(.bindVariable, name, call, range)
    }
    return add(
      .binding(Binding(variable: variable, value: value, body: body)), range, over: [value, body])
  }

  private func newName(_ id: ID) -> String? {
    if case .name(let name, isAbsolute: false) = tree[id].kind { name } else { nil }
  }

  private mutating func rejectVariable(
    _ code: Diagnostic.Code, _ argument: ID, _ call: SyntaxNode.Call, _ range: Range<Int>
  ) -> ID {
    reportMacro(code, at: tree[argument].range, ["name": .text(call.function)])
    return add(.invalid, range)
  }
}

extension SyntaxTree {
  /// Whether a call is written `cel.bind(…)`.
  func isBinding(_ call: SyntaxNode.Call) -> Bool {
    guard call.function == "bind", let receiver = call.receiver,
      case .name("cel", isAbsolute: false) = self[receiver].kind
    else { return false }
    return true
  }
}
