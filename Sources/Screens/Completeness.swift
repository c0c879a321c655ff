public import Interview
import Language

extension Interview {
  /// Whether every question asked has an outcome and no answer is wrong.
  ///
  /// Warnings and proof still to come do not stand in the way.
  public var isComplete: Bool {
    progress.answered == progress.asked && !problems.contains { $0.severity == .error }
  }

  /// What stands in the way of handing the assessment in: answers that are wrong, and questions
  /// without an answer that the model requires. Other questions may stay open, and warnings and
  /// missing proof are told the facilitator.
  public var obstaclesToSubmitting: [Problem] {
    problems.filter { $0.severity == .error || $0.code == .required }
  }

  /// The same as sentences, each with the number of its question.
  func obstaclesToSubmitting(in texts: Texts) -> [String] {
    let wording = ProblemWording(questionnaire, texts)
    let asked = asked
    return obstaclesToSubmitting.map { problem in
      let number = asked.firstIndex(of: problem.question).map { "\($0 + 1). " } ?? ""
      return number + wording.sentence(problem)
    }
  }
}
