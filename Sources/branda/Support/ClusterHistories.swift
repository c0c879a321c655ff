import Clusters
import Comparison
import Diagnostics
import DisplayWidth
import Language
import Numbers
import Questionnaire
import Reporting
import Results
import Scoring

/// The rounds of clusters by one questionnaire; those that older versions scored have been scored by that
/// of the cluster's latest round, too.
struct ClusterHistories {
  /// The version of the latest round.
  let questionnaire: Questionnaire
  /// By id.
  private(set) var clusters: [ClusterRounds]
  /// The latest round of each, in the order of `clusters`.
  private var latest: [AssessedCluster]

  /// - Parameter last: The round to end at; later ones are left out.
  /// - Throws: where there are none, or they are of several questionnaires.
  init(
    _ assessments: Assessments, upTo last: Period?, _ folderName: String
  ) throws(Failure) {
    let all = assessments.clusters.compactMap { cluster in
      cluster.key.map { (cluster: cluster, key: $0) }
    }.filter { round in last.map { round.key.period <= $0 } ?? true }
    let last = all.max {
      ($0.key.period, $1.cluster.id) < ($1.key.period, $0.cluster.id)
    }
    guard let last else {
      try assessments.finish()
      throw Failure(
        "exit.no-assessments", ["folder": .text(folderName.madeVisible)], exit: .missingInput)
    }
    guard all.allSatisfy({ $0.key.questionnaire == last.key.questionnaire }) else {
      throw assessments.manyQuestionnaires
    }
    questionnaire = last.cluster.score.questionnaire
    let byCluster = Dictionary(grouping: all, by: { $0.cluster.id })
    latest = byCluster.sorted { $0.key < $1.key }.compactMap { _, rounds in
      rounds.max { $0.key.period < $1.key.period }?.cluster
    }
    clusters = latest.map { ClusterRounds($0) }
  }

  /// Keeps the clusters whose latest round fits what is selected.
  mutating func select(_ selection: ClusterSelection) throws(Failure) {
    let kept = Set(try selection.selected(latest, of: questionnaire).map(\.id))
    clusters = clusters.filter { kept.contains($0.id) }
    latest = latest.filter { kept.contains($0.id) }
  }

  /// Puts codes in place of identifiers and names.
  mutating func makeAnonymous(_ key: KeyFile) {
    clusters = clusters.map { cluster in
      let code = key.code(of: cluster.id)
      return ClusterRounds(id: code, name: code, rounds: cluster.rounds)
    }.sorted { $0.id < $1.id }
  }
}

extension AssessedCluster {
  /// The name of its file.
  fileprivate var key: AssessmentKey? {
    guard let period = Period(text: period) else { return nil }
    return try? AssessmentKey(
      cluster: id, questionnaire: score.questionnaire.id, period: period)
  }
}
