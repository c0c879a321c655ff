import Clusters
import Comparison
import Interview
import Numbers
import Questionnaire
import Reporting
import Scoring

/// What members and facilitators answered, beside the managers of their clusters.
enum OtherViews {
  /// The totals with the members' answers and with those of each facilitator in place of the manager's;
  /// of those who have answered anything.
  static func totals(of assessed: AssessedCluster) -> [Rational] {
    ([membersTotal(of: assessed)] + assessed.facilitators.map { total(of: assessed, by: $0) })
      .compactMap(\.self)
  }

  /// The total when a facilitator's answers stand in place of the manager's; the manager's stay where
  /// the facilitator gave none or does not know.
  private static func total(of assessed: AssessedCluster, by facilitator: Interview) -> Rational? {
    var interview = assessed.interview
    var isChanged = false
    for question in interview.questionnaire.questions {
      switch facilitator.state(of: question.index) {
      case .answered, .notApplicable:
        guard let answer = facilitator.response(to: question.index)?.answer else { continue }
        _ = interview.record(answer, for: question.index)
        isChanged = true
      case .noData, .unanswered, .notAsked: continue
      }
    }
    return isChanged ? score(interview, background: assessed.background).total.value : nil
  }

  /// The total when the members' answers, rounded to the nearest that can be given, stand in place of
  /// the manager's; `nil` where no question has enough of them.
  private static func membersTotal(of assessed: AssessedCluster) -> Rational? {
    guard !assessed.membersMeans.isEmpty else { return nil }
    var interview = assessed.interview
    for (question, mean) in assessed.membersMeans.sorted(by: { $0.key < $1.key }) {
      guard let answer = interview.questionnaire.questions[question].kind.nearest(to: mean) else {
        continue
      }
      _ = interview.record(.value(answer), for: question)
    }
    return score(interview, background: assessed.background).total.value
  }

  /// All answers as numbers.
  static func ratings(of assessed: AssessedCluster) -> RatedAssessment {
    RatedAssessment(
      score: assessed.score, manager: numbers(assessed.interview), members: assessed.membersMeans,
      facilitators: assessed.facilitators.map(numbers))
  }

  private static func numbers(_ interview: Interview) -> [Int: Double] {
    var numbers: [Int: Double] = [:]
    for question in interview.questionnaire.questions {
      numbers[question.index] = interview.state(of: question.index).numericValue?.doubleValue
    }
    return numbers
  }
}

extension AnswerKind {
  /// The answer whose number lies nearest to a mean, halves upward; `nil` for kinds without numbers.
  fileprivate func nearest(to mean: Double) -> AnswerValue? {
    guard mean.magnitude < 1e15 else { return nil }
    let whole = Int((mean + 0.5).rounded(.down))
    switch self {
    case .ladder(let steps): return .step(min(max(1, whole), max(1, steps.count)))
    case .yesNo: return .yesNo(mean >= 0.5)
    case .integer, .year: return .number(DecimalNumber(whole))
    case .number, .percent, .money:
      return DecimalNumber(significand: Int64((mean * 10 + 0.5).rounded(.down)), scale: 1)
        .map { .number($0) }
    case .single, .multiple, .date, .text: return nil
    }
  }
}
