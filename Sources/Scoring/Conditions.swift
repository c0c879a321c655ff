import CEL
import Questionnaire

/// What conditions are decided on: the variables, and whose absence keeps one undecided.
struct Conditions {
  let slots: SlotTable
  var variables: Variables
  let questions: [QuestionScore?]
  let capacities: [Score]
  let total: Score

  /// Whether an expression is true; unknown where its value is unknown or its evaluation failed.
  func decide(
    _ program: Program
  ) -> (status: Status, waitingFor: [Int], failure: RuleFailure?) {
    switch program.evaluate(variables.values) {
    case .bool(let holds): (holds ? .met : .unmet, [], nil)
    case .unknown(let unknown): (.unknown, questionsAwaited(unknown), nil)
    case .error(let error): (.unknown, [], .evaluation(error))
    default: (.unknown, [], .unusableValue)
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

  private func questionsAwaited(_ unknown: UnknownSet) -> [Int] {
    var awaited: [Int] = []
    for slot in unknown.slots {
      switch slots.variable(in: slot) {
      case .answer(let question), .confirmed(let question), .membersMean(let question):
        awaited.append(question)
      case .points(let question):
        let inputs = questions[question]?.waitingFor ?? []
        awaited += inputs.isEmpty ? [question] : inputs
      case .capacityScore(let capacity): awaited += capacities[capacity].waitingFor
      case .total, .completeness, .changeOfTotal, .previousChangeOfTotal:
        awaited += total.waitingFor
      case .reportingYear, .check, .gatesConfirmed, .level, nil: break
      }
    }
    return awaited.ascendingOnce
  }
}
