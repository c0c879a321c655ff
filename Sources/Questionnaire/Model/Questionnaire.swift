public import Diagnostics

/// A maturity model: questions, and the rules that turn answers into scores, levels and advice.
///
/// Immutable once loaded. Questions stand in one flat list, the profile first, then capacity by
/// capacity; everything that refers to a question does so by its place in that list.
public final class Questionnaire: Sendable {
  /// The model's identifier, such as `cluster-maturity`.
  public let id: String
  /// The model's semantic version.
  public let version: String
  /// `sha256:` and the hash of the file's bytes: two files with one digest are one model.
  public let digest: String
  /// Language tags; the first is the reference language.
  public let languages: [String]
  public let title: LocalizedText
  public let about: LocalizedText?
  /// What one round covers.
  public let periodUnit: PeriodUnit
  public let scoring: ScoringPolicy
  public let forms: [Form]
  public let questions: [Question]
  /// The unscored questions about the cluster itself.
  public let profile: Range<Int>
  public let capacities: [Capacity]
  /// Lowest first; never empty.
  public let levels: [Level]
  public let checks: [ReadinessCheck]
  public let recommendations: [Recommendation]
  /// Which variable of expressions stands in which slot.
  public let slots: SlotTable
  /// What has to be evaluated again when an answer changes.
  public let dependencies: DependencyGraph
  public let source: SourceFile

  private let indexOfQuestion: [String: Int]

  init(_ draft: Draft, dependencies: DependencyGraph, source: SourceFile) {
    id = draft.id
    version = draft.version
    digest = draft.digest
    languages = draft.languages
    title = draft.title
    about = draft.about
    periodUnit = draft.periodUnit
    scoring = draft.scoring
    forms = draft.forms
    questions = draft.questions
    profile = draft.profile
    capacities = draft.capacities
    levels = draft.levels
    checks = draft.checks
    recommendations = draft.recommendations
    slots = draft.slots
    indexOfQuestion = draft.indexOfQuestion
    self.dependencies = dependencies
    self.source = source
  }

  /// The place of a question in `questions`, by its identifier.
  public func index(of id: String) -> Int? { indexOfQuestion[id] }

  /// The capacity a question belongs to; `nil` for the profile.
  public func capacity(of question: Int) -> Int? { questions[question].capacity }
}

/// What a loader has gathered before the model is whole.
struct Draft {
  var id = ""
  var version = ""
  var digest = ""
  var languages: [String] = []
  var title = LocalizedText([])
  var about: LocalizedText?
  var periodUnit = PeriodUnit.year
  var scoring = ScoringPolicy()
  var forms: [Form] = []
  var questions: [Question] = []
  var profile = 0..<0
  var capacities: [Capacity] = []
  var levels: [Level] = []
  var checks: [ReadinessCheck] = []
  var recommendations: [Recommendation] = []
  var slots = SlotTable(questions: 0, capacities: 0, checks: 0)
  var indexOfQuestion: [String: Int] = [:]
}

/// What one round of assessment covers.
public enum PeriodUnit: String, Sendable, CaseIterable {
  case year
  case halfYear = "half-year"
  case quarter
}

/// A selection of questions; those of the profile always belong to it.
public struct Form: Sendable {
  public let id: String
  public let title: LocalizedText
  public let place: Place
}
