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

  /// The same for points and stretches of time, of which the two need not be of one type.
  var timeSignatures: [(left: CELType, right: CELType, result: CELType)] {
    switch self {
    case .add:
      [
        (.timestamp, .duration, .timestamp), (.duration, .timestamp, .timestamp),
        (.duration, .duration, .duration),
      ]
    case .subtract:
      [
        (.timestamp, .timestamp, .duration), (.timestamp, .duration, .timestamp),
        (.duration, .duration, .duration),
      ]
    case .multiply, .divide, .remainder: []
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
    case (.timestamp, _), (.duration, _):
      if let result = try time(a, b) { return result }
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

  private func time(_ a: Value, _ b: Value) throws(Failure) -> Value? {
    switch (self, a, b) {
    case (.add, .timestamp(let a), .duration(let b)), (.add, .duration(let b), .timestamp(let a)):
      guard let sum = a.adding(b) else { throw Failure.timestampRange }
      return .timestamp(sum)
    case (.subtract, .timestamp(let a), .duration(let b)):
      guard let difference = a.subtracting(b) else { throw Failure.timestampRange }
      return .timestamp(difference)
    case (.subtract, .timestamp(let a), .timestamp(let b)):
      guard let difference = a.since(b) else { throw Failure.durationRange }
      return .duration(difference)
    case (.add, .duration(let a), .duration(let b)):
      guard let sum = a.adding(b) else { throw Failure.durationRange }
      return .duration(sum)
    case (.subtract, .duration(let a), .duration(let b)):
      guard let difference = a.subtracting(b) else { throw Failure.durationRange }
      return .duration(difference)
    default: return nil
    }
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
