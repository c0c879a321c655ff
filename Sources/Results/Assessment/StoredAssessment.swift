public import Interview
public import Questionnaire

/// An assessment as a file holds it: a head, and responses by the places of their questions,
/// parked ones among them.
public struct StoredAssessment: Sendable, Hashable {
  /// All that the file says beside the responses.
  public var header: AssessmentHeader
  /// By place in `Questionnaire.questions`; absent where there is neither answer nor remark.
  public var responses: [Int: Response]
  /// When each answer was given; a question may have an answer without a time.
  public var times: [Int: Instant]
  /// What this version of the model has no room for; of several responses to one question the one
  /// put aside last comes first.
  public var kept: [KeptResponse]
  /// Whether it has been read by other names than the file's, or into other places: then a file
  /// written from it is by the model at hand, not by the one that the head names.
  var isAdapted = false

  /// By default without responses.
  public init(
    header: AssessmentHeader, responses: [Int: Response] = [:], times: [Int: Instant] = [:],
    kept: [KeptResponse] = []
  ) {
    self.header = header
    self.responses = responses
    self.times = times
    self.kept = kept
  }

  /// The interview that these responses are the state of: of whoever answered.
  ///
  /// - Parameter points: See `Interview.Context.points`.
  public func interview(
    on questionnaire: Questionnaire, points: Interview.PointsOfAnswer? = nil
  ) -> Interview {
    let form = header.form.flatMap { id in questionnaire.forms.firstIndex { $0.id == id } }
    return Interview(
      questionnaire,
      context: .init(
        reportingYear: header.period.year, form: form,
        respondent: header.rater.respondent, points: points),
      responses: responses)
  }

  /// Whether nothing has ever been recorded.
  public var isNew: Bool { header.sequence == 0 && responses.isEmpty && kept.isEmpty }

  /// Takes over a response; the time is that of the answer, so a mere remark leaves it.
  mutating func apply(_ response: Response?, to question: Int, at instant: Instant) {
    let before = responses[question]?.answer
    responses[question] = response.flatMap { $0.isEmpty ? nil : $0 }
    guard let answer = response?.answer else {
      times[question] = nil
      return
    }
    if answer != before { times[question] = instant }
  }
}
