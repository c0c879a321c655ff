public import Comparison
import Numbers
import Questionnaire
import Scoring

/// Ranks with doubt as other programs read them, schema `branda.doubt/1`; see `docs/json.md`.
public struct EncodedDoubt: Encodable, Sendable {
  let schema = "branda.doubt/1"
  let questionnaire: EncodedQuestionnaire
  @OrNull var period: String?
  let weights: Weights
  let draws: Int
  let seed: UInt64
  let leastCoverage: Double
  let clusters: [Cluster]
  let unranked: [Unranked]
  let leavingOut: [Effect]
  @OrNull var selection: EncodedSelection?
  let leftOut: [String]
  /// Versions answered other than that of `questionnaire`: how many assessments each.
  let answeredVersions: [String: Int]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, period, weights, draws, seed, clusters, unranked
    case leastCoverage = "least_coverage"
    case leavingOut = "leaving_out"
    case selection
    case leftOut = "left_out"
    case answeredVersions = "answered_versions"
  }

  struct Weights: Encodable, Sendable {
    let kind: String
    /// A share of 0…1 for noise, the concentration for a Dirichlet distribution.
    let value: Double
  }

  struct Range: Encodable, Sendable {
    let best: Int
    let worst: Int
  }

  struct Drawn: Encodable, Sendable {
    let q5: Double
    let median: Double
    let q95: Double
    /// By rank: the share of the draws; those without a draw are left out.
    let ranks: [String: Double]
    /// By level id: the share of the draws; `none` for no level.
    let levels: [String: Double]
    /// By cluster: the share of the draws in which this one is ahead.
    let ahead: [String: Double]
  }

  struct Cluster: Encodable, Sendable {
    let cluster: String
    @OrNull var name: String?
    let period: String
    @OrNull var status: String?
    @OrNull var answeredVersion: String?
    @OrNull var total: Double?
    let rank: Int
    let tiedWith: [String]
    let unanswered: Range
    let leavingOut: Range
    @OrNull var views: Range?
    let drawn: Drawn
    let surelyAheadOf: [String]

    enum CodingKeys: String, CodingKey {
      case cluster, name, period, status, total, rank, unanswered, views, drawn
      case answeredVersion = "answered_version"
      case tiedWith = "tied_with"
      case leavingOut = "leaving_out"
      case surelyAheadOf = "surely_ahead_of"
    }
  }

  struct Unranked: Encodable, Sendable {
    let cluster: String
    @OrNull var name: String?
    let period: String
    @OrNull var status: String?
    let reason: String
  }

  struct Effect: Encodable, Sendable {
    let kind: String
    let id: String
    @OrNull var meanChange: Double?
    let levelChanges: Int

    enum CodingKeys: String, CodingKey {
      case kind, id
      case meanChange = "mean_change"
      case levelChanges = "level_changes"
    }
  }

  /// - Parameter scope: Which round, and what is left out.
  public init(_ doubt: RankDoubt, _ scope: ComparisonScope) {
    let model = doubt.questionnaire
    questionnaire = EncodedQuestionnaire(model)
    period = scope.period
    leftOut = scope.leftOut
    answeredVersions = scope.answeredVersions
    selection = scope.encodedSelection(in: doubt.questionnaire)
    weights =
      switch doubt.terms.weights {
      case .noise(let share): Weights(kind: "noise", value: share)
      case .dirichlet(let concentration): Weights(kind: "dirichlet", value: concentration)
      }
    draws = doubt.terms.draws
    seed = doubt.terms.seed
    leastCoverage = doubt.terms.leastCoverage.doubleValue
    let all = Double(doubt.terms.draws)
    let levels = ["none"] + model.levels.map(\.id)
    clusters = doubt.standings.enumerated().map { place, row in
      var ahead: [String: Double] = [:]
      for (other, rival) in doubt.standings.enumerated() where other != place {
        ahead[rival.cluster.id] = Double(doubt.draws.draws(of: place, aheadOf: other)) / all
      }
      return Cluster(
        cluster: row.cluster.id, name: row.cluster.givenName, period: row.cluster.period,
        status: row.cluster.status, answeredVersion: row.cluster.answeredVersion,
        total: row.cluster.score.total.shown?.doubleValue, rank: row.rank.value,
        tiedWith: row.tiedWith,
        unanswered: Range(best: row.rank.best, worst: row.rank.worst),
        leavingOut: Range(best: row.leavingOut.best, worst: row.leavingOut.worst),
        views: row.views.map { Range(best: $0.best, worst: $0.worst) },
        drawn: Drawn(
          q5: row.drawn.low, median: row.drawn.median, q95: row.drawn.high,
          ranks: Dictionary(
            uniqueKeysWithValues: (1...doubt.standings.count).compactMap { rank in
              let count = doubt.draws.draws(of: place, atRank: rank)
              return count > 0 ? (String(rank), Double(count) / all) : nil
            }),
          levels: Dictionary(zip(levels, row.levels), uniquingKeysWith: { first, _ in first }),
          ahead: ahead),
        surelyAheadOf: row.surelyAheadOf)
    }
    unranked = doubt.unranked.map {
      Unranked(
        cluster: $0.cluster.id, name: $0.cluster.givenName, period: $0.cluster.period,
        status: $0.cluster.status,
        reason: $0.exclusion == .noTotal ? "no_total" : "too_little_answered")
    }
    leavingOut = doubt.leavingOut.effects.map { effect in
      let (kind, id) =
        switch effect.subject {
        case .question(let place): ("question", model.questions[place].id)
        case .capacity(let place): ("capacity", model.capacities[place].id)
        }
      return Effect(
        kind: kind, id: id, meanChange: effect.meanChange?.doubleValue,
        levelChanges: effect.levelChanges)
    }
  }
}
