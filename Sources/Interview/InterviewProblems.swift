import CEL
import Questionnaire

extension Interview {
  /// What stands against a question now, from what its nodes have said.
  func currentProblems(of question: Int) -> [Problem] {
    var problems: [Problem] = []
    let visibilityNode = DependencyGraph.Node.visibility(question: question)
    if let verdict = verdicts[visibilityNode] { problems.append(problem(verdict, visibilityNode)) }
    guard isAsked(question) else { return problems }
    guard let answer = responses[question]?.answer else {
      if questionnaire.questions[question].isRequired {
        problems.append(Problem(.required, question, .omission))
      }
      return problems
    }
    let definition = questionnaire.questions[question]
    problems += definition.problems(with: answer)
    guard case .answered(let value) = state(of: question) else { return problems }
    for number in definition.constraints.indices {
      let node = DependencyGraph.Node.constraint(question: question, number: number)
      if let verdict = verdicts[node] { problems.append(problem(verdict, node)) }
    }
    if wantsEvidence(definition, value), responses[question]?.evidence.isEmpty ?? true {
      problems.append(Problem(.evidenceMissing, question, .omission))
    }
    return problems
  }

  /// The numbers of the model's own constraints, as in `Question.constraints`, that the answer to a
  /// question violates; empty where it is not asked.
  public func violatedConstraints(of question: Int) -> [Int] {
    questionnaire.questions[question].constraints.indices.filter { number in
      verdicts[.constraint(question: question, number: number)] == .violated
    }
  }

  private func wantsEvidence(_ question: Question, _ value: AnswerValue) -> Bool {
    guard let required = question.evidence?.requiredFrom,
      let points = context.points?(question, value, values)
    else { return false }
    return points >= required
  }

  /// What a condition that has to hold says; `nil` where it holds or waits for answers.
  func verdict(_ value: Value) -> Verdict? {
    switch value {
    case .bool(true), .unknown: nil
    case .error(let error): .failed(error)
    default: .violated
    }
  }

  func problem(_ verdict: Verdict, _ node: DependencyGraph.Node) -> Problem {
    let question = questionnaire.questions[node.question]
    switch (verdict, node) {
    case (.violated, .constraint(_, let number)):
      let constraint = question.constraints[number]
      return Problem(
        .constraint, question.index, constraint.severity == .error ? .error : .warning,
        message: constraint.say)
    case (_, .constraint(_, let number)):
      return failure(of: question.constraints[number].condition, question)
    default: return failure(of: question.showIf, question)
    }
  }

  private func failure(of condition: Expression?, _ question: Question) -> Problem {
    Problem(
      .conditionFailed, question.index, .warning,
      ["condition": .text(condition?.source ?? "")])
  }
}
