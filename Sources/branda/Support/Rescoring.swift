import Clusters
import Diagnostics
import Questionnaire
import Reporting
import Results
import Scoring

extension AssessedCluster {
  /// By period, the answers of those earlier rounds that another version of the model scored, scored by
  /// this one's, so that a change can be told apart from a change of the questionnaire.
  ///
  /// What is found wrong with files has no place here: they have been read before.
  func rescoredRounds(in folder: ResultsFolder) -> [String: AssessmentScore] {
    let model = score.questionnaire
    guard earlier.contains(where: { $0.score.questionnaire.digest != model.digest }) else {
      return [:]
    }
    let scorer = Scorer(model)
    var rescored: [String: AssessmentScore] = [:]
    for (place, round) in earlier.enumerated()
    where round.score.questionnaire.digest != model.digest {
      guard let period = Period(text: round.period),
        let key = try? AssessmentKey(cluster: id, questionnaire: model.id, period: period),
        let stored = try? folder.read(key, on: model).value
      else { continue }
      let members = try? folder.membersAnswers(for: key, on: model).value
      let background = Background(
        previousTotals: earlier.dropFirst(place + 1).map(\.score.total.value),
        membersMeans: members?.means ?? [:])
      rescored[round.period] = scorer.score(stored.interview(on: model), background: background)
    }
    return rescored
  }
}
