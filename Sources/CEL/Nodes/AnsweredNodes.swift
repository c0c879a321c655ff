internal import Diagnostics

/// `countAnswered([a, b])`: how many of the variables have a value, itself never unknown.
final class CountAnsweredNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  var isFoldable: Bool { false }

  init(_ range: Range<Int>, _ variables: [any Node]) {
    self.range = range
    parts = variables
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var count: Int64 = 0
    for part in parts where part.evaluate(&frame).isKnown { count += 1 }
    return .int(count)
  }
}

/// `meanAnswered([a, b], 1)`: the mean of those that have a value, if they are enough; else it
/// waits for the others.
final class MeanAnsweredNode: Node {
  let range: Range<Int>
  let parts: [any Node]
  let minimum: Int

  init(_ range: Range<Int>, _ elements: [any Node], minimum: Int) {
    self.range = range
    self.minimum = minimum
    parts = elements
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var sum = 0.0
    var count = 0
    var open: [Slot] = []
    var failure: Value?
    for part in parts {
      let value = part.evaluate(&frame)
      switch value {
      case .unknown(let set): open += set.slots
      case .error: failure = failure ?? value
      default:
        guard let number = value.numericValue else {
          failure = failure ?? part.failed(Failure.argument(AnsweredCall.Name.mean.rawValue, value))
          continue
        }
        sum += number
        count += 1
      }
    }
    if count < minimum, !open.isEmpty { return .unknown(UnknownSet(open)) }
    if let failure { return failure }
    guard count > 0 else {
      return failed(Failure(.emptyList, ["name": .text(AnsweredCall.Name.mean.rawValue)]))
    }
    return .double(sum / Double(count))
  }

  /// Of a mean the values that it is made of, else what it waits for or what failed.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    let value = evaluateAlone(&frame)
    var children: [Explanation] = []
    for part in parts where part.evaluateAlone(&frame).hasKind(of: value) {
      children.append(part.explain(&frame, in: source))
    }
    return Explanation(range, in: source, value, children)
  }
}

/// `coalesce(a, b)`: the first that has a value; those behind it are not evaluated.
final class CoalesceNode: Node {
  let range: Range<Int>
  let parts: [any Node]

  init(_ range: Range<Int>, _ alternatives: [any Node]) {
    self.range = range
    parts = alternatives
  }

  func evaluate(_ frame: inout Frame) -> Value {
    var open: [Slot] = []
    for part in parts {
      let value = part.evaluate(&frame)
      guard case .unknown(let set) = value else { return value }
      open += set.slots
    }
    return .unknown(UnknownSet(open))
  }

  /// Those that are missing, and the one that is taken.
  func explain(_ frame: inout Frame, in source: String) -> Explanation {
    var children: [Explanation] = []
    for part in parts {
      children.append(part.explain(&frame, in: source))
      if children[children.count - 1].value.isKnown { break }
    }
    return Explanation(range, in: source, evaluateAlone(&frame), children)
  }
}

extension Value {
  /// Whether nothing is waited for.
  fileprivate var isKnown: Bool { if case .unknown = self { false } else { true } }

  /// Whether both are values, both unknown or both errors.
  fileprivate func hasKind(of other: Value) -> Bool {
    switch (self, other) {
    case (.unknown, .unknown), (.error, .error): true
    default: isProper && other.isProper
    }
  }
}
