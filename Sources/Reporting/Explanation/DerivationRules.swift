import CEL
import Explaining
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension DerivationWording {
  /// The rule in a few words, with its numbers; empty where the value says it all.
  func rule(of derivation: Derivation) -> String {
    switch derivation.rule {
    case .rollUp(let rollUp, let scale, let coverage):
      rolledUp(derivation, rollUp, scale, coverage)
    case .capped: texts("explain.capped")
    case .scaled(let scale): derivation.inputs.first.map { points($0, scale) } ?? ""
    case .condition(let quota?), .practices(let quota): self.quota(quota, derivation)
    case .threshold(_, let best, let isFree):
      isFree ? texts("explain.threshold-free") : compared(derivation, best)
    case .practice(let formula): practice(formula)
    case .outsideForm: texts("explain.outside-form")
    case .otherRespondent: texts("explain.other-respondent")
    case .visibility, .condition(nil), .cap, .levelCap:
      derivation.inputs.first.map(expression) ?? texts("explain.always-asked")
    case .expression: values(derivation)
    case .level: texts("explain.level-rule")
    case .capability: texts("explain.capability-rule")
    case .given, .path, .points, .capabilityNeed, .all: ""
    }
  }

  /// An expression with the values that decided it, as expressions write them.
  private func expression(_ derivation: Derivation) -> String {
    let values = values(derivation)
    return values.isEmpty ? name(of: derivation) : name(of: derivation) + ": " + values
  }

  private func values(_ expression: Derivation) -> String {
    deciding(expression).compactMap { input in
      guard case .variable(let variable) = input.subject, case .value(let value) = input.outcome
      else { return nil }
      return model.name(of: variable) + " = " + word(value)
    }.joined(separator: ", ")
  }

  /// The score that a threshold is held against.
  private func compared(_ derivation: Derivation, _ best: Rational?) -> String {
    guard let score = derivation.inputs.first else { return "" }
    if score.outcome != .none { return texts("explain.now", ["score": .text(value(of: score))]) }
    guard derivation.outcome == .status(.unmet), let best else { return value(of: score) }
    let shown = scale(of: score).flatMap { try? $0.shown(best) } ?? best
    return texts("explain.best-possible", ["score": .text(words.score(shown))])
  }

  private func rolledUp(
    _ derivation: Derivation, _ rollUp: RollUp, _ scale: Scale, _ coverage: Rational
  ) -> String {
    guard let parts = derivation.parts else { return texts("explain.reason.failed") }
    if parts.isBlocked { return texts("explain.blocked") }
    if !parts.isCovered {
      let share = (try? parts.answered.multiplied(by: 100).divided(by: parts.applicable)) ?? 0
      return texts(
        "explain.below-coverage",
        ["share": .text(words.share(share)), "needed": .text(words.share(coverage))])
    }
    if parts.counted == 0 { return texts("explain.nothing-counts") }
    let best = if case .best(let count) = rollUp { String(count) } else { "" }
    let rule = texts(
      "explain.roll-up.\(rollUp.name)",
      [
        "count": .count(parts.counted), "best": .text(best),
        "sum": .text(words.exact(parts.products)), "weights": .text(words.exact(parts.weights)),
      ])
    guard scale != .share else { return rule }
    return rule + "; "
      + texts(
        "explain.on-scale",
        ["low": .text(words.exact(scale.from)), "high": .text(words.exact(scale.to))])
  }

  private func points(_ derivation: Derivation, _ scale: Scale) -> String {
    guard case .points(let points) = derivation.outcome, case .points(let formula) = derivation.rule
    else { return "" }
    var rules = [
      texts(
        "explain.points",
        [
          "points": .text(words.exact(points)), "low": .text(words.exact(scale.from)),
          "high": .text(words.exact(scale.to)),
        ])
    ]
    switch formula.rule {
    case .bands(let bands, _):
      rules.append(texts("explain.bands", ["bands": .text(words.bands(bands))]))
    case .linear(let from, let to, _):
      rules.append(
        texts(
          "explain.line", ["from": .text(words.exact(from)), "to": .text(words.exact(to))]))
    case .met: rules.append(texts("explain.points-met"))
    case .unscored, .steps, .choices, .expression: break
    }
    if formula.isReversed { rules.append(texts("explain.reversed")) }
    return rules.joined(separator: "; ")
  }

  private func quota(_ quota: Quota, _ derivation: Derivation) -> String {
    let counted = derivation.inputs.filter { $0.outcome != .none }
    let met = counted.count { $0.recomputed.isTrue }
    let needed =
      switch quota {
      case .count(let count): String(count)
      case .share(let share): words.share(share)
      }
    return texts(
      "explain.quota",
      [
        "met": .text(words.part(met, of: counted.count)), "needed": .text(needed),
      ])
  }

  private func practice(_ formula: PracticeFormula) -> String {
    let strength = texts("strength.\(formula.practice.strength.rawValue)")
    guard formula.practice.strength == .should else { return strength }
    return strength + "; "
      + texts("explain.justification", ["count": .count(formula.policy.justification)])
  }
}

extension Derivation.Outcome {
  fileprivate var isTrue: Bool { self == .status(.met) || self == .value(.bool(true)) }
}

extension Words {
  /// `< 10 → 1, < 25 → 2, … → 5`.
  fileprivate func bands(_ bands: [PointsRule.Band]) -> String {
    bands.map { band in
      (band.below.map { "< " + exact($0) } ?? "…") + " → " + exact(band.points)
    }.joined(separator: ", ")
  }
}
