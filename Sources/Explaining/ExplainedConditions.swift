import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

extension Explainer {
  /// An expression with the values of its names.
  ///
  /// - Parameter replacing: Names that had other values when it was evaluated.
  func expression(_ expression: Expression, replacing: [Slot: Value] = [:]) -> Derivation {
    let trial = trials.trial(of: expression.program, replacing: replacing)
    let inputs = expression.reads.compactMap { slot -> Derivation? in
      guard let variable = questionnaire.slots.variable(in: slot) else { return nil }
      return Derivation(
        .variable(variable), .given, .value(replacing[slot] ?? trials.value(of: slot)),
        at: questionnaire.place(of: variable))
    }
    return Derivation(
      .expression(expression.source), .expression(expression.program, trial.explanation), inputs,
      .value(trial.value), at: expression.place, waitingFor: trial.waitingFor)
  }

  /// Whether a question is asked.
  public func visibility(of place: Int) -> Derivation {
    let question = questionnaire.questions[place]
    let outcome = Derivation.Outcome.asked(interview.isAsked(place))
    let subject = Derivation.Subject.visibility(place)
    if let form = interview.context.form, !questionnaire.profile.contains(place),
      !question.forms.contains(form)
    {
      return Derivation(subject, .outsideForm, outcome, at: question.place)
    }
    guard question.respondents.contains(interview.context.respondent) else {
      return Derivation(subject, .otherRespondent, outcome, at: question.place)
    }
    let condition = question.showIf.map { [expression($0)] } ?? []
    return Derivation(
      subject, .visibility, condition, outcome, at: question.showIf?.place ?? question.place,
      waitingFor: condition.first?.waitingFor ?? .nothing)
  }

  func gate(_ place: Int, ofLevel level: Int) -> Derivation {
    condition(score.levels[level].gates[place], as: .gate(level: level, gate: place))
  }

  /// A readiness check, with its conditions.
  public func check(_ place: Int) -> Derivation {
    let result = score.checks[place]
    let conditions = result.conditions.enumerated().map { number, result in
      condition(result, as: .condition(check: place, condition: number))
    }
    return Derivation(
      .check(place), .all, conditions, .status(result.status), at: result.check.place)
  }

  private func condition(
    _ result: ConditionResult, as subject: Derivation.Subject
  ) -> Derivation {
    let quota: Quota? =
      switch result.condition.rule {
      case .expression: nil
      case .quota(let quota, _): quota
      }
    return Derivation(
      subject, .condition(quota), result.condition.expressions.map { expression($0) },
      .status(result.status), at: result.condition.place, waitingFor: result.waitingFor)
  }

  /// Whether a recommendation is raised: exactly where its condition is met.
  public func recommendation(_ place: Int) -> Derivation {
    let recommendation = questionnaire.recommendations[place]
    let isRaised = score.recommendations.contains { $0.id == recommendation.id }
    let undecided = score.undecided.first { $0.recommendation.id == recommendation.id }
    return Derivation(
      .recommendation(place), .condition(nil), [expression(recommendation.condition)],
      .status(isRaised ? .met : undecided == nil ? .unmet : .unknown), at: recommendation.place,
      waitingFor: undecided?.waitingFor ?? .nothing)
  }

  /// A bound on a score. What its condition reads of that very score is the score before all bounds.
  func scoreCap(_ number: Int, of node: ScoreNode, on uncapped: Derivation) -> Derivation {
    let cap = node.rule.caps[number]
    var replacing: [Slot: Value] = [:]
    for slot in cap.condition.reads {
      switch questionnaire.slots.variable(in: slot) {
      case .score(node: node.node, aspect: nil)?,
        .capacityScore(node.depth == 0 ? node.capacity : -1)?:
        replacing[slot] =
          uncapped.outcome.share.flatMap { try? node.rule.scale.shown($0) }
          .map { .double($0.doubleValue) } ?? .unknown(UnknownSet(slot))
      default: break
      }
    }
    let result = score.caps.first { $0.id == cap.id }
    return Derivation(
      .scoreCap(node: node.node, cap: number), .cap(highest: cap.highest),
      [expression(cap.condition, replacing: replacing)], .status(result?.status ?? .unknown),
      at: cap.place, waitingFor: result?.waitingFor ?? .nothing)
  }

  /// A bound on the level.
  public func levelCap(_ place: Int) -> Derivation {
    let cap = questionnaire.levelCaps[place]
    let result = score.levelCaps[place]
    return Derivation(
      .levelCap(place), .levelCap(highest: cap.level), [expression(cap.condition)],
      .status(result.status), at: cap.place, waitingFor: result.waitingFor)
  }
}
