import Numbers
import Questionnaire

/// What an answer is worth.
struct Worth: Sendable {
  let points: Rational
  /// 0–100.
  let score: Rational
}

/// The model's scale of points.
struct PointsScale: Sendable {
  let lowest: Rational
  let highest: Rational

  /// The score of points: (points − lowest) / (highest − lowest) × 100.
  func worth(ofPoints points: Rational) throws(ArithmeticFailure) -> Worth {
    let share = try points.subtracting(lowest).divided(by: highest.subtracting(lowest))
    return Worth(points: points, score: try share.multiplied(by: 100))
  }

  /// The points at a share of 0…1 of the way from the lowest to the highest.
  func worth(ofShare share: Rational) throws(ArithmeticFailure) -> Worth {
    let points = try lowest.adding(share.multiplied(by: highest.subtracting(lowest)))
    return Worth(points: points, score: try share.multiplied(by: 100))
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
