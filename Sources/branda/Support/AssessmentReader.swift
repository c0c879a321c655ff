import Diagnostics
import DisplayWidth
import Language
import Numbers
import Questionnaire
import Reporting
import Results
import Scoring

/// Reads the rounds of one cluster after another and scores each with the totals of those before.
struct AssessmentReader {
  let models: Models
  let folder: ResultsFolder
  /// Whether an assessment by a questionnaire that is not at hand is a failure; where questionnaires
  /// were named, assessments by others are just not meant.
  let takesAnyModel: Bool
  let console: Console

  private(set) var hasFaults = false
  /// Assessments asked for that could not be read: `alfa 2026`.
  private(set) var leftOut: [String] = []
  /// By digest.
  private var scorers: [String: Scorer] = [:]

  init(models: Models, folder: ResultsFolder, takesAnyModel: Bool, console: Console) {
    self.models = models
    self.folder = folder
    self.takesAnyModel = takesAnyModel
    self.console = console
  }

  /// Whether the cluster has any assessment at all.
  func hasAny(_ cluster: String) throws(ResultsError) -> Bool {
    guard AssessmentKey.isClusterIdentifier(cluster) else { return false }
    return try !folder.assessments(of: cluster).isEmpty
  }

  /// The rounds asked for of one cluster, by questionnaire, then by period.
  mutating func read(
    _ cluster: String, _ rounds: Assessments.Rounds
  ) throws -> [AssessmentProgress] {
    guard AssessmentKey.isClusterIdentifier(cluster) else { return [] }
    var result: [AssessmentProgress] = []
    let keys = try folder.assessments(of: cluster)
    for id in Set(keys.map(\.questionnaire)).sorted() {
      let known = models.all.filter { $0.id == id }
      let keys = keys.filter { $0.questionnaire == id }
      guard !known.isEmpty else {
        if takesAnyModel, let last = keys.last { throw noModel(last) }
        continue
      }
      result += try read(keys, rounds, known)
    }
    return result
  }

  /// Rounds of one cluster by one questionnaire, the earliest first.
  private mutating func read(
    _ keys: [AssessmentKey], _ rounds: Assessments.Rounds, _ models: [Questionnaire]
  ) throws -> [AssessmentProgress] {
    let wanted: [AssessmentKey] =
      switch rounds {
      case .latest: Array(keys.suffix(1))
      case .all: keys
      case .of(let period): keys.filter { $0.period == period }
      }
    guard let last = wanted.last else { return [] }
    var result: [AssessmentProgress] = []
    var earlier: [AssessedCluster.EarlierRound] = []
    for key in keys where key.period <= last.period {
      let isWanted = wanted.contains(key)
      guard let stored = try read(key, models, tellsAll: isWanted) else { continue }
      let assessed = score(stored.assessment, stored.model, earlier)
      if isWanted {
        tellFailures(of: assessed.score)
        let days = stored.assessment.times.values.compactMap(\.day)
        result.append(AssessmentProgress(assessed, updated: days.max()))
      }
      earlier.insert(.init(period: assessed.period, score: assessed.score), at: 0)
    }
    return result
  }

  /// One file, read by the model it was written with, or else by the newest at hand.
  private mutating func read(
    _ key: AssessmentKey, _ models: [Questionnaire], tellsAll: Bool
  ) throws -> (assessment: StoredAssessment, model: Questionnaire)? {
    var model = models[models.count - 1]
    var checked = try folder.read(key, on: model)
    if let digest = checked.value?.header.digest, digest != model.digest,
      let own = models.first(where: { $0.digest == digest })
    {
      model = own
      checked = try folder.read(key, on: own)
    }
    console.show(checked.diagnostics.filter { tellsAll || $0.severity == .error })
    if checked.hasErrors { hasFaults = true }
    if tellsAll, checked.value == nil { leftOut.append(key.cluster + " " + key.period.description) }
    return checked.value.map { ($0, model) }
  }

  private mutating func score(
    _ stored: StoredAssessment, _ model: Questionnaire,
    _ earlier: [AssessedCluster.EarlierRound]
  ) -> AssessedCluster {
    let scorer = scorers[model.digest] ?? Scorer(model)
    scorers[model.digest] = scorer
    let interview = stored.interview(on: model)
    let background = Background(previousTotals: earlier.map(\.score.total.value))
    return AssessedCluster(
      id: stored.header.cluster, name: stored.header.name, isInvented: stored.header.isInvented,
      period: stored.header.period.description, status: stored.header.status.rawValue,
      interview: interview, score: scorer.score(interview, background: background),
      earlier: earlier)
  }

  /// A rule that fails is a fault of the model, and hides what it decides.
  private mutating func tellFailures(of score: AssessmentScore) {
    guard !score.failures.isEmpty else { return }
    hasFaults = true
    console.show(score.failures.map { $0.diagnostic(in: score.questionnaire) })
  }

  private func noModel(_ key: AssessmentKey) -> Failure {
    Failure(
      "exit.no-model",
      [
        "questionnaire": .text(key.questionnaire), "cluster": .text(key.cluster),
        "period": .text(key.period.description),
      ], exit: .missingInput)
  }
}
