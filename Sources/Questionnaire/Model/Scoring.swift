public import Diagnostics
public import Numbers

/// How answers become scores, as the model declares it.
public struct ScoringPolicy: Sendable {
  /// What a missing answer does to the score of its capacity.
  public enum Missing: String, Sendable, CaseIterable {
    /// Leaves the denominator.
    case exclude
    /// Counts as the lowest points.
    case zero
    /// The capacity has no score.
    case block
  }

  /// How the scores of the parts become the score of the whole.
  public enum RollUp: String, Sendable, CaseIterable {
    /// The weighted arithmetic mean.
    case mean
    /// The least of the scores of whatever has a weight.
    case minimum
  }

  /// The points of the worst and of the best answer; `from` < `to`.
  public var lowestPoints = Rational(1)
  public var highestPoints = Rational(5)
  /// What each kind of missing answer does.
  public var unanswered = Missing.exclude
  public var noData = Missing.exclude
  public var notApplicable = Missing.exclude
  /// The least share of a capacity's applicable weight that must be answered, 0–100.
  public var minimumCoverage = Rational(50)
  /// From the questions to a capacity.
  public var rollUp = RollUp.mean
  /// From the capacities to the total.
  public var total = RollUp.mean
}

/// How an answer becomes points.
public enum PointsRule: Sendable {
  case unscored
  /// Points of each step of a ladder, or of no and yes.
  case steps([Rational])
  /// Points of each choice; `nil` for a choice that is not scored.
  case choices([Rational?])
  /// The points of the first band whose bound the measure is below.
  case bands([Band], of: Measure)
  /// A straight line from the lowest points at `from` to the highest at `to`, clamped.
  case linear(from: Rational, to: Rational, of: Measure)
  /// Points themselves, clamped to the scale.
  case expression(Expression)

  /// What bands and lines measure.
  public enum Measure: Sendable {
    case answer
    /// The number of choices ticked, those that stand alone not counted.
    case ticked
    case value(Expression)
  }

  public struct Band: Sendable {
    /// The first value beyond the band; `nil` for the last, open one.
    public let below: Rational?
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

/// A named group of questions with a score of its own.
public struct Capacity: Sendable {
  public let index: Int
  public let id: String
  public let code: String?
  public let title: LocalizedText
  public let about: LocalizedText?
  /// The weight in the total.
  public let weight: Rational
  /// Places in `Questionnaire.questions`.
  public let questions: Range<Int>
  public let place: Place
}

/// A condition with its words.
public struct Condition: Sendable {
  public let id: String
  public let condition: Expression
  public let say: LocalizedText
  public let place: Place
}

/// A step of maturity: thresholds and gates, which hold together with those of all lower levels.
public struct Level: Sendable {
  /// Counted from 1, lowest first.
  public let number: Int
  public let id: String
  public let title: LocalizedText
  public let about: LocalizedText?
  /// The least total, 0–100.
  public let total: Rational?
  /// The least score of every capacity, 0–100.
  public let everyCapacity: Rational?
  /// The least scores of single capacities, by place in `Questionnaire.capacities`.
  public let capacities: [Int: Rational]
  public let gates: [Condition]
  public let place: Place
}

/// An unscored list of conditions, such as eligibility for a programme.
public struct ReadinessCheck: Sendable {
  public let id: String
  public let title: LocalizedText
  public let about: LocalizedText?
  public let conditions: [Condition]
  public let place: Place
}

/// Advice that a condition raises.
public struct Recommendation: Sendable {
  public enum Priority: String, Sendable, CaseIterable { case high, medium, low }

  public let id: String
  public let condition: Expression
  public let priority: Priority
  public let title: LocalizedText
  public let say: LocalizedText
  /// Capacities it strengthens, by place in `Questionnaire.capacities`.
  public let towards: [Int]
  public let place: Place
}
