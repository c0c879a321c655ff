public import Diagnostics
import Interview
public import Results

/// An assessment as a table has it.
public struct ImportedAssessment: Sendable {
  /// Which assessment is meant.
  public let key: AssessmentKey
  /// What the table says of it: the head as far as the table has columns for it, and responses.
  public internal(set) var assessment: StoredAssessment
  /// Where the table says whose it is.
  public let place: Place
  /// Where the answer to each question stands.
  public internal(set) var places: [Int: Place] = [:]
  /// What the table says about the whole.
  public internal(set) var facts: Set<TableFact> = []

  /// Takes up what the table says of a question.
  mutating func take(_ reading: ResponseCells.Reading, to question: Int, at place: Place) {
    places[question] = place
    guard !reading.response.isEmpty else { return }
    assessment.responses[question] = reading.response
    if reading.response.answer != nil { assessment.times[question] = reading.at }
  }
}
