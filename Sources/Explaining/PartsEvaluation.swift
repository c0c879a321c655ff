public import Numbers
import Questionnaire

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One score from its parts, as the documentation says it is computed.
struct PartsEvaluation {
  private let counted: [(weight: Rational, share: Rational)]
  private let isBlocked: Bool
  private let applicable: Rational
  private let answered: Rational
  private let isCovered: Bool

  init(
    _ parts: [(part: Derivation.Part, share: Rational?)], _ minimumCoverage: Rational
  ) throws(ArithmeticFailure) {
    var counted: [(weight: Rational, share: Rational)] = []
    var isBlocked = false
    var (applicable, answered) = (Rational.zero, Rational.zero)
    for (part, share) in parts {
      if part.treatment.isApplicable { applicable = try applicable.adding(part.weight) }
      switch part.treatment {
      case .counted:
        guard let share else { continue }
        answered = try answered.adding(part.weight)
        counted.append((part.weight, share))
      case .countedAs(let share, _): counted.append((part.weight, share))
      case .blocks: isBlocked = true
      case .leftOut: break
      }
    }
    self.counted = counted
    (self.applicable, self.answered, self.isBlocked) = (applicable, answered, isBlocked)
    isCovered = try minimumCoverage.multiplied(by: applicable) <= answered.multiplied(by: 100)
  }

  func share(_ rollUp: RollUp, _ scale: Scale) throws(ArithmeticFailure) -> Rational? {
    guard !isBlocked, isCovered, !counted.isEmpty else { return nil }
    let shares = counted.map(\.share)
    switch rollUp {
    case .mean, .sum, .path: return try mean(shares)
    case .minimum: return shares.min()
    case .median:
      let sorted = shares.sorted()
      let middle = sorted.count / 2
      if !sorted.count.isMultiple(of: 2) { return sorted[middle] }
      return try sorted[middle - 1].adding(sorted[middle]).divided(by: 2)
    case .best(let count):
      let best = shares.sorted(by: >).prefix(max(1, count))
      return try Rational.sum(best).divided(by: Rational(best.count))
    case .harmonicMean:
      let numbers = try shown(shares, scale)
      if numbers.contains(.zero) { return try scale.share(.zero) }
      var reciprocals: [Rational] = []
      for (part, number) in zip(counted, numbers) {
        reciprocals.append(try part.weight.divided(by: number))
      }
      return try scale.share(weights().divided(by: Rational.sum(reciprocals)))
    case .geometricMean:
      let numbers = try shown(shares, scale)
      if numbers.contains(.zero) { return try scale.share(.zero) }
      var (logarithms, weights) = (0.0, 0.0)
      for (part, number) in zip(counted, numbers) {
        logarithms += part.weight.doubleValue * log(number.doubleValue)
        weights += part.weight.doubleValue
      }
      guard let number = exp(logarithms / weights).onGrid(from: scale.lowest, to: scale.highest)
      else { return nil }
      return try scale.share(number)
    }
  }

  /// What a reader has to know of the parts; `nil` where a number does not fit.
  var summary: PartsSummary? {
    guard let products = try? products(), let weights = try? weights() else { return nil }
    return PartsSummary(
      counted: counted.count, products: products, weights: weights, applicable: applicable,
      answered: answered, isBlocked: isBlocked, isCovered: isCovered)
  }

  private func mean(_ shares: [Rational]) throws(ArithmeticFailure) -> Rational {
    try products().divided(by: weights())
  }

  private func products() throws(ArithmeticFailure) -> Rational {
    var sum = Rational.zero
    for part in counted { sum = try sum.adding(part.weight.multiplied(by: part.share)) }
    return sum
  }

  private func weights() throws(ArithmeticFailure) -> Rational {
    try Rational.sum(counted.map(\.weight))
  }

  private func shown(_ shares: [Rational], _ scale: Scale) throws(ArithmeticFailure) -> [Rational] {
    var numbers: [Rational] = []
    for share in shares { numbers.append(try scale.shown(share)) }
    return numbers
  }
}

/// What the parts of a score come to.
public struct PartsSummary: Sendable {
  /// How many parts count, those among them that count as something else.
  public let counted: Int
  /// Σ weight × share of what counts.
  public let products: Rational
  /// Σ weight of what counts.
  public let weights: Rational
  /// Σ weight of what applies.
  public let applicable: Rational
  /// Σ weight of what has a share of its own.
  public let answered: Rational
  /// Whether a part leaves no score, by the policy for missing answers.
  public let isBlocked: Bool
  /// Whether as much of the weight that applies has a share as the model asks for.
  public let isCovered: Bool
}

extension Derivation {
  /// What the parts of a rolled-up score come to; `nil` for everything else.
  public var parts: PartsSummary? {
    guard case .rollUp(_, _, let coverage) = rule else { return nil }
    let parts = inputs.compactMap { input in
      input.part.map { (part: $0, share: input.outcome.share) }
    }
    return (try? PartsEvaluation(parts, coverage))?.summary
  }
}

extension Double {
  /// The number on a grid of 10⁻⁹, half away from zero, within bounds; `nil` for none.
  func onGrid(from low: Rational, to high: Rational) -> Rational? {
    guard isFinite else { return nil }
    if self <= low.doubleValue { return low }
    if self >= high.doubleValue { return high }
    let steps = (self * 1e9).rounded(.toNearestOrAwayFromZero)
    guard let numerator = Int128(exactly: steps),
      let number = Rational(numerator: numerator, denominator: 1_000_000_000)
    else { return nil }
    return max(low, min(high, number))
  }
}
