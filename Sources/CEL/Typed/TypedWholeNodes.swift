/// An int known when the expression was planned.
final class TypedWholeConstant: WholeNode {
  let value: Int64

  init(_ value: Int64) { self.value = value }

  func evaluate(_ frame: TypedFrame) -> Whole { Whole(value) }
}

/// A variable that is an int.
final class TypedWholeSlot: WholeNode {
  let slot: Int

  init(_ slot: Int) { self.slot = slot }

  func evaluate(_ frame: TypedFrame) -> Whole { frame.whole(slot) }
}

/// A loop variable that is an int.
final class TypedWholeLocal: WholeNode {
  private let index: Int

  init(_ index: Int) { self.index = index }

  func evaluate(_ frame: TypedFrame) -> Whole {
    frame.local(index).map(TypedFrame.whole) ?? .gap(.unsure)
  }
}

/// `+ - * / %` of two ints.
final class TypedWholeArithmetic: WholeNode {
  private let symbol: ArithmeticOperator
  private let left: any WholeNode
  private let right: any WholeNode

  init(_ symbol: ArithmeticOperator, _ left: any WholeNode, _ right: any WholeNode) {
    self.symbol = symbol
    self.left = left
    self.right = right
  }

  func evaluate(_ frame: TypedFrame) -> Whole {
    symbol.apply(left.evaluate(frame), right.evaluate(frame))
  }
}

/// A chain of `+ - * / %` of ints, from the left, however long.
final class TypedWholeChain: WholeNode {
  typealias Link = (symbol: ArithmeticOperator, operand: any WholeNode)

  private let first: any WholeNode
  private let links: [Link]

  init(_ first: any WholeNode, _ links: [Link]) {
    self.first = first
    self.links = links
  }

  func evaluate(_ frame: TypedFrame) -> Whole {
    links.reduce(first.evaluate(frame)) { $1.symbol.apply($0, $1.operand.evaluate(frame)) }
  }
}

/// The unary `-` of an int.
final class TypedWholeNegation: WholeNode {
  private let operand: any WholeNode

  init(_ operand: any WholeNode) { self.operand = operand }

  func evaluate(_ frame: TypedFrame) -> Whole {
    let operand = operand.evaluate(frame)
    let (result, overflow) = (0 as Int64).subtractingReportingOverflow(operand.value)
    return overflow ? .gap(.failed) : Whole(result, operand.gap)
  }
}

/// `condition ? first : second` of ints.
final class TypedConditionalWhole: WholeNode {
  private let condition: any ConditionNode
  private let first: any WholeNode
  private let second: any WholeNode

  init(_ condition: any ConditionNode, _ first: any WholeNode, _ second: any WholeNode) {
    self.condition = condition
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: TypedFrame) -> Whole {
    switch condition.evaluate(frame) {
    case .yes: first.evaluate(frame)
    case .no: second.evaluate(frame)
    case let open: .gap(open.gap)
    }
  }
}

/// `min` and `max` of two ints; of more it is a tree of these.
final class TypedWholeExtreme: WholeNode {
  private let left: any WholeNode
  private let right: any WholeNode
  private let isGreatest: Bool

  init(_ left: any WholeNode, _ right: any WholeNode, isGreatest: Bool) {
    self.left = left
    self.right = right
    self.isGreatest = isGreatest
  }

  func evaluate(_ frame: TypedFrame) -> Whole {
    let a = left.evaluate(frame)
    let b = right.evaluate(frame)
    let gap = max(a.gap, b.gap)
    // Of two that are the same the first stays, which shows in the sign of a zero.
    return Whole((isGreatest ? b.value > a.value : b.value < a.value) ? b.value : a.value, gap)
  }
}

extension ArithmeticOperator {
  @inline(__always)
  fileprivate func apply(_ a: Whole, _ b: Whole) -> Whole {
    guard a.gap == .none, b.gap == .none else { return .gap(max(a.gap, b.gap)) }
    let (result, overflow) =
      switch self {
      case .add: a.value.addingReportingOverflow(b.value)
      case .subtract: a.value.subtractingReportingOverflow(b.value)
      case .multiply: a.value.multipliedReportingOverflow(by: b.value)
      // Both report a division by zero as an overflow.
      case .divide: a.value.dividedReportingOverflow(by: b.value)
      case .remainder: a.value.remainderReportingOverflow(dividingBy: b.value)
      }
    return overflow ? .gap(.failed) : Whole(result)
  }
}
