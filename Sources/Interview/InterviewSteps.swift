import CEL
import Questionnaire

extension Interview {
  /// Stores an answer, or clears it where `answer` is `nil`, and works out what follows.
  ///
  /// Comment and evidence stay; a facilitator's confirmation or return stays only if the answer is
  /// the same as before. An answer that `check` would refuse is stored too, with its problems standing; one
  /// whose shape does not fit the question counts as unanswered.
  ///
  /// - Complexity: O(*r* log *r*) evaluations of conditions, *r* the readers of what changed;
  ///   independent of the number of questions.
  public mutating func record(_ answer: Answer?, for question: Int) -> Change {
    store((responses[question] ?? Response()).answered(answer), for: question)
  }

  /// Stores a whole response as it is, or removes it where `response` is `nil`.
  @discardableResult
  public mutating func store(_ response: Response?, for question: Int) -> Change {
    let isEmpty = response?.isEmpty ?? true
    var step = Step()
    count(question, -1)
    responses[question] = isEmpty ? nil : response
    count(question, 1)
    step.touched.append(question)
    refreshEffectiveAnswer(of: question)
    propagate(&step)
    return finish(step)
  }

  /// Sets or removes the remark on a question.
  @discardableResult
  public mutating func setComment(_ comment: String?, for question: Int) -> Change {
    var response = responses[question] ?? Response()
    response.comment = comment
    return store(response, for: question)
  }

  /// Replaces the proofs of an answer.
  @discardableResult
  public mutating func setEvidence(_ evidence: [Evidence], for question: Int) -> Change {
    var response = responses[question] ?? Response()
    response.evidence = evidence
    return store(response, for: question)
  }

  /// Confirms an answer, or takes the confirmation back; an unanswered question cannot be
  /// confirmed and stays as it is.
  @discardableResult
  public mutating func confirm(_ confirmation: Confirmation?, for question: Int) -> Change {
    guard var response = responses[question], response.answer != nil else { return Change() }
    response.confirmation = confirmation
    if confirmation != nil { response.returned = nil }
    return store(response, for: question)
  }

  /// Asks for a question's answer to be corrected, or takes that back. A returned answer is not
  /// confirmed.
  @discardableResult
  public mutating func giveBack(_ returned: Return?, for question: Int) -> Change {
    var response = responses[question] ?? Response()
    response.returned = returned
    if returned != nil { response.confirmation = nil }
    return store(response, for: question)
  }

  /// Everything that stands against an answer before it is recorded: its kind, its limits, what the
  /// question refuses, and, where nothing of that is wrong, the model's constraints.
  ///
  /// - Complexity: O(questions) for a question with constraints, else O(length of the answer).
  public func check(_ answer: Answer, for question: Int) -> [Problem] {
    let definition = questionnaire.questions[question]
    let problems = definition.problems(with: answer)
    guard problems.isEmpty, !definition.constraints.isEmpty, case .value(let value) = answer,
      let expressionValue = definition.kind.expressionValue(value)
    else { return problems }
    var values = values
    values[question] = expressionValue
    return definition.constraints.indices.compactMap { number in
      let condition = definition.constraints[number].condition
      return verdict(condition.program.evaluate(values)).map {
        problem($0, .constraint(question: question, number: number))
      }
    }
  }

  /// What is wrong with a comment, a proof or another remark on a question's answer.
  public func check(remark: String, for question: Int) -> [Problem] {
    questionnaire.questions[question].problems(withRemark: remark)
  }
}
