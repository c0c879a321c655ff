public import Interview
public import Numbers

/// How many of the scored questions that apply have an answer that scores.
///
/// A question that is not applicable or not asked is in neither number; one that is unanswered, or
/// answered with “no data”, or whose points wait for another answer, is applicable only.
public struct Coverage: Sendable, Hashable {
  /// Scored questions whose answer has points; never more than `applicable`.
  public var answered: Int
  /// Those, and the scored questions whose points are missing or whose rule failed.
  public var applicable: Int

  /// By default of nothing.
  public init(answered: Int = 0, applicable: Int = 0) {
    self.answered = answered
    self.applicable = applicable
  }
}

/// A score of 0–100, exact, with what missing answers leave open.
public struct Score: Sendable {
  /// The score by the model's policy for missing answers; `nil` when there is none.
  public let value: Rational?

  /// What the score would be with the worst answers to all that is still open.
  ///
  /// `low` and `high` enclose `value`, stand there also when it is missing, and are `nil` only when
  /// nothing applies or the arithmetic failed. Open questions range over the points their rule can
  /// give within the limits of the answer; a question that is hidden only because answers are
  /// missing is taken in exactly when that moves the bound, as if nothing were parked for it. Both are reached where the open
  /// answers do not depend on each other; otherwise they are bounds.
  public let low: Rational?
  /// What the score would be with the best answers to all that is still open.
  public let high: Rational?

  /// Counts questions, whatever their weights.
  public let coverage: Coverage

  /// The questions whose answers are missing from it, ascending.
  public let waitingFor: [Int]

  /// Why there is no value; `nil` where there is one.
  public let absence: ScoreAbsence?

  /// Whether nothing in it applies, or can come to apply: it leaves the total, and its thresholds
  /// are met.
  public let isEmpty: Bool

  /// Why the exact arithmetic gave no result; then `value`, `low` and `high` are `nil`.
  public let failure: ArithmeticFailure?

  init(
    value: Rational?, low: Rational?, high: Rational?, coverage: Coverage, waitingFor: [Int],
    absence: ScoreAbsence?, isEmpty: Bool, failure: ArithmeticFailure? = nil
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.coverage = coverage
    self.waitingFor = waitingFor
    self.absence = absence
    self.isEmpty = isEmpty
    self.failure = failure
  }
}

/// Why a capacity or the whole has no score.
public enum ScoreAbsence: Sendable, Hashable {
  /// None of its scored questions is asked.
  case nothingAsked
  /// What is asked of it is not applicable, or was answered by what has no points.
  case nothingApplies
  /// Less is answered than the model asks for, or nothing that counts.
  case tooFewAnswers
  /// The policy gives no score while these questions have no answer, ascending.
  case withoutAnswers([Int])
  /// The total has to wait for these capacities, by place in `Questionnaire.capacities`.
  case withoutCapacities([Int])
  /// The exact arithmetic gave no result.
  case failure
}

/// What one scored question contributes.
public struct QuestionScore: Sendable {
  /// Whether and how the question takes part in the score.
  public enum Standing: Sendable, Hashable {
    /// The answer has points, and they count.
    case counted
    /// The answer, or what its points are computed from, is missing.
    case open
    /// Hidden only because other answers are missing: it may come to count.
    case hiddenForNow
    /// Not asked, not applicable, or answered by a choice that is not scored.
    case leftOut
  }

  /// What became of the question in the interview, whether its answer has points or not.
  public let state: AnswerState
  /// An answered question, too, may be open or left out.
  public let standing: Standing
  /// Points by the question's rule; `nil` without an answer that has points.
  public let points: Rational?
  /// (points − lowest) / (highest − lowest) × 100, 0–100; `nil` where `points` is.
  public let score: Rational?
  /// The least score an answer can have; the score itself once the question counts.
  public let low: Rational
  /// The greatest score an answer can have; the score itself once the question counts.
  public let high: Rational
  /// The questions whose answers its points wait for, ascending: the question itself, or those its
  /// rule reads.
  public let waitingFor: [Int]
  /// Why the rule gave no points, where it failed.
  public let failure: RuleFailure?
}
