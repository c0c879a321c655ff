/// A part of a typed plan that is true or false.
///
/// Typed nodes know the type of what they read, need no value in a box and count no steps. They
/// never change. What they cannot say exactly they leave to the general nodes, which stand beside
/// them for the whole expression.
protocol ConditionNode: AnyObject, Sendable {
  func evaluate(_ frame: TypedFrame) -> Truth
}

/// A part of a typed plan that is an int.
protocol WholeNode: AnyObject, Sendable {
  func evaluate(_ frame: TypedFrame) -> Whole
}

/// A part of a typed plan that is a double.
protocol RealNode: AnyObject, Sendable {
  func evaluate(_ frame: TypedFrame) -> Real
}

/// How two numbers must stand to each other, as a set of the four ways in which they can.
struct RelationMask: Sendable {
  private static let before: UInt8 = 1
  private static let same: UInt8 = 2
  private static let after: UInt8 = 4
  /// One of them is no number.
  private static let unordered: UInt8 = 8

  private let bits: UInt8

  /// - Returns: `nil` for `in`.
  init?(_ relation: RelationOperator) {
    switch relation {
    case .less: bits = Self.before
    case .lessOrEqual: bits = Self.before | Self.same
    case .greater: bits = Self.after
    case .greaterOrEqual: bits = Self.after | Self.same
    case .equal: bits = Self.same
    case .notEqual: bits = Self.before | Self.after | Self.unordered
    case .in: return nil
    }
  }

  @inline(__always)
  func holds<Number: Comparable>(_ a: Number, _ b: Number) -> Bool {
    let order =
      a < b ? Self.before : a == b ? Self.same : a > b ? Self.after : Self.unordered
    return bits & order != 0
  }
}
