import Numbers
import Questionnaire

/// What a roll-up makes of its parts: shares of 0–100.
struct RollUpOutcome {
  /// Of the parts that count now; `nil` when none does.
  var value: Rational?
  /// The least and the greatest value that answers can bring about; `nil` without parts.
  var low: Rational?
  var high: Rational?
}

extension RollUp {
  /// The value of the parts that count, and its range over what is open.
  ///
  /// The range is over all ways of giving each part a share between its bounds and of leaving out
  /// any of the optional ones, as long as one is left; both ends are reached, so where the parts
  /// do not depend on each other the range is tight. No roll-up falls when a part rises, so only the
  /// bounds matter, and the optional parts to take are found without trying all.
  ///
  /// - Parameter scale: The whole's scale; the geometric and the harmonic mean depend on its zero.
  /// - Complexity: O(*n*), with optional parts O(*n* log *n*), or O(*n*²) for the median.
  func outcome(
    of parts: [Part], on scale: Scale
  ) throws(ArithmeticFailure) -> RollUpOutcome {
    switch self {
    case .mean, .sum, .path: try meanOutcome(of: parts, from: WeightedMean())
    case .harmonicMean: try meanOutcome(of: parts, from: HarmonicMean(scale))
    case .geometricMean: try meanOutcome(of: parts, from: GeometricMean(scale))
    case .minimum: minimumOutcome(of: parts)
    case .median: try medianOutcome(of: parts)
    case .best(let count): try bestOutcome(of: parts, count)
    }
  }

  /// Whether the value is a fraction free of rounding, if the parts are.
  var isExact: Bool { self != .geometricMean }
}
