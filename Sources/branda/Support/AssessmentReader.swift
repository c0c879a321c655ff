import Clusters
import Diagnostics
import DisplayWidth
import Language
import Numbers
import Questionnaire
import Reporting
import Results
import Scoring

/// Reads the rounds of one cluster after another and scores each with the totals of those before.
///
/// It only reads, and tells nothing itself, so that several clusters can be read at once.
struct AssessmentReader: Sendable {
  let models: Models
  let folder: ResultsFolder
  /// Whether an assessment by a questionnaire that is not at hand is a fault; where questionnaires
  /// were named, assessments by others are just not meant.
  let takesAnyModel: Bool
  /// Whether every assessment is read by the newest version at hand of its questionnaire, so that all
  /// stand on one model; else by the version that it was written with, where that is at hand.
  let readsByNewest: Bool
  /// By digest.
  private let scorers: [String: Scorer]

  init(
    models: Models, folder: ResultsFolder, takesAnyModel: Bool, readsByNewest: Bool = false
  ) {
    self.models = models
    self.folder = folder
    self.takesAnyModel = takesAnyModel
    self.readsByNewest = readsByNewest
    scorers = Dictionary(
      models.all.map { ($0.digest, Scorer($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the cluster has any assessment at all.
  func hasAny(_ cluster: String) -> Bool {
    guard AssessmentKey.isClusterIdentifier(cluster) else { return false }
    return (try? folder.assessments(of: cluster))?.isEmpty == false
  }

  /// The rounds asked for of one cluster, by questionnaire, then by period.
  ///
  /// What cannot be read is told of and left out: it stands in nobody else's way.
  func read(_ cluster: String, _ rounds: Assessments.Rounds) -> ClusterReading {
    var reading = ClusterReading()
    guard AssessmentKey.isClusterIdentifier(cluster) else { return reading }
    let keys: [AssessmentKey]
    do {
      keys = try folder.assessments(of: cluster)
    } catch {
      reading.tell(error)
      return reading
    }
    for id in Set(keys.map(\.questionnaire)).sorted() {
      let known = models.all.filter { $0.id == id }
      let keys = keys.filter { $0.questionnaire == id }
      if let newest = known.newest {
        read(keys, rounds, known, newest, into: &reading)
      } else if takesAnyModel {
        for key in wanted(rounds, of: keys) {
          tellNoModel(key, in: &reading)
          reading.leaveOut(key)
        }
      }
    }
    return reading
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
  private func read(
    _ keys: [AssessmentKey], _ rounds: Assessments.Rounds, _ models: [Questionnaire],
    _ newest: Questionnaire, into reading: inout ClusterReading
  ) {
    let wanted = wanted(rounds, of: keys)
    guard let last = wanted.last else { return }
    var rounds: [(key: AssessmentKey, round: AssessedCluster.EarlierRound)] = []
    for key in keys where key.period <= last.period {
      let isWanted = wanted.contains(key)
      guard let stored = read(key, models, newest, tellsAll: isWanted, into: &reading) else {
        continue
      }
      let members = membersAnswers(
        for: key, on: stored.model, tellsAll: isWanted, into: &reading)
      let assessed = score(
        stored.assessment, stored.model, members, comparable(rounds, stored.model))
      if isWanted {
        reading.tellFailures(of: assessed.score)
        let days = stored.assessment.times.values.compactMap(\.day)
        let changed = stored.assessment.header.changed
        reading.assessments.append(
          AssessmentProgress(
            assessed, updated: days.max(), changed: changed?.at.day, changedBy: changed?.by,
            members: members.members))
      }
      let round = AssessedCluster.EarlierRound(
        period: assessed.period, score: assessed.score, answeredVersion: assessed.answeredVersion)
      rounds.append((key, round))
    }
  }

  /// Rounds, the latest first, those that another version scored with what this one makes of their
  /// answers: a change of the questionnaire must not pass for one of the cluster.
  ///
  /// What is found wrong with the files has been told when they were read.
  private func comparable(
    _ rounds: [(key: AssessmentKey, round: AssessedCluster.EarlierRound)], _ model: Questionnaire
  ) -> [AssessedCluster.EarlierRound] {
    var earlier: [AssessedCluster.EarlierRound] = []
    for (key, round) in rounds {
      var round = round
      if round.score.questionnaire.digest != model.digest,
        let stored = try? folder.read(key, on: model).value
      {
        let members = try? folder.membersAnswers(for: key, on: model).value
        round.rescored = score(stored, model, members ?? .none, earlier).score
      }
      earlier.insert(round, at: 0)
    }
    return earlier
  }

  /// One file, read by the model it was written with, or else by the newest at hand.
  private func read(
    _ key: AssessmentKey, _ models: [Questionnaire], _ newest: Questionnaire, tellsAll: Bool,
    into reading: inout ClusterReading
  ) -> (assessment: StoredAssessment, model: Questionnaire)? {
    do throws(ResultsError) {
      let file = try folder.file(of: key)
      let digest = readsByNewest ? nil : file.model.digest
      let model = models.first { $0.digest == digest } ?? newest
      let checked = try folder.read(file, on: model)
      reading.tell(checked.diagnostics.filter { tellsAll || $0.severity == .error })
      if checked.hasErrors { reading.faults.append(.badData) }
      if let assessment = checked.value { return (assessment, model) }
    } catch {
      reading.tell(error)
    }
    if tellsAll { reading.leaveOut(key) }
    return nil
  }

  /// What the members say together; of a file that cannot be read only that it cannot.
  private func membersAnswers(
    for key: AssessmentKey, on model: Questionnaire, tellsAll: Bool,
    into reading: inout ClusterReading
  ) -> MembersAnswers {
    guard model.questions.contains(where: { $0.respondents.contains(.members) }) else {
      return .none
    }
    do {
      let read = try folder.membersAnswers(for: key, on: model)
      if tellsAll, !read.diagnostics.isEmpty {
        reading.tell(read.diagnostics)
        reading.faults.append(.badData)
      }
      return read.value
    } catch {
      reading.tell(error)
      return .none
    }
  }

  private func score(
    _ stored: StoredAssessment, _ model: Questionnaire, _ members: MembersAnswers,
    _ earlier: [AssessedCluster.EarlierRound]
  ) -> AssessedCluster {
    let scorer = scorers[model.digest] ?? Scorer(model)
    let interview = stored.interview(on: model)
    let background = Background(
      previousTotals: earlier.map { $0.score(by: model)?.total.value },
      membersMeans: members.means)
    var assessed = AssessedCluster(
      id: stored.header.cluster, name: stored.header.name, isInvented: stored.header.isInvented,
      tags: stored.header.tags, period: stored.header.period.description,
      status: stored.header.status.rawValue,
      interview: interview, score: scorer.score(interview, background: background),
      membersMeans: members.means, earlier: earlier)
    // A file edited without a new version asks and scores the same, or its author has been told to say so.
    if stored.header.version != model.version { assessed.answeredVersion = stored.header.version }
    return assessed
  }

  private func tellNoModel(_ key: AssessmentKey, in reading: inout ClusterReading) {
    let place: Place?
    do {
      place = try folder.model(of: key).place
    } catch {
      reading.tell(error)
      return
    }
    reading.tell([
      Diagnostic(
        .init("assessment.no-model"), at: place,
        [
          "questionnaire": .text(key.questionnaire), "cluster": .text(key.cluster),
          "period": .text(key.period.description),
        ])
    ])
    reading.faults.append(.missingInput)
  }
}

/// What was read of one cluster.
struct ClusterReading: Sendable {
  /// By questionnaire, then by period.
  var assessments: [AssessmentProgress] = []
  /// What each thing that could not be read or scored as it should would end the command with.
  var faults: [Exit] = []
  /// What to tell, each to be sorted by itself.
  private(set) var findings: [[Diagnostic]] = []
  /// Assessments asked for that could not be read: `alfa 2026`.
  private(set) var leftOut: [String] = []

  mutating func tell(_ found: [Diagnostic]) {
    if !found.isEmpty { findings.append(found) }
  }

  mutating func tell(_ error: ResultsError) {
    tell([error.diagnostic])
    faults.append(.missingInput)
  }

  /// A rule that fails is a fault of the model, and hides what it decides.
  mutating func tellFailures(of score: AssessmentScore) {
    guard !score.failures.isEmpty else { return }
    faults.append(.badData)
    tell(score.failures.map { $0.diagnostic(in: score.questionnaire) })
  }

  mutating func leaveOut(_ key: AssessmentKey) {
    leftOut.append(key.cluster + " " + key.period.description)
  }
}
