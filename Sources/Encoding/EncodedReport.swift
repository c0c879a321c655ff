public import Clusters
import Interview
import Numbers
import Questionnaire
import Scoring

/// One assessment's score with the answers behind it, schema `branda.report/1`; see `docs/json.md`.
///
/// It stands beside documents that are handed on, so it withholds what they do: of confidential answers
/// there is the state, and the points where they come from bands. The owner's own data are in `export`.
public struct EncodedReport: Encodable, Sendable {
  let schema = "branda.report/1"
  let score: EncodedScore
  let answers: [EncodedAnswer]

  /// All questions in the model's order.
  public init(_ assessed: AssessedCluster) {
    score = EncodedScore(assessed)
    answers = assessed.interview.questionnaire.questions.map {
      EncodedAnswer($0, of: assessed)
    }
  }
}

/// A question with its effective answer.
struct EncodedAnswer: Encodable, Sendable {
  struct EncodedEvidence: Encodable, Sendable {
    let text: String
    @OrNull var validUntil: String?

    enum CodingKeys: String, CodingKey {
      case text
      case validUntil = "valid_until"
    }
  }

  /// From `from` on, and less than `below`.
  struct Band: Encodable, Sendable {
    @OrNull var from: Double?
    @OrNull var below: Double?
  }

  let question: String
  @OrNull var code: String?
  @OrNull var capacity: String?
  let confidential: Bool
  let status: String
  @OrNull var value: PlainValue?
  /// What may be told of a confidential number.
  @OrNull var band: Band?
  @OrNull var reason: String?
  @OrNull var points: Double?
  @OrNull var score: Double?
  @OrNull var comment: String?
  /// Of confidential answers, too.
  let hasEvidence: Bool
  let evidence: [EncodedEvidence]
  let confirmed: Bool
  @OrNull var confirmedBy: String?
  @OrNull var confirmedOn: String?

  enum CodingKeys: String, CodingKey {
    case question, code, capacity, confidential, status, value, band, reason, points, score, comment
    case evidence, confirmed
    case hasEvidence = "has_evidence"
    case confirmedBy = "confirmed_by"
    case confirmedOn = "confirmed_on"
  }

  init(_ question: Question, of assessed: AssessedCluster) {
    let interview = assessed.interview
    let state = interview.state(of: question.index)
    // What is parked is nobody's answer.
    let response = state == .notAsked ? nil : interview.response(to: question.index)
    let score = assessed.score.questions[question.index]
    self.question = question.id
    code = question.code
    capacity = question.capacity.map { interview.questionnaire.capacities[$0].id }
    confidential = question.isConfidential
    status = state.kind.rawValue
    let isWithheld = question.isConfidential || interview.isUnconfirmedText(question)
    value = isWithheld ? nil : state.value.map { PlainValue($0, question.kind) }
    if question.isConfidential, case .answered(.number(let number)) = state {
      band = question.confidentialBand(of: number).map {
        Band(from: $0.from?.doubleValue, below: $0.below?.doubleValue)
      }
    } else {
      band = nil
    }
    if case .notApplicable(let text) = state, !question.isConfidential {
      reason = text
    } else {
      reason = nil
    }
    points = question.pointsMayBeTold ? score?.points?.doubleValue : nil
    self.score = question.pointsMayBeTold ? score?.score?.doubleValue : nil
    // What people write beside a confidential answer can give it away.
    let told = question.isConfidential ? nil : response
    comment = told?.comment
    hasEvidence = !(response?.evidence.isEmpty ?? true)
    let proofs: [Evidence] = told?.evidence ?? []
    evidence = proofs.map {
      EncodedEvidence(text: $0.text, validUntil: $0.validUntil?.description)
    }
    confirmed = response?.confirmation != nil
    confirmedBy = response?.confirmation?.by
    confirmedOn = response?.confirmation?.on.description
  }
}

extension AnswerState {
  var value: AnswerValue? {
    if case .answered(let value) = self { value } else { nil }
  }
}
