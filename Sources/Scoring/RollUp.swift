import Numbers
import Questionnaire

/// One part of a weighted whole: a question in its capacity, or a capacity in the total.
struct Part {
  /// Above zero.
  var weight: Rational
  /// What counts now; `nil` for what leaves the denominator.
  var value: Rational?
  /// The worst and the best that may come to count.
  var low: Rational
  var high: Rational
  /// Whether it may also come not to count at all.
  var isOptional: Bool
}

extension RollUp {
  /// The roll-up of the values that count; `nil` when none does.
  ///
  /// Σ weight × value / Σ weight over the parts with a value, or the least of the values.
  func value(of parts: [Part]) throws(ArithmeticFailure) -> Rational? {
    if self == .minimum { return parts.lazy.compactMap { $0.value }.min() }
    var mean = WeightedMean()
    for part in parts {
      if let value = part.value { try mean.add(value, part.weight) }
    }
    return try mean.value
  }

  /// The least value that the roll-up can come to have; `nil` without parts.
  func low(of parts: [Part]) throws(ArithmeticFailure) -> Rational? {
    if self == .minimum { return parts.lazy.map { $0.low }.min() }
    return try extreme(of: parts, at: { $0.low }, isFurther: <)
  }

  /// The greatest value that the roll-up can come to have; `nil` without parts.
  func high(of parts: [Part]) throws(ArithmeticFailure) -> Rational? {
    if self == .minimum {
      // What may drop out does so rather than be the least, unless nothing else is there.
      return parts.lazy.filter { !$0.isOptional }.map { $0.high }.min()
        ?? parts.lazy.map { $0.high }.max()
    }
    return try extreme(of: parts, at: { $0.high }, isFurther: >)
  }

  /// The mean of the parts that are certain to count, and of those optional ones that move it on.
  ///
  /// A part moves a weighted mean towards itself, so in the order from the furthest value inwards
  /// each optional part is worth taking exactly as long as it lies beyond the mean so far, and after
  /// the first that does not, none does.
  private func extreme(
    of parts: [Part], at bound: (Part) -> Rational,
    isFurther: (Rational, Rational) -> Bool
  ) throws(ArithmeticFailure) -> Rational? {
    var mean = WeightedMean()
    var optional: [Part] = []
    for part in parts {
      if part.isOptional {
        optional.append(part)
      } else {
        try mean.add(bound(part), part.weight)
      }
    }
    optional.sort { isFurther(bound($0), bound($1)) }
    for part in optional {
      if let current = try mean.value, !isFurther(bound(part), current) { break }
      try mean.add(bound(part), part.weight)
    }
    return try mean.value
  }
}

/// Σ weight × value / Σ weight, exact.
private struct WeightedMean {
  private var sum = Rational.zero
  private var weights = Rational.zero

  mutating func add(_ value: Rational, _ weight: Rational) throws(ArithmeticFailure) {
    sum = try sum.adding(value.multiplied(by: weight))
    weights = try weights.adding(weight)
  }

  var value: Rational? {
    get throws(ArithmeticFailure) {
      weights == .zero ? nil : try sum.divided(by: weights)
    }
  }
}
