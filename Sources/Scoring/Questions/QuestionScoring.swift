import CEL
import Interview
import Numbers
import Questionnaire

/// One scored question, with what its model fixes. A reference, because it is passed around for
/// every assessment and its tables are not to be copied each time.
final class ScoredQuestion: Sendable {
  let index: Int
  let table: PointsTable
  let possible: PossibleScores

  /// What “not applicable” does to the score of the question's node.
  private let notApplicable: NotApplicablePolicy

  init(_ question: Question, in questionnaire: Questionnaire) {
    index = question.index
    table = PointsTable(question, scale: PointsScale(question))
    possible = PossibleScores(table, of: question)
    let rule = question.node.map { questionnaire.nodes[$0].rule } ?? questionnaire.scoring.nodes
    notApplicable = rule.notApplicable
  }

  /// Whether its points follow from whether its practice is fulfilled.
  var followsPractice: Bool {
    if case .practice = table.rule { true } else { false }
  }

  /// What the question contributes to an interview's score.
  ///
  /// An answer whose points wait for another answer is open like a missing one. Where what they wait
  /// for will not come (not applicable, or not asked), it is left out like a choice without points.
  ///
  /// - Parameter practice: How the assessment stands to the question's practice, if it has one.
  func score(
    _ interview: Interview, _ variables: [Value], practice: PracticeResult?, slots: SlotTable
  ) -> QuestionScore {
    let state = interview.state(of: index)
    switch state {
    case .answered(let answer):
      switch table.outcome(of: answer, variables, practice: practice?.status) {
      case .worth(let worth): return counted(worth, state)
      case .unscored: return open(.leftOut, state)
      case .failed(let failure): return open(.open, state, failure: failure)
      case .waitingForPractice:
        let inputs = practice?.waitingFor ?? []
        return open(.open, state, waitingFor: inputs)
      case .waiting(let unknown):
        let inputs = interview.openInputs(unknown, slots)
        return open(inputs.isEmpty ? .leftOut : .open, state, waitingFor: inputs)
      }
    case .unanswered, .noData:
      return open(.open, state, waitingFor: [index])
    case .notApplicable:
      // What blocks a score is what the score waits for.
      return notApplicable == .block
        ? open(.open, state, waitingFor: [index]) : open(.leftOut, state)
    case .notAsked:
      return interview.visibilityIsOpen(index)
        ? open(.hiddenForNow, state, waitingFor: [index]) : open(.leftOut, state)
    }
  }

  private func counted(_ worth: Worth, _ state: AnswerState) -> QuestionScore {
    QuestionScore(
      state: state, standing: .counted, points: worth.points, score: worth.score,
      low: worth.score, high: worth.score, waitingFor: [], failure: nil, isExact: worth.isExact,
      mayBeUnscored: false)
  }

  private func open(
    _ standing: QuestionScore.Standing, _ state: AnswerState, waitingFor: [Int] = [],
    failure: RuleFailure? = nil
  ) -> QuestionScore {
    QuestionScore(
      state: state, standing: standing, points: nil, score: nil, low: possible.low,
      high: possible.high, waitingFor: waitingFor, failure: failure, isExact: true,
      mayBeUnscored: possible.mayBeUnscored)
  }
}
