import CEL
import Explaining
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension DerivationWording {
  /// What came out, as people read it.
  func value(of derivation: Derivation) -> String {
    switch derivation.outcome {
    case .share(let share):
      return words.score(scale(of: derivation).flatMap { try? $0.shown(share) } ?? share)
    case .points(let points): return words.exact(points)
    case .none: return texts(isPractice(derivation) ? "explain.left-out-practice" : "explain.none")
    case .status(let status): return self.status(status, of: derivation)
    case .level(let number): return level(number, of: derivation)
    case .asked(let isAsked): return texts(isAsked ? "explain.asked" : "explain.not-asked")
    case .answer(let state):
      guard case .answer(let question) = derivation.subject else { return "" }
      return words.answers.state(state, of: model.questions[question])
    case .hiddenForNow: return texts("explain.reason.hidden-for-now")
    case .value(let value):
      guard case .variable(.answer(let question)) = derivation.subject else { return word(value) }
      return words.answers.state(interview.state(of: question), of: model.questions[question])
    }
  }

  private func isPractice(_ derivation: Derivation) -> Bool {
    if case .practice = derivation.subject { true } else { false }
  }

  /// The scale on which people read a score.
  func scale(of derivation: Derivation) -> Scale? {
    switch derivation.subject {
    case .total: score.total.scale
    case .node(let node), .uncapped(let node), .aspect(let node, _), .path(let node):
      score.nodes[node].scale
    default: nil
    }
  }

  private func status(_ status: Status, of derivation: Derivation) -> String {
    switch derivation.subject {
    case .practice: texts("explain.practice.\(status.rawValue)")
    case .scoreCap, .levelCap: texts("explain.cap.\(status.rawValue)")
    case .recommendation: texts("explain.advice.\(status.rawValue)")
    default: texts("condition.\(status.rawValue)")
    }
  }

  private func level(_ number: Int, of derivation: Derivation) -> String {
    if case .capability = derivation.subject {
      return model.capabilityLevels.indices.contains(number - 1)
        ? words(model.capabilityLevels[number - 1].title) : texts("score.level-range-none")
    }
    return String(number)
  }

  /// A value in an expression; years and other whole numbers as one writes them there.
  func word(_ value: Value) -> String {
    switch value {
    case .bool(let holds): texts(holds ? "explain.true" : "explain.false")
    case .unknown: texts("eval.unknown")
    case .error: texts("eval.error")
    case .double(let number):
      DecimalNumber(rounding: number, places: 2).map { words.numbers.format($0) }
        ?? value.description
    default: value.description
    }
  }
}
