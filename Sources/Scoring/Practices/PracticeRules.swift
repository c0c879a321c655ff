import CEL
import Interview
import Numbers
import Questionnaire

/// The practices of a model, in an order in which each comes after those it builds upon.
struct PracticeRules: Sendable {
  private let rules: [PracticeRule]

  init(_ questionnaire: Questionnaire) {
    let all = questionnaire.questions.compactMap { question in
      question.practice.map { PracticeRule(question, $0, questionnaire) }
    }
    rules = Self.ordered(all)
  }

  /// How an assessment stands to each, by place in `Questionnaire.questions`; empty where the model
  /// has none. The scores of questions whose points follow their practice are added on the way.
  ///
  /// - Parameter variables: With the points of all other questions.
  func results(
    _ interview: Interview, _ scored: [ScoredQuestion?], _ questions: inout [QuestionScore?],
    _ variables: inout Variables, _ slots: SlotTable
  ) -> [PracticeResult?] {
    guard !rules.isEmpty else { return [] }
    var results: [PracticeResult?] = Array(repeating: nil, count: questions.count)
    for rule in rules {
      let question = rule.question
      let result = rule.result(
        PracticeInput(
          interview: interview, variables: variables.values, slots: slots, practices: results,
          questions: questions))
      results[question] = result
      if result.status != .unknown { variables.set(.met(question), .bool(result.status == .met)) }
      if let scored = scored[question], scored.followsPractice {
        let score = scored.score(interview, variables.values, practice: result, slots: slots)
        questions[question] = score
        variables.set(.points(question), score.points)
      }
    }
    return results
  }

  /// Prerequisites first, in passes over those that are left; a model has no cycle of them, and
  /// what stood on one would stand last.
  private static func ordered(_ rules: [PracticeRule]) -> [PracticeRule] {
    let byQuestion = Dictionary(uniqueKeysWithValues: rules.map { ($0.question, $0) })
    var open = byQuestion.mapValues { rule in rule.needs.count { byQuestion[$0] != nil } }
    var followers: [Int: [Int]] = [:]
    for rule in rules {
      for earlier in rule.needs { followers[earlier, default: []].append(rule.question) }
    }
    var ready = rules.filter { open[$0.question] == 0 }
    var next = 0
    while next < ready.count {
      for follower in followers[ready[next].question] ?? [] {
        open[follower, default: 0] -= 1
        if open[follower] == 0, let rule = byQuestion[follower] { ready.append(rule) }
      }
      next += 1
    }
    return ready + rules.filter { open[$0.question, default: 0] > 0 }
  }
}

/// One practice, with what its model fixes.
struct PracticeRule: Sendable {
  let question: Int
  /// The questions whose practices come before: prerequisites, and those that its condition reads.
  let needs: [Int]
  private let practice: Practice
  private let policy: PracticePolicy
  private let table: PointsTable

  init(_ question: Question, _ practice: Practice, _ questionnaire: Questionnaire) {
    self.question = question.index
    self.practice = practice
    policy = questionnaire.scoring.practices
    let read = (practice.condition?.reads ?? []).compactMap { slot -> Int? in
      switch questionnaire.slots.variable(in: slot) {
      case .met(let other)?, .points(let other)?: other == question.index ? nil : other
      default: nil
      }
    }
    needs = (practice.after + read).ascendingOnce
    table = PointsTable(question, scale: PointsScale(question))
  }

  /// Whether the practice counts as fulfilled.
  ///
  /// A `must` by its condition; a `should` also by a comment long enough; a `suggested` one by any
  /// answer; each only with all it builds upon. What is left out holds up nothing that follows.
  func result(_ input: PracticeInput) -> PracticeResult {
    let own = ownResult(input)
    let earlier = input.practices
    guard !own.isLeftOut, own.status != .unmet, !practice.after.isEmpty else { return own }
    let lacking = practice.after.filter { earlier[$0]?.isLacking == true }
    // What may come not to be asked may come not to count, whatever it builds upon.
    guard !lacking.isEmpty, !own.mayBeLeftOut else { return own }
    let isUnmet = lacking.contains { earlier[$0]?.status == .unmet }
    return PracticeResult(
      question: question, status: isUnmet ? .unmet : .unknown, ground: .prerequisites,
      isLeftOut: false, lacking: lacking,
      waitingFor: isUnmet
        ? [] : (own.waitingFor + lacking.flatMap { earlier[$0]?.waitingFor ?? [] }).ascendingOnce,
      failure: own.failure)
  }

  private func ownResult(_ input: PracticeInput) -> PracticeResult {
    switch input.interview.state(of: question) {
    case .answered(let answer):
      return answered(answer, input)
    case .unanswered, .noData:
      return result(.unknown, .missing, waitingFor: [question])
    case .notApplicable:
      switch policy.notApplicable {
      case .met: return result(.met, .notApplicable)
      case .unmet: return result(.unmet, .notApplicable)
      case .leftOut: return result(.unknown, .notApplicable, isLeftOut: true)
      }
    case .notAsked:
      return input.interview.visibilityIsOpen(question)
        ? result(.unknown, .mayBeAsked, waitingFor: [question])
        : result(.unknown, .notAsked, isLeftOut: true)
    }
  }

  private func answered(_ answer: AnswerValue, _ input: PracticeInput) -> PracticeResult {
    if practice.strength == .suggested { return result(.met, .answer) }
    let holds = holds(answer, input.variables)
    if practice.strength == .should, holds.status != .met,
      (input.interview.response(to: question)?.comment ?? "").count >= policy.justification
    {
      return result(.met, .justification)
    }
    return result(
      holds.status, .answer, waitingFor: input.openInputs(holds.unknown),
      failure: holds.failure)
  }

  private func holds(
    _ answer: AnswerValue, _ variables: [Value]
  ) -> (status: Status, unknown: UnknownSet?, failure: RuleFailure?) {
    if let condition = practice.condition {
      return switch condition.program.evaluate(variables) {
      case .bool(let holds): (holds ? .met : .unmet, nil, nil)
      case .unknown(let unknown): (.unknown, unknown, nil)
      case .error(let error): (.unknown, nil, .evaluation(error))
      default: (.unknown, nil, .unusableValue)
      }
    }
    return switch table.outcome(of: answer, variables) {
    case .worth(let worth): (worth.score == 100 ? .met : .unmet, nil, nil)
    case .unscored: (.unmet, nil, nil)
    case .waiting(let unknown): (.unknown, unknown, nil)
    case .failed(let failure): (.unknown, nil, failure)
    // A practice that decides the points has a condition; no model says otherwise.
    case .waitingForPractice: (.unknown, nil, nil)
    }
  }

  private func result(
    _ status: Status, _ ground: PracticeResult.Ground, isLeftOut: Bool = false,
    waitingFor: [Int] = [], failure: RuleFailure? = nil
  ) -> PracticeResult {
    PracticeResult(
      question: question, status: status, ground: ground, isLeftOut: isLeftOut, lacking: [],
      waitingFor: waitingFor, failure: failure)
  }
}

/// What a practice is decided on.
struct PracticeInput {
  let interview: Interview
  let variables: [Value]
  let slots: SlotTable
  /// Those that come before, by question.
  let practices: [PracticeResult?]
  let questions: [QuestionScore?]

  /// The questions whose answers may still come and give the variables their values, ascending.
  fileprivate func openInputs(_ unknown: UnknownSet?) -> [Int] {
    guard let unknown else { return [] }
    let others = unknown.slots.flatMap { slot -> [Int] in
      switch slots.variable(in: slot) {
      case .met(let question)?: practices[question]?.waitingFor ?? []
      case .points(let question)?: questions[question]?.waitingFor ?? []
      default: []
      }
    }
    return (interview.openInputs(unknown, slots) + others).ascendingOnce
  }
}

extension Interview {
  /// The questions among the slots whose answers may still come, ascending.
  func openInputs(_ unknown: UnknownSet?, _ slots: SlotTable) -> [Int] {
    (unknown?.slots ?? []).compactMap { slot in
      guard case .answer(let question)? = slots.variable(in: slot) else { return nil }
      return switch state(of: question) {
      case .unanswered, .noData: question
      case .notAsked: visibilityIsOpen(question) ? question : nil
      case .answered, .notApplicable: nil
      }
    }
  }
}
