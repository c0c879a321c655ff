import Clusters
import Numbers
import Planning
import Questionnaire
import Scoring

/// What to do first, the most pressing first: what is not known yet, what the next level lacks, what a
/// facilitator has to confirm for it, what the model advises.
struct NextSteps {
  enum Step {
    /// Questions to answer, by place.
    case answer([Int])
    case improve(ImprovedAnswer)
    /// Answers to have confirmed, by place of the question.
    case confirm([Int])
    case advice(Recommendation)
  }

  private let steps: [Step]

  init(_ reported: ReportedCluster) {
    let score = reported.assessed.score
    var steps: [Step] = []
    let open =
      score.total.value == nil ? score.total.waitingFor : score.levelRange.decidedBy.answers
    if !open.isEmpty { steps.append(.answer(open)) }
    // A plan from nothing would tell the whole questionnaire.
    if score.total.value != nil, case .attainable(let ways)? = reported.plan?.outcome {
      let unanswered = Set(open)
      let improvements = ways.best.improvements.filter { !unanswered.contains($0.question) }
      steps += Self.byUrgency(improvements, ways.best, from: score).map(Step.improve)
      if !ways.best.confirmations.isEmpty { steps.append(.confirm(ways.best.confirmations)) }
    }
    steps += Recommendation.Priority.allCases.flatMap { priority in
      score.recommendations.filter { $0.priority == priority }.map(Step.advice)
    }
    self.steps = steps
  }

  /// As many as there are, at most so many.
  func first(_ count: Int) -> [Step] { Array(steps.prefix(count)) }

  /// What no score makes up for first, then what does most to the total.
  private static func byUrgency(
    _ improvements: [ImprovedAnswer], _ way: Way, from score: AssessmentScore
  ) -> [ImprovedAnswer] {
    let gains = PlanGains(way, from: score)
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
