import Questionnaire

extension Questionnaire {
  /// The place of the question that a person means by its identifier, or by the code that stands
  /// beside it on the screen, in whatever case.
  func place(named name: String) -> Int? {
    index(of: name) ?? questions.firstIndex { $0.code?.uppercased() == name.uppercased() }
  }
}
