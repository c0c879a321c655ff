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
  public let questionnaire: Questionnaire

  /// By place in `Questionnaire.questions`; `nil` for what is not scored.
  private let scored: [ScoredQuestion?]
  private let gateQuestions: GateQuestions
  private let template: [Value]

  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    let scale = PointsScale(
      lowest: questionnaire.scoring.lowestPoints, highest: questionnaire.scoring.highestPoints)
    scored = questionnaire.questions.map {
      $0.isScored ? ScoredQuestion($0, scale: scale) : nil
    }
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
    let slots = questionnaire.slots
    let policy = questionnaire.scoring
    var variables = Variables(template, slots, interview)

    let questions = scored.map {
      $0?.score(interview, variables.values, policy: policy, slots: slots)
    }
    let capacities = questionnaire.capacities.map { capacity in
      policy.score(
        capacity.questions.compactMap { index in
          guard let question = scored[index], let score = questions[index] else { return nil }
          return (question, score)
        })
    }
    let total = policy.total(
      zip(questionnaire.capacities.map(\.weight), capacities).map { ($0, $1) }
    )
    .score

    for (index, score) in questions.enumerated() {
      variables.set(.points(index), score?.points)
    }
    for (index, capacity) in capacities.enumerated() {
      variables.set(.capacityScore(index), capacity.score.value)
    }
    variables.set(.total, total.value)
    variables.set(total.coverage)
    variables.set(background, total: total.value)
    for question in questionnaire.questions where interview.isConfirmed(question.index) {
      variables.set(.confirmed(question.index), .bool(true))
    }
    variables.set(.gatesConfirmed, gateQuestions.areConfirmed(in: interview, slots))

    var conditions = Conditions(
      slots: slots, variables: variables, questions: questions,
      capacities: capacities.map(\.score), total: total)
    let levels = conditions.results(of: questionnaire.levels)
    let reached = levels.count(where: \.isReached)
    conditions.variables.set(.level, .int(Int64(reached)))

    let checks = questionnaire.checks.map { conditions.result(of: $0) }
    for (index, check) in checks.enumerated() where check.status != .unknown {
      conditions.variables.set(.check(index), .bool(check.status == .met))
    }
    let advice = questionnaire.recommendations.map {
      (recommendation: $0, decision: conditions.decide($0.condition))
    }

    var failures = FailureList(questionnaire)
    failures.add(questions: questions, capacities: conditions.capacities, total: total)
    failures.add(levels: levels, checks: checks)
    for (recommendation, decision) in advice {
      failures.add(
        .recommendation(id: recommendation.id), decision.failure, at: recommendation.condition)
    }
    return AssessmentScore(
      questionnaire: questionnaire, total: total, capacities: conditions.capacities,
      questions: questions, levels: levels, level: reached > 0 ? reached - 1 : nil,
      next: reached < levels.count ? reached : nil, checks: checks,
      recommendations: advice.filter { $0.decision.status == .met }.map(\.recommendation),
      failures: failures.list)
  }
}
