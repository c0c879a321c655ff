public import Numbers
public import Questionnaire
public import Scoring

/// The rounds of one cluster, the earliest first.
public struct ClusterRounds: Sendable {
  /// The cluster's identifier.
  public let id: String
  /// What people call it.
  public let name: String
  /// Of one questionnaire, in any of its versions; the earliest first.
  public let rounds: [Round]

  /// A round and what it came to.
  public struct Round: Sendable {
    /// Such as `2026` or `2026-H1`.
    public let period: String
    /// By the version it was read with: the one it was answered with, where that is at hand.
    public let score: AssessmentScore
    /// The same answers by the version of the latest round; `nil` where `score` is by that one, or
    /// where they cannot be scored by it.
    public let rescored: AssessmentScore?
    /// The version it was answered with, where that is not the one of `score`.
    public let answeredVersion: String?

    /// By default answered and scored by the version of the latest round.
    public init(
      period: String, score: AssessmentScore, rescored: AssessmentScore? = nil,
      answeredVersion: String? = nil
    ) {
      self.period = period
      self.score = score
      self.rescored = rescored
      self.answeredVersion = answeredVersion
    }

    /// What its answers come to by a version of the model; `nil` where they have not been scored by it.
    public func score(by model: Questionnaire) -> AssessmentScore? {
      [score, rescored].compactMap(\.self).first { $0.questionnaire.digest == model.digest }
    }

    /// The version that the questions were answered in.
    public var versionAnswered: String { answeredVersion ?? score.questionnaire.version }
  }

  /// - Parameter rounds: The earliest first.
  public init(id: String, name: String, rounds: [Round]) {
    self.id = id
    self.name = name
    self.rounds = rounds
  }
}

/// How one cluster has moved between two rounds, with all its rounds beside.
public struct ClusterTrend: Sendable {
  /// Whose rounds they are.
  public let cluster: ClusterRounds
  /// The places in `cluster.rounds` of the two that are compared; `nil` where there is only one.
  public let compared: (earlier: Int, later: Int)?
  /// What the earlier round's answers come to by the later one's version of the model: like is compared
  /// with like. `nil` where there is only one round, or where they cannot be scored by that version.
  public let before: AssessmentScore?
  /// From `before` to the later round, and how far capacities have moved; `nil` where there is no
  /// `before`.
  public let trend: Trend?
  /// What stands behind the change of the total; `nil` where a round has no total, or where the
  /// earlier answers cannot be scored by the later version of the model.
  public let change: ChangeDecomposition?
  /// Whether it stands still: see `PortfolioTrend.Stagnation`.
  public let isStagnant: Bool

  /// Whether the levels of both rounds can be compared: not where there is only one, nor where the
  /// earlier answers were given to another version and come to no total by this one.
  public var hasComparableLevels: Bool {
    guard let before else { return false }
    return before.total.value != nil || earlier?.rescored == nil && earlier?.answeredVersion == nil
  }

  /// The later one.
  public var later: ClusterRounds.Round? { compared.map { cluster.rounds[$0.later] } }
  /// The earlier one.
  public var earlier: ClusterRounds.Round? { compared.map { cluster.rounds[$0.earlier] } }
}

/// How clusters have moved from one round to the next, and from which level to which.
///
/// Nothing here says that a movement is significant: with fewer than five rounds no test of a trend
/// can (the least exact *p* of Mann and Kendall's for four rounds is 0.083).
public struct PortfolioTrend: Sendable {
  /// When a cluster stands still: its total has changed by less than `leastChange` in each of the last
  /// `steps` steps, and its level has not risen in them.
  public struct Stagnation: Sendable, Hashable {
    /// In shares of 0–100, up or down.
    public var leastChange = Rational(2)
    /// Between rounds that follow each other; at least 1.
    public var steps = 2

    /// Two steps of less than two points.
    public init() {}
  }

  /// How many clusters went from which level to which.
  public struct Transitions: Sendable, Hashable {
    /// By number of levels reached before, then after, from none on.
    public let counts: [[Int]]
    /// How many clusters are in them: those with both rounds by versions with these levels.
    public let clusters: Int

    /// How many were on a level before.
    public func before(_ level: Int) -> Int { counts[level].reduce(0, +) }
    /// How many are on a level now.
    public func now(_ level: Int) -> Int { counts.reduce(0) { $0 + $1[level] } }
  }

  /// The model of the latest round of all, whose levels and capacities are shown.
  public let questionnaire: Questionnaire
  /// By id.
  public let clusters: [ClusterTrend]
  /// Over all clusters with two rounds.
  public let transitions: Transitions
  /// The rule for standing still.
  public let stagnation: Stagnation

  /// How many clusters have a greater, the same and a smaller total than before, exactly.
  public let improved: Int
  /// Those with just the same total.
  public let kept: Int
  /// Those with a smaller total.
  public let fell: Int

  /// - Parameters:
  ///   - clusters: In any order.
  ///   - earlier: The round to start from; by default the one before the later.
  ///   - later: The round to end at; by default the latest.
  /// - Throws: `overflow`.
  public init(
    _ questionnaire: Questionnaire, _ clusters: [ClusterRounds], from earlier: String? = nil,
    to later: String? = nil, stagnation: Stagnation = Stagnation()
  ) throws(ArithmeticFailure) {
    self.questionnaire = questionnaire
    self.stagnation = stagnation
    var trends: [ClusterTrend] = []
    for cluster in clusters.sorted(by: { $0.id < $1.id }) {
      trends.append(try ClusterTrend(cluster, from: earlier, to: later, stagnation))
    }
    self.clusters = trends
    let changes = trends.compactMap { $0.trend?.total }
    improved = changes.count { $0 > .zero }
    kept = changes.count { $0 == .zero }
    fell = changes.count { $0 < .zero }
    let levels = questionnaire.levels.count + 1
    var counts = Array(repeating: Array(repeating: 0, count: levels), count: levels)
    var counted = 0
    for trend in trends {
      guard trend.hasComparableLevels, let before = trend.before, let now = trend.later?.score,
        now.questionnaire.levels.map(\.id) == questionnaire.levels.map(\.id)
      else { continue }
      counts[before.levelsReached][now.levelsReached] += 1
      counted += 1
    }
    transitions = Transitions(counts: counts, clusters: counted)
  }
}

extension ClusterTrend {
  fileprivate init(
    _ cluster: ClusterRounds, from earlier: String?, to later: String?,
    _ stagnation: PortfolioTrend.Stagnation
  ) throws(ArithmeticFailure) {
    self.cluster = cluster
    let rounds = cluster.rounds
    let end = later.map { later in rounds.firstIndex { $0.period == later } } ?? rounds.indices.last
    let start = end.flatMap { end in
      earlier.map { earlier in rounds[..<end].firstIndex { $0.period == earlier } }
        ?? (end > 0 ? end - 1 : nil)
    }
    guard let end, let start else {
      (compared, before, trend, change, isStagnant) = (nil, nil, nil, nil, false)
      return
    }
    compared = (start, end)
    let later = rounds[end].score
    let before = rounds[start].score(by: later.questionnaire)
    self.before = before
    trend = try before.flatMap { before throws(ArithmeticFailure) in
      try Trend(from: before, to: later)
    }
    change = try before.flatMap { before throws(ArithmeticFailure) in
      try ChangeDecomposition(from: before, to: later)
    }
    isStagnant = try Self.isStagnant(
      rounds[...end].map { $0.score(by: later.questionnaire) }, stagnation)
  }

  private static func isStagnant(
    _ rounds: [AssessmentScore?], _ stagnation: PortfolioTrend.Stagnation
  ) throws(ArithmeticFailure) -> Bool {
    let last = rounds.suffix(max(1, stagnation.steps) + 1).compactMap(\.self)
    guard last.count == max(1, stagnation.steps) + 1 else { return false }
    for (before, now) in zip(last, last.dropFirst()) {
      guard let start = before.total.value, let end = now.total.value,
        try end.subtracting(start).magnitude < stagnation.leastChange,
        now.levelsReached <= before.levelsReached
      else { return false }
    }
    return true
  }
}

extension AssessmentScore {
  /// How many levels are reached, caps included.
  var levelsReached: Int { level.map { $0 + 1 } ?? 0 }
}
