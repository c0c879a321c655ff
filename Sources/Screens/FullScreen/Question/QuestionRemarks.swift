import Interview
import Language
import Numbers
import Questionnaire
import Terminal

/// What is written beside an answer: the reason where there is none, a note, proof.
extension QuestionScreen {
  /// More than may be kept, so that it is said how much that is.
  static let remarkLimit = 4000

  mutating func startComment(_ context: ScreenContext) {
    let comment = context.interview.response(to: index)?.comment ?? ""
    stage = .comment(TextField(comment, limit: Self.remarkLimit))
  }

  /// - Parameter goesOn: Whether the next question follows.
  mutating func startProof(goesOn: Bool) {
    stage = .proof(TextField(limit: Self.remarkLimit), goesOn: goesOn)
  }

  /// A key while something is written that is not the answer; Enter takes it, Esc drops it.
  mutating func write(
    _ key: Key, _ field: TextField, _ context: ScreenContext, _ stage: (TextField) -> Stage
  ) -> ScreenAction? {
    switch key {
    case .enter: return take(field.text.trimmed, context)
    case .escape:
      if case .proof(_, goesOn: true) = self.stage { return leaveProof() }
      self.stage = .answer
    default:
      var field = field
      _ = field.handle(key)
      if field.isOverfull { complaints = [context.texts("screen.field-full")] }
      self.stage = stage(field)
    }
    return nil
  }

  private mutating func take(_ text: String, _ context: ScreenContext) -> ScreenAction? {
    switch stage {
    case .reason: return takeReason(text, context)
    case .comment:
      guard text.isEmpty || isFit(text, context) else { return nil }
      stage = .answer
      return .comment(text.isEmpty ? nil : text)
    case .proof(_, let goesOn):
      guard !text.isEmpty else { return leaveProof() }
      guard isFit(text, context) else { return nil }
      stage = .proofEnd(text, TextField(limit: 100), goesOn: goesOn)
    case .proofEnd(let proof, _, let goesOn):
      var day: Day?
      if !text.isEmpty {
        switch AnswerReader(context.texts).day(text) {
        case .value(.day(let read)): day = read
        case .problem(let words):
          complaints = [words.asSentence]
          return nil
        case .value, .ambiguous: return nil
        }
      }
      // What goes on asks for no second proof.
      stage = goesOn ? .answer : .proof(TextField(limit: Self.remarkLimit), goesOn: false)
      return .addEvidence(Evidence(text: proof, validUntil: day), goesOn: goesOn)
    case .answer, .meaning, .outcome: break
    }
    return nil
  }

  private mutating func takeReason(_ text: String, _ context: ScreenContext) -> ScreenAction? {
    if text.isEmpty {
      guard context.model.questions[index].notApplicable != .withReason else {
        complaints = [context.texts("answer.reason-missing").asSentence]
        return nil
      }
    } else if !isFit(text, context) {
      return nil
    }
    stage = .answer
    return .answer(.notApplicable(reason: text.isEmpty ? nil : text))
  }

  /// Proof may come later.
  private mutating func leaveProof() -> ScreenAction? {
    guard case .proof(_, let goesOn) = stage else { return nil }
    stage = .answer
    return goesOn ? .next : nil
  }

  /// Whether a remark may be kept; says why not.
  private mutating func isFit(_ remark: String, _ context: ScreenContext) -> Bool {
    let wording = ProblemWording(context.model, context.texts)
    complaints = context.interview.check(remark: remark, for: index).map(wording.sentence)
    return complaints.isEmpty
  }
}
