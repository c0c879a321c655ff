/// The order of values of the language.
enum Ordering {
  enum Order { case before, same, after }

  /// How two values stand to each other.
  ///
  /// - Returns: `nil` where neither is before, same or after: a NaN is there.
  static func compare(
    _ a: Value, _ b: Value, _ symbol: String, _ budget: inout Budget
  ) throws(Failure) -> Order? {
    switch (a, b) {
    case (.int(let a), .int(let b)): return order(a, b)
    case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .uint), (.uint, .double),
      (.double, .int), (.double, .uint), (.double, .double):
      return numbers(a, b)
    case (.string(let a), .string(let b)):
      try budget.scan(longer: min(a.utf8.count, b.utf8.count))
      return a.precedes(b) ? .before : b.precedes(a) ? .after : .same
    case (.bytes(let a), .bytes(let b)):
      try budget.scan(longer: min(a.count, b.count))
      return a.lexicographicallyPrecedes(b) ? .before : a == b ? .same : .after
    case (.bool(let a), .bool(let b)): return order(a ? 1 : 0, b ? 1 : 0)
    case (.timestamp(let a), .timestamp(let b)): return order(a, b)
    case (.duration(let a), .duration(let b)): return order(a, b)
    default: throw Failure.operands(symbol, a, b)
    }
  }

  /// Numbers of any kinds. An integer meets a double as a double, as the specification has it.
  static func numbers(_ a: Value, _ b: Value) -> Order? {
    switch (a, b) {
    case (.int(let a), .int(let b)): order(a, b)
    case (.uint(let a), .uint(let b)): order(a, b)
    case (.int(let a), .uint(let b)): a < 0 ? .before : order(a.magnitude, b)
    case (.uint(let a), .int(let b)): b < 0 ? .after : order(a, b.magnitude)
    case (.int(let a), .double(let b)): doubles(Double(a), b)
    case (.uint(let a), .double(let b)): doubles(Double(a), b)
    case (.double(let a), .int(let b)): doubles(a, Double(b))
    case (.double(let a), .uint(let b)): doubles(a, Double(b))
    case (.double(let a), .double(let b)): doubles(a, b)
    default: nil
    }
  }

  private static func order<Scalar: Comparable>(_ a: Scalar, _ b: Scalar) -> Order {
    a < b ? .before : a == b ? .same : .after
  }

  private static func doubles(_ a: Double, _ b: Double) -> Order? {
    a < b ? .before : a == b ? .same : a > b ? .after : nil
  }
}
