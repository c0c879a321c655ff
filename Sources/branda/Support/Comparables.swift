import Clusters
import Comparison
import Diagnostics
import DisplayWidth
import Interview
import Language
import Questionnaire
import Reporting
import Results
import Scoring

/// The assessments that can stand side by side: those scored by one version of one questionnaire.
struct Comparables {
  /// The model of all of them.
  let model: Questionnaire
  /// With their state, in the order in which they were read.
  private(set) var assessments: [AssessmentProgress]
  /// Those of other questionnaires, which are left out: `alfa 2026`.
  let others: [String]
  /// Whether codes stand in place of identifiers and names.
  private(set) var isAnonymous = false

  /// Takes the questionnaire that most assessments are of; among equals the one with the first id.
  /// `nil` where there is none at all.
  init?(_ assessments: [AssessmentProgress]) {
    let byModel = Dictionary(grouping: assessments) { $0.cluster.score.questionnaire.digest }
    let models = byModel.values.sorted { a, b in
      guard a.count == b.count, let x = a.first?.cluster.score.questionnaire,
        let y = b.first?.cluster.score.questionnaire
      else { return a.count > b.count }
      return (x.id, x.digest) < (y.id, y.digest)
    }
    guard let common = models.first, let model = common.first?.cluster.score.questionnaire else {
      return nil
    }
    self.model = model
    self.assessments = common
    others = assessments.map(\.cluster).filter { $0.score.questionnaire.digest != model.digest }
      .map { $0.id + " " + $0.period }
  }

  /// Takes the questionnaire that most assessments are of, and tells of the others.
  ///
  /// - Throws: where there is none at all.
  init(
    _ assessments: Assessments, _ options: FolderOptions, _ console: Console
  ) throws(Failure) {
    guard let comparables = Self(assessments.list) else {
      try assessments.finish()
      throw Failure(
        "exit.no-assessments", ["folder": .text(options.results.madeVisible)],
        exit: .missingInput)
    }
    self = comparables
    if !others.isEmpty {
      console.say(
        "compare.others",
        [
          "count": .count(others.count), "files": .list(others),
          "questionnaire": .text(model.id),
        ])
    }
  }

  /// In the order in which they were read.
  var clusters: [AssessedCluster] { assessments.map(\.cluster) }

  /// Which other versions of the model were answered, and how many assessments each.
  var answeredVersions: [String: Int] {
    Dictionary(clusters.compactMap(\.answeredVersion).map { ($0, 1) }, uniquingKeysWith: +)
  }

  /// Leaves out the clusters that are not meant.
  mutating func select(_ selection: ClusterSelection) throws(Failure) {
    let fits = try selection.condition(on: model)
    assessments.removeAll { !fits($0.cluster) }
  }

  /// The clusters as comparisons take them.
  var compared: [ComparedCluster] {
    clusters.map { ComparedCluster($0, isAnonymous: isAnonymous) }
  }

  /// The clusters side by side.
  func table(
    by breakdown: Breakdown = .capacity, peers grouping: PeerGrouping = .all,
    minimum: Int = PeerGroups.standardMinimum
  ) throws(Failure) -> ComparisonTable {
    do {
      return try ComparisonTable(
        model, compared, by: breakdown, peers: grouping, minimum: minimum)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
  }

  /// The clusters side by side. Under codes, groups so small that they would tell whose a code is are
  /// left out, and that is said.
  func table(
    by breakdown: Breakdown = .capacity, peers grouping: PeerGrouping, minimum: Int,
    isAnonymous: Bool, _ console: Console
  ) throws(Failure) -> ComparisonTable {
    let table = try table(by: breakdown, peers: grouping, minimum: minimum)
    guard isAnonymous, table.fewestAlike < minimum else { return table }
    console.say("compare.groups-tell", ["minimum": .text(String(minimum))])
    return try self.table(by: breakdown, minimum: minimum)
  }

  /// Adds what facilitators answered beside the managers.
  ///
  /// - Returns: Whether all could be read.
  mutating func addFacilitators(
    _ options: FolderOptions, _ console: Console
  ) throws(Failure) -> Bool {
    try assessments.addFacilitators(in: ResultsFolder(options.results), console)
  }

  /// Puts codes in place of identifiers and names.
  mutating func makeAnonymous(_ key: KeyFile) {
    isAnonymous = true
    assessments = assessments.map { assessment in
      var assessment = assessment
      assessment.cluster.id = key.code(of: assessment.cluster.id)
      assessment.cluster.name = nil
      assessment.changedBy = nil
      return assessment
    }.sorted { ($0.cluster.id, $0.cluster.period) < ($1.cluster.id, $1.cluster.period) }
  }

  /// The clusters seen from every side, for the report on all of them.
  func portfolio(
    _ table: ComparisonTable, _ scope: ComparisonScope
  ) throws(Failure) -> Portfolio {
    do {
      return try Portfolio(table, assessments, scope)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
  }
}

extension [AssessmentProgress] {
  /// Adds what facilitators answered beside the managers; of a file that cannot be read it tells only
  /// that it cannot.
  ///
  /// - Returns: Whether all could be read.
  mutating func addFacilitators(
    in folder: ResultsFolder, _ console: Console
  ) throws(Failure) -> Bool {
    var isSound = true
    do throws(ResultsError) {
      for place in indices {
        let cluster = self[place].cluster
        let model = cluster.interview.questionnaire
        guard let period = Period(text: cluster.period) else { continue }
        let key = try AssessmentKey(
          cluster: cluster.id, questionnaire: model.id, period: period)
        let read = try folder.facilitatorsRatings(for: key, on: model)
        console.show(read.diagnostics)
        isSound = isSound && read.diagnostics.isEmpty
        self[place].cluster.facilitators = read.value
      }
    } catch {
      throw Failure(error)
    }
    return isSound
  }
}
