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
  /// Whether an assessment by a questionnaire that is not at hand is a fault; where questionnaires
  /// were named, assessments by others are just not meant.
  let takesAnyModel: Bool
  /// Whether every assessment is read by the newest version at hand of its questionnaire, so that all
  /// stand on one model; else by the version that it was written with, where that is at hand.
  let readsByNewest: Bool
  let console: Console

  /// What each thing that could not be read or scored as it should would end the command with.
  private(set) var faults: [Exit] = []
  /// Assessments asked for that could not be read: `alfa 2026`.
  private(set) var leftOut: [String] = []
  /// By digest.
  private var scorers: [String: Scorer] = [:]

  init(
    models: Models, folder: ResultsFolder, takesAnyModel: Bool, readsByNewest: Bool = false,
    console: Console
  ) {
    self.models = models
    self.folder = folder
    self.takesAnyModel = takesAnyModel
    self.readsByNewest = readsByNewest
    self.console = console
  }

  /// Whether the cluster has any assessment at all.
  func hasAny(_ cluster: String) -> Bool {
    guard AssessmentKey.isClusterIdentifier(cluster) else { return false }
    return (try? folder.assessments(of: cluster))?.isEmpty == false
  }

  /// The rounds asked for of one cluster, by questionnaire, then by period.
  ///
  /// What cannot be read is told of and left out: it stands in nobody else's way.
  mutating func read(_ cluster: String, _ rounds: Assessments.Rounds) -> [AssessmentProgress] {
    guard AssessmentKey.isClusterIdentifier(cluster) else { return [] }
    let keys: [AssessmentKey]
    do {
      keys = try folder.assessments(of: cluster)
    } catch {
      tell(error)
      return []
    }
    var result: [AssessmentProgress] = []
    for id in Set(keys.map(\.questionnaire)).sorted() {
      let known = models.all.filter { $0.id == id }
      let keys = keys.filter { $0.questionnaire == id }
      if let newest = known.newest {
        result += read(keys, rounds, known, newest)
      } else if takesAnyModel {
        for key in wanted(rounds, of: keys) {
          tellNoModel(key)
          leaveOut(key)
        }
      }
    }
    return result
  }

  private func wanted(
    _ rounds: Assessments.Rounds, of keys: [AssessmentKey]
  ) -> [AssessmentKey] {
    switch rounds {
    case .latest: Array(keys.suffix(1))
    case .all: keys
    case .of(let period): keys.filter { $0.period == period }
    }
  }

  /// Rounds of one cluster by one questionnaire, the earliest first.
  private mutating func read(
    _ keys: [AssessmentKey], _ rounds: Assessments.Rounds, _ models: [Questionnaire],
    _ newest: Questionnaire
  ) -> [AssessmentProgress] {
    let wanted = wanted(rounds, of: keys)
    guard let last = wanted.last else { return [] }
    var result: [AssessmentProgress] = []
    var earlier: [AssessedCluster.EarlierRound] = []
    for key in keys where key.period <= last.period {
      let isWanted = wanted.contains(key)
      guard let stored = read(key, models, newest, tellsAll: isWanted) else { continue }
      let members = membersAnswers(for: key, on: stored.model, tellsAll: isWanted)
      let assessed = score(stored.assessment, stored.model, members, earlier)
      if isWanted {
        tellFailures(of: assessed.score)
        let days = stored.assessment.times.values.compactMap(\.day)
        let changed = stored.assessment.header.changed
        result.append(
          AssessmentProgress(
            assessed, updated: days.max(), changed: changed?.at.day, changedBy: changed?.by,
            members: members.members))
      }
      earlier.insert(.init(period: assessed.period, score: assessed.score), at: 0)
    }
    return result
  }

  /// One file, read by the model it was written with, or else by the newest at hand.
  private mutating func read(
    _ key: AssessmentKey, _ models: [Questionnaire], _ newest: Questionnaire, tellsAll: Bool
  ) -> (assessment: StoredAssessment, model: Questionnaire)? {
    do throws(ResultsError) {
      let file = try folder.file(of: key)
      let digest = readsByNewest ? nil : file.model.digest
      let model = models.first { $0.digest == digest } ?? newest
      let checked = try folder.read(file, on: model)
      console.show(checked.diagnostics.filter { tellsAll || $0.severity == .error })
      if checked.hasErrors { faults.append(.badData) }
      if let assessment = checked.value { return (assessment, model) }
    } catch {
      tell(error)
    }
    if tellsAll { leaveOut(key) }
    return nil
  }

  /// What the members say together; of a file that cannot be read only that it cannot.
  private mutating func membersAnswers(
    for key: AssessmentKey, on model: Questionnaire, tellsAll: Bool
  ) -> MembersAnswers {
    guard model.questions.contains(where: { $0.respondents.contains(.members) }) else {
      return .none
    }
    do {
      let read = try folder.membersAnswers(for: key, on: model)
      if tellsAll, !read.diagnostics.isEmpty {
        console.show(read.diagnostics)
        faults.append(.badData)
      }
      return read.value
    } catch {
      tell(error)
      return .none
    }
  }

  private mutating func score(
    _ stored: StoredAssessment, _ model: Questionnaire, _ members: MembersAnswers,
    _ earlier: [AssessedCluster.EarlierRound]
  ) -> AssessedCluster {
    let scorer = scorers[model.digest] ?? Scorer(model)
    scorers[model.digest] = scorer
    let interview = stored.interview(on: model)
    let background = Background(
      previousTotals: earlier.map(\.score.total.value), membersMeans: members.means)
    return AssessedCluster(
      id: stored.header.cluster, name: stored.header.name, isInvented: stored.header.isInvented,
      period: stored.header.period.description, status: stored.header.status.rawValue,
      interview: interview, score: scorer.score(interview, background: background),
      membersMeans: members.means, earlier: earlier)
  }

  /// A rule that fails is a fault of the model, and hides what it decides.
  private mutating func tellFailures(of score: AssessmentScore) {
    guard !score.failures.isEmpty else { return }
    faults.append(.badData)
    console.show(score.failures.map { $0.diagnostic(in: score.questionnaire) })
  }

  private mutating func tellNoModel(_ key: AssessmentKey) {
    let place: Place?
    do {
      place = try folder.model(of: key).place
    } catch {
      tell(error)
      return
    }
    console.show([
      Diagnostic(
        .init("assessment.no-model"), at: place,
        [
          "questionnaire": .text(key.questionnaire), "cluster": .text(key.cluster),
          "period": .text(key.period.description),
        ])
    ])
    faults.append(.missingInput)
  }

  private mutating func leaveOut(_ key: AssessmentKey) {
    leftOut.append(key.cluster + " " + key.period.description)
  }

  private mutating func tell(_ error: ResultsError) {
    console.show([error.diagnostic])
    faults.append(.missingInput)
  }
}
