public import Interview
public import Questionnaire

/// What stands at the head of an assessment file.
public struct AssessmentHeader: Sendable, Hashable {
  /// Where an assessment is on its way.
  public enum Status: String, Sendable, CaseIterable {
    case draft, submitted, returned, confirmed, locked
  }

  /// The cluster's identifier, which is its folder's name, too.
  public var cluster: String
  /// The cluster's name as people write it.
  public var name: String?
  /// Whether the cluster exists in examples only.
  public var isInvented: Bool
  /// The round, as in the file's name.
  public var period: Period
  /// The questionnaire's identifier, version and digest at the time of writing.
  public var questionnaire: String
  /// The version that the questionnaire declared at the time of writing.
  public var version: String
  /// `sha256:…` of the questionnaire's file at the time of writing; another one today gives a
  /// warning.
  public var digest: String
  /// The identifier of the form; `nil` for all questions.
  public var form: String?
  /// The tag of the language in which the person reads.
  public var language: String?
  /// A new assessment is a draft.
  public var status: Status
  /// The identifier of the question to go on with; `nil` when through.
  public var resumeAt: String?
  /// The number of the last history entry contained.
  public var sequence: Int
  /// A remark on the whole.
  public var note: String?

  /// By default a new draft of the full form, without a history.
  public init(
    cluster: String, name: String? = nil, isInvented: Bool = false, period: Period,
    questionnaire: String, version: String, digest: String, form: String? = nil,
    language: String? = nil, status: Status = .draft, resumeAt: String? = nil, sequence: Int = 0,
    note: String? = nil
  ) {
    self.cluster = cluster
    self.name = name
    self.isInvented = isInvented
    self.period = period
    self.questionnaire = questionnaire
    self.version = version
    self.digest = digest
    self.form = form
    self.language = language
    self.status = status
    self.resumeAt = resumeAt
    self.sequence = sequence
    self.note = note
  }

  /// A new assessment by a model.
  init(_ key: AssessmentKey, _ model: Questionnaire) {
    self.init(
      cluster: key.cluster, period: key.period, questionnaire: model.id, version: model.version,
      digest: model.digest)
  }
}

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

  /// The interview that these responses are the state of.
  ///
  /// - Parameter points: See `Interview.Context.points`.
  public func interview(
    on questionnaire: Questionnaire, points: Interview.PointsOfAnswer? = nil
  ) -> Interview {
    let form = header.form.flatMap { id in questionnaire.forms.firstIndex { $0.id == id } }
    return Interview(
      questionnaire,
      context: .init(reportingYear: header.period.year, form: form, points: points),
      responses: responses)
  }

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
