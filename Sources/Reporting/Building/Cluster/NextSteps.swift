import Clusters
import Numbers
import Planning
import Questionnaire
import Scoring
import Wording

/// What to do first, the most pressing first: what is not known yet, what the next level lacks, what a
/// facilitator has to confirm for it, what the model advises.
struct NextSteps {
  enum Step {
    /// Questions to answer, by place.
    case answer([Int])
    /// With what it does to the total, in shares.
    case improve(ImprovedAnswer, gain: Rational)
    /// Answers to have confirmed, by place of the question.
    case confirm([Int])
    case advice(Recommendation)
  }

  private let steps: [Step]

  init(_ reported: ReportedCluster, _ words: Words) {
    let score = reported.assessed.score
    var steps: [Step] = []
    let open =
      score.total.value == nil ? score.total.waitingFor : score.levelRange.decidedBy.answers
    if !open.isEmpty { steps.append(.answer(open)) }
    // A plan from nothing would tell the whole questionnaire.
    if score.total.value != nil, case .attainable(let ways)? = reported.plan?.outcome {
      let unanswered = Set(open)
      // What would give a confidential answer away is no step to print.
      let improvements = ways.best.improvements.filter {
        !unanswered.contains($0.question) && words.mayTell($0, of: score.questionnaire)
      }
      let gains = PlanGains(ways.best, from: score)
      steps += Self.byUrgency(improvements, gains).map { .improve($0, gain: gains[$0.question]) }
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
