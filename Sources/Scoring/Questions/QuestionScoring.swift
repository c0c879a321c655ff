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
    score(
      of: interview.state(of: index), isHiddenForNow: interview.visibilityIsOpen(index),
      variables, practice: practice
    ) { interview.openInputs($0, slots) }
  }

  /// The same by what became of the question.
  ///
  /// - Parameters:
  ///   - isHiddenForNow: Whether a question that is not asked may come to be.
  ///   - inputs: The questions that may still give values to variables.
  func score(
    of state: AnswerState, isHiddenForNow: Bool, _ variables: [Value], practice: PracticeResult?,
    inputs: (UnknownSet) -> [Int]
  ) -> QuestionScore {
    switch state {
    case .answered(let answer):
      return score(
        of: table.outcome(of: answer, variables, practice: practice?.status), state,
        practice: practice, inputs: inputs)
    case .unanswered, .noData:
      return open(.open, state, waitingFor: [index])
    case .notApplicable:
      // What blocks a score is what the score waits for.
      return notApplicable == .block
        ? open(.open, state, waitingFor: [index]) : open(.leftOut, state)
    case .notAsked:
      return isHiddenForNow
        ? open(.hiddenForNow, state, waitingFor: [index]) : open(.leftOut, state)
    }
  }

  /// The same by what the rule makes of the answer.
  func score(
    of outcome: PointsOutcome, _ state: AnswerState, practice: PracticeResult?,
    inputs: (UnknownSet) -> [Int]
  ) -> QuestionScore {
    switch outcome {
    case .worth(let worth): return counted(worth, state)
    case .unscored: return open(.leftOut, state)
    case .failed(let failure): return open(.open, state, failure: failure)
    case .waitingForPractice:
      let inputs = practice?.waitingFor ?? []
      let isToCome = !inputs.isEmpty || practice?.failure != nil
      return open(isToCome ? .open : .leftOut, state, waitingFor: inputs)
    case .waiting(let unknown):
      let inputs = inputs(unknown)
      return open(inputs.isEmpty ? .leftOut : .open, state, waitingFor: inputs)
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
