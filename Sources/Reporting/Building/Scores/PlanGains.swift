import Comparison
import Numbers
import Planning
import Scoring

/// What each improvement of a plan does to the total, so that all together do what the plan does.
struct PlanGains {
  private let effects: [Int: Rational]

  /// Empty where there is no total now or then.
  init(_ way: Way, from before: AssessmentScore) {
    let change = (try? ChangeDecomposition(from: before, to: way.after)).flatMap(\.self)
    effects = Dictionary(
      (change?.parts ?? []).compactMap { part in
        if case .question(let question) = part.subject { (question, part.effect) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { effects.isEmpty }

  /// In shares of the total; 0 for an answer that is not scored.
  subscript(_ question: Int) -> Rational { effects[question] ?? .zero }
}
