/// The place of a declared variable's value among the values that a program is given.
public struct Slot: Sendable, Hashable, Comparable {
  /// Counted from 0.
  public var index: Int

  /// The slot at an index.
  public init(index: Int) { self.index = index }

  /// Orders by index.
  public static func < (a: Slot, b: Slot) -> Bool { a.index < b.index }
}

/// The variables whose missing values keep an expression from having one.
public struct UnknownSet: Sendable, Hashable {
  /// Ascending, each once, never empty in a value that an evaluation returns.
  public let slots: [Slot]

  /// One variable.
  public init(_ slot: Slot) { slots = [slot] }

  /// Several variables, in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ slots: some Sequence<Slot>) {
    var unique: [Slot] = []
    for slot in slots.sorted() where unique.last != slot { unique.append(slot) }
    self.slots = unique
  }

  /// All variables of both.
  ///
  /// - Complexity: O(*n* log *n*).
  public func union(_ other: UnknownSet) -> UnknownSet {
    if slots == other.slots || other.slots.isEmpty { return self }
    if slots.isEmpty { return other }
    return UnknownSet(slots + other.slots)
  }
}

/// How strict operations pass on what is no proper value: an unknown beats an error, unknowns
/// join, and of several errors the first stays.
enum Absorption {
  /// What an operation returns instead of its result; `nil` where both operands are proper values.
  @inline(__always)
  static func of(_ a: Value, _ b: Value) -> Value? {
    if a.isProper, b.isProper { return nil }
    return join(a, b)
  }

  /// Joins two outcomes of which at least one is unknown or an error.
  static func join(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
    case (.unknown, _): a
    case (_, .unknown): b
    case (.error, _): a
    default: b
    }
  }
}
