public import Interview
public import Numbers
public import Questionnaire

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

/// A score as a share of 0–100, with what missing answers leave open.
///
/// Shares are what is computed and compared; people read the numbers of `scale` in their place.
public struct Score: Sendable {
  /// The share by the model's policy for missing answers; `nil` when there is none.
  public internal(set) var value: Rational?

  /// What the score would be with the worst answers to all that is still open.
  ///
  /// `low` and `high` enclose `value`, stand there also when it is missing, and are `nil` only when
  /// nothing applies or the arithmetic failed. Open questions range over the points their rule can
  /// give within the limits of the answer; a question that is hidden only because answers are
  /// missing is taken in exactly when that moves the bound, as if nothing were parked for it. A cap
  /// whose condition is unknown lowers `low` only.
  ///
  /// Tight where the open answers do not depend on each other, each feeds one question's points, and
  /// no cap is open: some way of answering leads to each end. Otherwise outer bounds.
  public internal(set) var low: Rational?
  /// What the score would be with the best answers to all that is still open.
  public internal(set) var high: Rational?

  /// The scale on which people read the score.
  public let scale: Scale

  /// Whether `value` is free of rounding: no double stands behind it, be it of a geometric mean or
  /// of an expression.
  public let isExact: Bool

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
    value: Rational?, low: Rational?, high: Rational?, scale: Scale, isExact: Bool,
    coverage: Coverage, waitingFor: [Int], absence: ScoreAbsence?, isEmpty: Bool,
    failure: ArithmeticFailure? = nil
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.scale = scale
    self.isExact = isExact
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
  /// It has to wait for the scores of these nodes directly below, by place in
  /// `Questionnaire.nodes`, ascending.
  case withoutNodes([Int])
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
  /// Points by the question's rule, mirrored where it is reversed; `nil` without an answer that has
  /// points.
  public let points: Rational?
  /// The share of the way from the worst points to the best, 0–100; `nil` where `points` is.
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
  /// Whether no double stands behind the points.
  public let isExact: Bool
  /// Whether an answer can be without points.
  let mayBeUnscored: Bool

  /// The same question when it does not count.
  var leftOut: QuestionScore {
    QuestionScore(
      state: state, standing: .leftOut, points: nil, score: nil, low: low, high: high,
      waitingFor: [], failure: nil, isExact: true, mayBeUnscored: mayBeUnscored)
  }
}

extension Score {
  /// A share as people read it here; `nil` only where the exact number does not fit.
  public func shown(_ share: Rational?) -> Rational? {
    share.flatMap { try? scale.shown($0) }
  }

  /// A difference of shares as people read it here.
  public func shown(change: Rational?) -> Rational? {
    guard scale != .share else { return change }
    return change.flatMap { change in
      try? scale.to.subtracting(scale.from).multiplied(by: change).divided(by: 100)
    }
  }

  /// The score as people read it.
  public var shown: Rational? { shown(value) }
  /// The worst that is open, as people read it; the greater number where the scale falls.
  public var shownLow: Rational? { shown(low) }
  /// The best that is open, as people read it.
  public var shownHigh: Rational? { shown(high) }
}
