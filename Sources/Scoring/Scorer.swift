import CEL
public import Interview
import Numbers
public import Questionnaire

/// Applies the rules of one model to assessments: points → practices → scores and their caps, from
/// below to the total → gates → level and its caps → checks → recommendations.
///
/// Pure and exact: points, means and thresholds are rationals; only expressions and geometric means
/// see doubles. What does not depend on the answers is computed once, so keep one for many
/// assessments of a model.
public struct Scorer: Sendable {
  /// The model; an interview by another one is scored by that one's rules.
  public let questionnaire: Questionnaire

  /// By place in `Questionnaire.questions`; `nil` for what is not scored.
  let scored: [ScoredQuestion?]
  private let practices: PracticeRules
  private let capabilities: CapabilityRules
  let program: RollUpProgram
  let rules: RuleBook
  let gateQuestions: GateQuestions
  private let template: [Value]

  /// Prepares what does not depend on answers, such as tables of points.
  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    scored = questionnaire.questions.map {
      $0.isScored ? ScoredQuestion($0, in: questionnaire) : nil
    }
    practices = PracticeRules(questionnaire)
    capabilities = CapabilityRules(questionnaire)
    program = RollUpProgram(questionnaire)
    rules = RuleBook(questionnaire, program)
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
  ///
  /// - Parameter omitted: Questions, by place, that count in no score here, as if they were not
  ///   scored at all; conditions read their answers all the same.
  public func score(
    _ interview: Interview, background: Background = .none, omitting omitted: Set<Int> = []
  ) -> AssessmentScore {
    guard interview.questionnaire === questionnaire else {
      return Scorer(interview.questionnaire)
        .score(interview, background: background, omitting: omitted)
    }
    let decided = decide(interview, background: background, omitting: omitted)
    let (levels, levelCaps) = (decided.levels, decided.levelCaps)
    let reached = decided.reached
    let advice = rules.recommendations.map { shared in
      (shared: shared, decision: decided.conditions.decide(shared.content.condition))
    }
    let scoreCaps = decided.conditions.results(of: rules.scoreCaps)

    let scores = decided.conditions.scores
    var failures = FailureList(questionnaire)
    failures.add(practices: decided.conditions.practices)
    failures.add(questions: decided.conditions.questions, caps: scoreCaps, scores)
    failures.add(levels: levels, caps: levelCaps, checks: decided.checks)
    for (shared, decision) in advice where decision.failure != nil {
      let advice = shared.content
      failures.add(.recommendation(id: advice.id), decision.failure, at: advice.condition.place)
    }
    return AssessmentScore(
      questionnaire: questionnaire, form: interview.context.form, total: scores.total,
      nodes: scores.nodes, aspects: scores.aspects, questions: decided.conditions.questions,
      practices: decided.conditions.practices, capabilities: decided.conditions.capabilities,
      caps: scoreCaps,
      levels: levels, levelCaps: levelCaps, level: reached > 0 ? reached - 1 : nil,
      next: reached < levels.count ? reached : nil,
      levelRange: decided.conditions.range(of: levels, under: levelCaps, now: reached),
      checks: decided.checks,
      recommendations: advice.filter { $0.decision.status == .met }.map(\.shared.content),
      undecided: advice.filter { $0.decision.status == .unknown }.map {
        UndecidedRecommendation(
          shared: $0.shared, waitingFor: decided.conditions.awaited(by: $0.decision.unknown))
      },
      failures: failures.list)
  }

  /// All that recommendations are decided on.
  struct Decided {
    fileprivate(set) var conditions: Conditions
    let levels: [LevelResult]
    let levelCaps: [CapResult]
    /// How many levels are reached, caps included.
    let reached: Int
    fileprivate(set) var checks: [CheckResult] = []
  }

  /// Everything but recommendations.
  ///
  /// - Parameter reads: What is read besides the model's own rules.
  func decide(
    _ interview: Interview, background: Background, for reads: [Slot] = [],
    omitting omitted: Set<Int> = []
  ) -> Decided {
    var conditions = conditions(interview, background, reads, omitted)
    let levels = conditions.results(of: rules.levels)
    let levelCaps = rules.levelCaps.map { conditions.result(of: $0) }
    let reached = Conditions.level(
      reached: levels.count(where: \.isReached), under: levelCaps)
    conditions.variables.set(.level, .int(Int64(reached)))

    let checks = rules.checks.map { conditions.result(of: $0) }
    conditions.checks = checks
    for (index, check) in checks.enumerated() where check.status != .unknown {
      conditions.variables.set(.check(index), .bool(check.status == .met))
    }
    return Decided(
      conditions: conditions, levels: levels, levelCaps: levelCaps, reached: reached,
      checks: checks)
  }

  /// Practices, points and scores, and all that gates are decided on.
  private func conditions(
    _ interview: Interview, _ background: Background, _ reads: [Slot], _ omitted: Set<Int>
  ) -> Conditions {
    let slots = questionnaire.slots
    var variables = Variables(template, slots, interview)
    var questions = scored.map { question -> QuestionScore? in
      guard let question, !question.followsPractice else { return nil }
      return question.score(interview, variables.values, practice: nil, slots: slots)
    }
    variables.set(questions)
    let practices = practices.results(interview, scored, &questions, &variables, slots)
    let capabilities = capabilities.results(practices)
    variables.set(capabilities)
    for question in omitted { questions[question] = questions[question]?.leftOut }
    let asksIfConfirmed =
      reads.isEmpty
      ? rules.asksIfConfirmed : rules.asksIfConfirmed + slots.confirmed(among: reads)
    for question in asksIfConfirmed where interview.isConfirmed(question) {
      variables.set(.confirmed(question), .bool(true))
    }
    variables.set(background)

    let input = RollUpInput(
      questions: questions,
      paths: program.paths.compactMap { node in
        questionnaire.nodes[node].path.map { path in
          let score = path.score(interview)
          return omitted.isDisjoint(with: path.questions) ? score : score.leftOut
        }
      })
    let scores = NodeScores(
      program, input, caps: rules.scoreCaps.map(\.rule), questionnaire, capabilities, &variables)
    variables.set(scores, questionnaire)
    variables.set(background, total: scores.total)
    variables.set(.gatesConfirmed, gateQuestions.areConfirmed(in: interview, slots))
    return Conditions(
      interview: interview, background: background, variables: variables, questions: questions,
      scores: scores, practices: practices, capabilities: capabilities)
  }
}
