import CEL
import Interview
import Numbers
import Questionnaire

/// What conditions are decided on: the variables, and whose absence keeps one undecided.
struct Conditions {
  let interview: Interview
  let background: Background
  let slots: SlotTable
  var variables: Variables
  let questions: [QuestionScore?]
  let capacities: [Score]
  let total: Score
  /// Known once they are decided: only recommendations read them.
  var checks: [CheckResult] = []

  /// Whether an expression is true; unknown where its value is unknown or its evaluation failed.
  func decide(
    _ program: Program
  ) -> (status: Status, waitingFor: Awaited, failure: RuleFailure?) {
    switch program.evaluate(variables.values) {
    case .bool(let holds): (holds ? .met : .unmet, .nothing, nil)
    case .unknown(let unknown): (.unknown, awaited(by: unknown), nil)
    case .error(let error): (.unknown, .nothing, .evaluation(error))
    default: (.unknown, .nothing, .unusableValue)
    }
  }

  func result(of condition: Shared<Condition>) -> ConditionResult {
    let (status, waitingFor, failure) = decide(condition.content.condition.program)
    return ConditionResult(
      shared: condition, status: status, waitingFor: waitingFor, failure: failure)
  }

  func result(of check: RuleBook.CheckRules) -> CheckResult {
    let conditions = check.conditions.map(result)
    let status: Status =
      if conditions.contains(where: { $0.status == .unmet }) {
        .unmet
      } else if conditions.allSatisfy({ $0.status == .met }) {
        .met
      } else {
        .unknown
      }
    return CheckResult(shared: check.shared, status: status, conditions: conditions)
  }

  /// What a score that is missing waits for; where nothing can come, what became of its questions.
  func awaited(by score: Score, of questions: some Sequence<Int>) -> Awaited {
    var awaited = Awaited()
    add(score, of: questions, to: &awaited)
    return awaited
  }

  private func add(_ score: Score, of scored: some Sequence<Int>, to awaited: inout Awaited) {
    guard score.value == nil else { return }
    if score.waitingFor.isEmpty {
      for question in scored where questions[question]?.points == nil && questions[question] != nil
      {
        awaited.add(question, of: interview)
      }
    } else {
      for question in score.waitingFor { awaited.add(question, of: interview) }
    }
  }

  private func awaited(by unknown: UnknownSet) -> Awaited {
    var awaited = Awaited()
    let questionnaire = interview.questionnaire
    for slot in unknown.slots {
      switch slots.variable(in: slot) {
      case .answer(let question): awaited.add(question, of: interview)
      case .confirmed(let question): awaited.addConfirmation(of: question, interview)
      case .membersMean(let question): awaited.membersAnswers.insertAscending(question)
      case .points(let question):
        let inputs = questions[question]?.waitingFor ?? []
        for input in inputs.isEmpty ? [question] : inputs { awaited.add(input, of: interview) }
      case .capacityScore(let index):
        add(capacities[index], of: questionnaire.capacities[index].questions, to: &awaited)
      case .total, .completeness:
        add(total, of: questionnaire.questions.indices, to: &awaited)
      case .changeOfTotal:
        add(total, of: questionnaire.questions.indices, to: &awaited)
        if background.lacksTotal(0) { awaited.earlierRounds = true }
      case .previousChangeOfTotal: awaited.earlierRounds = true
      case .check(let check):
        for condition in checks[check].conditions where condition.status == .unknown {
          awaited.add(condition.waitingFor)
        }
      case .reportingYear, .gatesConfirmed, .level, nil: break
      }
    }
    return awaited
  }
}

extension Background {
  /// Whether a round, counted from the latest of the earlier ones, is not there or has no total.
  fileprivate func lacksTotal(_ place: Int) -> Bool {
    !previousTotals.indices.contains(place) || previousTotals[place] == nil
  }
}
