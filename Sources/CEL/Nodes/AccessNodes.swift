internal import Diagnostics

/// `operand.field`, and `operand.?field`, which gives an optional.
final class SelectNode: Node {
  let range: Range<Int>
  private let operand: any Node
  private let field: Field
  private let isOptional: Bool
  var parts: [any Node] { [operand] }

  init(_ range: Range<Int>, _ operand: any Node, _ field: String, isOptional: Bool = false) {
    self.range = range
    self.operand = operand
    self.field = Field(field)
    self.isOptional = isOptional
  }

  func evaluate(_ frame: inout Frame) -> Value {
    access(operand.evaluate(&frame), isOptional: isOptional, field.value, field.missing)
  }
}

/// `has(operand.field)`
final class PresenceNode: Node {
  let range: Range<Int>
  private let operand: any Node
  private let field: Field
  var parts: [any Node] { [operand] }

  init(_ range: Range<Int>, _ operand: any Node, _ field: String) {
    self.range = range
    self.operand = operand
    self.field = Field(field)
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let found = access(operand.evaluate(&frame), isOptional: true, field.value, field.missing)
    return found.isProper ? .bool(found.held != nil) : found
  }
}

/// A field of a map.
private struct Field {
  private let name: String
  private let key: ScalarKey

  init(_ name: String) {
    self.name = name
    key = .string(ExactString(name))
  }

  /// - Returns: `nil` if the map has no such key.
  func value(_ value: Value) throws(Failure) -> Value? {
    guard case .map(let map) = value else {
      throw Failure(.noFields, ["field": .text(name), "type": .text(value.type.description)])
    }
    return map.value(of: key)
  }

  func missing(_ value: Value) -> Failure { Failure(.noSuchKey, ["key": .text(name)]) }
}

/// `operand[index]`, and `operand[?index]`, which gives an optional.
final class IndexNode: Node {
  let range: Range<Int>
  private let operand: any Node
  private let index: any Node
  private let isOptional: Bool
  var parts: [any Node] { [operand, index] }

  init(
    _ range: Range<Int>, _ operand: any Node, _ index: any Node, isOptional: Bool = false
  ) {
    self.range = range
    self.operand = operand
    self.index = index
    self.isOptional = isOptional
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let container = operand.evaluate(&frame)
    let index = index.evaluate(&frame)
    if let absorbed = Absorption.of(container, index) { return absorbed }
    do throws(Failure) {
      try frame.budget.hash(index)
    } catch {
      return failed(error)
    }
    return access(container, isOptional: isOptional) { value throws(Failure) in
      try Self.element(index, of: value)
    } _: {
      Self.missing(index, in: $0)
    }
  }

  /// - Returns: `nil` if there is no such key or no such place.
  private static func element(_ index: Value, of value: Value) throws(Failure) -> Value? {
    switch value {
    case .map(let map): return map[index]
    case .list(let elements):
      guard case .int(let position)? = ScalarKey(index) else {
        throw Failure(
          .indexType, ["type": .text(index.type.description), "expected": .text("int")])
      }
      guard let position = Int(exactly: position), elements.indices.contains(position) else {
        return nil
      }
      return elements[position]
    default: throw Failure(.notIndexable, ["type": .text(value.type.description)])
    }
  }

  private static func missing(_ index: Value, in value: Value) -> Failure {
    guard case .list(let elements) = value else {
      return Failure(.noSuchKey, ["key": .text(index.description)])
    }
    return Failure(
      .indexOutside, ["index": .text(index.description), "count": .count(elements.count)])
  }
}

extension Node {
  /// What a container, or an optional of one, has at some place. It is an optional if the access or
  /// the container is one; else what is missing is a failure.
  @inline(__always)
  fileprivate func access(
    _ container: Value, isOptional: Bool, _ find: (Value) throws(Failure) -> Value?,
    _ missing: (Value) -> Failure
  ) -> Value {
    do throws(Failure) {
      switch container {
      case .unknown, .error, .optional(nil): return container
      case .optional(let held?): return .optional(try find(held))
      default:
        let found = try find(container)
        return isOptional ? .optional(found) : found ?? failed(missing(container))
      }
    } catch {
      return failed(error)
    }
  }
}
