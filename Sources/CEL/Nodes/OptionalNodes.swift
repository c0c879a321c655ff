internal import Diagnostics

extension Value {
  /// What an optional holds; `nil` for an empty one and for every other value.
  var held: Value? { if case .optional(let held) = self { held } else { nil } }
}

extension Failure {
  fileprivate static func notOptional(_ name: String, _ value: Value) -> Failure {
    Failure(.notOptional, ["name": .text(name), "type": .text(value.type.description)])
  }
}

extension Node {
  /// An optional, an unknown or an error; the failure to be an optional instead of all else.
  fileprivate func requireOptional(_ value: Value, _ name: String) -> Value {
    switch value {
    case .optional, .unknown, .error: value
    default: failed(Failure.notOptional(name, value))
    }
  }
}

/// `?operand` as an element of a list or the value of an entry; an optional, which the list or the
/// map unwraps.
final class OptionalElementNode: Node {
  let range: Range<Int>
  private let operand: any Node
  var parts: [any Node] { [operand] }
  /// The list has to see what it is.
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ operand: any Node) {
    self.range = range
    self.operand = operand
  }

  func evaluate(_ frame: inout Frame) -> Value {
    operand.requireOptional(operand.evaluate(&frame), "?")
  }
}

/// `first.or(second)` and `first.orValue(second)`; the second is evaluated only if the first is
/// empty, so nothing that is wrong with it or waited for matters otherwise.
final class AlternativeNode: Node {
  let range: Range<Int>
  private let name: String
  private let first: any Node
  private let second: any Node
  private let unwraps: Bool
  var parts: [any Node] { [first, second] }

  init(
    _ range: Range<Int>, _ name: String, _ first: any Node, _ second: any Node, unwraps: Bool
  ) {
    self.range = range
    self.name = name
    self.first = first
    self.second = second
    self.unwraps = unwraps
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = first.requireOptional(first.evaluate(&frame), name)
    return decided(value) ?? alternative(second.evaluate(&frame))
  }

  /// The result where the first decides it.
  private func decided(_ value: Value) -> Value? {
    guard case .optional(let held) = value else { return value }
    return unwraps ? held : held.map { _ in value }
  }

  private func alternative(_ value: Value) -> Value {
    unwraps ? value : second.requireOptional(value, name)
  }

  /// The second only where it was needed.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    let reason = first.explain(&frame, in: source)
    if let value = decided(first.requireOptional(reason.value, name)) {
      return Explanation(range, in: source, value, [reason])
    }
    let other = second.explain(&frame, in: source)
    return Explanation(range, in: source, alternative(other.value), [reason, other])
  }
}

/// `operand.optMap(variable, transform)` and `operand.optFlatMap(variable, transform)`; an empty
/// optional stays empty.
final class OptionalMapNode: Node {
  let range: Range<Int>
  private let kind: OptionalMap.Kind
  private let operand: any Node
  private let transform: any Node
  private let local: Int
  var parts: [any Node] { [operand, transform] }
  var isFoldable: Bool { false }

  init(
    _ range: Range<Int>, _ kind: OptionalMap.Kind, _ operand: any Node, _ transform: any Node,
    local: Int
  ) {
    self.range = range
    self.kind = kind
    self.operand = operand
    self.transform = transform
    self.local = local
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = operand.requireOptional(operand.evaluate(&frame), kind.rawValue)
    guard let held = value.held else { return value }
    frame.locals[local] = held
    return result(transform.evaluate(&frame))
  }

  private func result(_ value: Value) -> Value {
    switch kind {
    case .map: value.isProper ? .optional(value) : value
    case .flatMap: transform.requireOptional(value, kind.rawValue)
    }
  }

  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    let reason = operand.explain(&frame, in: source)
    let value = operand.requireOptional(reason.value, kind.rawValue)
    guard let held = value.held else {
      return Explanation(range, in: source, value, [reason])
    }
    frame.locals[local] = held
    let change = transform.explain(&frame, in: source)
    return Explanation(range, in: source, result(change.value), [reason, change])
  }
}
