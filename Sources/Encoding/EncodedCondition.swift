import Questionnaire
import Scoring

/// A condition with what keeps it undecided.
struct EncodedCondition: Encodable, Sendable {
  /// The level of a gate; absent from conditions of checks.
  let level: String?
  let id: String
  let status: String
  let waitingFor: EncodedAwaited

  init(_ result: ConditionResult, of questionnaire: Questionnaire, level: String? = nil) {
    self.level = level
    id = result.condition.id
    status = result.status.rawValue
    waitingFor = EncodedAwaited(result.waitingFor, of: questionnaire)
  }

  private enum CodingKeys: CodingKey { case level, id, status }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(level, forKey: .level)
    try container.encode(id, forKey: .id)
    try container.encode(status, forKey: .status)
    try waitingFor.encode(to: encoder)
  }
}

/// What keeps something undecided, by ids of questions: keys beside those of what it belongs to.
struct EncodedAwaited: Encodable, Sendable {
  let waitingFor: [String]
  let waitingForConfirmation: [String]
  let waitingForMembers: [String]
  let waitingForEarlierRounds: Bool
  let notAsked: [String]
  let notApplicable: [String]
  let withoutPoints: [String]

  enum CodingKeys: String, CodingKey {
    case waitingFor = "waiting_for"
    case waitingForConfirmation = "waiting_for_confirmation"
    case waitingForMembers = "waiting_for_members"
    case waitingForEarlierRounds = "waiting_for_earlier_rounds"
    case notAsked = "not_asked"
    case notApplicable = "not_applicable"
    case withoutPoints = "without_points"
  }

  /// - Parameter questionnaire: `nil` where there are no questions to wait for.
  init(_ awaited: Awaited, of questionnaire: Questionnaire?) {
    func ids(_ questions: [Int]) -> [String] {
      questionnaire.map { model in questions.map { model.questions[$0].id } } ?? []
    }
    waitingFor = ids(awaited.answers)
    waitingForConfirmation = ids(awaited.confirmations)
    waitingForMembers = ids(awaited.membersAnswers)
    waitingForEarlierRounds = awaited.earlierRounds
    notAsked = ids((awaited.notAsked + awaited.outsideForm).sorted())
    notApplicable = ids(awaited.notApplicable)
    withoutPoints = ids(awaited.withoutPoints)
  }
}
