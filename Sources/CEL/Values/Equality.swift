internal import Diagnostics

/// The `==` of the language: numbers by value whatever their kind, lists and maps by content,
/// values of different kinds are unequal.
enum Equality {
  static func areEqual(
    _ a: Value, _ b: Value, _ budget: inout Budget, depth: Int = 0
  ) throws(Failure) -> Bool {
    switch (a, b) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.string(let a), .string(let b)):
      try budget.scan(longer: min(a.utf8.count, b.utf8.count))
      return a.isIdentical(to: b)
    case (.bytes(let a), .bytes(let b)):
      try budget.scan(longer: min(a.count, b.count))
      return a == b
    case (.list(let a), .list(let b)): return try areEqual(a, b, &budget, depth: depth)
    case (.map(let a), .map(let b)): return try areEqual(a, b, &budget, depth: depth)
    case (.type(let a), .type(let b)): return a.name == b.name
    case (.timestamp(let a), .timestamp(let b)): return a == b
    case (.duration(let a), .duration(let b)): return a == b
    case (.optional(let a), .optional(let b)):
      guard let a, let b else { return a == nil && b == nil }
      try enter(depth, count: 1, &budget)
      return try areEqual(a, b, &budget, depth: depth + 1)
    case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .uint), (.uint, .double),
      (.double, .int), (.double, .uint), (.double, .double):
      return Ordering.numbers(a, b) == .same
    default: return false
    }
  }

  private static func areEqual(
    _ a: [Value], _ b: [Value], _ budget: inout Budget, depth: Int
  ) throws(Failure) -> Bool {
    guard a.count == b.count else { return false }
    try enter(depth, count: a.count, &budget)
    for (x, y) in zip(a, b) {
      guard try areEqual(x, y, &budget, depth: depth + 1) else { return false }
    }
    return true
  }

  private static func areEqual(
    _ a: MapValue, _ b: MapValue, _ budget: inout Budget, depth: Int
  ) throws(Failure) -> Bool {
    guard a.count == b.count else { return false }
    try enter(depth, count: a.count, &budget)
    for entry in a.entries {
      try budget.hash(entry.key)
      guard let other = b[entry.key],
        try areEqual(entry.value, other, &budget, depth: depth + 1)
      else { return false }
    }
    return true
  }

  /// A list may hold one list many times over, so what is compared is paid for, not what is kept.
  private static func enter(
    _ depth: Int, count: Int, _ budget: inout Budget
  ) throws(Failure) {
    guard depth < Limits.nesting else {
      throw Failure(.tooDeep, ["limit": .count(Limits.nesting)])
    }
    try budget.spend(1 + count)
  }
}
