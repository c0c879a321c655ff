internal import Diagnostics

extension Function {
  /// The functions that make a value of one type from another.
  static let conversions: [Function] = [
    conversion(to: .int, from: [.int, .uint, .double, .string, .timestamp], int),
    conversion(to: .uint, from: [.int, .uint, .double, .string], uint),
    conversion(to: .double, from: [.int, .uint, .double, .string], double),
    conversion(
      to: .string,
      from: [.int, .uint, .double, .string, .bool, .bytes, .timestamp, .duration], string),
    conversion(to: .bytes, from: [.bytes, .string], bytes),
    conversion(to: .bool, from: [.bool, .string], bool),
    Function("dyn", [Overload(.function, [.parameter("A")], .dyn, .unary(same))]),
    Function(
      "type",
      [
        Overload(
          .function, [.parameter("A")], .type(.parameter("A")),
          .unary { value, _ throws(Failure) in .type(value.type) })
      ]),
  ]

  private static let same: @Sendable (Value, inout Budget) throws(Failure) -> Value = {
    value, _ throws(Failure) in value
  }

  private static func conversion(
    to target: CELType, from sources: [CELType],
    _ convert: @escaping @Sendable (Value) -> Value?
  ) -> Function {
    Function(
      target.name,
      sources.map { source in
        Overload(
          .function, [source], target,
          .unary { value, budget throws(Failure) in
            switch value {
            case .string(let text): try budget.scan(bytes: text.utf8.count)
            case .bytes(let bytes): try budget.scan(bytes: bytes.count)
            default: break
            }
            if let result = convert(value) { return result }
            throw Failure(
              .conversion, ["value": .text(value.description), "type": .text(target.name)])
          })
      })
  }

  @Sendable private static func int(_ value: Value) -> Value? {
    switch value {
    case .int: value
    case .uint(let uint): Int64(exactly: uint).map { .int($0) }
    case .double(let double):
      // The least int itself is refused too: the specification takes the open range.
      double > -0x1p63 && double < 0x1p63 ? .int(Int64(double)) : nil
    case .string(let text): Int64(text).map { .int($0) }
    case .timestamp(let timestamp): .int(timestamp.secondsSince1970)
    default: nil
    }
  }

  @Sendable private static func uint(_ value: Value) -> Value? {
    switch value {
    case .uint: value
    case .int(let int): UInt64(exactly: int).map { .uint($0) }
    case .double(let double): double >= 0 && double < 0x1p64 ? .uint(UInt64(double)) : nil
    case .string(let text): UInt64(text).map { .uint($0) }
    default: nil
    }
  }

  @Sendable private static func double(_ value: Value) -> Value? {
    switch value {
    case .double: value
    case .int(let int): .double(Double(int))
    case .uint(let uint): .double(Double(uint))
    case .string(let text): Double(text).map { .double($0) }
    default: nil
    }
  }

  @Sendable private static func string(_ value: Value) -> Value? {
    switch value {
    case .string: value
    case .int(let int): .string(String(int))
    case .uint(let uint): .string(String(uint))
    case .double(let double):
      // A whole number is written without a point, as other engines do.
      .string(
        double.description.hasSuffix(".0")
          ? String(double.description.dropLast(2)) : double.description)
    case .bool(let bool): .string(bool ? "true" : "false")
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map { .string($0) }
    case .timestamp(let timestamp): .string(timestamp.description)
    case .duration(let duration): .string(duration.description)
    default: nil
    }
  }

  @Sendable private static func bytes(_ value: Value) -> Value? {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: nil
    }
  }

  @Sendable private static func bool(_ value: Value) -> Value? {
    guard case .string(let text) = value else { return value }
    switch text {
    case "true", "True", "TRUE", "t", "1": return .bool(true)
    case "false", "False", "FALSE", "f", "0": return .bool(false)
    default: return nil
    }
  }
}
