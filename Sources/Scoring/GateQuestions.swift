import CEL
public import Interview
public import Questionnaire

/// The questions whose answers the gates of a model read and a facilitator has to confirm.
struct GateQuestions: Sendable {
  /// Ascending.
  let needingConfirmation: [Int]

  init(_ questionnaire: Questionnaire) {
    var questions: [Int] = []
    for slot in questionnaire.levels.flatMap(\.gates).flatMap(\.expressions).flatMap(\.reads) {
      switch questionnaire.slots.variable(in: slot) {
      case .answer(let question)?, .points(let question)?, .met(let question)?:
        questions.append(question)
      default: break
      }
    }
    needingConfirmation = questions.ascendingOnce.filter {
      questionnaire.questions[$0].needsConfirmation
    }
  }

  /// `review.gates_confirmed`: true when each of them that is asked is confirmed, else unknown by
  /// the confirmations that are missing.
  func areConfirmed(in interview: Interview, _ slots: SlotTable) -> Value {
    let missing = needingConfirmation.filter {
      interview.isAsked($0) && !interview.isConfirmed($0)
    }
    guard !missing.isEmpty else { return .bool(true) }
    return .unknown(UnknownSet(missing.map { slots.slot(of: .confirmed($0)) }))
  }
}

extension Questionnaire {
  /// What a facilitator goes through: the questions whose answers need a confirmation, and those
  /// that a gate reads, ascending.
  public var questionsToReview: [Int] {
    let read = questionsRead(by: levels.flatMap(\.gates).flatMap(\.expressions))
    let needed = questions.filter(\.needsConfirmation).map(\.index)
    return Set(read + needed).sorted()
  }
}

extension Interview {
  /// Whether a facilitator has confirmed the answer that counts; a hidden one never does.
  public func isConfirmed(_ question: Int) -> Bool {
    isAsked(question) && response(to: question)?.confirmation != nil
  }
}
