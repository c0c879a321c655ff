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

  /// The points of the worst answer, `from` in the file.
  public var lowestPoints = Rational(1)
  /// The points of the best answer, `to` in the file; greater than `lowestPoints`.
  public var highestPoints = Rational(5)
  /// What a question that is asked and not answered does to the score.
  public var unanswered = Missing.exclude
  /// What “I don't know” does to the score.
  public var noData = Missing.exclude
  /// What “not applicable” does to the score; it never lowers coverage.
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

  /// A half-open stretch of values that all give the same points.
  public struct Band: Sendable {
    /// The first value beyond the band; `nil` for the last, open one.
    public let below: Rational?
    /// The points of every value in the band, on the model's scale.
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
  /// The place in `Questionnaire.capacities`.
  public let index: Int
  /// The stable name, `capacity.ID` in expressions.
  public let id: String
  /// The short name for the heads of tables, such as `HUM`; `nil` where `id` serves.
  public let code: String?
  /// The capacity's name for people, in the model's words.
  public let title: LocalizedText
  /// What the capacity covers, in the model's words; `nil` where they say nothing.
  public let about: LocalizedText?
  /// The weight in the total.
  public let weight: Rational
  /// Places in `Questionnaire.questions`.
  public let questions: Range<Int>
  /// Where the identifier stands in the model file, for findings about the capacity.
  public let place: Place
}

/// A condition with its words.
public struct Condition: Sendable {
  /// The name in results, unique among all gates or within one readiness check.
  public let id: String
  /// Holds only where true: while unknown it is not met *yet*.
  public let condition: Expression
  /// What has to be so, in the model's words.
  public let say: LocalizedText
  /// Where the identifier stands in the model file.
  public let place: Place
}

/// A step of maturity: thresholds and gates, which hold together with those of all lower levels.
public struct Level: Sendable {
  /// Counted from 1, lowest first.
  public let number: Int
  /// The stable name by which results refer to the level.
  public let id: String
  /// The level's name for people, in the model's words.
  public let title: LocalizedText
  /// What it means to stand on the level, in the model's words; `nil` where they say nothing.
  public let about: LocalizedText?
  /// The least total, 0–100.
  public let total: Rational?
  /// The least score of every capacity, 0–100.
  public let everyCapacity: Rational?
  /// The least scores of single capacities, by place in `Questionnaire.capacities`.
  public let capacities: [Int: Rational]
  /// The conditions that no score makes up for, in the order of the file.
  public let gates: [Condition]
  /// Where the identifier stands in the model file, for findings about the level.
  public let place: Place
}

/// An unscored list of conditions, such as eligibility for a programme.
public struct ReadinessCheck: Sendable {
  /// The stable name, `check.ID` in the expressions of recommendations.
  public let id: String
  /// What one is ready for, in the model's words.
  public let title: LocalizedText
  /// What explains the check, in the model's words; `nil` where nothing does.
  public let about: LocalizedText?
  /// All have to hold for the check to be met; in the order of the file.
  public let conditions: [Condition]
  /// Where the identifier stands in the model file.
  public let place: Place
}

/// Advice that a condition raises.
public struct Recommendation: Sendable {
  /// How urgent advice is; cases stand in the order in which reports list them.
  public enum Priority: String, Sendable, CaseIterable { case high, medium, low }

  /// The stable name by which results refer to the advice.
  public let id: String
  /// Raises the advice only where true, never while unknown.
  public let condition: Expression
  /// How urgent the advice is; `medium` unless the model says otherwise.
  public let priority: Priority
  /// The advice in a few words of the model, for headings and tables.
  public let title: LocalizedText
  /// What to do, in the model's words.
  public let say: LocalizedText
  /// Capacities it strengthens, by place in `Questionnaire.capacities`.
  public let towards: [Int]
  /// Where the identifier stands in the model file.
  public let place: Place
}
