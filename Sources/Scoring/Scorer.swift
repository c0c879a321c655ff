import CEL
public import Interview
import Numbers
public import Questionnaire

/// Applies the rules of one model to assessments: points → capacities → total → gates → level →
/// checks → recommendations.
///
/// Pure and exact: points, means and thresholds are rationals; only expressions see doubles. What
/// does not depend on the answers is computed once, so keep one for many assessments of a model.
public struct Scorer: Sendable {
  /// The model; an interview by another one is scored by that one's rules.
  public let questionnaire: Questionnaire

  /// By place in `Questionnaire.questions`; `nil` for what is not scored.
  private let scored: [ScoredQuestion?]
  /// Those of each capacity.
  private let scoredByCapacity: [[ScoredQuestion]]
  private let rules: RuleBook
  private let gateQuestions: GateQuestions
  private let template: [Value]

  /// Prepares what does not depend on answers, such as tables of points.
  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    let scored = questionnaire.questions.map { question in
      question.isScored
        ? ScoredQuestion(
          question, scale: PointsScale(lowest: question.scale.from, highest: question.scale.to))
        : nil
    }
    self.scored = scored
    scoredByCapacity = questionnaire.capacities.map { capacity in
      capacity.questions.compactMap { scored[$0] }
    }
    rules = RuleBook(questionnaire)
    gateQuestions = GateQuestions(questionnaire)
    template = Variables.template(questionnaire.slots)
  }

  func table(of question: Int) -> PointsTable? { scored[question]?.table }

  /// The scores, level, checks and advice of an assessment.
  ///
  /// The rules for missing answers stand at `Score`, `QuestionScore`, `ThresholdResult` and
  /// `ConditionResult`; those of the formulas in `docs/questionnaire-format.md`, “Scoring”.
  ///
  /// - Complexity: O(*questions* + *conditions*), and O(*n* log *n*) in a capacity's hidden ones.
  public func score(
    _ interview: Interview, background: Background = .none
  ) -> AssessmentScore {
    guard interview.questionnaire === questionnaire else {
      return Scorer(interview.questionnaire).score(interview, background: background)
    }
    let decided = decide(interview, background: background)
    let (conditions, levels, checks) = (decided.conditions, decided.levels, decided.checks)
    let reached = levels.count(where: \.isReached)
    let advice = rules.recommendations.map { shared in
      (shared: shared, decision: conditions.decide(shared.content.condition.program))
    }

    var failures = FailureList(questionnaire)
    failures.add(
      questions: conditions.questions, capacities: conditions.capacities, total: conditions.total)
    failures.add(levels: levels, checks: checks)
    for (shared, decision) in advice where decision.failure != nil {
      let advice = shared.content
      failures.add(.recommendation(id: advice.id), decision.failure, at: advice.condition)
    }
    return AssessmentScore(
      questionnaire: questionnaire, form: interview.context.form, total: conditions.total,
      capacities: conditions.capacities,
      questions: conditions.questions, levels: levels, level: reached > 0 ? reached - 1 : nil,
      next: reached < levels.count ? reached : nil, checks: checks,
      recommendations: advice.filter { $0.decision.status == .met }.map(\.shared.content),
      undecided: advice.filter { $0.decision.status == .unknown }.map {
        UndecidedRecommendation(shared: $0.shared, waitingFor: $0.decision.waitingFor)
      },
      failures: failures.list)
  }

  /// All that recommendations are decided on.
  ///
  /// - Parameter reads: What is read besides the model's own rules.
  func decide(
    _ interview: Interview, background: Background, for reads: [Slot] = []
  ) -> (conditions: Conditions, levels: [LevelResult], checks: [CheckResult]) {
    let slots = questionnaire.slots
    let rule = questionnaire.scoring.nodes
    var variables = Variables(template, slots, interview)

    let questions = scored.map {
      $0?.score(interview, variables.values, rule: rule, slots: slots)
    }
    let capacities = scoredByCapacity.map { rule.score($0, questions) }
    let total = questionnaire.scoring.total
      .total(questionnaire.capacities.map(\.weight), capacities).score

    for (index, score) in questions.enumerated() {
      variables.set(.points(index), score?.points)
    }
    for (index, capacity) in capacities.enumerated() {
      variables.set(.capacityScore(index), capacity.score.value)
    }
    variables.set(.total, total.value)
    variables.set(total.coverage)
    variables.set(background, total: total.value)
    let asksIfConfirmed =
      reads.isEmpty
      ? rules.asksIfConfirmed : rules.asksIfConfirmed + slots.confirmed(among: reads)
    for question in asksIfConfirmed where interview.isConfirmed(question) {
      variables.set(.confirmed(question), .bool(true))
    }
    variables.set(.gatesConfirmed, gateQuestions.areConfirmed(in: interview, slots))

    var conditions = Conditions(
      interview: interview, background: background, slots: slots, variables: consume variables,
      questions: questions,
      capacities: capacities.map(\.score), total: total)
    let levels = conditions.results(of: rules.levels)
    conditions.variables.set(.level, .int(Int64(levels.count(where: \.isReached))))

    let checks = rules.checks.map(conditions.result)
    conditions.checks = checks
    for (index, check) in checks.enumerated() where check.status != .unknown {
      conditions.variables.set(.check(index), .bool(check.status == .met))
    }
    return (conditions, levels, checks)
  }
}
