import Comparison
import Numbers
import Questionnaire
import Scoring

extension Measure {
  /// The id of the capacity, part or question, or `total`.
  func identifier(in model: Questionnaire) -> String {
    switch self {
    case .total: "total"
    case .node(let node): model.nodes[node].id
    case .question(let question): model.questions[question].id
    }
  }

  /// A share of 0–100 on the scale on which people read the score.
  func shown(_ share: Rational?, in model: Questionnaire) -> Double? {
    share.flatMap { try? scale(in: model).shown($0) }?.doubleValue
  }
}
