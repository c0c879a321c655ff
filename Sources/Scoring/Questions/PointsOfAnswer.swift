public import CEL
public import Interview
public import Numbers
public import Questionnaire

extension Scorer {
  /// The points of an answer by its question's rule, whether the question is asked or not.
  ///
  /// Made for `Interview.Context.points`, so that a demand for proof and a score cannot disagree.
  /// `nil` where the question is not scored, the points wait for another answer, or the rule fails.
  ///
  /// - Parameter values: Those of the interview.
  @Sendable public func points(
    of question: Question, _ answer: AnswerValue, _ values: [Value]
  ) -> Rational? {
    guard let table = table(of: question.index),
      case .worth(let worth) = table.outcome(of: answer, values)
    else { return nil }
    return worth.points
  }
}
