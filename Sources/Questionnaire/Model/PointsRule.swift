public import Numbers

/// How an answer becomes points.
public enum PointsRule: Sendable {
  case unscored
  /// Points of each step of a ladder, or of no and yes.
  case steps([Rational])
  /// Points of each choice; `nil` for a choice that is not scored.
  case choices([Rational?])
  /// The points of the first band whose bound the measure is below.
  case bands([Band], of: Measure)
  /// A straight line from the worst points at `from` to the best at `to`, clamped.
  case linear(from: Rational, to: Rational, of: Measure)
  /// Points themselves, clamped to the scale.
  case expression(Expression)
  /// The best points where the question's practice is fulfilled, the worst where it is not.
  case met

  /// What bands and lines measure.
  public enum Measure: Sendable {
    case answer
    /// The number of choices ticked, those that stand alone not counted.
    case ticked
    case value(Expression)
  }

  /// A half-open stretch of values that all give the same points.
  public struct Band: Sendable {
    /// The first value beyond the band; `nil` for the last, open one.
    public let below: Rational?
    /// The points of every value in the band, on the question's scale.
    public let points: Rational
  }

  /// The expression the rule evaluates, if any.
  public var expression: Expression? {
    switch self {
    case .expression(let expression): expression
    case .bands(_, .value(let expression)), .linear(_, _, .value(let expression)): expression
    default: nil
    }
  }
}
