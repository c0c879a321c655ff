public import Clusters
public import Documents
public import Language
public import Numbers
import Printing
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The report of one cluster about itself: page one to act on, then the profile, the position among
  /// peers, a page for each capacity with the answers behind it, the next level and the way to it,
  /// changes, checks, advice, full tables, method and privacy.
  ///
  /// What has nothing to tell is left out. The sections and where their numbers come from are
  /// described in `docs/reports.md`.
  ///
  /// - Parameter date: When the report is made, `2026-11-23`; `nil` leaves it out, so that the same
  ///   answers give the same bytes.
  public static func clusterReport(
    of reported: ReportedCluster, date: Day? = nil, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let assessed = reported.assessed
    let score = assessed.score
    var document = Document(
      title: texts(
        "report.title-cluster",
        ["cluster": .text(assessed.shownName), "period": .text(assessed.period)]),
      language: texts.language, facts: words.facts(of: assessed))
    if let date {
      let text = texts.date(year: date.year, month: date.month, day: date.day)
      document.facts.append(Definition(texts("report.made"), text))
    }
    if assessed.isInvented { document.add(paragraph: texts("report.invented")) }
    document.addSummary(reported, words)
    document.addProfile(reported, words)
    document.addPosition(reported, words)
    document.addCapacities(of: reported, words)
    document.addNextLevel(reported, words)
    document.addPlan(reported, words)
    document.addChanges(reported, words)
    document.addChecks(score, words)
    document.addRecommendations(score, words)
    document.addTables(of: assessed, words)
    document.addMethod(score.questionnaire, words)
    document.addExplanation(of: assessed, words, depth: 2)
    document.add(heading: texts("report.privacy"), anchor: "privacy")
    document.add(paragraph: texts("report.privacy.own"))
    return document
  }
}
