import Questionnaire
import Scoring

/// Whether what a question asks for as a practice is fulfilled.
struct EncodedPractice: Encodable, Sendable {
  let question: String
  let status: String
  /// What decided: see `PracticeResult.Ground`.
  let because: String
  /// Whether it counts anywhere.
  let counts: Bool
  /// The practices that have to be fulfilled first and are not.
  let lacking: [String]
  let waitingFor: [String]

  enum CodingKeys: String, CodingKey {
    case question, status, because, counts, lacking
    case waitingFor = "waiting_for"
  }

  init(_ result: PracticeResult, of questionnaire: Questionnaire) {
    func id(_ question: Int) -> String { questionnaire.questions[question].id }
    question = id(result.question)
    status = result.status.rawValue
    because = result.ground.rawValue
    counts = !result.isLeftOut
    lacking = result.lacking.map(id)
    waitingFor = result.waitingFor.map(id)
  }
}
