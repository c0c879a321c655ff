public import Clusters
public import Comparison
import Interview
import Numbers
import Questionnaire
import Scoring

/// What the facilitator's report tells of: several clusters of one model, seen from every side.
public struct Portfolio: Sendable {
  /// The clusters side by side.
  public let table: ComparisonTable
  /// How far each assessment has come; those of the table.
  public let assessments: [AssessmentProgress]
  /// Which round, and what is not in it; also whether codes stand in place of names.
  public let scope: ComparisonScope
  /// How clusters have moved since the round before.
  public let trend: PortfolioTrend
  /// How medians have moved over three rounds or more; `nil` where too few clusters have so many.
  public let course: CommonCourse?
  /// Who could learn from whom: groups for a session, or of many clusters the best pairs, each cluster
  /// in one at the most.
  public let partners: PartnerFindings
  /// Where many are weak.
  public let gaps: CommonGaps
  /// What to talk about.
  let agenda: SessionAgenda

  /// Ranks among those whose answers cover `leastCoverage`, by cluster and period.
  private let ranks: [[String]: Rank]
  /// The share of questions that have to be answered for a rank, 0–100: few answers that happen to be
  /// good ones would stand at the top.
  let leastCoverage: Rational

  /// The most clusters of which every one is shown in the run of the report and put into groups; of
  /// more there are distributions, the first and the last, and all of them at the end.
  static let mostShown = 80
  /// The most pairs of partners where there are too many clusters for groups.
  private static let mostPairs = 10

  /// Compares, matches and looks back.
  ///
  /// - Parameters:
  ///   - table: The clusters of one round, or the latest of each.
  ///   - assessments: Those in the table; their earlier rounds are scored by its model, too.
  ///   - scope: What was asked for; where it is anonymous, codes stand in place of names in both.
  /// - Throws: `arithmetic`, where an exact number does not fit.
  /// - Complexity: O(*n*²) for partners.
  public init(
    _ table: ComparisonTable, _ assessments: [AssessmentProgress], _ scope: ComparisonScope
  ) throws(ComparisonFailure) {
    let model = table.questionnaire
    let clusters = table.rows.map(\.cluster)
    self.table = table
    self.assessments = assessments
    self.scope = scope
    leastCoverage = RankDoubt.Terms().leastCoverage
    let covered = clusters.filter { [leastCoverage] in
      $0.score.total.coverage.isAtLeast(leastCoverage)
    }
    ranks = Dictionary(
      try ComparisonTable(model, covered, minimum: table.groups.minimum).rows.compactMap { row in
        row.rank.map { ([row.cluster.id, row.cluster.period], $0) }
      }, uniquingKeysWith: { first, _ in first })
    let matching = try Matching(model, clusters)
    do throws(ArithmeticFailure) {
      if clusters.count <= Self.mostShown {
        let (groups, left) = try matching.groups(of: 3)
        partners = PartnerFindings(
          matching, pairs: [], isOfPairs: false, groups: groups, left: left)
      } else {
        let best = try matching.pairs(limit: 4 * clusters.count)
        partners = PartnerFindings(matching, pairs: Array(best.apart.prefix(Self.mostPairs)))
      }
      let rounds = assessments.map { ClusterRounds($0.cluster) }
      trend = try PortfolioTrend(model, rounds)
      course = try CommonCourse(model, rounds, minimum: table.groups.minimum)
      gaps = try CommonGaps(clusters, of: model)
      agenda = SessionAgenda(clusters, gaps, of: model)
    } catch {
      throw .arithmetic(error)
    }
  }

  var questionnaire: Questionnaire { table.questionnaire }

  /// In the order of the table.
  var clusters: [ComparedCluster] { table.rows.map(\.cluster) }

  /// The rounds that clusters stand with, in the order of their texts.
  var periods: [String] { Set(table.rows.map(\.cluster.period)).sorted() }

  /// Whether there are more clusters than can be shown one by one.
  var isLarge: Bool { table.rows.count > Self.mostShown }

  /// How many clusters are named in a line before the others are counted.
  var mostNamed: Int { isLarge ? 5 : 12 }

  /// The place of a row among those that have one.
  func rank(of row: ComparisonTable.Row) -> Rank? {
    ranks[[row.cluster.id, row.cluster.period]]
  }
}

extension [PartnerPair] {
  /// Those of which no cluster is in an earlier one: a cluster sits at one table.
  fileprivate var apart: [PartnerPair] {
    var taken: Set<[String]> = []
    return filter { pair in
      let both = [pair.first, pair.second].map { [$0.id, $0.period] }
      guard taken.isDisjoint(with: both) else { return false }
      taken.formUnion(both)
      return true
    }
  }
}

extension ComparedCluster {
  /// An assessment with what its profile says.
  ///
  /// - Parameter isAnonymous: Who answered an earlier version is known, and how far each has come; either
  ///   would tell whose a code is.
  public init(_ assessed: AssessedCluster, isAnonymous: Bool = false) {
    self.init(
      id: assessed.id, name: assessed.shownName, period: assessed.period,
      answeredVersion: isAnonymous ? nil : assessed.answeredVersion,
      status: isAnonymous ? nil : assessed.status, score: assessed.score,
      facts: ClusterFacts(assessed.interview))
  }
}
