import CEL
import Interview
import Numbers
import Questionnaire

/// One scored question, with what its model fixes. A reference, because it is passed around for
/// every assessment and its tables are not to be copied each time.
final class ScoredQuestion: Sendable {
  let index: Int
  let weight: Rational
  let table: PointsTable
  let possible: PossibleScores

  init(_ question: Question, scale: PointsScale) {
    index = question.index
    weight = question.weight
    table = PointsTable(question, scale: scale)
    possible = PossibleScores(table, of: question)
  }

  /// What the question contributes to an interview's score.
  ///
  /// An answer whose points wait for another answer is open like a missing one. Where what they wait
  /// for will not come (not applicable, or not asked), it is left out like a choice without points.
  func score(
    _ interview: Interview, _ variables: [Value], rule: ScoreRule, slots: SlotTable
  ) -> QuestionScore {
    let state = interview.state(of: index)
    switch state {
    case .answered(let answer):
      switch table.outcome(of: answer, variables) {
      case .worth(let worth): return counted(worth, state)
      case .unscored: return open(.leftOut, state)
      case .failed(let failure): return open(.open, state, failure: failure)
      case .waiting(let unknown):
        let inputs = openInputs(unknown, interview, slots)
        return open(inputs.isEmpty ? .leftOut : .open, state, waitingFor: inputs)
      }
    case .unanswered, .noData:
      return open(.open, state, waitingFor: [index])
    case .notApplicable:
      // What blocks a score is what the score waits for.
      return rule.notApplicable == .block
        ? open(.open, state, waitingFor: [index]) : open(.leftOut, state)
    case .notAsked:
      return interview.visibilityIsOpen(index)
        ? open(.hiddenForNow, state, waitingFor: [index]) : open(.leftOut, state)
    }
  }

  private func counted(_ worth: Worth, _ state: AnswerState) -> QuestionScore {
    QuestionScore(
      state: state, standing: .counted, points: worth.points, score: worth.score,
      low: worth.score, high: worth.score, waitingFor: [], failure: nil)
  }

  private func open(
    _ standing: QuestionScore.Standing, _ state: AnswerState, waitingFor: [Int] = [],
    failure: RuleFailure? = nil
  ) -> QuestionScore {
    QuestionScore(
      state: state, standing: standing, points: nil, score: nil, low: possible.low,
      high: possible.high, waitingFor: waitingFor, failure: failure)
  }

  /// The questions among the slots whose answers may still come, ascending.
  private func openInputs(
    _ unknown: UnknownSet, _ interview: Interview, _ slots: SlotTable
  ) -> [Int] {
    unknown.slots.compactMap { slot in
      guard case .answer(let question)? = slots.variable(in: slot) else { return nil }
      return switch interview.state(of: question) {
      case .unanswered, .noData: question
      case .notAsked: interview.visibilityIsOpen(question) ? question : nil
      case .answered, .notApplicable: nil
      }
    }
  }
}
