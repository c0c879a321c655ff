import Language
import Questionnaire
import Scoring

extension Words {
  /// The form that asked, or that all questions were asked.
  func form(of score: AssessmentScore) -> String {
    score.formUsed.map { self($0.title) } ?? texts("form.full")
  }
}

extension AssessmentScore {
  /// The form that asked; `nil` for the full one.
  var formUsed: Form? {
    form.flatMap { questionnaire.forms.indices.contains($0) ? questionnaire.forms[$0] : nil }
  }

  /// The form by its identifier, as results files name it.
  var formIdentifier: String { formUsed?.id ?? "full" }
}
