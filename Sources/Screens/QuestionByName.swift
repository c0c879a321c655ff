import DisplayWidth
import Interview
import Language
import Questionnaire
import Terminal

/// Why there is no question to go to, as a sentence.
struct NoSuchQuestion: Error {
  let text: String
}

extension Interview {
  /// The question asked that a person means by its number, its code or its identifier.
  func question(named name: String, _ texts: Texts) -> Result<Int, NoSuchQuestion> {
    let folded = name.withoutMarks
    let asked = asked
    let target =
      asked.element(numbered: name)
      ?? questionnaire.questions.indices.first { place in
        let question = questionnaire.questions[place]
        return question.id == folded || question.code?.withoutMarks == folded
      }
    guard let target else {
      return .failure(
        NoSuchQuestion(
          text: texts(
            "plain.no-such-question", ["name": .text(name), "count": .count(asked.count)])))
    }
    guard isAsked(target) else {
      return .failure(
        NoSuchQuestion(
          text: texts("plain.question-not-asked", ["question": .text(title(of: target, texts))])))
    }
    return .success(target)
  }
}
