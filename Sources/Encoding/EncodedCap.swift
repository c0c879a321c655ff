import Numbers
import Questionnaire
import Scoring

/// A bound from above, on the score of a capacity or part or on the level.
struct EncodedCap: Encodable, Sendable {
  let id: String
  let status: String
  /// The capacity or part whose score it bounds, and to what; `nil` for one on the level.
  let capacity: String?
  let score: Double?
  /// The highest level it leaves; `nil` for one on a score.
  let level: String?
  let waitingFor: EncodedAwaited

  init(_ cap: CapResult, of assessment: AssessmentScore) {
    let model = assessment.questionnaire
    id = cap.id
    status = cap.status.rawValue
    switch cap.subject {
    case .node(let node, let highest):
      capacity = model.nodes[node].id
      score = assessment.nodes[node].shown(highest)?.doubleValue
      level = nil
    case .level(let number):
      (capacity, score) = (nil, nil)
      level = model.levels.first { $0.number == number }?.id
    }
    waitingFor = EncodedAwaited(cap.waitingFor, of: model)
  }

  private enum CodingKeys: String, CodingKey {
    case id, status, capacity
    case score = "score_at_most"
    case level = "level_at_most"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(status, forKey: .status)
    try container.encode(capacity, forKey: .capacity)
    try container.encode(score, forKey: .score)
    try container.encode(level, forKey: .level)
    try waitingFor.encode(to: encoder)
  }
}
