import Questionnaire
import Scoring

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
