import Clusters
public import Comparison
import Numbers
import Questionnaire
import Scoring

/// Movements between rounds as other programs read them, schema `branda.trend/1`; see `docs/json.md`.
/// Totals are as people read them, effects in shares of 0–100.
public struct EncodedTrend: Encodable, Sendable {
  let schema = "branda.trend/1"
  let questionnaire: EncodedQuestionnaire
  let clusters: [Cluster]
  let totals: Totals
  let transitions: [Transition]
  @OrNull var selection: EncodedSelection?
  let leftOut: [String]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, clusters, totals, transitions
    case selection
    case leftOut = "left_out"
  }

  struct Totals: Encodable, Sendable {
    let improved: Int
    let kept: Int
    let fell: Int
  }

  struct Transition: Encodable, Sendable {
    @OrNull var from: String?
    @OrNull var to: String?
    let clusters: Int
  }

  struct Round: Encodable, Sendable {
    let period: String
    let version: String
    @OrNull var total: Double?
    @OrNull var level: String?
    @OrNull var ownTotal: Double?
    @OrNull var ownLevel: String?

    enum CodingKeys: String, CodingKey {
      case period, version, total, level
      case ownTotal = "own_total"
      case ownLevel = "own_level"
    }
  }

  struct Effect: Encodable, Sendable {
    let id: String
    @OrNull var before: Double?
    @OrNull var now: Double?
    let effect: Double
  }

  struct Change: Encodable, Sendable {
    let total: Double
    let answers: Double
    let coverage: Double
    let caps: Double
    let capacities: [String: Double]
    let parts: [Effect]
    let improved: [String]
    let kept: [String]
    let fell: [String]
  }

  struct Cluster: Encodable, Sendable {
    let cluster: String
    let rounds: [Round]
    @OrNull var from: String?
    @OrNull var to: String?
    @OrNull var change: Change?
    let stagnant: Bool
  }

  /// - Parameter leftOut: Assessments that could not be read.
  public init(_ trend: PortfolioTrend, _ scope: ComparisonScope) {
    questionnaire = EncodedQuestionnaire(trend.questionnaire)
    leftOut = scope.leftOut
    selection = scope.encodedSelection(in: trend.questionnaire)
    totals = Totals(improved: trend.improved, kept: trend.kept, fell: trend.fell)
    let levels: [String?] = [nil] + trend.questionnaire.levels.map(\.id)
    var transitions: [Transition] = []
    for (before, counts) in trend.transitions.counts.enumerated() {
      for (now, count) in counts.enumerated() where count > 0 {
        transitions.append(Transition(from: levels[before], to: levels[now], clusters: count))
      }
    }
    self.transitions = transitions
    clusters = trend.clusters.map { row in
      Cluster(
        cluster: row.cluster.id,
        rounds: row.cluster.rounds.map { Round($0, on: row.cluster.rounds.last?.score) },
        from: row.earlier?.period, to: row.later?.period, change: row.change.map { Change($0) },
        stagnant: row.isStagnant)
    }
  }
}

extension EncodedTrend.Round {
  /// - Parameter latest: The latest round, whose version scores all that it can.
  fileprivate init(_ round: ClusterRounds.Round, on latest: AssessmentScore?) {
    let score = latest.flatMap { round.score(by: $0.questionnaire) }
    self.init(
      period: round.period, version: round.versionAnswered,
      total: score?.total.shown?.doubleValue, level: score?.levelReached?.level.id,
      ownTotal: round.ownTotal?.doubleValue,
      ownLevel: round.answeredVersion == nil ? round.score.levelReached?.level.id : nil)
  }
}

extension ClusterRounds.Round {
  /// The total by the version that was answered; `nil` where that is not at hand.
  var ownTotal: Rational? { answeredVersion == nil ? score.total.shown : nil }
}

extension EncodedTrend.Change {
  fileprivate init(_ change: ChangeDecomposition) {
    let model = change.questionnaire
    func ids(_ questions: [Int]) -> [String] { questions.map { model.questions[$0].id } }
    self.init(
      total: change.total.doubleValue, answers: change.answers.doubleValue,
      coverage: change.coverage.doubleValue, caps: change.caps.doubleValue,
      capacities: Dictionary(
        zip(model.capacities.map(\.id), change.capacities.map(\.doubleValue)),
        uniquingKeysWith: { first, _ in first }),
      parts: change.parts.filter { part in
        // Those of confidential answers would tell how they have moved.
        guard case .question(let place) = part.subject else { return true }
        return model.questions[place].pointsMayBeTold
      }.map { part in
        let id =
          switch part.subject {
          case .question(let place): model.questions[place].id
          case .node(let place): model.nodes[place].id
          }
        return EncodedTrend.Effect(
          id: id, before: part.before?.doubleValue, now: part.now?.doubleValue,
          effect: part.effect.doubleValue)
      },
      improved: ids(change.improved), kept: ids(change.kept), fell: ids(change.fell))
  }
}
