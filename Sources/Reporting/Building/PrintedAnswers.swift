import Clusters
import Interview
import Language
import Numbers
import Planning
import Questionnaire
import Scoring
import Wording

/// Answers as a report prints them that may be handed on.
///
/// Of a confidential answer only the band of its number is printed, or nothing but that there is one:
/// the interview promises that others see no more.
extension Words {
  /// The answer in words; of a confidential one what others may see.
  ///
  /// - Parameter hidden: The text that stands for an answer of which others may see nothing.
  func printed(
    _ state: AnswerState, of question: Question, hidden: String = "report.answered-confidential"
  ) -> String {
    guard question.isConfidential else { return answers.state(state, of: question) }
    // A reason in somebody's own words can give away what was not to be told.
    if case .notApplicable = state {
      return answers.state(.notApplicable(reason: nil), of: question)
    }
    guard case .answered(let value) = state else { return answers.state(state, of: question) }
    if case .number(let number) = value, let band = question.confidentialBand(of: number),
      let words = text(of: band, question.kind)
    {
      return words
    }
    return texts(hidden)
  }

  /// The answer to a question of an assessment. A text that a facilitator has to confirm is somebody's
  /// own claim until then, and is not printed.
  func printedAnswer(to question: Question, of interview: Interview) -> String {
    if interview.isUnconfirmedText(question) { return texts("report.text-unconfirmed") }
    return printed(interview.state(of: question.index), of: question)
  }

  /// A step by its number, what may not be told by a word, anything else as it is printed.
  func short(_ state: AnswerState, of question: Question) -> String {
    if !question.isConfidential, case .answered(.step(let step)) = state,
      case .ladder(let steps) = question.kind
    {
      return part(step, of: steps.count)
    }
    return printed(state, of: question, hidden: "report.confidential")
  }

  /// The points of an answer; of a confidential one only where they tell no more than a band does.
  func printedPoints(of question: Question, _ score: AssessmentScore) -> Rational? {
    guard question.pointsMayBeTold else { return nil }
    return score.questions[question.index]?.points
  }

  /// `€1,000 to under €2,000`; the unit of a number once, at the end.
  private func text(of band: ConfidentialBand, _ kind: AnswerKind) -> String? {
    func end(_ value: Rational?) -> TextArgument? {
      guard let value, let number = DecimalNumber(exactly: value) else { return nil }
      let hasOwnSign = kind.numberLimits?.unit == nil
      return .text(hasOwnSign ? answers.number(number, of: kind) : numbers.format(number))
    }
    let unit = kind.numberLimits?.unit.map { "\u{A0}(" + self($0) + ")" } ?? ""
    switch (end(band.from), end(band.below)) {
    case (let low?, let high?):
      return texts("peers.band.between", ["low": low, "high": high]) + unit
    case (nil, let high?): return texts("peers.band.below", ["high": high]) + unit
    case (let low?, nil): return texts("peers.band.from", ["low": low]) + unit
    case (nil, nil): return nil
    }
  }
}

extension Words {
  /// Whether a report may tell to which answer one is to be improved, and which one. Of a confidential
  /// answer whose points are not told this would give away the answer, or close to it; except where a
  /// must-have asks for it, whose words and state are told anyway.
  func mayTell(_ improved: ImprovedAnswer, of model: Questionnaire) -> Bool {
    model.questions[improved.question].pointsMayBeTold
      || improved.serves.contains { need in
        switch need {
        case .gate, .levelCap: true
        case .threshold, .capability, .practices, .constraint: false
        }
      }
  }
}
