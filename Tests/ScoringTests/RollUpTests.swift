import Foundation
import Numbers
import Questionnaire
import TestKit
import Testing

@testable import Scoring

/// Every roll-up against its formula written out with doubles, and its range against every way of
/// settling what is open.
@Suite struct RollUpTests {
  static let rules: [RollUp] = [
    .mean, .sum, .minimum, .geometricMean, .harmonicMean, .median, .best(1), .best(2), .best(3),
  ]

  @Test(arguments: rules) func isItsFormulaAndItsRangeIsTight(_ rule: RollUp) throws {
    var random = SplitMix(seed: 11)
    let scales = [
      Scale.share, try #require(Scale(from: 1, to: 5)), try #require(Scale(from: 0, to: 3)),
    ]
    var mistakes: [String] = []
    for round in 0..<1000 {
      let scale = scales[random.below(scales.count)]
      let parts = Self.parts(&random, weighsEqually: !rule.takesWeights)
      let found = try rule.outcome(of: parts, on: scale)
      let ways = Self.ways(parts).compactMap { rule.naive($0, scale) }
      let expected = [
        rule.naive(parts.compactMap { part in part.value.map { ($0, part.weight) } }, scale),
        ways.min(), ways.max(),
      ]
      let results = [found.value, found.low, found.high].map { $0?.doubleValue }
      if zip(results, expected).contains(where: { !Self.areClose($0, $1) }) {
        mistakes.append("round \(round): \(results) instead of \(expected) for \(parts)")
      }
    }
    #expect(mistakes == [])
  }

  @Test func arithmeticThatDoesNotFitIsAFailure() throws {
    let huge = try #require(Rational(numerator: .max, denominator: 3))
    let parts = [7, 11, 13].map { (prime: Int128) in
      Part(
        weight: Rational(numerator: Int128.max / prime, denominator: prime) ?? 1, value: huge,
        low: huge, high: huge, isOptional: false)
    }
    for rule in [RollUp.mean, .sum, .harmonicMean] {
      #expect(throws: ArithmeticFailure.overflow) { try rule.outcome(of: parts, on: .points) }
    }
  }

  private static func parts(_ random: inout SplitMix, weighsEqually: Bool) -> [Part] {
    (0..<random.below(5)).map { _ in
      let shares = (0..<2).map { _ in
        Rational(numerator: 25 * Int128(random.below(9)), denominator: 2) ?? .zero
      }
      let (low, high) = (min(shares[0], shares[1]), max(shares[0], shares[1]))
      let value = [nil, low, high][random.below(3)]
      return Part(
        weight: weighsEqually ? 1 : Rational(1 + random.below(4)), value: value, low: low,
        high: random.below(2) == 0 ? low : high, isOptional: random.below(3) == 0)
    }
  }

  /// Every choice of bounds and of optional parts.
  private static func ways(_ parts: [Part]) -> [[(Rational, Rational)]] {
    parts.reduce([[]]) { ways, part in
      let bounds = part.low == part.high ? [part.low] : [part.low, part.high]
      return ways.flatMap { way in
        bounds.map { way + [($0, part.weight)] } + (part.isOptional ? [way] : [])
      }
    }
  }

  private static func areClose(_ a: Double?, _ b: Double?) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): abs(a - b) < 1e-6
    default: false
    }
  }
}

extension RollUp {
  fileprivate var takesWeights: Bool {
    switch self {
    case .median, .best: false
    default: true
    }
  }

  /// The formula in doubles, on shares and weights.
  fileprivate func naive(_ parts: [(Rational, Rational)], _ scale: Scale) -> Double? {
    guard !parts.isEmpty else { return nil }
    let (from, to) = (scale.from.doubleValue, scale.to.doubleValue)
    let shares = parts.map(\.0.doubleValue)
    let weights = parts.map(\.1.doubleValue)
    let numbers = shares.map { from + $0 / 100 * (to - from) }
    let total = weights.reduce(0, +)
    func share(_ number: Double) -> Double { 100 * (number - from) / (to - from) }
    switch self {
    case .mean, .sum, .path: return zip(shares, weights).map(*).reduce(0, +) / total
    case .minimum: return shares.min()
    case .geometricMean:
      return share(zip(numbers, weights).map { pow($0, $1 / total) }.reduce(1, *))
    case .harmonicMean:
      return share(numbers.contains(0) ? 0 : total / zip(weights, numbers).map(/).reduce(0, +))
    case .median:
      let sorted = shares.sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    case .best(let count):
      let best = shares.sorted(by: >).prefix(count)
      return best.reduce(0, +) / Double(best.count)
    }
  }
}
