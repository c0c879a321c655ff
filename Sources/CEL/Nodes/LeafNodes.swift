/// A value known when the expression was planned.
final class ConstantNode: Node {
  let range: Range<Int>
  let value: Value
  var parts: [any Node] { [] }

  init(_ range: Range<Int>, _ value: Value) {
    self.range = range
    self.value = value
  }

  func evaluate(_ frame: inout Frame) -> Value { value }
}

/// A declared variable.
final class SlotNode: Node {
  let range: Range<Int>
  let slot: Slot
  var parts: [any Node] { [] }
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ slot: Slot) {
    self.range = range
    self.slot = slot
  }

  func evaluate(_ frame: inout Frame) -> Value {
    frame.slots.indices.contains(slot.index)
      ? frame.slots[slot.index] : .unknown(UnknownSet(slot))
  }
}

/// `answered(variable)`: whether the variable has a value, itself never unknown.
final class AnsweredNode: Node {
  let range: Range<Int>
  let slot: Slot
  var parts: [any Node] { [] }
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ slot: Slot) {
    self.range = range
    self.slot = slot
  }

  func evaluate(_ frame: inout Frame) -> Value {
    guard frame.slots.indices.contains(slot.index) else { return .bool(false) }
    if case .unknown = frame.slots[slot.index] { return .bool(false) }
    return .bool(true)
  }
}

/// A variable of a loop or of `cel.bind`.
final class LocalNode: Node {
  let range: Range<Int>
  let index: Int
  var parts: [any Node] { [] }
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ index: Int) {
    self.range = range
    self.index = index
  }

  func evaluate(_ frame: inout Frame) -> Value {
    frame.locals.indices.contains(index) ? frame.locals[index] : .null
  }
}
