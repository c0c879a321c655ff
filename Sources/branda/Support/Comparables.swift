import Comparison
import DisplayWidth
import Language
import Questionnaire
import Reporting
import Scoring

/// The assessments that can stand side by side: those scored by one version of one questionnaire.
struct Comparables {
  /// The model of all of them.
  let model: Questionnaire
  /// In the order in which they were read.
  var clusters: [AssessedCluster]
  /// Those of other questionnaires, which are left out: `alfa 2026`.
  let others: [String]

  /// Takes the questionnaire that most assessments are of; among equals the one with the first id. Tells
  /// of the others.
  ///
  /// - Throws: where there is none at all.
  init(
    _ assessments: Assessments, _ options: FolderOptions, _ console: Console
  ) throws(Failure) {
    let byModel = Dictionary(grouping: assessments.clusters) { $0.score.questionnaire.digest }
    let models = byModel.values.sorted { a, b in
      guard a.count == b.count, let x = a.first?.score.questionnaire,
        let y = b.first?.score.questionnaire
      else { return a.count > b.count }
      return (x.id, x.digest) < (y.id, y.digest)
    }
    guard let clusters = models.first, let model = clusters.first?.score.questionnaire else {
      try assessments.finish()
      throw Failure(
        "exit.no-assessments", ["folder": .text(options.results.madeVisible)],
        exit: .missingInput)
    }
    self.model = model
    self.clusters = clusters
    others = assessments.clusters.filter { $0.score.questionnaire.digest != model.digest }
      .map { $0.id + " " + $0.period }
    if !others.isEmpty {
      console.say(
        "compare.others",
        [
          "count": .count(others.count), "files": .list(others),
          "questionnaire": .text(model.id),
        ])
    }
  }

  /// The clusters as comparisons take them.
  var compared: [ComparedCluster] { clusters.map { ComparedCluster($0) } }

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

  /// Puts codes in place of identifiers and names.
  mutating func makeAnonymous(_ key: KeyFile) {
    clusters = clusters.map { cluster in
      var cluster = cluster
      cluster.id = key.code(of: cluster.id)
      cluster.name = nil
      return cluster
    }.sorted { ($0.id, $0.period) < ($1.id, $1.period) }
  }
}

extension ComparedCluster {
  /// An assessment with what its profile says.
  init(_ assessed: AssessedCluster) {
    self.init(
      id: assessed.id, name: assessed.shownName, period: assessed.period, score: assessed.score,
      facts: ClusterFacts(assessed.interview))
  }
}
