import Numbers
import Questionnaire

/// What an answer is worth.
struct Worth: Sendable {
  let points: Rational
  /// 0–100.
  let score: Rational
  /// Whether no double stands behind the points.
  var isExact = true
}

/// A question's scale of points, on which a reversed question's points are mirrored.
struct PointsScale: Sendable {
  let scale: Scale
  let isReversed: Bool

  init(_ question: Question) {
    scale = question.scale
    isReversed = question.isReversed
  }

  /// What points are worth that a rule gives, from the worst to the best of the scale.
  func worth(ofPoints points: Rational) throws(ArithmeticFailure) -> Worth {
    let points =
      isReversed ? try scale.from.adding(scale.to).subtracting(points) : points
    return Worth(points: points, score: try scale.share(points))
  }

  /// The same for the points at a share of 0…1 of the way from the worst to the best.
  func worth(ofShare share: Rational) throws(ArithmeticFailure) -> Worth {
    try worth(ofPoints: scale.shown(share.multiplied(by: 100)))
  }
}

/// A straight line from 0 at `from` to 1 at `to`, flat beyond both; `from` may exceed `to`.
struct Line: Sendable {
  let from: Rational
  let to: Rational

  func share(at value: Rational) throws(ArithmeticFailure) -> Rational {
    let share = try value.clamped(between: from, and: to).subtracting(from)
    return try share.divided(by: to.subtracting(from))
  }
}

extension Rational {
  func clamped(between a: Rational, and b: Rational) -> Rational {
    max(min(a, b), min(self, max(a, b)))
  }

  /// The value of a free expression, on a grid of 10⁻⁹ (half away from zero), within two bounds.
  ///
  /// Doubles carry the noise of their last bits; on the grid 0.1 + 0.2 is 0.3, and what follows is
  /// exact again. `nil` for what is no finite number.
  init?(rounding value: Double, between a: Rational, and b: Rational) {
    let (low, high) = (min(a, b), max(a, b))
    guard value.isFinite else { return nil }
    if value <= low.doubleValue {
      self = low
    } else if value >= high.doubleValue {
      self = high
    } else {
      let scaled = (value * 1e9).rounded(.toNearestOrAwayFromZero)
      guard let numerator = Int128(exactly: scaled),
        let grid = Rational(numerator: numerator, denominator: 1_000_000_000)
      else { return nil }
      self = grid.clamped(between: low, and: high)
    }
  }
}
