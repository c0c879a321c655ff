public import Interview
public import Numbers
import Questionnaire
public import Scoring

/// What it takes to attain a level.
public struct Plan: Sendable {
  /// The place of the level in `Questionnaire.levels`.
  public let target: Int
  /// The assessment as it stands.
  public let before: AssessmentScore
  /// How the level is attained, or why it cannot be.
  public let outcome: Outcome

  /// What came of planning.
  public enum Outcome: Sendable {
    /// The level stands already.
    case reached
    case attainable(Ways)
    /// No answers attain the level, for these reasons.
    case impossible([Obstacle])
    /// Neither a way nor its impossibility was found within `PlanLimits`.
    case undecided
  }
}

/// Ways to a level, all of the same effort and with the same number of questions.
public struct Ways: Sendable {
  /// The way told first: of those found, the one that was found first, which is always the same.
  public let best: Way
  /// Others, in the order in which they were found; at most `PlanLimits.alternatives`.
  public let alternatives: [Way]
  /// Whether there may be more than these.
  public let mayHaveMore: Bool
  /// Whether no way takes less effort, or the same with fewer questions.
  public let isProvedSmallest: Bool
  /// The reporting year in which the level is attained: the assessment's own, or the first later
  /// one in which time has met what no answer can.
  public let reportingYear: Int
  /// What stands against the level until that year; empty where nothing has to be waited for.
  public let untilThen: [Obstacle]
}

/// Answers that attain a level.
public struct Way: Sendable {
  /// In the order of the questions.
  public let improvements: [ImprovedAnswer]
  /// Questions whose answers a facilitator has to confirm, ascending; without effort.
  public let confirmations: [Int]
  /// Of all improvements together.
  public let effort: Rational
  /// The certificate: what the model's rules make of the answers.
  public let after: AssessmentScore
}

/// One answer of a plan.
public struct ImprovedAnswer: Sendable {
  /// By place in `Questionnaire.questions`.
  public let question: Int
  /// What became of the question so far.
  public let from: AnswerState
  /// What it has to come to.
  public let to: AnswerValue
  /// By `Question.improvement`.
  public let effort: Rational
  /// What is no longer met where everything of the way is done but this.
  public let serves: [PlanNeed]
}

/// Something that a level, or one below, asks for; levels by place in `Questionnaire.levels`.
public enum PlanNeed: Sendable, Hashable {
  case threshold(level: Int, ThresholdResult.Kind)
  case capability(level: Int, node: Int)
  case practices(level: Int, PracticeNeed.Kind)
  /// By place in `Level.gates`.
  case gate(level: Int, gate: Int)
  /// A cap must not be in force; by place in `Questionnaire.levelCaps`.
  case levelCap(Int)
  /// The model's own constraint on the answers to a question.
  case constraint(question: Int)
}

/// Something that keeps a level out of reach.
public struct Obstacle: Sendable {
  /// What cannot be met.
  public let need: PlanNeed
  /// Why, by question, ascending; empty where the conditions exclude each other.
  public let causes: [Cause]
  /// Whether totals of earlier rounds are missing.
  public let needsEarlierRounds: Bool

  /// A question that does not bring what is needed.
  public struct Cause: Sendable, Hashable {
    /// By place in `Questionnaire.questions`.
    public let question: Int
    /// Why nothing is to come from it.
    public let reason: Reason
  }

  /// Why a question does not help.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// A fact that nobody changes.
    case fact
    /// A fact that is not known yet.
    case unknownFact = "unknown_fact"
    /// Grows by itself, with the years.
    case time
    case notApplicable = "not_applicable"
    case notAsked = "not_asked"
    /// Too few members have answered.
    case members
    /// Its best answer is not enough.
    case exhausted
  }
}

/// How far planning goes.
public struct PlanLimits: Sendable {
  /// How many further ways are looked for.
  public var alternatives = 3
  /// How many sets of answers are looked into before the search is given up.
  public var boxes = 4000
  /// How many further ones for other ways of the same effort.
  public var boxesForAlternatives = 120
  /// How many years are waited for.
  public var years = 30

  /// The usual limits.
  public init() {}
}
