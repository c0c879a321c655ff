public import Interview
public import Numbers
public import Questionnaire

/// Everything the model's rules say about one assessment.
public struct AssessmentScore: Sendable {
  /// The model that scored; all places here are places in it.
  public let questionnaire: Questionnaire
  /// The place in `Questionnaire.forms` of the form that asked; `nil` for the full one.
  public let form: Int?
  /// Over the capacities of a weight above 0, by their mean or the least, as the model says.
  public let total: Score
  /// By place in `Questionnaire.capacities`.
  public let capacities: [Score]
  /// By place in `Questionnaire.questions`; `nil` for a question that is not scored.
  public let questions: [QuestionScore?]
  /// By place in `Questionnaire.levels`.
  public let levels: [LevelResult]
  /// The place of the highest level whose conditions, and those of all lower ones, are met; `nil`
  /// when the lowest level has conditions and they are not met.
  public let level: Int?
  /// The place of the lowest level not reached; `nil` at the top.
  public let next: Int?
  /// By place in `Questionnaire.checks`.
  public let checks: [CheckResult]
  /// Those whose condition is true, in the order of the model; an unknown condition raises nothing.
  public let recommendations: [Recommendation]
  /// Those whose condition is unknown, in the order of the model.
  public let undecided: [UndecidedRecommendation]
  /// Rules that failed, in the order in which they are applied; empty for a sound model.
  public let failures: [ScoringFailure]

  /// The highest level reached, with its results.
  public var levelReached: LevelResult? { level.map { levels[$0] } }
}

/// What is known beside the answers of the assessment itself. It never changes a score; conditions
/// may read it.
public struct Background: Sendable {
  /// Totals of earlier rounds, the latest first; `nil` for a round without a total.
  public var previousTotals: [Rational?]
  /// Means of the members' answers by question; absent until enough members have answered.
  public var membersMeans: [Int: Double]

  /// By default nothing is known.
  public init(previousTotals: [Rational?] = [], membersMeans: [Int: Double] = [:]) {
    self.previousTotals = previousTotals
    self.membersMeans = membersMeans
  }

  /// No earlier rounds and no members' answers: what reads them stays unknown.
  public static let none = Background()
}

/// Scores an assessment; see `Scorer` for the rules and for scoring many of one model.
public func score(_ interview: Interview, background: Background = .none) -> AssessmentScore {
  Scorer(interview.questionnaire).score(interview, background: background)
}
