/// A part of a planned expression.
///
/// Nodes never change, so a program can be evaluated in several threads at once. Recursion follows
/// the tree, whose depth the parser has bounded.
protocol Node: AnyObject, Sendable {
  /// In bytes of the source.
  var range: Range<Int> { get }
  /// The nodes whose values this one needs, apart from the bodies of loops.
  var parts: [any Node] { get }
  /// Whether constant parts make this a constant.
  var isFoldable: Bool { get }
  /// The steps that every evaluation takes, whatever the values; none where nothing is known.
  var leastSteps: Int { get }

  func evaluate(_ frame: inout Frame) -> Value
  func explain(_ frame: inout Frame, in source: String) -> Explanation
}

/// What one evaluation knows and has left.
struct Frame {
  let slots: [Value]
  /// Variables of loops and of `cel.bind`.
  var locals: [Value]
  var budget = Budget()

  init(slots: [Value], locals: [Value]) {
    self.slots = slots
    self.locals = locals
  }
}

extension Node {
  var isFoldable: Bool { true }
  var leastSteps: Int { 0 }

  /// The nodes evaluated at most when this one is evaluated once, bodies of loops inside not
  /// counted: those pay for themselves.
  var cost: Int { parts.reduce(1) { $0 + $1.cost } }

  /// By default every part decides a value, and the parts without one decide that there is none.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    var children: [Explanation] = []
    for part in parts where !(part is ConstantNode) {
      children.append(part.explain(&frame, in: source))
    }
    let value = evaluateAlone(&frame)
    return Explanation(range, in: source, value, children.deciding(value))
  }

  /// The value with all steps of an evaluation, so that a part that is explained has the value
  /// that it had in the whole.
  func evaluateAlone(_ frame: inout Frame) -> Value {
    frame.budget = Budget()
    return evaluate(&frame)
  }

  func failed(_ failure: Failure) -> Value { .error(EvaluationError(failure, at: range)) }
}

extension [any Node] {
  /// The least steps of nodes that are all evaluated.
  var totalLeastSteps: Int {
    reduce(0) { total, node in
      let (sum, overflow) = total.addingReportingOverflow(node.leastSteps)
      return overflow ? .max : sum
    }
  }
}
