/// `cel.bind(variable, value, body)`: computes the value once, whatever it is; the body decides
/// whether an unknown or an error in it matters.
final class BindingNode: Node {
  let range: Range<Int>
  private let local: Int
  private let value: any Node
  private let body: any Node
  private let uses: Set<Range<Int>>
  var parts: [any Node] { [value, body] }
  // The body reads a variable, which nobody has given a value yet when constants are computed.
  var isFoldable: Bool { false }

  /// - Parameter uses: Where the body names the variable.
  init(
    _ range: Range<Int>, _ local: Int, _ value: any Node, _ body: any Node, uses: Set<Range<Int>>
  ) {
    self.range = range
    self.local = local
    self.value = value
    self.body = body
    self.uses = uses
  }

  func evaluate(_ frame: inout Frame) -> Value {
    frame.locals[local] = value.evaluate(&frame)
    return body.evaluate(&frame)
  }

  /// The value is told of only where the variable was among what decided.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    let explained = value.explain(&frame, in: source)
    frame.locals[local] = explained.value
    let result = body.explain(&frame, in: source)
    let isTold = !(value is ConstantNode) && names(result)
    return Explanation(range, in: source, result.value, (isTold ? [explained] : []) + [result])
  }

  private func names(_ explanation: Explanation) -> Bool {
    uses.contains(explanation.sourceRange) || explanation.children.contains(where: names)
  }
}
