import Clusters
import Comparison
import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// How far assessments have come; with codes in place of names only how many are in which state. Of
  /// many, only those that have waited longest stand in a table.
  mutating func addResponses(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.responses"), anchor: "responses")
    if portfolio.scope.isAnonymous || portfolio.isLarge { add(words.stateTable(portfolio)) }
    guard !portfolio.scope.isAnonymous else { return }
    guard portfolio.isLarge else { return add(words.statusTable(portfolio.assessments)) }
    let waiting = portfolio.longestWaiting(20)
    if !waiting.isEmpty {
      var table = words.statusTable(waiting)
      table.caption = texts("portfolio.waiting", ["count": .count(waiting.count)])
      add(table)
    }
    add(paragraph: texts("portfolio.all-states"))
  }

  /// Who could learn from whom, and why.
  mutating func addPartners(_ portfolio: Portfolio, _ words: Words) {
    add(heading: words.texts("match.title"), anchor: "partners")
    if !portfolio.partners.pairs.isEmpty { add(paragraph: words.texts("portfolio.pairs-once")) }
    addPartners(portfolio.partners, words)
  }
}

extension Portfolio {
  /// The assessments that no facilitator has confirmed, those without an answer for longest first.
  fileprivate func longestWaiting(_ most: Int) -> [AssessmentProgress] {
    let waiting = assessments.filter { !["confirmed", "locked"].contains($0.cluster.status) }
    let ordered = waiting.sorted { a, b in
      guard a.updated == b.updated else {
        guard let later = b.updated else { return false }
        return a.updated.map { $0 < later } ?? true
      }
      return (a.cluster.id, a.cluster.period) < (b.cluster.id, b.cluster.period)
    }
    return Array(ordered.prefix(most))
  }
}
