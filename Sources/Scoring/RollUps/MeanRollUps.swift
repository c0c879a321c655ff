import Numbers
import Questionnaire

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A weighted mean while its parts are added. Every part moves it towards itself.
protocol RunningMean {
  /// Adds a share with a weight above zero.
  mutating func add(_ share: Rational, _ weight: Rational) throws(ArithmeticFailure)
  /// The mean as a share; `nil` without parts.
  func value() throws(ArithmeticFailure) -> Rational?
}

extension RollUp {
  /// The outcome for a mean that is at `empty` before its first part.
  func meanOutcome<Mean: RunningMean>(
    of parts: [Part], from empty: Mean
  ) throws(ArithmeticFailure) -> RollUpOutcome {
    var mean = empty
    var isSettled = true
    for part in parts {
      if let value = part.value { try mean.add(value, part.weight) }
      isSettled = isSettled && part.isSettled
    }
    let value = try mean.value()
    if isSettled { return RollUpOutcome(value: value, low: value, high: value) }
    return RollUpOutcome(
      value: value, low: try extreme(.worst, of: parts, from: empty),
      high: try extreme(.best, of: parts, from: empty))
  }

  /// The mean of the parts that are certain to count, and of those optional ones that move it on.
  ///
  /// A part moves a weighted mean towards itself, so in the order from the furthest value inwards
  /// each optional part is worth taking exactly as long as it lies beyond the mean so far, and after
  /// the first that does not, none does.
  private func extreme<Mean: RunningMean>(
    _ end: End, of parts: [Part], from empty: Mean
  ) throws(ArithmeticFailure) -> Rational? {
    var mean = empty
    var optional: [Part] = []
    for part in parts {
      if part.isOptional {
        optional.append(part)
      } else {
        try mean.add(part.bound(end), part.weight)
      }
    }
    guard !optional.isEmpty else { return try mean.value() }
    optional.sort { end.isFurther($0.bound(end), $1.bound(end)) }
    for part in optional {
      if let current = try mean.value(), !end.isFurther(part.bound(end), current) { break }
      try mean.add(part.bound(end), part.weight)
    }
    return try mean.value()
  }
}

/// Σ weight × share / Σ weight, exact.
struct WeightedMean: RunningMean {
  private var sum = Rational.zero
  private var weights = Rational.zero

  mutating func add(_ share: Rational, _ weight: Rational) throws(ArithmeticFailure) {
    sum = try sum.adding(share.multiplied(by: weight))
    weights = try weights.adding(weight)
  }

  func value() throws(ArithmeticFailure) -> Rational? {
    weights == .zero ? nil : try sum.divided(by: weights)
  }
}

/// Σ weight / Σ (weight / number), of the numbers that stand for the shares on a scale, exact.
///
/// A zero among them makes it zero, the limit that it approaches as the number falls to zero.
struct HarmonicMean: RunningMean {
  private let scale: Scale
  private var reciprocals = Rational.zero
  private var weights = Rational.zero
  private var hasZero = false

  /// - Parameter scale: Has no numbers below zero.
  init(_ scale: Scale) { self.scale = scale }

  mutating func add(_ share: Rational, _ weight: Rational) throws(ArithmeticFailure) {
    let number = try scale.shown(share)
    weights = try weights.adding(weight)
    if number == .zero {
      hasZero = true
    } else {
      reciprocals = try reciprocals.adding(weight.divided(by: number))
    }
  }

  func value() throws(ArithmeticFailure) -> Rational? {
    guard weights != .zero else { return nil }
    return try scale.share(hasZero ? .zero : weights.divided(by: reciprocals))
  }
}

/// exp(Σ weight × ln number / Σ weight), of the numbers that stand for the shares on a scale.
///
/// Computed with doubles and rounded to nine decimal places on that scale, half away from zero. A
/// zero among the numbers makes it zero.
struct GeometricMean: RunningMean {
  private let scale: Scale
  private var logarithms = 0.0
  private var weights = 0.0
  private var hasZero = false

  /// - Parameter scale: Has no numbers below zero.
  init(_ scale: Scale) { self.scale = scale }

  mutating func add(_ share: Rational, _ weight: Rational) throws(ArithmeticFailure) {
    let number = try scale.shown(share)
    let weight = weight.doubleValue
    weights += weight
    if number == .zero {
      hasZero = true
    } else {
      logarithms += weight * log(number.doubleValue)
    }
  }

  func value() throws(ArithmeticFailure) -> Rational? {
    guard weights > 0 else { return nil }
    if hasZero { return try scale.share(.zero) }
    let mean = exp(logarithms / weights)
    guard let rounded = Rational(rounding: mean, between: scale.from, and: scale.to) else {
      throw .overflow
    }
    return try scale.share(rounded)
  }
}
