import Comparison
import Questionnaire
import Scoring

/// What a group of clusters has in common: counts over the rows of a comparison.
struct Portfolio {
  struct Gate {
    /// By place in `Questionnaire.levels` and in `Level.gates`.
    let level: Int
    let gate: Int
    var unmet: Int
    var unknown: Int
  }

  struct Advice {
    let recommendation: Recommendation
    var count: Int
  }

  /// How many clusters stand on each level, by place in `Questionnaire.levels`.
  private(set) var reached: [Int]
  /// How many have not reached the lowest level.
  private(set) var belowAll = 0
  /// Must-haves of each cluster's next level that are not met there; those that most clusters lack
  /// first, equals in the order of the model.
  private(set) var gates: [Gate] = []
  /// Recommendations raised, the most frequent first, then the most urgent, then in the order of
  /// the model.
  private(set) var advice: [Advice] = []

  init(_ table: ComparisonTable) {
    let questionnaire = table.questionnaire
    let scores = table.rows.map(\.cluster.score)
    reached = questionnaire.levels.indices.map { level in scores.count { $0.level == level } }
    belowAll = scores.count { $0.level == nil }
    for (level, definition) in questionnaire.levels.enumerated() {
      for gate in definition.gates.indices {
        let statuses = scores.filter { $0.next == level }.map {
          $0.levels[level].gates[gate].status
        }
        let counted = Gate(
          level: level, gate: gate, unmet: statuses.count { $0 == .unmet },
          unknown: statuses.count { $0 == .unknown })
        if counted.unmet + counted.unknown > 0 { gates.append(counted) }
      }
    }
    gates = gates.sortedStably { ($0.unmet, $0.unknown) > ($1.unmet, $1.unknown) }
    advice = questionnaire.recommendations.map { recommendation in
      Advice(
        recommendation: recommendation,
        count: scores.count { score in
          score.recommendations.contains { $0.id == recommendation.id }
        })
    }.filter { $0.count > 0 }.sortedStably { a, b in
      (a.count, b.recommendation.priority.rank) > (b.count, a.recommendation.priority.rank)
    }
  }
}

extension Recommendation.Priority {
  /// 0 for the most urgent.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Array {
  /// Sorted so that equals keep their order, which the library's sort does not promise.
  func sortedStably(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      return precedes(b.element, a.element) ? false : a.offset < b.offset
    }.map(\.element)
  }
}
