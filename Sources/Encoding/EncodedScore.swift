public import Clusters
import Interview
import Numbers
import Questionnaire
import Scoring

/// One assessment's score as other programs read it, schema `branda.score/1`; see `docs/json.md`.
///
/// The public format, apart from the types the program computes with: a change here that breaks a
/// reader raises the number of the schema.
public struct EncodedScore: Encodable, Sendable {
  let schema = "branda.score/1"
  let cluster: String
  @OrNull var name: String?
  let period: String
  let status: String
  let questionnaire: EncodedQuestionnaire
  @OrNull var answeredVersion: String?
  let form: String
  let coverage: EncodedCoverage
  let total: Total
  let capacities: [Capacity]
  let level: Level
  let thresholds: [EncodedThreshold]
  let quotas: [EncodedQuota]
  let capabilities: [EncodedCapabilityNeed]
  let gates: [EncodedCondition]
  let caps: [EncodedCap]
  let practices: [EncodedPractice]
  let checks: [Check]
  let recommendations: [Advice]

  enum CodingKeys: String, CodingKey {
    case schema, cluster, name, period, status, questionnaire, form, coverage, total, capacities,
      level,
      thresholds
    case quotas, capabilities, gates, caps, practices, checks, recommendations
    case answeredVersion = "answered_version"
  }

  struct Total: Encodable, Sendable {
    @OrNull var score: Double?
    @OrNull var low: Double?
    @OrNull var high: Double?
  }

  struct Capacity: Encodable, Sendable {
    let id: String
    @OrNull var score: Double?
    @OrNull var low: Double?
    @OrNull var high: Double?
    let answered: Int
    let applicable: Int
    /// The named scores by id; absent where the model has none.
    let aspects: [String: Total]?
    /// The capability level; absent where the model has none.
    let capability: Capability?
    /// The parts of a capacity, which may have parts in turn.
    let parts: [Capacity]
  }

  /// A capability level of a node: that it has for certain, and that it may come to have.
  struct Capability: Encodable, Sendable {
    let number: Int
    @OrNull var id: String?
    let highestPossible: Int

    enum CodingKeys: String, CodingKey {
      case number, id
      case highestPossible = "highest_possible"
    }
  }

  struct Level: Encodable, Sendable {
    @OrNull var id: String?
    @OrNull var number: Int?
    @OrNull var next: String?
    let range: EncodedLevelRange
  }

  struct Check: Encodable, Sendable {
    let id: String
    let status: String
    let conditions: [EncodedCondition]
  }

  struct Advice: Encodable, Sendable {
    let id: String
    let priority: String
  }

  /// Scores become the doubles nearest to them, places the ids.
  public init(_ assessed: AssessedCluster) {
    let score = assessed.score
    let model = score.questionnaire
    cluster = assessed.id
    name = assessed.name
    period = assessed.period
    status = assessed.status
    questionnaire = EncodedQuestionnaire(model)
    answeredVersion = assessed.answeredVersion
    form = score.formIdentifier
    coverage = EncodedCoverage(score.total.coverage)
    total = Total(score.total)
    capacities = model.capacities.map { Capacity($0, score) }
    level = Level(
      id: score.levelReached?.level.id, number: score.levelReached?.level.number,
      next: score.next.map { model.levels[$0].id },
      range: EncodedLevelRange(score.levelRange, of: model))
    thresholds = score.levels.flatMap { level in
      level.thresholds.map { EncodedThreshold($0, of: level, model) }
    }
    quotas = score.levels.flatMap { level in
      level.practices.map { EncodedQuota($0, of: level, model) }
    }
    capabilities = score.levels.flatMap { level in
      level.capabilities.map { EncodedCapabilityNeed($0, of: level, model) }
    }
    gates = score.levels.flatMap { result in
      result.gates.map { EncodedCondition($0, of: model, level: result.level.id) }
    }
    caps = (score.caps + score.levelCaps).map { EncodedCap($0, of: score) }
    practices = score.practices.compactMap { result in
      result.map { EncodedPractice($0, of: model) }
    }
    checks = score.checks.map { result in
      Check(
        id: result.check.id, status: result.status.rawValue,
        conditions: result.conditions.map { EncodedCondition($0, of: model) })
    }
    recommendations = score.recommendations.map {
      Advice(id: $0.id, priority: $0.priority.rawValue)
    }
  }
}

extension EncodedScore.Total {
  fileprivate init(_ score: Score) {
    self.init(
      score: score.shown?.doubleValue, low: score.shownLow?.doubleValue,
      high: score.shownHigh?.doubleValue)
  }
}

extension EncodedScore.Capacity {
  /// A node with all below it; models limit how deep that goes.
  fileprivate init(_ node: ScoreNode, _ assessment: AssessmentScore) {
    let model = assessment.questionnaire
    let score = assessment.nodes[node.node]
    let named = zip(model.aspects, assessment.aspects[node.node]).compactMap { aspect, score in
      score.map { (aspect.id, EncodedScore.Total($0)) }
    }
    self.init(
      id: node.id, score: score.shown?.doubleValue, low: score.shownLow?.doubleValue,
      high: score.shownHigh?.doubleValue, answered: score.coverage.answered,
      applicable: score.coverage.applicable,
      aspects: model.aspects.isEmpty
        ? nil : Dictionary(named, uniquingKeysWith: { first, _ in first }),
      capability: assessment.capability(of: node.node).map { result in
        EncodedScore.Capability(
          number: result.level,
          id: result.level > 0 ? model.capabilityLevels[result.level - 1].id : nil,
          highestPossible: result.highestPossible)
      },
      parts: node.children.map { Self(model.nodes[$0], assessment) })
  }
}
