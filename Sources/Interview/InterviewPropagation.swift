import CEL
import Questionnaire

/// A step on its way: what has changed so far.
struct Step {
  var change = Interview.Change()
  /// Questions whose problems may be others now; may name one twice.
  var touched: [Int] = []
}

extension Interview {
  /// Evaluates all nodes in their order, for a beginning.
  mutating func evaluateEverything() {
    let questions = questionnaire.questions
    for question in questions {
      if !context.includes(question) {
        visibility[question.index] = .excluded
      } else if question.showIf == nil {
        visibility[question.index] = .shown
        progress.asked += 1
        count(question.index, 1)
      }
      (values[question.index], absences[question.index]) = effectiveAnswer(to: question.index)
    }
    var step = Step()
    for node in questionnaire.dependencies.order { evaluate(node, &step) }
    // What was made to wait stood later in the order and has been evaluated by now.
    queue.removeAll()
    for question in questions.indices { step.touched.append(question) }
    _ = finish(step)
  }

  /// Evaluates what waits, in the order of the graph, and what that makes wait in turn.
  mutating func propagate(_ step: inout Step) {
    while let rank = queue.popFirst() {
      evaluate(questionnaire.dependencies.order[rank], &step)
    }
  }

  private mutating func evaluate(_ node: DependencyGraph.Node, _ step: inout Step) {
    guard visibility[node.question] != .excluded else { return }
    // The parts that are needed only: a question is large to copy.
    switch node {
    case .visibility(let question):
      guard let condition = questionnaire.questions[question].showIf else { return }
      step.change.evaluated += 1
      setVisibility(of: question, to: condition.program.evaluate(values), &step)
    case .constraint(let question, let number):
      step.change.evaluated += 1
      let condition = questionnaire.questions[question].constraints[number].condition
      let value = condition.program.evaluate(values)
      set(verdict(value), of: node, &step)
    case .points(let question):
      // Whether proof is missing is asked for when the problems of the question are put together.
      step.change.evaluated += 1
      step.touched.append(question)
    }
  }

  private mutating func setVisibility(of question: Int, to value: Value, _ step: inout Step) {
    var failure: Verdict?
    let now: Visibility
    switch value {
    case .bool(true): now = .shown
    case .unknown(let unknown):
      now = unknown.slots.contains { isToCome($0) } ? .open : .hidden
    case .error(let error):
      now = .hidden
      failure = .failed(error)
    default: now = .hidden
    }
    set(failure, of: .visibility(question: question), &step)
    let before = visibility[question]
    guard now != before else { return }
    if before == .shown {
      step.change.hidden.append(question)
      count(question, -1)
      progress.asked -= 1
    }
    visibility[question] = now
    if now == .shown {
      step.change.shown.append(question)
      progress.asked += 1
      count(question, 1)
    }
    step.touched.append(question)
    refreshEffectiveAnswer(of: question)
  }

  /// Whether the value of a slot may still be given.
  private func isToCome(_ slot: Slot) -> Bool {
    absences.indices.contains(slot.index) && absences[slot.index] == .open
  }

  private mutating func set(
    _ verdict: Verdict?, of node: DependencyGraph.Node, _ step: inout Step
  ) {
    guard verdicts[node] != verdict else { return }
    verdicts[node] = verdict
    step.touched.append(node.question)
  }

  /// Takes over the effective answer to a question and lets its readers wait if it has changed.
  mutating func refreshEffectiveAnswer(of question: Int) {
    let (value, absence) = effectiveAnswer(to: question)
    guard absence != absences[question] || value != values[question] else { return }
    values[question] = value
    absences[question] = absence
    for rank in questionnaire.dependencies.readers(of: question) { queue.insert(rank) }
  }

  private func effectiveAnswer(to question: Int) -> (Value, Absence) {
    let absence: Absence
    switch state(of: question) {
    case .answered(let value):
      if let value = questionnaire.questions[question].kind.expressionValue(value) {
        return (value, .none)
      }
      absence = .open
    case .unanswered, .noData: absence = .open
    case .notApplicable: absence = .lasting
    case .notAsked: absence = visibilityIsOpen(question) ? .open : .lasting
    }
    return (.unknown(UnknownSet(Slot(index: question))), absence)
  }

  /// Counts a question in or out of those dealt with.
  mutating func count(_ question: Int, _ difference: Int) {
    switch state(of: question) {
    case .answered, .notApplicable, .noData: progress.answered += difference
    case .unanswered, .notAsked: break
    }
  }

  /// Puts the problems of all touched questions together and tells what is new and what is gone.
  mutating func finish(_ step: Step) -> Change {
    var change = step.change
    change.shown.sort()
    change.hidden.sort()
    var last: Int?
    for question in step.touched.sorted() where question != last {
      last = question
      let before = standing[question, default: []]
      let now = currentProblems(of: question)
      guard before != now else { continue }
      standing[question] = now.isEmpty ? nil : now
      change.raised += now.filter { !before.contains($0) }
      change.cleared += before.filter { !now.contains($0) }
    }
    return change
  }
}
