public import CEL
public import Numbers
public import Questionnaire

/// Answers to a questionnaire and everything that follows from them: which questions are asked,
/// which is next, what is wrong.
///
/// A value that knows no terminal, no score and no file. It keeps apart what is *stored* for a
/// question and what is *effective*: the answer to a hidden question is parked, is read by no
/// expression, no problem and no count, and is effective again once the question is shown again.
public struct Interview: Sendable {
  /// Computes the points of an answer by the question's rule; `values` are those of the interview.
  public typealias PointsOfAnswer =
    @Sendable (_ question: Question, _ answer: AnswerValue, _ values: [Value]) -> Rational?

  /// The circumstances of an interview, which no answer changes.
  public struct Context: Sendable {
    /// The year that the round covers.
    public var reportingYear: Int
    /// The place of the form in the model's forms; `nil` for all questions.
    public var form: Int?
    /// Whose answers these are; questions that are not for them are not asked.
    public var respondent: Respondent
    /// Tells from which answer proof is asked; without it no proof is found missing, because the
    /// rules of points are not the interview's.
    public var points: PointsOfAnswer?

    /// The circumstances of a manager who answers all questions, unless told otherwise.
    public init(
      reportingYear: Int, form: Int? = nil, respondent: Respondent = .manager,
      points: PointsOfAnswer? = nil
    ) {
      self.reportingYear = reportingYear
      self.form = form
      self.respondent = respondent
      self.points = points
    }
  }

  /// The model whose questions are answered; questions are named by their places in it.
  public let questionnaire: Questionnaire
  /// The circumstances it was begun in, the same to the end.
  public let context: Context

  /// The effective answers and the reporting year by slot, unknown where there is no answer: what
  /// expressions that know no scores are evaluated with.
  public internal(set) var values: [Value]

  /// How much of what is asked has been dealt with.
  public internal(set) var progress = Progress()

  var responses: [Response?]
  var visibility: [Visibility]
  /// Why a question has no effective value.
  var absences: [Absence]
  /// What constraints and conditions say, where they say anything but “fine”.
  var verdicts: [DependencyGraph.Node: Verdict] = [:]
  /// The standing problems of the questions that have any.
  var standing: [Int: [Problem]] = [:]
  /// The nodes to evaluate; empty between steps.
  var queue: RankQueue

  /// Begins with stored responses, by the places of their questions.
  ///
  /// - Complexity: O(questions) plus one evaluation of every condition.
  public init(
    _ questionnaire: Questionnaire, context: Context, responses: [Int: Response] = [:]
  ) {
    let count = questionnaire.questions.count
    self.questionnaire = questionnaire
    self.context = context
    self.responses = Array(repeating: nil, count: count)
    values = (0..<questionnaire.slots.interviewCount).map { .unknown(UnknownSet(Slot(index: $0))) }
    visibility = Array(repeating: .hidden, count: count)
    absences = Array(repeating: .lasting, count: count)
    queue = RankQueue(capacity: questionnaire.dependencies.order.count)
    values[questionnaire.slots.slot(of: .reportingYear).index] = .int(Int64(context.reportingYear))
    for (question, response) in responses where self.responses.indices.contains(question) {
      self.responses[question] = response.isEmpty ? nil : response
    }
    evaluateEverything()
  }

  /// What is stored for a question, also while it is not asked; `nil` where nothing is.
  public func response(to question: Int) -> Response? { responses[question] }

  /// Whether the question is part of the form, meant for the respondent, and shown.
  public func isAsked(_ question: Int) -> Bool { visibility[question] == .shown }

  /// Whether a question is hidden only because of answers that are still to come.
  ///
  /// True where its condition is unknown and reads a question that is unanswered or without data,
  /// or one whose own visibility is open.
  public func visibilityIsOpen(_ question: Int) -> Bool { visibility[question] == .open }

  /// Whether there is an answer that does not count because its question is not asked.
  public func isParked(_ question: Int) -> Bool {
    !isAsked(question) && responses[question]?.answer != nil
  }

  /// The effective state of a question.
  public func state(of question: Int) -> AnswerState {
    guard isAsked(question) else { return .notAsked }
    switch responses[question]?.answer {
    case .value(let value):
      return questionnaire.questions[question].kind.accepts(value) ? .answered(value) : .unanswered
    case .notApplicable(let reason): return .notApplicable(reason: reason)
    case .noData: return .noData
    case nil: return .unanswered
    }
  }

  /// Everything that stands against the answers, in the order of the questions.
  ///
  /// - Complexity: O(*p* log *p*) in the number of problems.
  public var problems: [Problem] {
    standing.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// What stands against the answer to one question.
  public func problems(of question: Int) -> [Problem] { standing[question, default: []] }
}

extension Interview.Context {
  /// Whether a question belongs to the form and is meant for the respondent.
  public func includes(_ question: Question) -> Bool {
    guard question.respondents.contains(respondent) else { return false }
    guard let form, question.capacity != nil else { return true }
    return question.forms.contains(form)
  }
}

/// Whether a question is asked, and if not, why.
enum Visibility: UInt8, Sendable {
  case shown
  case hidden
  /// The condition waits for answers that are still to come.
  case open
  /// Not part of the form or not for this respondent.
  case excluded
}

/// Whether a question has an effective value, and if not, whether one is still to come.
enum Absence: UInt8, Sendable {
  case none
  /// Unanswered, without data, or hidden with open visibility.
  case open
  /// Not applicable, or not asked.
  case lasting
}

/// What a node says that is not “fine”.
enum Verdict: Sendable, Equatable {
  case violated
  case failed(EvaluationError)
}
