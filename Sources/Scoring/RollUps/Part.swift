import Numbers

/// One part of a weighted whole: a question or a node in the node above it, a named score in its
/// node's own, or a capacity in the total.
struct Part {
  /// Above zero.
  var weight: Rational
  /// The share that counts now, 0–100; `nil` for what leaves the denominator.
  var value: Rational?
  /// The worst share that may come to count.
  var low: Rational
  /// The best one.
  var high: Rational
  /// Whether it may also come not to count at all.
  var isOptional: Bool
  /// Whether `value` has no double among its origins.
  var isExact = true

  /// Whether nothing about it can change.
  var isSettled: Bool { !isOptional && low == high && value == low }

  func bound(_ end: End) -> Rational { end == .worst ? low : high }
}

/// One of the two ends of what missing answers leave open.
enum End {
  case worst
  case best

  /// Whether a share lies beyond another one, seen from the middle.
  func isFurther(_ a: Rational, _ b: Rational) -> Bool { self == .worst ? a < b : a > b }

  func further(_ a: Rational, _ b: Rational) -> Rational { isFurther(a, b) ? a : b }
}

extension [Part] {
  /// The bounds of the parts that are certain to count, in their order, and of the others, the
  /// furthest first.
  func bounds(_ end: End) -> (certain: [Rational], optional: [Rational]) {
    let optional = filter(\.isOptional).map { $0.bound(end) }
    return (filter { !$0.isOptional }.map { $0.bound(end) }, optional.sorted(by: end.isFurther))
  }
}
