internal import Diagnostics

/// A planned expression, ready to be evaluated any number of times.
public struct Program: Sendable {
  /// The text it was compiled from.
  public let source: String
  /// The variables it reads, ascending, each once.
  public let reads: [Slot]
  /// The type of its value; `dyn` where only the values tell.
  public let type: CELType
  let root: any Node
  private let localCount: Int
  private let plan: TypedPlan?

  init(
    source: String, reads: Set<Slot>, type: CELType, root: any Node, localCount: Int,
    typed plan: TypedPlan?
  ) {
    self.source = source
    self.reads = reads.sorted()
    self.type = type
    self.root = root
    self.localCount = localCount
    self.plan = plan
  }

  /// The program over raw slots; `nil` where the types or the form of the expression need more
  /// than those can hold, such as texts.
  public var typed: TypedProgram? { plan.flatMap(TypedProgram.init) }

  /// The most steps that an evaluation can take, where the types and the form of the expression
  /// tell. Such a program runs without counting as long as its values are no longer than planned.
  public var stepBound: Int? { plan?.steps }

  /// The value for the values of the variables, each at the index of its slot.
  ///
  /// Never traps and never throws: what fails is `.error`, what waits for a variable is
  /// `.unknown`. A slot outside of `slots` counts as unknown. Bounded by the limits on steps and
  /// sizes, whatever the values.
  public func evaluate(_ slots: [Value]) -> Value {
    plan?.evaluate(slots) ?? evaluateGenerally(slots)
  }

  /// The value as the general nodes have it; that of the typed plan is the same.
  func evaluateGenerally(_ slots: [Value]) -> Value { measure(slots).value }

  /// The same with the steps that it took.
  func measure(_ slots: [Value]) -> (value: Value, steps: Int) {
    var frame = frame(slots)
    let value = root.evaluate(&frame)
    return (value, frame.budget.spent)
  }

  /// The value, with the parts of the expression that decided it.
  ///
  /// An evaluation that ran out of steps is not explained further: its parts would not add up.
  ///
  /// - Complexity: At most depth evaluations of each node.
  public func explain(_ slots: [Value]) -> Explanation {
    var frame = frame(slots)
    let value = root.evaluate(&frame)
    if case .error(let error) = value, error.code == .tooManySteps {
      return Explanation(root.range, in: source, value)
    }
    return root.explain(&frame, in: source)
  }

  /// A condition that is a part of this program.
  func narrowed(to node: any Node, reads: Set<Slot>) -> Program {
    Program(
      source: source, reads: reads, type: .bool, root: node, localCount: localCount, typed: nil)
  }

  private func frame(_ slots: [Value]) -> Frame {
    Frame(slots: slots, locals: Array(repeating: .null, count: localCount))
  }
}
