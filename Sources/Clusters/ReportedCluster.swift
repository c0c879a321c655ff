public import Comparison
public import Planning
public import Scoring

/// One cluster with all that its own report tells: answers and scores, its place among its peers, the
/// way to its next level, how it has moved.
///
/// Computed once; documents, workbooks and files for programs tell the same values.
public struct ReportedCluster: Sendable {
  /// Answers and scores of the round reported, with the rounds before it.
  public var assessed: AssessedCluster
  /// Where it stands among its peers, as it may be told; `nil` where no others are at hand.
  public var position: PublishedPosition?
  /// The way to the next level; `nil` where the highest is reached.
  public var plan: Plan?
  /// Its rounds, with the change since the one before the last taken apart; `nil` where there is only
  /// one, or where exact differences do not fit.
  public var trend: ClusterTrend?

  /// By default only the assessment is told.
  public init(
    _ assessed: AssessedCluster, position: PublishedPosition? = nil, plan: Plan? = nil,
    trend: ClusterTrend? = nil
  ) {
    self.assessed = assessed
    self.position = position
    self.plan = plan
    self.trend = trend
  }
}

extension ReportedCluster {
  /// Finds the assessment's place in a comparison, plans its way, takes its change apart.
  ///
  /// The plan is the one that `branda plan` shows: bounded by steps, not by time, so that the same
  /// answers give the same plan on every machine.
  ///
  /// - Parameters:
  ///   - table: The clusters it is compared with, itself among them; `nil` where there are none.
  ///   - scorer: Of the assessment's model, for those who score many.
  public init(
    _ assessed: AssessedCluster, among table: ComparisonTable?, by scorer: Scorer? = nil
  ) {
    self.init(assessed)
    let score = assessed.score
    position = table.flatMap { table in
      table.rows.first { $0.cluster.id == assessed.id && $0.cluster.period == assessed.period }
        .flatMap { try? PublishedPosition(table, of: $0) }
    }
    if score.next != nil {
      plan = Planner(scorer ?? Scorer(score.questionnaire)).plan(
        assessed.interview, background: assessed.background)
    }
    guard !assessed.earlier.isEmpty else { return }
    trend = (try? PortfolioTrend(score.questionnaire, [ClusterRounds(assessed)]))?.clusters.first
  }
}

extension ClusterRounds {
  /// An assessment with the rounds before it, the earliest first.
  public init(_ assessed: AssessedCluster) {
    let rounds =
      assessed.earlier.reversed().map {
        Round(
          period: $0.period, score: $0.score, rescored: $0.rescored,
          answeredVersion: $0.answeredVersion)
      }
      + [
        Round(
          period: assessed.period, score: assessed.score,
          answeredVersion: assessed.answeredVersion)
      ]
    self.init(id: assessed.id, name: assessed.shownName, rounds: rounds)
  }
}
