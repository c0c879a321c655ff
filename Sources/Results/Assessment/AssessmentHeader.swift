public import Interview
import Questionnaire

/// What stands at the head of an assessment file.
public struct AssessmentHeader: Sendable, Hashable {
  /// Who changed an assessment's state, and when.
  public struct StatusChange: Sendable, Hashable {
    /// As histories name people: `manager`, `member:…`, `facilitator:…`, or a reviewer's name.
    public var by: String
    /// The second of the change.
    public var at: Instant

    /// A change by somebody at a time.
    public init(by: String, at: Instant) {
      self.by = by
      self.at = at
    }
  }

  /// The cluster's identifier, which is its folder's name, too.
  public var cluster: String
  /// The cluster's name as people write it.
  public var name: String?
  /// Whose answers these are; the manager's are the cluster's own.
  public var rater: Rater
  /// Whether the cluster exists in examples only.
  public var isInvented: Bool
  /// Words by which assessments are selected, such as `pilot`; each once, ascending. Identifiers by the
  /// rule of clusters' (`isTag`).
  public var tags: [String]
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
  public var status: AssessmentStatus
  /// The last change of `status`; `nil` for a draft that was never anything else, and where a file
  /// does not say.
  public var changed: StatusChange?
  /// The identifier of the question to go on with; `nil` when through.
  public var resumeAt: String?
  /// The number of the last history entry contained.
  public var sequence: Int
  /// A remark on the whole.
  public var note: String?

  /// By default a new draft of the full form, without a history.
  public init(
    cluster: String, name: String? = nil, rater: Rater = .manager, isInvented: Bool = false,
    tags: [String] = [],
    period: Period, questionnaire: String, version: String, digest: String, form: String? = nil,
    language: String? = nil, status: AssessmentStatus = .draft, changed: StatusChange? = nil,
    resumeAt: String? = nil, sequence: Int = 0, note: String? = nil
  ) {
    self.cluster = cluster
    self.name = name
    self.rater = rater
    self.isInvented = isInvented
    self.tags = tags
    self.period = period
    self.questionnaire = questionnaire
    self.version = version
    self.digest = digest
    self.form = form
    self.language = language
    self.status = status
    self.changed = changed
    self.resumeAt = resumeAt
    self.sequence = sequence
    self.note = note
  }

  /// A new assessment by a model.
  init(_ key: AssessmentKey, _ model: Questionnaire) {
    self.init(
      cluster: key.cluster, rater: key.rater, period: key.period, questionnaire: model.id,
      version: model.version, digest: model.digest)
  }

  /// Whether a text can be a tag: lower-case letters a–z, digits and `-`, beginning with a letter or
  /// digit, at most 64 characters.
  public static func isTag(_ text: String) -> Bool { AssessmentKey.isClusterIdentifier(text) }

  /// Takes a step of the work, if the state allows it; else everything stays as it is.
  public mutating func take(_ step: AssessmentStatus.Step, at instant: Instant, by person: String) {
    guard let next = status.after(step) else { return }
    status = next
    changed = StatusChange(by: person, at: instant)
  }
}
