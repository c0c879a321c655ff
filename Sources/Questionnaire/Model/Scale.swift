public import Numbers

/// A ruler from the worst to the best: of the points answers are worth, or on which scores are
/// shown.
///
/// Inside, every score is a share of 0–100; a scale says what people read in its place. `from` is
/// the worst and may be the greater number.
public struct Scale: Sendable, Hashable {
  /// What the worst is shown as.
  public let from: Rational
  /// What the best is shown as; never equal to `from`.
  public let to: Rational

  /// `nil` where both ends are one.
  public init?(from: Rational, to: Rational) {
    guard from != to else { return nil }
    self.init(unequal: from, to)
  }

  private init(unequal from: Rational, _ to: Rational) {
    self.from = from
    self.to = to
  }

  /// The scale of shares themselves, 0–100.
  public static let share = Scale(unequal: 0, 100)
  /// The scale of points where a model names none, 1–5.
  public static let points = Scale(unequal: 1, 5)

  /// The lesser end.
  public var lowest: Rational { min(from, to) }
  /// The greater end.
  public var highest: Rational { max(from, to) }

  /// What a share of 0–100 is shown as: from + share / 100 × (to − from).
  public func shown(_ share: Rational) throws(ArithmeticFailure) -> Rational {
    guard self != .share else { return share }
    return try from.adding(share.multiplied(by: to.subtracting(from)).divided(by: 100))
  }

  /// The share of which a number on the scale is the picture: 100 × (shown − from) / (to − from).
  public func share(_ shown: Rational) throws(ArithmeticFailure) -> Rational {
    guard self != .share else { return shown }
    return try shown.subtracting(from).multiplied(by: 100).divided(by: to.subtracting(from))
  }

  /// The number as far from the other end as this one is from its own: from + to − shown.
  public func mirrored(_ shown: Rational) throws(ArithmeticFailure) -> Rational {
    try from.adding(to).subtracting(shown)
  }

  /// Whether a number lies between the ends, or is one of them.
  public func contains(_ shown: Rational) -> Bool { lowest <= shown && shown <= highest }
}
