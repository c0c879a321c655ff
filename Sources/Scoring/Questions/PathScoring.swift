public import Interview
import Numbers
public import Questionnaire

extension DecisionPath {
  /// How far an assessment has come on the path, as if the path were one question.
  ///
  /// The score is that of the end to which the answers lead. As long as they lead to none, the range
  /// is over all ends within reach of the question at which the way stops, and tight; the state of
  /// that question is what a policy for missing answers looks at.
  public func score(_ interview: Interview) -> QuestionScore {
    var question = questions.lowerBound
    // A way without cycles visits each question once at most.
    for _ in questions {
      let state = interview.state(of: question)
      guard case .answered(let answer) = state else {
        return open(at: question, state, interview)
      }
      switch target(of: answer, from: question) {
      case .question(let next): question = next
      case .end(let points): return ended(with: points, state)
      case nil: return open(at: question, state, interview, failure: .unexpectedAnswer)
      }
    }
    return open(at: question, interview.state(of: question), interview)
  }

  /// Where an answer to one of the questions leads; `nil` for an answer of another kind.
  public func target(of answer: AnswerValue, from question: Int) -> Target? {
    let targets = targets(of: question)
    let place: Int? =
      switch answer {
      case .step(let step): step - 1
      case .choice(let choice): choice
      case .yesNo(let isYes): isYes ? 1 : 0
      case .choices, .number, .day, .text: nil
      }
    return place.flatMap { targets.indices.contains($0) ? targets[$0] : nil }
  }

  private func ended(with points: Rational, _ state: AnswerState) -> QuestionScore {
    do throws(ArithmeticFailure) {
      let share = try scale.share(points)
      return QuestionScore(
        state: state, standing: .counted, points: points, score: share, low: share, high: share,
        waitingFor: [], failure: nil, isExact: true, mayBeUnscored: false)
    } catch {
      return QuestionScore(
        state: state, standing: .open, points: nil, score: nil, low: 0, high: 100, waitingFor: [],
        failure: .arithmetic(error), isExact: true, mayBeUnscored: false)
    }
  }

  private func open(
    at question: Int, _ state: AnswerState, _ interview: Interview, failure: RuleFailure? = nil
  ) -> QuestionScore {
    let shares = ends(from: question).compactMap { try? scale.share($0) }
    let isOut = state == .notAsked && !interview.visibilityIsOpen(question)
    return QuestionScore(
      state: state,
      standing: isOut ? .leftOut : state == .notAsked ? .hiddenForNow : .open, points: nil,
      score: nil, low: shares.min() ?? 0, high: shares.max() ?? 100,
      waitingFor: isOut || failure != nil ? [] : [question], failure: failure, isExact: true,
      mayBeUnscored: false)
  }

  /// The points of all ends to which some answers lead from a question.
  private func ends(from first: Int) -> [Rational] {
    var ends: [Rational] = []
    var isReached = Array(repeating: false, count: questions.count)
    var open = [first]
    while let question = open.popLast() {
      guard questions.contains(question), !isReached[question - questions.lowerBound] else {
        continue
      }
      isReached[question - questions.lowerBound] = true
      for target in targets(of: question) {
        switch target {
        case .question(let next): open.append(next)
        case .end(let points): ends.append(points)
        }
      }
    }
    return ends
  }
}
