/// A double known when the expression was planned.
final class TypedRealConstant: RealNode {
  let value: Double

  init(_ value: Double) { self.value = value }

  func evaluate(_ frame: TypedFrame) -> Real { Real(value) }
}

/// A variable that is a double.
final class TypedRealSlot: RealNode {
  private let slot: Int

  init(_ slot: Int) { self.slot = slot }

  func evaluate(_ frame: TypedFrame) -> Real { frame.real(slot) }
}

/// A loop variable that is a double.
final class TypedRealLocal: RealNode {
  private let index: Int

  init(_ index: Int) { self.index = index }

  func evaluate(_ frame: TypedFrame) -> Real {
    frame.local(index).map(TypedFrame.real) ?? .gap(.unsure)
  }
}

/// An int taken as a double.
final class TypedPromotion: RealNode {
  private let operand: any WholeNode

  init(_ operand: any WholeNode) { self.operand = operand }

  func evaluate(_ frame: TypedFrame) -> Real {
    let operand = operand.evaluate(frame)
    return Real(Double(operand.value), operand.gap)
  }
}

/// `+ - * /` of two doubles.
final class TypedRealArithmetic: RealNode {
  private let symbol: ArithmeticOperator
  private let left: any RealNode
  private let right: any RealNode

  init(_ symbol: ArithmeticOperator, _ left: any RealNode, _ right: any RealNode) {
    self.symbol = symbol
    self.left = left
    self.right = right
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    symbol.apply(left.evaluate(frame), right.evaluate(frame))
  }
}

/// `+ - * /` of a double and a constant.
final class TypedRealConstantArithmetic: RealNode {
  private let symbol: ArithmeticOperator
  private let left: any RealNode
  private let constant: Double

  init(_ symbol: ArithmeticOperator, _ left: any RealNode, _ constant: Double) {
    self.symbol = symbol
    self.left = left
    self.constant = constant
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    symbol.apply(left.evaluate(frame), Real(constant))
  }
}

/// A chain of `+ - * /` of doubles, from the left, however long.
final class TypedRealChain: RealNode {
  typealias Link = (symbol: ArithmeticOperator, operand: any RealNode)

  private let first: any RealNode
  private let links: [Link]

  init(_ first: any RealNode, _ links: [Link]) {
    self.first = first
    self.links = links
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    links.reduce(first.evaluate(frame)) { $1.symbol.apply($0, $1.operand.evaluate(frame)) }
  }
}

/// The unary `-` of a double.
final class TypedRealNegation: RealNode {
  private let operand: any RealNode

  init(_ operand: any RealNode) { self.operand = operand }

  func evaluate(_ frame: TypedFrame) -> Real {
    let operand = operand.evaluate(frame)
    return Real(-operand.value, operand.gap)
  }
}

/// A double without its sign.
final class TypedRealMagnitude: RealNode {
  private let operand: any RealNode

  init(_ operand: any RealNode) { self.operand = operand }

  func evaluate(_ frame: TypedFrame) -> Real {
    let operand = operand.evaluate(frame)
    return Real(operand.value.magnitude, operand.gap)
  }
}

/// `condition ? first : second` of doubles.
final class TypedConditionalReal: RealNode {
  private let condition: any ConditionNode
  private let first: any RealNode
  private let second: any RealNode

  init(_ condition: any ConditionNode, _ first: any RealNode, _ second: any RealNode) {
    self.condition = condition
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    switch condition.evaluate(frame) {
    case .yes: first.evaluate(frame)
    case .no: second.evaluate(frame)
    case let open: .gap(open.gap)
    }
  }
}

/// `min` and `max` of two doubles; of more it is a tree of these.
final class TypedRealExtreme: RealNode {
  private let left: any RealNode
  private let right: any RealNode
  private let isGreatest: Bool

  init(_ left: any RealNode, _ right: any RealNode, isGreatest: Bool) {
    self.left = left
    self.right = right
    self.isGreatest = isGreatest
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    let a = left.evaluate(frame)
    let b = right.evaluate(frame)
    let gap = max(a.gap, b.gap)
    if a.value.isNaN || b.value.isNaN { return Real(.nan, gap) }
    // Of two that are the same the first stays, which shows in the sign of a zero.
    return Real((isGreatest ? b.value > a.value : b.value < a.value) ? b.value : a.value, gap)
  }
}

extension ArithmeticOperator {
  @inline(__always)
  fileprivate func apply(_ a: Real, _ b: Real) -> Real {
    let gap = max(a.gap, b.gap)
    return switch self {
    case .add: Real(a.value + b.value, gap)
    case .subtract: Real(a.value - b.value, gap)
    case .multiply: Real(a.value * b.value, gap)
    case .divide: Real(a.value / b.value, gap)
    case .remainder: .gap(.unsure)
    }
  }
}
