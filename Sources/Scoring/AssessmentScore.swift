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
  /// By place in `Questionnaire.nodes`.
  public let nodes: [Score]
  /// The named scores by place in `Questionnaire.nodes`, then in `Questionnaire.aspects`; `nil` where
  /// no question of a node counts in one.
  public let aspects: [[Score?]]
  /// By place in `Questionnaire.questions`; `nil` for a question that is not scored. Questions of a
  /// decision path have no scores of their own.
  public let questions: [QuestionScore?]
  /// By place in `Questionnaire.questions`, `nil` for a question that is no practice; empty where the
  /// model has none.
  public let practices: [PracticeResult?]
  /// By place in `Questionnaire.nodes`, `nil` for a node in which no practice counts; empty where the
  /// model has no capability levels.
  public let capabilities: [CapabilityResult?]
  /// The caps on scores, in force or not, in the order in which they are applied.
  public let caps: [CapResult]
  /// By place in `Questionnaire.levels`.
  public let levels: [LevelResult]
  /// The caps on the level, in force or not, in the order of the model.
  public let levelCaps: [CapResult]
  /// The place of the highest level whose conditions, and those of all lower ones, are met, and that
  /// no cap in force rules out; `nil` when there is none.
  public let level: Int?
  /// The place of the lowest level not reached; `nil` at the top.
  public let next: Int?
  /// Which levels the open answers leave possible.
  public let levelRange: LevelRange
  /// By place in `Questionnaire.checks`.
  public let checks: [CheckResult]
  /// Those whose condition is true, in the order of the model; an unknown condition raises nothing.
  public let recommendations: [Recommendation]
  /// Those whose condition is unknown, in the order of the model.
  public let undecided: [UndecidedRecommendation]
  /// Rules that failed, in the order in which they are applied; empty for a sound model.
  public let failures: [ScoringFailure]

  /// By place in `Questionnaire.capacities`.
  public var capacities: [Score] { questionnaire.capacities.map { nodes[$0.node] } }

  /// How a question's practice stands; `nil` for a question that is none.
  public func practice(of question: Int) -> PracticeResult? { practices.result(at: question) }

  /// On which capability level a node stands; `nil` where none of its practices counts.
  public func capability(of node: Int) -> CapabilityResult? { capabilities.result(at: node) }

  /// The highest level reached, with its results.
  public var levelReached: LevelResult? { level.map { levels[$0] } }
}

extension Array {
  /// The result at a place, of a list that is empty where a model has nothing of the kind.
  func result<Wrapped>(at place: Int) -> Wrapped? where Element == Wrapped? {
    indices.contains(place) ? self[place] : nil
  }
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

extension AssessmentScore {
  /// The form that asked; `nil` for the full one.
  public var formUsed: Form? {
    form.flatMap { questionnaire.forms.indices.contains($0) ? questionnaire.forms[$0] : nil }
  }

  /// The form by its identifier, as results files name it.
  public var formIdentifier: String { formUsed?.id ?? "full" }
}
