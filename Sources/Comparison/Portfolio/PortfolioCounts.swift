public import Questionnaire
import Scoring

/// What clusters have in common: on which levels they stand, what they lack, what they are advised.
public struct PortfolioCounts: Sendable {
  /// A must-have that not everyone meets.
  public struct Gate: Sendable, Hashable {
    /// By place in `Questionnaire.levels`.
    public let level: Int
    /// By place in `Level.gates`.
    public let gate: Int
    /// How many do not meet it.
    public let unmet: Int
    /// Of how many it cannot be said yet.
    public let unknown: Int
  }

  /// A recommendation that somebody is given.
  public struct Advice: Sendable {
    /// As the model has it.
    public let recommendation: Recommendation
    /// To how many clusters.
    public let count: Int
  }

  /// How many clusters there are.
  public let clusters: Int
  /// How many stand on each level, by place in `Questionnaire.levels`.
  public let reached: [Int]
  /// How many have not reached the lowest level.
  public let belowAll: Int
  /// Must-haves of each cluster's next level that are not met there; those that most clusters lack
  /// first, equals in the order of the model.
  public let nextGates: [Gate]
  /// Must-haves of any level, over all clusters, likewise.
  public let allGates: [Gate]
  /// Recommendations raised, the most frequent first, then the most urgent, then in the order of
  /// the model.
  public let advice: [Advice]

  /// Counts over scores of one model; a condition that is unknown is counted as such, not as unmet.
  public init(_ clusters: [ComparedCluster], of model: Questionnaire) {
    let scores = clusters.map(\.score)
    self.clusters = scores.count
    reached = model.levels.indices.map { level in scores.count { $0.level == level } }
    belowAll = scores.count { $0.level == nil }
    func gates(_ isMeant: (AssessmentScore, Int) -> Bool) -> [Gate] {
      model.levels.indices.flatMap { level in
        let meant = scores.filter { isMeant($0, level) }
        return model.levels[level].gates.indices.map { gate in
          let statuses = meant.map { $0.levels[level].gates[gate].status }
          return Gate(
            level: level, gate: gate, unmet: statuses.count { $0 == .unmet },
            unknown: statuses.count { $0 == .unknown })
        }
      }.filter { $0.unmet + $0.unknown > 0 }
        .sortedStably { ($0.unmet, $0.unknown) > ($1.unmet, $1.unknown) }
    }
    nextGates = gates { $0.next == $1 }
    allGates = gates { _, _ in true }
    advice = model.recommendations.map { recommendation in
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
