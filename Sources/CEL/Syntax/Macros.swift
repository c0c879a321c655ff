internal import Diagnostics

/// Calls that are no calls: they name a field or a loop variable instead of taking a value.
extension Parser {
  /// The node of a call: a macro's own node where the name and the form are a macro's.
  mutating func expand(_ call: SyntaxNode.Call, _ range: Range<Int>) -> ID {
    if let receiver = call.receiver, let kind = Comprehension.Kind(rawValue: call.function) {
      let isMap = kind == .map
      if call.arguments.count == 2 || (isMap && call.arguments.count == 3) {
        return comprehension(kind, over: receiver, call, range)
      }
    }
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
    _ kind: Comprehension.Kind, over receiver: ID, _ call: SyntaxNode.Call, _ range: Range<Int>
  ) -> ID {
    guard case .name(let variable, isAbsolute: false) = tree[call.arguments[0]].kind else {
      reportMacro(
        .loopVariable, at: tree[call.arguments[0]].range, ["name": .text(call.function)])
      return add(.invalid, range)
    }
    var comprehension = Comprehension(kind: kind, range: receiver, variable: variable)
    if kind == .map {
      comprehension.predicate = call.arguments.count == 3 ? call.arguments[1] : nil
      comprehension.transform = call.arguments[call.arguments.count - 1]
    } else {
      comprehension.predicate = call.arguments[1]
    }
    return add(
      .comprehension(comprehension), range, over: [receiver] + call.arguments.dropFirst())
  }
}
