import Language
import Questionnaire
import Scoring
import Wording

extension Words {
  /// The form that asked, or that all questions were asked.
  func form(of score: AssessmentScore) -> String {
    score.formUsed.map { self($0.title) } ?? texts("form.full")
  }
}
