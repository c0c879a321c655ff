import Questionnaire
import Scoring

/// A condition with what keeps it undecided, by ids of questions.
struct EncodedCondition: Encodable, Sendable {
  /// The level of a gate; absent from conditions of checks.
  let level: String?
  let id: String
  let status: String
  let waitingFor: [String]
  let waitingForConfirmation: [String]
  let waitingForMembers: [String]
  let waitingForEarlierRounds: Bool
  let notAsked: [String]
  let notApplicable: [String]
  let withoutPoints: [String]

  enum CodingKeys: String, CodingKey {
    case level, id, status
    case waitingFor = "waiting_for"
    case waitingForConfirmation = "waiting_for_confirmation"
    case waitingForMembers = "waiting_for_members"
    case waitingForEarlierRounds = "waiting_for_earlier_rounds"
    case notAsked = "not_asked"
    case notApplicable = "not_applicable"
    case withoutPoints = "without_points"
  }

  init(_ result: ConditionResult, of questionnaire: Questionnaire, level: String? = nil) {
    func ids(_ questions: [Int]) -> [String] { questions.map { questionnaire.questions[$0].id } }
    self.level = level
    id = result.condition.id
    status = result.status.rawValue
    let awaited = result.waitingFor
    waitingFor = ids(awaited.answers)
    waitingForConfirmation = ids(awaited.confirmations)
    waitingForMembers = ids(awaited.membersAnswers)
    waitingForEarlierRounds = awaited.earlierRounds
    notAsked = ids((awaited.notAsked + awaited.outsideForm).sorted())
    notApplicable = ids(awaited.notApplicable)
    withoutPoints = ids(awaited.withoutPoints)
  }
}
