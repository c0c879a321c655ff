internal import Diagnostics

/// `operand.optMap(variable, transform)`: what becomes of the value that an optional holds.
struct OptionalMap: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case map = "optMap"
    /// The transform gives an optional itself.
    case flatMap = "optFlatMap"
  }

  var kind: Kind
  var operand: SyntaxTree.ID
  var variable: String
  var transform: SyntaxTree.ID
}

extension Parser {
  /// An element of a list, `?` before it where it may be missing.
  mutating func parseElement() -> ID {
    let start = current.range.lowerBound
    guard take(.question) else { return parseExpression() }
    let operand = parseExpression()
    return add(.optionalElement(operand), span(from: start, to: operand), over: [operand])
  }

  /// An entry of a map, `?` before it where it may be missing.
  mutating func parseEntry() -> SyntaxNode.Entry {
    let isOptional = take(.question)
    let key = parseExpression()
    guard take(.colon) else {
      reportUnexpected()
      // A node of its own: what stands in two places of the tree would be checked twice as often
      // with each level.
      return SyntaxNode.Entry(key: key, value: add(.invalid, current.range))
    }
    let value = parseExpression()
    guard isOptional else { return SyntaxNode.Entry(key: key, value: value) }
    let element = add(.optionalElement(value), extents[value], over: [value])
    return SyntaxNode.Entry(key: key, value: element)
  }

  /// The node of `optMap` or `optFlatMap`; `nil` where a call is neither.
  mutating func optionalMap(_ call: SyntaxNode.Call, _ range: Range<Int>) -> ID? {
    guard let kind = OptionalMap.Kind(rawValue: call.function), let operand = call.receiver,
      call.arguments.count == 2
    else { return nil }
    guard case .name(let variable, isAbsolute: false) = tree[call.arguments[0]].kind else {
      reportMacro(
        .loopVariable, at: tree[call.arguments[0]].range, ["name": .text(call.function)])
      return add(.invalid, range)
    }
    let map = OptionalMap(
      kind: kind, operand: operand, variable: variable, transform: call.arguments[1])
    return add(.optionalMap(map), range, over: [operand, map.transform])
  }
}
