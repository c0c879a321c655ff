import DisplayWidth
import Language
import Questionnaire

extension Questionnaire {
  /// The place of a shorter form.
  ///
  /// - Parameter option: The option that names it.
  /// - Throws: where there is none of that name, with those that there are.
  func form(named id: String, option: String = "--form") throws(Failure) -> Int {
    if let place = forms.firstIndex(where: { $0.id == id }) { return place }
    if forms.isEmpty { throw Failure("exit.no-forms", exit: .usage) }
    throw Failure(
      "exit.unknown-form",
      [
        "form": .text(id.madeVisible), "forms": .list(forms.map(\.id)),
        "option": .text(option),
      ], exit: .usage)
  }
}
