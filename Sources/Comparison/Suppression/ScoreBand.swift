public import Numbers

/// A stretch of the scale of shares, 0–100, in place of a score in it.
///
/// The stretches are equally wide and begin at 0; a score on a border is in the higher one, 100 in the
/// highest. What is computed from bands alone says of nobody's score more than its band, whatever else
/// is published; see `docs/comparison.md`.
public struct ScoreBand: Sendable, Hashable, Comparable {
  /// How wide every band is, in points of the scale of shares.
  public static let width = 5

  private static let count = 100 / width

  /// The place of the band from below.
  public let place: Int

  /// The band in which a share of 0–100 lies.
  public init(of share: Rational) {
    let whole = share.numerator / (share.denominator * Int128(Self.width))
    place = Int(max(0, min(whole, Int128(Self.count - 1))))
  }

  /// The least share in the band.
  public var low: Rational { Rational(place * Self.width) }
  /// Where the next band begins.
  public var high: Rational { Rational((place + 1) * Self.width) }

  /// Lower bands come first.
  public static func < (a: ScoreBand, b: ScoreBand) -> Bool { a.place < b.place }
}

/// Between which shares a figure lies that was computed from bands.
public struct ScoreBounds: Sendable, Hashable {
  /// Never above the figure.
  public let low: Rational
  /// Never below it.
  public let high: Rational

  /// The same way from `share` to both ends, and none to what is not above it.
  public func distance(from share: Rational) throws(ArithmeticFailure) -> ScoreBounds {
    ScoreBounds(
      low: max(.zero, try low.subtracting(share)), high: max(.zero, try high.subtracting(share)))
  }
}
