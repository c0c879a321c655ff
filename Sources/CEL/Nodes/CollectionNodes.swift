internal import Diagnostics

/// A list literal.
final class ListNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ range: Range<Int>, _ elements: [any Node]) {
    self.range = range
    parts = elements
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(parts.count)
    var open: Value?
    for part in parts {
      let value = part.evaluate(&frame)
      if value.isProper {
        elements.append(value)
      } else {
        open = open.map { Absorption.join($0, value) } ?? value
      }
    }
    return open ?? .list(elements)
  }
}

/// A map literal.
final class MapNode: Node {
  let range: Range<Int>
  private let keys: [any Node]
  private let values: [any Node]
  var parts: [any Node] { keys + values }

  init(_ range: Range<Int>, keys: [any Node], values: [any Node]) {
    self.range = range
    self.keys = keys
    self.values = values
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var entries: [(key: Value, value: Value)] = []
    entries.reserveCapacity(keys.count)
    var open: Value?
    for (key, value) in zip(keys, values) {
      let key = key.evaluate(&frame)
      let value = value.evaluate(&frame)
      if let absorbed = Absorption.of(key, value) {
        open = open.map { Absorption.join($0, absorbed) } ?? absorbed
      } else {
        entries.append((key, value))
      }
    }
    if let open { return open }
    do throws(Failure) {
      return .map(try MapValue(checking: entries))
    } catch {
      return failed(error)
    }
  }
}

/// `operand.field`
final class SelectNode: Node {
  let range: Range<Int>
  private let operand: any Node
  private let field: String
  private let key: ScalarKey
  var parts: [any Node] { [operand] }

  init(_ range: Range<Int>, _ operand: any Node, _ field: String) {
    self.range = range
    self.operand = operand
    self.field = field
    key = .string(ExactString(field))
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    guard case .map(let map) = value else {
      return value.isProper ? failed(Failure.fields(field, of: value)) : value
    }
    return map.value(of: key) ?? failed(Failure(.noSuchKey, ["key": .text(field)]))
  }
}

/// `has(operand.field)`
final class PresenceNode: Node {
  let range: Range<Int>
  private let operand: any Node
  private let field: String
  private let key: ScalarKey
  var parts: [any Node] { [operand] }

  init(_ range: Range<Int>, _ operand: any Node, _ field: String) {
    self.range = range
    self.operand = operand
    self.field = field
    key = .string(ExactString(field))
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.evaluate(&frame)
    guard case .map(let map) = value else {
      return value.isProper ? failed(Failure.fields(field, of: value)) : value
    }
    return .bool(map.value(of: key) != nil)
  }
}

extension Failure {
  fileprivate static func fields(_ field: String, of value: Value) -> Failure {
    Failure(.noFields, ["field": .text(field), "type": .text(value.type.description)])
  }
}

/// `operand[index]`
final class IndexNode: Node {
  let range: Range<Int>
  private let operand: any Node
  private let index: any Node
  var parts: [any Node] { [operand, index] }

  init(_ range: Range<Int>, _ operand: any Node, _ index: any Node) {
    self.range = range
    self.operand = operand
    self.index = index
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let container = operand.evaluate(&frame)
    let index = index.evaluate(&frame)
    if let absorbed = Absorption.of(container, index) { return absorbed }
    switch container {
    case .map(let map):
      return map[index] ?? failed(Failure(.noSuchKey, ["key": .text(index.description)]))
    case .list(let elements):
      guard case .int(let position)? = ScalarKey(index) else {
        return failed(
          Failure(
            .indexType, ["type": .text(index.type.description), "expected": .text("int")]))
      }
      guard let position = Int(exactly: position), elements.indices.contains(position) else {
        return failed(
          Failure(
            .indexOutside,
            ["index": .text(index.description), "count": .count(elements.count)]))
      }
      return elements[position]
    default:
      return failed(Failure(.notIndexable, ["type": .text(container.type.description)]))
    }
  }
}
