import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Readiness checks with what each still lacks.
  mutating func addChecks(_ score: AssessmentScore, _ words: Words) {
    guard !score.checks.isEmpty else { return }
    add(heading: words.texts("score.checks"), anchor: "checks")
    add(words.checkTable(score))
  }

  /// All advice, the most urgent first: what stands on the pages of capacities by its title and where
  /// it stands, the rest in full.
  mutating func addRecommendations(_ score: AssessmentScore, _ words: Words) {
    guard !score.recommendations.isEmpty else { return }
    add(heading: words.texts("score.recommendations"), anchor: "recommendations")
    add(list: words.overview(of: score.recommendations, score.questionnaire))
  }
}

extension Words {
  fileprivate func overview(
    of recommendations: [Recommendation], _ model: Questionnaire
  ) -> [[Document.Span]] {
    byPriority(recommendations).map { item in
      let pages = capacities(towardsWhich: item, model)
      return title(of: item)
        + [.text(pages.isEmpty ? ". " + self(item.say) : ": " + pages.joined(separator: "; "))]
    }
  }

  /// The capacities on whose pages the advice stands.
  func capacities(towardsWhich item: Recommendation, _ model: Questionnaire) -> [String] {
    let places = Set(item.towards.map { model.nodes[$0].capacity })
    return model.capacities.filter { places.contains($0.capacity) }.map { self($0.title) }
  }
}
