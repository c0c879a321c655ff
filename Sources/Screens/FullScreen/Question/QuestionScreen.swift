import Interview
import Language
import Numbers
import Questionnaire
import Terminal

/// One question and what is being entered for it.
struct QuestionScreen: Sendable, Hashable {
  /// What the keys go to.
  enum Stage: Sendable, Hashable {
    case answer
    /// Which of the readings of a number was meant.
    case meaning([DecimalNumber], ChoiceList)
    /// “I don't know” or “not applicable”, where both are allowed.
    case outcome(ChoiceList)
    /// Why the question is not applicable.
    case reason(TextField)
    case comment(TextField)
    /// What proves the answer; whether the interview goes on after that.
    case proof(TextField, goesOn: Bool)
    /// Until when the proof holds.
    case proofEnd(String, TextField, goesOn: Bool)
  }

  let index: Int
  var entry: AnswerEntry
  var stage = Stage.answer
  /// What is wrong with what was entered, until the next key.
  var complaints: [String] = []
  /// The first line shown of what scrolls, where the person has scrolled away from a field; `nil`
  /// follows the caret.
  var scroll: Int?
  /// Whether an empty set of choices was confirmed once.
  var hasConfirmedNothing = false

  init(_ index: Int, in interview: Interview, _ texts: Texts) {
    self.index = index
    entry = AnswerEntry(
      interview.questionnaire.questions[index], interview.response(to: index), texts)
  }

  /// Whether something was entered that is not accepted yet.
  var isDraft: Bool { entry.isChanged || hasTextBegun }

  private var hasTextBegun: Bool {
    switch stage {
    case .reason(let field), .proof(let field, _): !field.isEmpty
    case .proofEnd: true
    case .answer, .meaning, .outcome, .comment: false
    }
  }

  mutating func changeLanguage(_ context: ScreenContext) {
    complaints = []
    let question = context.model.questions[index]
    entry = entry.inLanguage(
      context.texts, of: question, context.interview.response(to: index))
    switch stage {
    case .meaning, .outcome: stage = .answer
    case .answer, .reason, .comment, .proof, .proofEnd: break
    }
  }
}
