import CEL
public import Interview
import Numbers
import Questionnaire
public import Scoring

/// Plans the way to a level: the fewest and least laborious improvements that attain it.
public struct Planner: Sendable {
  private let scorer: Scorer
  private let limits: PlanLimits

  /// Plans by the rules of the scorer's model.
  public init(_ scorer: Scorer, limits: PlanLimits = PlanLimits()) {
    self.scorer = scorer
    self.limits = limits
  }

  /// The plan for an assessment.
  ///
  /// Answers are only ever improved; an answer that is missing counts as the lowest. Whatever a
  /// condition wants confirmed is taken to be confirmed, and told apart. `docs/planning.md` has the
  /// method, why its answers are the smallest, and its limits.
  ///
  /// - Parameter target: The level by place in `Questionnaire.levels`; `nil` for the next one, and
  ///   for the highest where that stands already.
  public func plan(
    _ interview: Interview, to target: Int? = nil, background: Background = .none
  ) -> Plan {
    let model = scorer.questionnaire
    let before = scorer.score(interview, background: background)
    let wanted = target ?? before.next ?? model.levels.count - 1
    let target = min(max(0, wanted), model.levels.count - 1)
    func plan(_ outcome: Plan.Outcome) -> Plan {
      Plan(target: target, before: before, outcome: outcome)
    }
    if PlanNeed.unmet(in: before, upTo: target).isEmpty { return plan(.reached) }

    let now = attempt(interview, to: target, background)
    switch now {
    case .ways(let candidates, let problem, let mayHaveMore, let isProved):
      return plan(
        .attainable(
          ways(
            candidates, problem, before, mayHaveMore: mayHaveMore, isProved: isProved,
            waitingFor: [])))
    case .givenUp: return plan(.undecided)
    case .impossible(let problem):
      let obstacles = problem.obstacles()
      guard waitsForTime(interview, target) else { return plan(.impossible(obstacles)) }
      for years in stride(from: 1, through: limits.years, by: 1) {
        let later = interview.later(by: years)
        if isTooEarly(later, target) { continue }
        switch attempt(later, to: target, background) {
        case .impossible: continue
        case .givenUp: return plan(.undecided)
        case .ways(let candidates, let problem, let mayHaveMore, let isProved):
          return plan(
            .attainable(
              ways(
                candidates, problem, before, mayHaveMore: mayHaveMore, isProved: isProved,
                waitingFor: obstacles)))
        }
      }
      return plan(.impossible(obstacles))
    }
  }

  private enum Attempt {
    case ways([Candidate], PlanProblem, mayHaveMore: Bool, isProved: Bool)
    case impossible(PlanProblem)
    case givenUp
  }

  private func attempt(
    _ interview: Interview, to target: Int, _ background: Background
  ) -> Attempt {
    guard let problem = PlanProblem(interview, to: target, scorer, background) else {
      return .givenUp
    }
    guard let box = problem.beginning else { return .impossible(problem) }
    var search = PlanSearch(problem, limits)
    switch search.run(from: box) {
    case .found(let candidates, let mayHaveMore, let isProved):
      return .ways(
        candidates, problem, mayHaveMore: mayHaveMore,
        isProved: isProved && !problem.isIncomplete)
    case .impossible: return .impossible(problem)
    case .givenUp: return .givenUp
    }
  }

  /// Whether the passing of years can change anything.
  private func waitsForTime(_ interview: Interview, _ target: Int) -> Bool {
    PlanConditions(scorer.questionnaire, target).readsYear
      || scorer.questionnaire.questions.contains { question in
        if case .perYear = question.improvement { true } else { false }
      }
  }

  /// Whether a gate that reads nothing but the year and facts is not met yet.
  private func isTooEarly(_ interview: Interview, _ target: Int) -> Bool {
    let model = scorer.questionnaire
    return model.levels[...target].flatMap(\.gates).contains { gate in
      guard case .expression(let expression) = gate.rule else { return false }
      let readsFactsAlone = expression.reads.allSatisfy { slot in
        switch model.slots.variable(in: slot) {
        case .reportingYear?: return true
        case .answer(let question)?:
          let question = model.questions[question]
          guard question.showIf == nil else { return false }
          if case .year = question.kind { return true }
          return question.improvement == .none
        default: return false
        }
      }
      return readsFactsAlone && expression.program.evaluate(interview.values) != .bool(true)
    }
  }

  private func ways(
    _ candidates: [Candidate], _ problem: PlanProblem, _ before: AssessmentScore,
    mayHaveMore: Bool, isProved: Bool, waitingFor obstacles: [Obstacle]
  ) -> Ways {
    let ways = candidates.map { problem.way($0) }
    // There is a first one wherever anything was found.
    let best =
      ways.first
      ?? Way(improvements: [], confirmations: [], effort: .zero, after: before)
    return Ways(
      best: best, alternatives: Array(ways.dropFirst()), mayHaveMore: mayHaveMore,
      isProvedSmallest: isProved, reportingYear: problem.start.context.reportingYear,
      untilThen: obstacles)
  }
}

extension PlanProblem {
  /// What people are told of a plan that attains the level.
  func way(_ candidate: Candidate) -> Way {
    let confirmations = confirmations(candidate)
    var after = candidate.interview
    for question in confirmable where !confirmations.contains(question) {
      if start.response(to: question)?.confirmation == nil || !keeps(question, candidate) {
        after.confirm(nil, for: question)
      }
    }
    let improved = candidate.moves.indices.filter { question in
      moves[question].list[candidate.moves[question]].answer != nil
    }
    let improvements = improved.compactMap { question -> ImprovedAnswer? in
      let move = moves[question].list[candidate.moves[question]]
      guard let answer = move.answer else { return nil }
      var without = candidate.moves
      without[question] = 0
      return ImprovedAnswer(
        question: question, from: start.state(of: question), to: answer, effort: move.effort,
        serves: self.candidate(without).unmet)
    }
    return Way(
      improvements: improvements, confirmations: confirmations,
      effort: (try? Rational.sum(improvements.map(\.effort))) ?? .zero,
      after: scorer.score(after, background: background))
  }

  private func keeps(_ question: Int, _ candidate: Candidate) -> Bool {
    candidate.moves[question] == 0
  }

  /// The confirmations without which the level is not attained, ascending.
  private func confirmations(_ candidate: Candidate) -> [Int] {
    var interview = candidate.interview
    var needed: [Int] = []
    for question in confirmable {
      let stands =
        candidate.moves[question] == 0
        && start.response(to: question)?.confirmation != nil
      guard !stands, let confirmation = interview.response(to: question)?.confirmation else {
        continue
      }
      interview.confirm(nil, for: question)
      let score = scorer.score(interview, background: background)
      if !PlanNeed.unmet(in: score, upTo: target).isEmpty {
        interview.confirm(confirmation, for: question)
        needed.append(question)
      }
    }
    return needed
  }
}

extension Interview {
  /// The same answers so many years later, grown where they grow by themselves.
  fileprivate func later(by years: Int) -> Interview {
    var context = context
    context.reportingYear += years
    var responses: [Int: Response] = [:]
    for question in questionnaire.questions {
      guard var response = response(to: question.index) else { continue }
      if case .perYear(let rate) = question.improvement,
        case .value(.number(let number))? = response.answer,
        let growth = try? rate.multiplied(by: Rational(years)),
        let grown = try? number.rational.adding(growth),
        let value = DecimalNumber(exactly: grown),
        question.problems(with: .value(.number(value))).isEmpty
      {
        response.answer = .value(.number(value))
      }
      responses[question.index] = response
    }
    return Interview(questionnaire, context: context, responses: responses)
  }
}
