public import Comparison
import Questionnaire

/// Agreement and consistency as other programs read them, schema `branda.agreement/1`; see
/// `docs/json.md`. `null` for what is suppressed or undefined.
public struct EncodedAgreement: Encodable, Sendable {
  let schema = "branda.agreement/1"
  let questionnaire: EncodedQuestionnaire
  @OrNull var period: String?
  let clusters: Int
  /// Managers and members.
  let questions: [Agreement]
  /// Managers and facilitators.
  let facilitators: [Agreement]
  let together: [Joint]
  let capacities: [Consistency]
  let discrimination: [Discrimination]
  @OrNull var selection: EncodedSelection?
  let leftOut: [String]
  /// Versions answered other than that of `questionnaire`: how many assessments each.
  let answeredVersions: [String: Int]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, period, clusters, questions, facilitators, together, capacities
    case discrimination
    case selection
    case leftOut = "left_out"
    case answeredVersions = "answered_versions"
  }

  struct Interval: Encodable, Sendable {
    let value: Double
    let low: Double
    let high: Double

    init(_ estimate: Estimate) {
      value = estimate.value
      low = estimate.low
      high = estimate.high
    }
  }

  struct Agreement: Encodable, Sendable {
    let question: String
    @OrNull var clusters: Int?
    let suppressed: Bool
    @OrNull var alpha: Double?
    @OrNull var kappa: Double?
    @OrNull var iccSingle: Interval?
    @OrNull var iccMean: Interval?
    @OrNull var difference: Double?

    enum CodingKeys: String, CodingKey {
      case question, clusters, suppressed, alpha, kappa, difference
      case iccSingle = "icc_single"
      case iccMean = "icc_mean"
    }
  }

  struct Joint: Encodable, Sendable {
    let question: String
    @OrNull var clusters: Int?
    let suppressed: Bool
    @OrNull var alpha: Double?
    @OrNull var complete: Int?
    @OrNull var iccSingle: Interval?
    @OrNull var iccMean: Interval?

    enum CodingKeys: String, CodingKey {
      case question, clusters, suppressed, alpha, complete
      case iccSingle = "icc_single"
      case iccMean = "icc_mean"
    }
  }

  struct Consistency: Encodable, Sendable {
    let capacity: String
    let questions: Int
    @OrNull var clusters: Int?
    let suppressed: Bool
    let small: Bool
    @OrNull var alpha: Interval?
    @OrNull var omega: Double?
  }

  struct Discrimination: Encodable, Sendable {
    let question: String
    @OrNull var clusters: Int?
    let suppressed: Bool
    @OrNull var alike: Int?
    @OrNull var itemRest: Double?
    let flat: Bool

    enum CodingKeys: String, CodingKey {
      case question, clusters, suppressed, alike, flat
      case itemRest = "item_rest"
    }
  }

  /// - Parameter scope: Which round, and what is left out.
  public init(_ table: AgreementTable, _ scope: ComparisonScope) {
    let model = table.questionnaire
    questionnaire = EncodedQuestionnaire(model)
    period = scope.period
    leftOut = scope.leftOut
    answeredVersions = scope.answeredVersions
    selection = scope.encodedSelection(in: model)
    clusters = table.clusters
    questions = table.members.map { Agreement($0, model) }
    facilitators = table.facilitators.map { Agreement($0, model) }
    together = table.together.map {
      Joint(
        question: model.questions[$0.question].id, clusters: $0.isSuppressed ? nil : $0.clusters,
        suppressed: $0.isSuppressed, alpha: $0.alpha,
        complete: $0.lacksComplete ? nil : $0.complete,
        iccSingle: $0.icc.map { Interval($0.single) }, iccMean: $0.icc.map { Interval($0.mean) })
    }
    capacities = table.capacities.map {
      Consistency(
        capacity: model.capacities[$0.capacity].id, questions: $0.questions,
        clusters: $0.isSuppressed ? nil : $0.clusters, suppressed: $0.isSuppressed,
        small: $0.isSmall, alpha: $0.alpha.map { Interval($0) }, omega: $0.omega)
    }
    discrimination = table.discrimination.map {
      Discrimination(
        question: model.questions[$0.question].id, clusters: $0.isSuppressed ? nil : $0.clusters,
        suppressed: $0.isSuppressed, alike: $0.isSuppressed ? nil : $0.alike,
        itemRest: $0.itemRest, flat: $0.isFlat)
    }
  }
}

extension EncodedAgreement.Agreement {
  fileprivate init(_ row: AgreementTable.QuestionAgreement, _ model: Questionnaire) {
    self.init(
      question: model.questions[row.question].id, clusters: row.isSuppressed ? nil : row.clusters,
      suppressed: row.isSuppressed, alpha: row.alpha, kappa: row.kappa,
      iccSingle: row.icc.map { EncodedAgreement.Interval($0.single) },
      iccMean: row.icc.map { EncodedAgreement.Interval($0.mean) }, difference: row.difference)
  }
}
