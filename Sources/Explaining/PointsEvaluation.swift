import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

extension PointsFormula {
  /// The points that follow from the answer, the first input, and from the expression or practice
  /// that the rule names, the second; `nil` where there are none.
  func points(_ inputs: [Derivation.Outcome]) -> Rational? {
    guard case .answer(.answered(let answer))? = inputs.first else { return nil }
    let further = inputs.count > 1 ? inputs[1] : nil
    guard let plain = plain(answer, further) else { return nil }
    return isReversed ? try? scale.mirrored(plain) : plain
  }

  /// Whether the model gives an answer no points, on purpose.
  func isWithoutPoints(_ answer: AnswerValue) -> Bool {
    switch (rule, answer) {
    case (.unscored, _): true
    case (.choices(let choices), .choice(let place)):
      choices.indices.contains(place) && choices[place] == nil
    default: false
    }
  }

  private func plain(_ answer: AnswerValue, _ further: Derivation.Outcome?) -> Rational? {
    switch rule {
    case .unscored: return nil
    case .met:
      guard case .status(let status)? = further, status != .unknown else { return nil }
      return status == .met ? scale.to : scale.from
    case .steps(let steps):
      switch answer {
      case .step(let step): return steps.indices.contains(step - 1) ? steps[step - 1] : nil
      case .yesNo(let isYes): return steps.indices.contains(1) ? steps[isYes ? 1 : 0] : nil
      default: return nil
      }
    case .choices(let choices):
      guard case .choice(let place) = answer, choices.indices.contains(place) else { return nil }
      return choices[place]
    case .bands(let bands, let measure):
      if case .value = measure {
        guard let value = further?.number else { return nil }
        return (bands.first { $0.below.map { value < $0.doubleValue } ?? true } ?? bands.last)?
          .points
      }
      guard let value = self.value(answer, measure) else { return nil }
      return bands.first { $0.below.map { value < $0 } ?? true }?.points
    case .linear(let from, let to, let measure):
      let value =
        if case .value = measure {
          further?.number?.onGrid(from: min(from, to), to: max(from, to))
        } else {
          self.value(answer, measure)
        }
      guard let value else { return nil }
      let clamped = max(min(from, to), min(max(from, to), value))
      // From the worst points at `from` to the best at `to`.
      guard let line = Scale(from: from, to: to), let share = try? line.share(clamped) else {
        return nil
      }
      return try? scale.shown(share)
    case .expression: return further?.number?.onGrid(from: scale.lowest, to: scale.highest)
    }
  }

  private func value(_ answer: AnswerValue, _ measure: PointsRule.Measure) -> Rational? {
    switch (measure, answer) {
    case (.answer, .number(let number)): Rational(number)
    case (.ticked, .choices(let ticked)):
      Rational(
        ticked.count { !(kind.choices.indices.contains($0) && kind.choices[$0].isAlone) })
    default: nil
    }
  }
}

extension Derivation.Outcome {
  fileprivate var number: Double? {
    switch self {
    case .value(.int(let value)): Double(value)
    case .value(.uint(let value)): Double(value)
    case .value(.double(let value)): value
    default: nil
    }
  }
}
