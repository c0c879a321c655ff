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
  /// What the missing ones among the scores wait for, found once for all conditions.
  let awaitedByCapacity: [Awaited]
  let awaitedByTotal: Awaited
  /// Known once they are decided: only recommendations read them.
  var checks: [CheckResult] = []

  init(
    interview: Interview, background: Background, slots: SlotTable, variables: consuming Variables,
    questions: [QuestionScore?], capacities: [Score], total: Score
  ) {
    let questionnaire = interview.questionnaire
    self.interview = interview
    self.background = background
    self.slots = slots
    self.variables = variables
    self.questions = questions
    self.capacities = capacities
    self.total = total
    awaitedByCapacity = zip(questionnaire.capacities, capacities).map { capacity, score in
      Awaited(by: score, of: capacity.questions, questions, interview)
    }
    awaitedByTotal = Awaited(
      by: total, of: questionnaire.questions.indices, questions, interview)
  }

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

  private func decide(
    _ rule: Rule
  ) -> (status: Status, waitingFor: Awaited, failure: RuleFailure?) {
    switch rule {
    case .expression(let expression): decide(expression.program)
    case .quota: (.unknown, .nothing, nil)
    }
  }

  func result(of condition: Shared<Condition>) -> ConditionResult {
    let (status, waitingFor, failure) = decide(condition.content.rule)
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

  /// What would give the variables their values.
  func awaited(by unknown: UnknownSet) -> Awaited {
    var awaited = Awaited()
    for slot in unknown.slots {
      switch slots.variable(in: slot) {
      case .answer(let question): awaited.add(question, of: interview)
      case .confirmed(let question): awaited.addConfirmation(of: question, interview)
      case .membersMean(let question): awaited.membersAnswers.insertAscending(question)
      case .points(let question):
        let inputs = questions[question]?.waitingFor ?? []
        for input in inputs.isEmpty ? [question] : inputs { awaited.add(input, of: interview) }
      case .capacityScore(let index): awaited.add(awaitedByCapacity[index])
      case .total, .completeness: awaited.add(awaitedByTotal)
      case .changeOfTotal:
        awaited.add(awaitedByTotal)
        if background.lacksTotal(0) { awaited.earlierRounds = true }
      case .previousChangeOfTotal: awaited.earlierRounds = true
      case .check(let check) where checks.indices.contains(check):
        for condition in checks[check].conditions where condition.status == .unknown {
          awaited.add(condition.waitingFor)
        }
      case .reportingYear, .check, .gatesConfirmed, .level, .met, .score, .capability, nil: break
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

extension Awaited {
  /// What a missing score waits for; where no answer can bring it, what became of its questions.
  fileprivate init(
    by score: Score, of range: Range<Int>, _ questions: [QuestionScore?], _ interview: Interview
  ) {
    guard score.value == nil else { return }
    if score.waitingFor.isEmpty {
      for index in range {
        if let question = questions[index], question.points == nil { add(index, of: interview) }
      }
    } else {
      for question in score.waitingFor { add(question, of: interview) }
    }
  }
}
