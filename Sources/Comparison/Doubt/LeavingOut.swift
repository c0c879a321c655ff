public import Numbers
import Questionnaire
public import Scoring

/// Ranks and levels as they would be without one of the questions or capacities, each in turn.
///
/// The part left out has the weight 0, and its siblings share what it had; gates and caps stay as they
/// are. Exact. A cluster of which nothing is left without a part has no rank there.
public struct LeavingOut: Sendable {
  /// A part that is left out.
  public enum Subject: Sendable, Hashable {
    /// By place in `Questionnaire.questions`.
    case question(Int)
    /// By place in `Questionnaire.capacities`.
    case capacity(Int)
  }

  /// What leaving out one part does.
  public struct Effect: Sendable {
    /// What is left out.
    public let subject: Subject
    /// The mean over the clusters of by how many places their ranks change; `nil` where none has one.
    public let meanChange: Rational?
    /// How many clusters stand on another level without it.
    public let levelChanges: Int
  }

  /// In the order of the model, questions first; parts that bring nothing anywhere are not among them.
  public let effects: [Effect]
  /// By cluster: the best and the worst of the ranks without each of the parts, and with all.
  public let ranks: [RankRange]

  /// - Parameter scores: By the model of the tree, each with a total.
  /// - Throws: `overflow`.
  /// - Complexity: O(*clusters* × *parts* × (*siblings* + log *clusters*)).
  public init(_ tree: RollUpTree, _ scores: [AssessmentScore]) throws(ArithmeticFailure) {
    var assessed: [Assessed] = []
    for score in scores {
      let parts = ScoreParts(score, tree)
      assessed.append(
        Assessed(score: score, parts: parts, values: try parts.values(in: tree)))
    }
    let totals = assessed.map { $0.values.last ?? nil }
    let own = Self.ranks(totals)
    var ranges = own.map { RankRange(best: $0 ?? 0, worst: $0 ?? 0) }
    var effects: [Effect] = []
    for (part, subject) in Self.subjects(in: tree) {
      let affected = tree.groups(above: part)
      var changed = totals
      var levelChanges = 0
      for (place, cluster) in assessed.enumerated()
      where cluster.parts.contributions[part] != .absent {
        let values = try cluster.values(without: part, affected, in: tree)
        changed[place] = values.last ?? nil
        if cluster.score.levelsReached(with: values, in: tree)
          != cluster.score.levelsReached(with: cluster.values, in: tree)
        {
          levelChanges += 1
        }
      }
      let ranks = Self.ranks(changed)
      var changes: [Int] = []
      for place in ranges.indices {
        guard let before = own[place], let now = ranks[place] else { continue }
        ranges[place].include(now)
        changes.append(abs(now - before))
      }
      effects.append(
        Effect(
          subject: subject,
          meanChange: Rational(
            numerator: Int128(changes.reduce(0, +)), denominator: Int128(changes.count)),
          levelChanges: levelChanges))
    }
    self.effects = effects
    ranks = ranges
  }

  private struct Assessed {
    let score: AssessmentScore
    let parts: ScoreParts
    let values: [Rational?]

    func values(
      without part: Int, _ affected: [Int], in tree: RollUpTree
    ) throws(ArithmeticFailure) -> [Rational?] {
      var values = values
      for group in affected {
        values[group] = try parts.value(of: group, in: tree, below: values) {
          $0 == part ? .zero : tree.parts[$0].weight
        }
      }
      return values
    }
  }

  private static func subjects(in tree: RollUpTree) -> [(part: Int, subject: Subject)] {
    var questions: [(part: Int, subject: Subject)] = []
    var capacities: [(part: Int, subject: Subject)] = []
    let ofNode = Dictionary(
      tree.questionnaire.capacities.map { (tree.groupOfNode[$0.node], $0.capacity) },
      uniquingKeysWith: { first, _ in first })
    for (place, part) in tree.parts.enumerated() {
      switch part.source {
      case .question(let question): questions.append((place, .question(question)))
      case .group(let group):
        guard part.group == tree.groups.count - 1, let capacity = ofNode[group] else { continue }
        capacities.append((place, .capacity(capacity)))
      case .path: continue
      }
    }
    return questions.sorted { $0.subject.order < $1.subject.order }
      + capacities.sorted { $0.subject.order < $1.subject.order }
  }

  /// By cluster: 1 + how many have a greater total; `nil` without one.
  static func ranks(_ totals: [Rational?]) -> [Int?] {
    let order = totals.indices.filter { totals[$0] != nil }
      .sorted { (totals[$0] ?? .zero) > (totals[$1] ?? .zero) }
    var ranks: [Int?] = Array(repeating: nil, count: totals.count)
    for (place, cluster) in order.enumerated() {
      let isTied = place > 0 && totals[order[place - 1]] == totals[cluster]
      ranks[cluster] = isTied ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}

extension LeavingOut.Subject {
  fileprivate var order: Int {
    switch self {
    case .question(let place), .capacity(let place): place
    }
  }
}

extension RollUpTree {
  /// The group of a part and all above it, in the order in which they are computed.
  func groups(above part: Int) -> [Int] {
    var isAffected = Array(repeating: false, count: groups.count)
    isAffected[parts[part].group] = true
    for group in parts[part].group..<groups.count {
      for place in groups[group].parts {
        if case .group(let below) = parts[place].source, isAffected[below] {
          isAffected[group] = true
        }
      }
    }
    return groups.indices.filter { isAffected[$0] }
  }
}
