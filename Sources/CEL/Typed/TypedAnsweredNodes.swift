/// `coalesce` of two conditions; of more it is a tree of these.
final class TypedConditionAlternative: ConditionNode {
  private let first: any ConditionNode
  private let second: any ConditionNode

  init(_ first: any ConditionNode, _ second: any ConditionNode) {
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: TypedFrame) -> Truth {
    let truth = first.evaluate(frame)
    return truth == .unknown ? second.evaluate(frame) : truth
  }
}

/// `coalesce` of two ints.
final class TypedWholeAlternative: WholeNode {
  private let first: any WholeNode
  private let second: any WholeNode

  init(_ first: any WholeNode, _ second: any WholeNode) {
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: TypedFrame) -> Whole {
    let whole = first.evaluate(frame)
    return whole.gap == .unknown ? second.evaluate(frame) : whole
  }
}

/// `coalesce` of two doubles.
final class TypedRealAlternative: RealNode {
  private let first: any RealNode
  private let second: any RealNode

  init(_ first: any RealNode, _ second: any RealNode) {
    self.first = first
    self.second = second
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    let real = first.evaluate(frame)
    return real.gap == .unknown ? second.evaluate(frame) : real
  }
}

/// `countAnswered`
final class TypedAnsweredCount: WholeNode {
  private let slots: [Int]

  init(_ slots: [Int]) { self.slots = slots }

  func evaluate(_ frame: TypedFrame) -> Whole {
    var count: Int64 = 0
    for slot in slots where frame.isAnswered(slot) == .yes { count += 1 }
    return Whole(count)
  }
}

/// `meanAnswered`
final class TypedAnsweredMean: RealNode {
  private let elements: [any RealNode]
  private let minimum: Int

  init(_ elements: [any RealNode], minimum: Int) {
    self.elements = elements
    self.minimum = minimum
  }

  func evaluate(_ frame: TypedFrame) -> Real {
    var sum = 0.0
    var count = 0
    var isOpen = false
    var hasFailed = false
    for element in elements {
      let real = element.evaluate(frame)
      switch real.gap {
      case .none:
        sum += real.value
        count += 1
      case .unknown: isOpen = true
      case .failed: hasFailed = true
      case .unsure: return .gap(.unsure)
      }
    }
    if count < minimum, isOpen { return .gap(.unknown) }
    return hasFailed || count == 0 ? .gap(.failed) : Real(sum / Double(count))
  }
}

extension TypedPlanner {
  /// Plans an int that looks at missing answers.
  mutating func wholeAnswered(_ call: AnsweredCall) -> (any WholeNode)? {
    switch call {
    case .count(let variables):
      var slots: [Int] = []
      for variable in variables {
        guard let slot = slot(variable) else { return nil }
        slots.append(slot)
      }
      return TypedAnsweredCount(slots)
    case .coalesce(let alternatives):
      var result: (any WholeNode)?
      guard !Self.isLong(alternatives.count) else { return nil }
      for alternative in alternatives {
        guard let node = whole(alternative) else { return nil }
        result = result.map { TypedWholeAlternative($0, node) } ?? node
      }
      return result
    case .mean: return nil
    }
  }

  /// Plans a double that looks at missing answers.
  mutating func realAnswered(_ call: AnsweredCall) -> (any RealNode)? {
    switch call {
    case .mean(let elements, let minimum):
      var nodes: [any RealNode] = []
      for element in elements {
        guard let node = anyReal(element) else { return nil }
        nodes.append(node)
      }
      return TypedAnsweredMean(nodes, minimum: minimum)
    case .coalesce(let alternatives):
      var result: (any RealNode)?
      guard !Self.isLong(alternatives.count) else { return nil }
      for alternative in alternatives {
        guard let node = real(alternative) else { return nil }
        result = result.map { TypedRealAlternative($0, node) } ?? node
      }
      return result
    case .count: return nil
    }
  }

  /// Plans a condition that looks at missing answers.
  mutating func conditionAnswered(_ call: AnsweredCall) -> (any ConditionNode)? {
    guard case .coalesce(let alternatives) = call, !Self.isLong(alternatives.count)
    else { return nil }
    var result: (any ConditionNode)?
    for alternative in alternatives {
      guard let node = condition(alternative) else { return nil }
      result = result.map { TypedConditionAlternative($0, node) } ?? node
    }
    return result
  }
}
