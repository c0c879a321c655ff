import Clusters
import Numbers
import Questionnaire
import Scoring

/// Where a cluster is best and worst, at most three each and none in both: capacities, or single
/// questions where there are too few capacities to tell.
struct Extremes {
  struct Item {
    enum Subject {
      /// By place in `Questionnaire.nodes`.
      case node(Int)
      /// By place in `Questionnaire.questions`.
      case question(Int)
    }

    let subject: Subject
    /// 0–100.
    let share: Rational
  }

  /// The greatest score first; equals in the order of the model. None that is as low as the lowest.
  let strengths: [Item]
  /// The least first, likewise. None that is as high as the highest.
  let gaps: [Item]
  /// Whether there are several scores, and all are the same.
  let areAllEqual: Bool

  /// With fewer capacities questions are told, where there are as many that count.
  private static let leastCapacities = 4

  init(of assessed: AssessedCluster) {
    let score = assessed.score
    let model = score.questionnaire
    let capacities = model.capacities.compactMap { capacity in
      score.nodes[capacity.node].value.map { Item(subject: .node(capacity.node), share: $0) }
    }
    let questions = score.questions.enumerated().compactMap { place, result -> Item? in
      guard let result, result.standing == .counted, !model.questions[place].isConfidential else {
        return nil
      }
      return result.score.map { Item(subject: .question(place), share: $0) }
    }
    let tellsQuestions =
      model.capacities.count < Self.leastCapacities && questions.count >= Self.leastCapacities
    self.init(tellsQuestions ? questions : capacities)
  }

  private init(_ items: [Item]) {
    let scores = items.map(\.share)
    let count = min(3, items.count / 2)
    let order = items.indices.sorted { a, b in
      scores[a] == scores[b] ? a < b : scores[a] > scores[b]
    }
    let (lowest, highest) = (scores.min(), scores.max())
    let strengths = order.prefix(count).filter { scores[$0] != lowest }
    // From what is left, so that equals are not named twice.
    let named = Set(order.prefix(count))
    let rising = items.indices.filter { !named.contains($0) }.sorted { a, b in
      scores[a] == scores[b] ? a < b : scores[a] < scores[b]
    }
    self.strengths = strengths.map { items[$0] }
    gaps = rising.prefix(count).filter { scores[$0] != highest }.map { items[$0] }
    areAllEqual = items.count > 1 && lowest == highest
  }
}
