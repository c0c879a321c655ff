import Language
import Questionnaire
import Scoring
import Wording

extension Words {
  /// What keeps a condition undecided: a few words for each kind; empty where nothing is known.
  func waiting(for awaited: Awaited, of questionnaire: Questionnaire) -> String {
    let kinds: [(name: String, questions: [Int])] = [
      ("answers", awaited.answers), ("confirmations", awaited.confirmations),
      ("members", awaited.membersAnswers), ("not-asked", awaited.notAsked),
      ("outside-form", awaited.outsideForm), ("not-applicable", awaited.notApplicable),
      ("without-points", awaited.withoutPoints),
    ]
    var parts = kinds.filter { !$0.questions.isEmpty }.map { kind in
      texts(
        "score.waiting.\(kind.name)",
        ["questions": .text(questionnaire.names(kind.questions, texts))])
    }
    if awaited.earlierRounds { parts.append(texts("score.waiting-earlier")) }
    return parts.joined(separator: "; ")
  }
}
