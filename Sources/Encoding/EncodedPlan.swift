public import Clusters
import Interview
import Numbers
public import Planning
import Questionnaire
import Scoring

/// A plan as other programs read it, schema `branda.plan/1`; see `docs/json.md`.
public struct EncodedPlan: Encodable, Sendable {
  let schema = "branda.plan/1"
  let cluster: String
  let period: String
  let questionnaire: EncodedQuestionnaire
  @OrNull var answeredVersion: String?
  let target: String
  let outcome: String
  @OrNull var reportingYear: Int?
  @OrNull var isSmallest: Bool?
  @OrNull var plan: Plan?
  let alternatives: [Plan]
  @OrNull var mayHaveMore: Bool?
  let obstacles: [Obstacle]

  struct Plan: Encodable, Sendable {
    let effort: Double
    let improvements: [Improvement]
    let confirmations: [String]
    let certificate: Certificate
  }

  struct Improvement: Encodable, Sendable {
    let question: String
    let state: String
    @OrNull var from: PlainValue?
    @OrNull var to: PlainValue?
    let effort: Double
    let serves: [Need]
  }

  /// What the rules make of the planned answers.
  struct Certificate: Encodable, Sendable {
    @OrNull var level: String?
    @OrNull var total: Double?
    let capacities: [Capacity]
    let thresholds: [EncodedThreshold]
    let gates: [EncodedCondition]
  }

  struct Capacity: Encodable, Sendable {
    let id: String
    @OrNull var before: Double?
    @OrNull var after: Double?
  }

  struct Need: Encodable, Sendable {
    let kind: String
    @OrNull var level: String?
    @OrNull var id: String?
  }

  struct Obstacle: Encodable, Sendable {
    let need: Need
    let causes: [Cause]
    let needsEarlierRounds: Bool

    enum CodingKeys: String, CodingKey {
      case need, causes
      case needsEarlierRounds = "needs_earlier_rounds"
    }
  }

  struct Cause: Encodable, Sendable {
    let question: String
    let reason: String
  }

  enum CodingKeys: String, CodingKey {
    case schema, cluster, period, questionnaire, target, outcome, plan, alternatives, obstacles
    case answeredVersion = "answered_version"
    case reportingYear = "reporting_year"
    case isSmallest = "is_smallest"
    case mayHaveMore = "may_have_more"
  }

  /// Numbers become the doubles nearest to them, places the ids.
  public init(_ plan: Planning.Plan, for assessed: AssessedCluster) {
    let model = plan.before.questionnaire
    cluster = assessed.id
    period = assessed.period
    questionnaire = EncodedQuestionnaire(model)
    answeredVersion = assessed.answeredVersion
    target = model.levels[plan.target].id
    var ways: Ways?
    var obstacles: [Planning.Obstacle] = []
    switch plan.outcome {
    case .reached: outcome = "reached"
    case .undecided: outcome = "undecided"
    case .impossible(let found):
      outcome = "impossible"
      obstacles = found
    case .attainable(let found):
      outcome = "attainable"
      ways = found
      obstacles = found.untilThen
    }
    reportingYear = ways?.reportingYear
    isSmallest = ways?.isProvedSmallest
    mayHaveMore = ways?.mayHaveMore
    self.plan = ways.map { Plan($0.best, plan, model) }
    alternatives = (ways?.alternatives ?? []).map { Plan($0, plan, model) }
    self.obstacles = obstacles.map { obstacle in
      Obstacle(
        need: Need(obstacle.need, model),
        causes: obstacle.causes.map {
          Cause(question: model.questions[$0.question].id, reason: $0.reason.rawValue)
        }, needsEarlierRounds: obstacle.needsEarlierRounds)
    }
  }
}

extension EncodedPlan.Plan {
  fileprivate init(_ way: Way, _ plan: Planning.Plan, _ model: Questionnaire) {
    effort = way.effort.doubleValue
    improvements = way.improvements.map { improved in
      let question = model.questions[improved.question]
      var from: PlainValue?
      if case .answered(let value) = improved.from { from = PlainValue(value, question.kind) }
      return EncodedPlan.Improvement(
        question: question.id, state: improved.from.kind.rawValue, from: from,
        to: PlainValue(improved.to, question.kind), effort: improved.effort.doubleValue,
        serves: improved.serves.map { EncodedPlan.Need($0, model) })
    }
    confirmations = way.confirmations.map { model.questions[$0].id }
    let after = way.after
    certificate = EncodedPlan.Certificate(
      level: after.levelReached?.level.id, total: after.total.shown?.doubleValue,
      capacities: model.capacities.map { capacity in
        EncodedPlan.Capacity(
          id: capacity.id, before: plan.before.nodes[capacity.node].shown?.doubleValue,
          after: after.nodes[capacity.node].shown?.doubleValue)
      },
      thresholds: after.levels[...plan.target].flatMap { level in
        level.thresholds.map { EncodedThreshold($0, of: level, model) }
      },
      gates: after.levels[...plan.target].flatMap { level in
        level.gates.map { EncodedCondition($0, of: model, level: level.level.id) }
      })
  }
}

extension EncodedPlan.Need {
  fileprivate init(_ need: PlanNeed, _ model: Questionnaire) {
    func level(_ place: Int) -> String { model.levels[place].id }
    switch need {
    case .threshold(let place, let kind):
      self.init(kind: "threshold", level: level(place), id: kind.id(in: model))
    case .gate(let place, let gate):
      self.init(kind: "gate", level: level(place), id: model.levels[place].gates[gate].id)
    case .capability(let place, let node):
      self.init(kind: "capability", level: level(place), id: model.nodes[node].id)
    case .practices(let place, .ownOfLevel):
      self.init(kind: "practices", level: level(place), id: nil)
    case .practices(let place, .quota(let strength)):
      self.init(kind: "practices", level: level(place), id: strength.rawValue)
    case .levelCap(let cap):
      self.init(kind: "level_cap", level: nil, id: model.levelCaps[cap].id)
    case .constraint(let question):
      self.init(kind: "constraint", level: nil, id: model.questions[question].id)
    }
  }
}
