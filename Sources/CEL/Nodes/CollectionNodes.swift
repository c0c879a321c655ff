/// A list literal.
final class ListNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  private let areOptional: [Bool]
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ range: Range<Int>, _ elements: [any Node]) {
    self.range = range
    parts = elements
    areOptional = elements.map { $0 is OptionalElementNode }
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(parts.count)
    var open: Value?
    for (part, isOptional) in zip(parts, areOptional) {
      let value = part.evaluate(&frame)
      if value.isProper {
        if let element = isOptional ? value.held : value { elements.append(element) }
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
  private let areOptional: [Bool]
  var parts: [any Node] { keys + values }

  init(_ range: Range<Int>, keys: [any Node], values: [any Node]) {
    self.range = range
    self.keys = keys
    self.values = values
    areOptional = values.map { $0 is OptionalElementNode }
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var entries: [(key: Value, value: Value)] = []
    entries.reserveCapacity(keys.count)
    var open: Value?
    for position in keys.indices {
      let key = keys[position].evaluate(&frame)
      let value = values[position].evaluate(&frame)
      if let absorbed = Absorption.of(key, value) {
        open = open.map { Absorption.join($0, absorbed) } ?? absorbed
      } else if let value = areOptional[position] ? value.held : value {
        entries.append((key, value))
      }
    }
    if let open { return open }
    do throws(Failure) {
      for entry in entries { try frame.budget.hash(entry.key) }
      return .map(try MapValue(checking: entries))
    } catch {
      return failed(error)
    }
  }
}
