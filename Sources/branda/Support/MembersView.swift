import Comparison
import Interview
import Numbers
import Questionnaire
import Reporting
import Scoring

/// What the members of clusters answered, beside their managers.
enum MembersView {
  /// The total when the members' answers, rounded to the nearest that can be given, stand in place of
  /// the manager's; `nil` where no question has enough of them.
  static func total(of assessed: AssessedCluster) -> Rational? {
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

  /// The manager's answers and the members' as numbers.
  static func ratings(of assessed: AssessedCluster) -> RatedAssessment {
    var manager: [Int: Double] = [:]
    for question in assessed.score.questionnaire.questions {
      manager[question.index] =
        assessed.interview.state(of: question.index).numericValue?.doubleValue
    }
    return RatedAssessment(
      score: assessed.score, manager: manager, members: assessed.membersMeans)
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
