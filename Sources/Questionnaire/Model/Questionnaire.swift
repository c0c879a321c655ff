public import Diagnostics
public import Numbers

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
  /// The model's name for people, at the head of interviews and reports.
  public let title: LocalizedText
  /// The introduction read before the first question; `nil` where the model has none.
  public let about: LocalizedText?
  /// Where the model comes from, as its author says; `nil` where nothing is said.
  public let origin: LocalizedText?
  /// What one round covers.
  public let periodUnit: PeriodUnit
  /// The scale of points, and what missing answers do to scores.
  public let scoring: ScoringPolicy
  /// The shorter selections of questions, in the order of the file; empty where there are none.
  public let forms: [Form]
  /// Every question, the profile first, then capacity by capacity; `Question.index` counts these.
  public let questions: [Question]
  /// The unscored questions about the cluster itself.
  public let profile: Range<Int>
  /// By which facts of the profile clusters are grouped for comparison.
  public let peers: PeerFacts
  /// The scored sections, in the order of the file; `Question.capacity` counts these.
  public let capacities: [ScoreNode]
  /// The capacities and all parts of them, each before what stands below it, in the order of the
  /// file; `Question.node` counts these.
  public let nodes: [ScoreNode]
  /// The named scores of every node, in the order of the file; empty where it has one score only.
  public let aspects: [Aspect]
  /// The levels of single nodes, lowest first; empty where the model has none.
  public let capabilityLevels: [CapabilityLevel]
  /// Lowest first; never empty.
  public let levels: [Level]
  /// What keeps the level down, in the order of the file.
  public let levelCaps: [LevelCap]
  /// The unscored lists of conditions, in the order of the file; empty where there are none.
  public let checks: [ReadinessCheck]
  /// All advice the model can give, in the order of the file, whatever its priority.
  public let recommendations: [Recommendation]
  /// Which variable of expressions stands in which slot.
  public let slots: SlotTable
  /// What has to be evaluated again when an answer changes.
  public let dependencies: DependencyGraph
  /// The file the model was read from, into which all its places point.
  public let source: SourceFile

  private let indexOfQuestion: [String: Int]
  private let indexOfFormerName: [String: Int]

  init(_ draft: Draft, dependencies: DependencyGraph, source: SourceFile) {
    id = draft.id
    version = draft.version
    digest = draft.digest
    languages = draft.languages
    title = draft.title
    about = draft.about
    origin = draft.origin
    periodUnit = draft.periodUnit
    scoring = draft.scoring
    forms = draft.forms
    questions = draft.questions
    profile = draft.profile
    peers = draft.peers
    nodes = draft.nodes
    capacities = draft.nodes.filter { $0.depth == 0 }
    aspects = draft.aspects
    capabilityLevels = draft.capabilityLevels
    levels = draft.levels
    levelCaps = draft.levelCaps
    checks = draft.checks
    recommendations = draft.recommendations
    slots = draft.slots
    indexOfQuestion = draft.indexOfQuestion
    indexOfFormerName = Dictionary(
      draft.questions.flatMap { question in question.renamedFrom.map { ($0, question.index) } },
      uniquingKeysWith: { first, _ in first })
    self.dependencies = dependencies
    self.source = source
  }

  /// The place of a question in `questions`, by its identifier.
  public func index(of id: String) -> Int? { indexOfQuestion[id] }

  /// The weight of a question as the file gives it: in a sum without the length of its scale.
  public func statedWeight(of question: Int) -> Rational {
    let definition = questions[question]
    guard let node = definition.node, nodes[node].rule.rollUp == .sum else {
      return definition.weight
    }
    let scale = definition.scale
    let stated = try? definition.weight.divided(by: scale.highest.subtracting(scale.lowest))
    return stated ?? definition.weight
  }

  /// The place of the question that had an identifier in an earlier version of the model.
  public func place(ofFormerName id: String) -> Int? { indexOfFormerName[id] }

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
  var origin: LocalizedText?
  var periodUnit = PeriodUnit.year
  var scoring = ScoringPolicy()
  var forms: [Form] = []
  var questions: [Question] = []
  var profile = 0..<0
  var peers = PeerFacts()
  var nodes: [ScoreNode] = []
  var aspects: [Aspect] = []
  var capabilityLevels: [CapabilityLevel] = []
  var levels: [Level] = []
  var levelCaps: [LevelCap] = []
  var checks: [ReadinessCheck] = []
  var recommendations: [Recommendation] = []
  var slots = SlotTable(questions: 0, capacities: 0, nodes: 0, aspects: 0, checks: 0)
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
  /// The stable name by which questions and result files refer to the form.
  public let id: String
  /// The form's name for people, in the model's words.
  public let title: LocalizedText
  /// Where the identifier stands in the model file, for findings about the form.
  public let place: Place
}
