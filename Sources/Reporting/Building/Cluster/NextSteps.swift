import Clusters
import Interview
import Numbers
import Planning
import Questionnaire
import Scoring
import Wording

/// What to do first, the most pressing first: what is not known yet, what the next level lacks, what a
/// facilitator has to confirm for it, what the model advises, and what is left to complete.
struct NextSteps {
  /// Questions are named by their places.
  enum Step {
    /// To answer, because the total or the level depends on them.
    case answer([Int])
    /// Said not to apply, so that there is no total.
    case reconsider([Int])
    /// With what it does to the total, in shares, and what the model advises about the answer.
    case improve(ImprovedAnswer, gain: Rational, advice: Recommendation?)
    /// Answers to have confirmed.
    case confirm([Int])
    case advice(Recommendation)
    /// Answers that the model wants evidence of.
    case prove([Int])
    /// To answer, though nothing but their own scores depends on them.
    case complete([Int])
  }

  private let steps: [Step]

  init(_ reported: ReportedCluster, _ words: Words) {
    let assessed = reported.assessed
    let score = assessed.score
    let deciding = Self.deciding(assessed)
    var steps: [Step] = []
    var advice = Recommendation.Priority.allCases.flatMap { priority in
      score.recommendations.filter { $0.priority == priority }
    }
    if !deciding.isEmpty { steps.append(.answer(deciding)) }
    if score.total.value == nil {
      let excused = score.questions.indices.filter(assessed.isExcused)
      if deciding.isEmpty, !excused.isEmpty { steps.append(.reconsider(excused)) }
    } else if case .attainable(let ways)? = reported.plan?.outcome {
      // A plan from nothing would tell the whole questionnaire.
      steps += Self.planned(ways.best, beside: deciding, &advice, score, words)
    }
    steps += advice.map(Step.advice)
    let unproved = score.questionnaire.questions.filter(assessed.lacksEvidence).map(\.index)
    if !unproved.isEmpty { steps.append(.prove(unproved)) }
    let open = score.total.waitingFor.filter(assessed.isOpen)
    if deciding.isEmpty, !open.isEmpty { steps.append(.complete(open)) }
    self.steps = steps
  }

  /// As many as there are, at most so many.
  func first(_ count: Int) -> [Step] { Array(steps.prefix(count)) }

  /// What is asked and not answered, where there is no total without it, or the level depends on it.
  private static func deciding(_ assessed: AssessedCluster) -> [Int] {
    let score = assessed.score
    let waited =
      score.total.value == nil ? score.total.waitingFor : score.levelRange.decidedBy.answers
    return waited.filter(assessed.isOpen)
  }

  /// The improvements of a plan, and what has to be confirmed for it.
  ///
  /// - Parameter advice: What is advised about an answer goes with its improvement: by itself it would be
  ///   the same step again.
  private static func planned(
    _ way: Way, beside deciding: [Int], _ advice: inout [Recommendation],
    _ score: AssessmentScore, _ words: Words
  ) -> [Step] {
    let model = score.questionnaire
    let unanswered = Set(deciding)
    // What would give a confidential answer away is no step to print.
    let improvements = way.improvements.filter {
      !unanswered.contains($0.question) && words.mayTell($0, of: score.questionnaire)
    }
    let gains = PlanGains(way, from: score)
    let steps = byUrgency(improvements, gains).map { improved in
      let about = advice.firstIndex {
        model.questionsRead(by: [$0.condition]).contains(improved.question)
      }
      return Step.improve(
        improved, gain: gains[improved.question], advice: about.map { advice.remove(at: $0) })
    }
    return way.confirmations.isEmpty ? steps : steps + [.confirm(way.confirmations)]
  }

  /// What no score makes up for first, then what does most to the total.
  private static func byUrgency(
    _ improvements: [ImprovedAnswer], _ gains: PlanGains
  ) -> [ImprovedAnswer] {
    func isMustHave(_ improved: ImprovedAnswer) -> Bool {
      improved.serves.contains { need in
        if case .threshold = need { false } else { true }
      }
    }
    return improvements.enumerated().sorted { a, b in
      let (x, y) = (isMustHave(a.element), isMustHave(b.element))
      if x != y { return x }
      let (more, less) = (gains[a.element.question], gains[b.element.question])
      return more == less ? a.offset < b.offset : more > less
    }.map(\.element)
  }
}

extension AssessedCluster {
  /// Whether a question is asked and has no answer.
  fileprivate func isOpen(_ question: Int) -> Bool {
    switch interview.state(of: question) {
    case .unanswered, .noData: true
    case .answered, .notApplicable, .notAsked: false
    }
  }

  /// Whether a scored question was said not to apply.
  fileprivate func isExcused(_ question: Int) -> Bool {
    if case .notApplicable? = score.questions[question]?.state { true } else { false }
  }

  /// Whether the model asks for proof of an answer as good as this one, and there is none; not of an
  /// answer whose points would be told by that.
  func lacksEvidence(of question: Question) -> Bool {
    guard question.pointsMayBeTold, let required = question.evidence?.requiredFrom,
      let points = score.questions[question.index]?.points
    else { return false }
    return points >= required && interview.response(to: question.index)?.evidence.isEmpty ?? true
  }
}
