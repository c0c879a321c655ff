public import Clusters
public import Documents
public import Language
import Scoring
import Wording

extension Document {
  /// What `branda score CLUSTER` shows: level, total, capacities, what the next level asks for,
  /// readiness checks, recommendations.
  public static func scoreProfile(
    of assessed: AssessedCluster, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let score = assessed.score
    var document = Document(
      title: texts(
        "score.title",
        ["cluster": .text(assessed.shownName), "period": .text(assessed.period)]),
      language: texts.language, facts: words.facts(of: assessed))
    document.blocks.append(
      .paragraph([.strong(words.level(score)), .text(". " + words.total(score) + ".")]))
    if let range = words.levelRange(score, naming: true) { document.add(paragraph: range) }
    document.add(words.capacityTable(score))
    document.add(list: words.scoreCaps(score))
    let next = words.nextLevel(assessed)
    document.add(heading: next.heading)
    if let table = next.table { document.add(table) }
    if !score.checks.isEmpty {
      document.add(heading: texts("score.checks"))
      document.add(words.checkTable(score))
    }
    document.add(heading: texts("score.recommendations"))
    if score.recommendations.isEmpty {
      document.add(paragraph: texts("score.recommendations-none"))
    }
    document.add(list: words.advice(score))
    return document
  }
}
