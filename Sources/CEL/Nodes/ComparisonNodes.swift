internal import Diagnostics

/// `==` and `!=`
final class EqualityNode: Node {
  let range: Range<Int>
  private let left: any Node
  private let right: any Node
  let isNegated: Bool
  var parts: [any Node] { [left, right] }
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ range: Range<Int>, _ left: any Node, _ right: any Node, isNegated: Bool) {
    self.range = range
    self.left = left
    self.right = right
    self.isNegated = isNegated
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let a = left.evaluate(&frame)
    let b = right.evaluate(&frame)
    if let absorbed = Absorption.of(a, b) { return absorbed }
    do throws(Failure) {
      return .bool(try Equality.areEqual(a, b, &frame.budget) != isNegated)
    } catch {
      return failed(error)
    }
  }
}

/// `<`, `<=`, `>`, `>=`
final class OrderingNode: Node {
  let range: Range<Int>
  let relation: RelationOperator
  private let left: any Node
  private let right: any Node
  var parts: [any Node] { [left, right] }
  var leastSteps: Int { parts.totalLeastSteps }

  init(
    _ range: Range<Int>, _ relation: RelationOperator, _ left: any Node, _ right: any Node
  ) {
    self.range = range
    self.relation = relation
    self.left = left
    self.right = right
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let a = left.evaluate(&frame)
    let b = right.evaluate(&frame)
    if let absorbed = Absorption.of(a, b) { return absorbed }
    do throws(Failure) {
      let order = try Ordering.compare(a, b, relation.rawValue, &frame.budget)
      return .bool(order.map(holds) ?? false)
    } catch {
      return failed(error)
    }
  }

  private func holds(_ order: Ordering.Order) -> Bool {
    switch relation {
    case .less: order == .before
    case .lessOrEqual: order != .after
    case .greater: order == .after
    case .greaterOrEqual: order != .before
    case .equal, .notEqual, .in: false
    }
  }
}

/// `in` over a list or the keys of a map.
final class MembershipNode: Node {
  let range: Range<Int>
  private let element: any Node
  private let container: any Node
  var parts: [any Node] { [element, container] }
  var leastSteps: Int { parts.totalLeastSteps }

  init(_ range: Range<Int>, _ element: any Node, _ container: any Node) {
    self.range = range
    self.element = element
    self.container = container
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let element = element.evaluate(&frame)
    let container = container.evaluate(&frame)
    if let absorbed = Absorption.of(element, container) { return absorbed }
    do throws(Failure) {
      switch container {
      case .map(let map):
        try frame.budget.hash(element)
        return .bool(map[element] != nil)
      case .list(let values):
        try frame.budget.spend(1 + values.count / Limits.elementsPerStep)
        for value in values {
          if try Equality.areEqual(element, value, &frame.budget) { return .bool(true) }
        }
        return .bool(false)
      default: throw Failure.operands("in", element, container)
      }
    } catch {
      return failed(error)
    }
  }
}

/// `in` over a list of scalars known when the expression was planned.
final class ConstantMembershipNode: Node {
  /// Lists up to this length are searched one by one, which is faster than hashing.
  private static let shortest = 8

  let range: Range<Int>
  /// In the order of the text.
  let elements: [Value]
  private let element: any Node
  private let members: Set<ScalarKey>
  var parts: [any Node] { [element] }

  /// - Returns: `nil` if the list is short, or holds anything but scalars or a number so large that
  ///   a double may equal several ints.
  init?(_ range: Range<Int>, _ element: any Node, _ elements: [Value]) {
    let keys = elements.compactMap { ScalarKey($0) }
    guard elements.count > Self.shortest, keys.count == elements.count,
      elements.allSatisfy({ ($0.numericValue ?? 0).magnitude < 0x1p53 })
    else { return nil }
    self.range = range
    self.element = element
    self.elements = elements
    members = Set(keys)
  }

  func evaluate(_ frame: inout Frame) -> Value {
    let value = element.evaluate(&frame)
    guard value.isProper else { return value }
    if case .string(let text) = value {
      do throws(Failure) {
        try frame.budget.scan(bytes: text.utf8.count)
      } catch {
        return failed(error)
      }
    }
    return .bool(ScalarKey(value).map(members.contains) ?? false)
  }
}
