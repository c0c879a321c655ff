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
  let period: String
  let questionnaire: EncodedQuestionnaire
  let form: String
  let coverage: EncodedCoverage
  let total: Total
  let capacities: [Capacity]
  let level: Level
  let gates: [EncodedCondition]
  let checks: [Check]
  let recommendations: [Advice]

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
    /// Scores of parts of a capacity; models have none yet.
    let parts: [Capacity]
  }

  struct Level: Encodable, Sendable {
    @OrNull var id: String?
    @OrNull var number: Int?
    @OrNull var next: String?
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
    period = assessed.period
    questionnaire = EncodedQuestionnaire(model)
    form = score.formIdentifier
    coverage = EncodedCoverage(score.total.coverage)
    total = Total(
      score: score.total.value?.doubleValue, low: score.total.low?.doubleValue,
      high: score.total.high?.doubleValue)
    capacities = zip(model.capacities, score.capacities).map { capacity, score in
      Capacity(
        id: capacity.id, score: score.value?.doubleValue, low: score.low?.doubleValue,
        high: score.high?.doubleValue, answered: score.coverage.answered,
        applicable: score.coverage.applicable, parts: [])
    }
    level = Level(
      id: score.levelReached?.level.id, number: score.levelReached?.level.number,
      next: score.next.map { model.levels[$0].id })
    gates = score.levels.flatMap { result in
      result.gates.map { EncodedCondition($0, of: model, level: result.level.id) }
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

/// The model a document speaks of.
struct EncodedQuestionnaire: Encodable, Sendable {
  let id: String
  let version: String
  let digest: String

  init(_ questionnaire: Questionnaire) {
    id = questionnaire.id
    version = questionnaire.version
    digest = questionnaire.digest
  }
}

struct EncodedCoverage: Encodable, Sendable {
  let answered: Int
  let applicable: Int

  init(_ coverage: Coverage) {
    answered = coverage.answered
    applicable = coverage.applicable
  }
}

/// A value whose absence is written as `null`, where a plain optional would leave out the key.
// swift-format-ignore: UseSynthesizedInitializer
@propertyWrapper struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  var wrappedValue: Value?

  // Written out: the synthesized one does not let a wrapped property begin as a plain value.
  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
