internal import Diagnostics

/// `+ - * / %`: which operands they take, and what they make of them.
enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// The types of which two can be operands; the result is of the same type.
  var operandTypes: [CELType] {
    switch self {
    case .add: [.int, .uint, .double, .string, .bytes, .list(.parameter("A"))]
    case .subtract, .multiply, .divide: [.int, .uint, .double]
    case .remainder: [.int, .uint]
    }
  }

  /// The result; overflow and division by zero of integers are failures, doubles follow IEEE 754.
  func apply(_ a: Value, _ b: Value, _ budget: inout Budget) throws(Failure) -> Value {
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try integer(a, b))
    case (.double(let a), .double(let b)):
      if let result = double(a, b) { return .double(result) }
    case (.uint(let a), .uint(let b)): return .uint(try integer(a, b))
    case (.string(let a), .string(let b)) where self == .add:
      try budget.build(bytes: a.utf8.count + b.utf8.count)
      return .string(a + b)
    case (.bytes(let a), .bytes(let b)) where self == .add:
      try budget.build(bytes: a.count + b.count)
      return .bytes(a + b)
    case (.list(let a), .list(let b)) where self == .add:
      try budget.build(elements: a.count + b.count)
      return .list(a + b)
    default: break
    }
    throw Failure.operands(rawValue, a, b)
  }

  private func integer<Integer: FixedWidthInteger>(
    _ a: Integer, _ b: Integer
  ) throws(Failure) -> Integer {
    let result: (partialValue: Integer, overflow: Bool)
    switch self {
    case .add: result = a.addingReportingOverflow(b)
    case .subtract: result = a.subtractingReportingOverflow(b)
    case .multiply: result = a.multipliedReportingOverflow(by: b)
    case .divide, .remainder:
      if b == 0 { throw Failure(.divisionByZero, ["operator": .text(rawValue)]) }
      result =
        self == .divide
        ? a.dividedReportingOverflow(by: b) : a.remainderReportingOverflow(dividingBy: b)
    }
    if result.overflow { throw Failure(.overflow, ["operator": .text(rawValue)]) }
    return result.partialValue
  }

  private func double(_ a: Double, _ b: Double) -> Double? {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .remainder: nil
    }
  }

  /// The unary minus.
  static func negate(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int(let int):
      let (result, overflow) = (0 as Int64).subtractingReportingOverflow(int)
      if overflow { throw Failure(.overflow, ["operator": .text("-")]) }
      return .int(result)
    case .double(let double): return .double(-double)
    default: throw Failure.operand("-", value)
    }
  }
}
