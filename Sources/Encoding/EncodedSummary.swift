public import Comparison
import Numbers
import Questionnaire
import Scoring

/// The page on all clusters as other programs read it, schema `branda.summary/1`; see `docs/json.md`.
public struct EncodedSummary: Encodable, Sendable {
  let schema = "branda.summary/1"
  let questionnaire: EncodedQuestionnaire
  @OrNull var period: String?
  let minimum: Int
  let clusters: Int
  let suppressed: Bool
  let distribution: [String: EncodedDistribution]
  let levels: [Level]
  let gates: [Gate]
  let recommendations: [Advice]
  let groups: [Grouping]
  let rounds: [Round]
  @OrNull var selection: EncodedSelection?
  let leftOut: Int
  /// Versions answered other than that of `questionnaire`: how many assessments each.
  let answeredVersions: [String: Int]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, period, minimum, clusters, suppressed, distribution, levels, gates
    case recommendations, groups, rounds
    case selection
    case leftOut = "left_out"
    case answeredVersions = "answered_versions"
  }

  struct Level: Encodable, Sendable {
    /// `null` for those below the lowest level.
    @OrNull var id: String?
    let clusters: Int
  }

  struct Gate: Encodable, Sendable {
    let level: String
    let id: String
    let unmet: Int
    let unknown: Int
  }

  struct Advice: Encodable, Sendable {
    let id: String
    let priority: String
    let clusters: Int
  }

  struct Grouping: Encodable, Sendable {
    let by: String
    let groups: [Group]

    struct Group: Encodable, Sendable {
      /// `null` for what the shown groups leave over.
      @OrNull var group: String?
      let clusters: Int
      /// `null` where the group is too small to be shown.
      @OrNull var total: EncodedDistribution?
    }
  }

  struct Round: Encodable, Sendable {
    let period: String
    let clusters: Int
    /// By level id; `null` with too few clusters.
    @OrNull var levels: [String: Int]?
    @OrNull var members: Members?

    struct Members: Encodable, Sendable {
      @OrNull var total: Double?
      let clusters: Int
      let fields: [String: Double]
      @OrNull var rest: Double?
    }
  }

  /// What `Document.summary` says, in numbers.
  public init(_ summary: PortfolioSummary, _ scope: ComparisonScope) {
    let model = summary.questionnaire
    questionnaire = EncodedQuestionnaire(model)
    period = scope.period
    minimum = summary.minimum
    clusters = summary.clusters
    suppressed = summary.counts == nil
    leftOut = scope.leftOut.count
    answeredVersions = scope.answeredVersions
    selection = scope.encodedSelection(in: summary.questionnaire)
    var distribution = ["total": EncodedDistribution(summary.total, on: model.scoring.total.scale)]
    for (capacity, published) in zip(model.capacities, summary.capacities) {
      distribution[capacity.id] = EncodedDistribution(published, on: capacity.rule.scale)
    }
    self.distribution = distribution
    let counts = summary.counts
    var levels = zip(model.levels, counts?.reached ?? []).map {
      Level(id: $0.id, clusters: $1)
    }
    if let counts, counts.belowAll > 0 {
      levels.insert(Level(id: nil, clusters: counts.belowAll), at: 0)
    }
    self.levels = levels
    gates = (counts?.allGates ?? []).map { gate in
      let level = model.levels[gate.level]
      return Gate(
        level: level.id, id: level.gates[gate.gate].id, unmet: gate.unmet, unknown: gate.unknown)
    }
    recommendations = (counts?.advice ?? []).map {
      Advice(
        id: $0.recommendation.id, priority: $0.recommendation.priority.rawValue,
        clusters: $0.count)
    }
    groups = summary.groups.map { grouping, groups in
      let words = grouping.words(in: model)
      return Grouping(
        by: grouping.word(in: model),
        groups: groups.map { group in
          Grouping.Group(
            group: group.key.flatMap { words.indices.contains($0) ? words[$0] : nil },
            clusters: group.clusters,
            total: group.total.map {
              EncodedDistribution($0, on: model.scoring.total.scale)
            })
        })
    }
    let sizes = Dictionary(
      summary.sizes.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    let fields = PeerGrouping.field.words(in: model)
    rounds = summary.levels.map { round in
      Round(
        period: round.period, clusters: round.clusters,
        levels: round.reached.map { reached in
          Dictionary(
            zip(model.levels.map(\.id), reached), uniquingKeysWith: { first, _ in first })
        },
        members: sizes[round.period].map { sizes in
          Round.Members(
            total: sizes.all?.doubleValue, clusters: sizes.clusters,
            fields: Dictionary(
              sizes.fields.filter { fields.indices.contains($0.key) }
                .map { (fields[$0.key], $0.value.doubleValue) },
              uniquingKeysWith: { first, _ in first }),
            rest: sizes.rest?.doubleValue)
        })
    }
  }
}
