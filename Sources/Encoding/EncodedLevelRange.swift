import Questionnaire
import Scoring

/// Which levels the open answers leave possible, and what decides between them.
struct EncodedLevelRange: Encodable, Sendable {
  /// By id; `nil` for none of the levels.
  let lowest: String?
  let highest: String?
  let decidedBy: EncodedAwaited

  init(_ range: LevelRange, of questionnaire: Questionnaire) {
    lowest = range.lowest.map { questionnaire.levels[$0].id }
    highest = range.highest.map { questionnaire.levels[$0].id }
    decidedBy = EncodedAwaited(range.decidedBy, of: questionnaire)
  }

  private enum CodingKeys: CodingKey { case lowest, highest }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(lowest, forKey: .lowest)
    try container.encode(highest, forKey: .highest)
    try decidedBy.encode(to: encoder)
  }
}
