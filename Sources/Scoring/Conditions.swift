import CEL
import Diagnostics
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
  let scores: NodeScores
  let practices: [PracticeResult?]
  let capabilities: [CapabilityResult?]
  /// What the missing ones among the scores wait for, found once for all conditions.
  let awaitedByNode: [Awaited]
  let awaitedByTotal: Awaited
  /// Known once they are decided: only recommendations read them.
  var checks: [CheckResult] = []

  init(
    interview: Interview, background: Background, variables: consuming Variables,
    questions: [QuestionScore?], scores: NodeScores, practices: [PracticeResult?],
    capabilities: [CapabilityResult?]
  ) {
    let questionnaire = interview.questionnaire
    self.interview = interview
    self.background = background
    self.slots = questionnaire.slots
    self.variables = variables
    self.questions = questions
    self.scores = scores
    self.practices = practices
    self.capabilities = capabilities
    awaitedByNode = zip(questionnaire.nodes, scores.nodes).map { node, score in
      Awaited(by: score, of: node.questions, questions, interview)
    }
    awaitedByTotal = Awaited(
      by: scores.total, of: questionnaire.questions.indices, questions, interview)
  }

  func decide(_ expression: Expression) -> Decision {
    Decision(expression.program, variables.values)
  }

  func result(of rule: RuleBook.ConditionRule) -> ConditionResult {
    guard let quota = rule.quota else {
      guard let expression = rule.expressions.first else {
        return result(of: rule, .unknown, [])
      }
      let decision = decide(expression.expression)
      return result(of: rule, decision.status, [decision])
    }
    let decisions = rule.expressions.map { decide($0.expression) }
    var count = QuotaCount()
    for decision in decisions { count.add(decision.status) }
    return result(of: rule, count.status(quota), decisions)
  }

  private func result(
    of rule: RuleBook.ConditionRule, _ status: Status, _ decisions: [Decision]
  ) -> ConditionResult {
    var waitingFor = Awaited.nothing
    var failure: (reason: RuleFailure, expression: Expression)?
    if status == .unknown {
      for (decision, rule) in zip(decisions, rule.expressions) {
        if let unknown = decision.unknown { waitingFor.add(awaited(by: unknown)) }
        if failure == nil, let reason = decision.failure { failure = (reason, rule.expression) }
      }
    }
    return ConditionResult(
      shared: rule.shared, status: status, waitingFor: waitingFor, failure: failure?.reason,
      failedAt: failure?.expression.place,
      outlook: Outlook(status, isSettled: rule.expressions.allSatisfy { isSettled($0) }))
  }

  func result(of check: RuleBook.CheckRules) -> CheckResult {
    let conditions = check.conditions.map { result(of: $0) }
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

  func result(of rule: RuleBook.LevelCapRule) -> CapResult {
    let decision = decide(rule.rule.expression)
    return CapResult(
      id: rule.cap.id, subject: .level(rule.cap.level), say: rule.cap.say, decision,
      waitingFor: awaited(by: decision.unknown), place: rule.rule.expression.place,
      isSettled: isSettled(rule.rule))
  }

  func results(of rules: [RuleBook.ScoreCapRule]) -> [CapResult] {
    zip(rules, scores.caps).map { rule, cap in
      CapResult(
        id: rule.cap.id, subject: .node(rule.node, highest: rule.cap.highest), say: rule.cap.say,
        cap.decision, waitingFor: awaited(by: cap.decision.unknown),
        place: rule.rule.expression.place, isSettled: cap.isSettled)
    }
  }

  /// Whether nothing that an expression reads and that has a value can still change.
  func isSettled(_ rule: RuleBook.ExpressionRule) -> Bool {
    !rule.waits(for: variables.values)
      && rule.volatile.allSatisfy { variable in
        switch variable {
        case .capacityScore, .score: score(of: variable)?.isSettled ?? true
        case .capability(let node):
          capabilities.result(at: node)?.isSettled ?? true
        case .total, .changeOfTotal: scores.total.isSettled
        case .completeness: scores.total.waitingFor.isEmpty
        default: true
        }
      }
  }

  func score(of variable: Variable) -> Score? {
    switch variable {
    case .capacityScore(let capacity):
      scores.nodes[interview.questionnaire.capacities[capacity].node]
    case .score(let node, nil): scores.nodes[node]
    case .score(let node, let aspect?): scores.aspects[node][aspect]
    default: nil
    }
  }

  func awaited(by unknown: UnknownSet?) -> Awaited {
    var awaited = Awaited()
    for slot in unknown?.slots ?? [] {
      switch slots.variable(in: slot) {
      case .answer(let question): awaited.add(question, of: interview)
      case .confirmed(let question): awaited.addConfirmation(of: question, interview)
      case .membersMean(let question): awaited.membersAnswers.insertAscending(question)
      case .points(let question):
        let inputs = questions[question]?.waitingFor ?? []
        for input in inputs.isEmpty ? [question] : inputs { awaited.add(input, of: interview) }
      case .met(let question):
        let inputs = practices.result(at: question)?.waitingFor ?? []
        for input in inputs.isEmpty ? [question] : inputs { awaited.add(input, of: interview) }
      case .capacityScore(let capacity):
        awaited.add(awaitedByNode[interview.questionnaire.capacities[capacity].node])
      case .score(let node, _): awaited.add(awaitedByNode[node])
      case .capability(let node):
        for question in interview.questionnaire.nodes[node].questions
        where practices.result(at: question) != nil {
          awaited.add(question, of: interview)
        }
      case .total, .completeness: awaited.add(awaitedByTotal)
      case .changeOfTotal:
        awaited.add(awaitedByTotal)
        if background.lacksTotal(0) { awaited.earlierRounds = true }
      case .previousChangeOfTotal: awaited.earlierRounds = true
      case .check(let check) where checks.indices.contains(check):
        for condition in checks[check].conditions where condition.status == .unknown {
          awaited.add(condition.waitingFor)
        }
      case .reportingYear, .check, .gatesConfirmed, .level, nil: break
      }
    }
    return awaited
  }
}

extension CapResult {
  init(
    id: String, subject: Subject, say: LocalizedText, _ decision: Decision, waitingFor: Awaited,
    place: Place, isSettled: Bool
  ) {
    self.init(
      id: id, subject: subject, say: say, status: decision.status, waitingFor: waitingFor,
      failure: decision.failure, place: place, isSettled: isSettled)
  }
}

extension Score {
  /// Whether it has a value that no open answer can change.
  var isSettled: Bool { value != nil && low == high }
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
