import Clusters
import Comparison
public import Documents
public import Language
public import Numbers
import Printing
import Questionnaire
import Scoring
import Wording

extension Document {
  /// The facilitator's report on several clusters of one model. It holds scores and no answers.
  ///
  /// - Parameter date: When the report is made; `nil` leaves it out, so that the same answers give
  ///   the same bytes.
  public static func portfolioReport(
    _ portfolio: Portfolio, date: Day? = nil, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let model = portfolio.questionnaire
    let counts = PortfolioCounts(portfolio.clusters, of: model)
    let clusters = texts("common.clusters", ["count": .count(counts.clusters)])
    var document = Document(
      title: texts("report.title-all", ["clusters": .text(clusters)]), language: texts.language,
      facts: [
        Definition(texts("table.period"), words.period(of: portfolio)),
        Definition(texts("table.questionnaire"), words.model(model)),
      ])
    if let date {
      let text = texts.date(year: date.year, month: date.month, day: date.day)
      document.facts.append(Definition(texts("report.made"), text))
    }
    let invented = portfolio.assessments.count(where: \.cluster.isInvented)
    if invented > 0 {
      let areAll = invented == portfolio.assessments.count
      document.add(paragraph: texts(areAll ? "report.invented-all" : "report.invented-some"))
    }
    document.add(portfolio.scope, words, model)
    document.addSummary(portfolio, counts, words)
    if counts.clusters > 0 {
      document.addLevels(portfolio, counts, words)
      document.addMovement(portfolio, words)
      document.addHeatmap(portfolio, words)
      document.addDistributions(portfolio, words)
      document.addGaps(portfolio, words)
      document.addGates(portfolio, counts, words)
      document.addAdvice(portfolio, counts, words)
      document.addNeeds(portfolio, words)
      document.addResponses(portfolio, words)
      document.addPartners(portfolio, words)
      document.addAgenda(portfolio, words)
    }
    document.addMethod(model, words)
    document.add(heading: texts("report.privacy"), anchor: "privacy")
    let privacy =
      portfolio.scope.isAnonymous ? "portfolio.privacy.codes" : "report.privacy.portfolio"
    document.add(paragraph: texts(privacy))
    document.addAllClusters(portfolio, words)
    return document
  }
}

extension Words {
  /// The round asked for, else that it is the latest, and which that is where it is one for all.
  fileprivate func period(of portfolio: Portfolio) -> String {
    if let period = portfolio.scope.period { return period }
    let latest = texts("report.latest-rounds")
    let periods = portfolio.periods
    return periods.count == 1 ? latest + " (" + periods[0] + ")" : latest
  }

  /// Recommendations by how many clusters are given them.
  func adviceTable(_ advice: some Collection<PortfolioCounts.Advice>) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.recommendation")), .init(texts("table.priority")),
        .init(texts("table.clusters"), .number),
      ],
      rows: advice.map { advice in
        [
          .text(self(advice.recommendation.title)),
          .text(priority(advice.recommendation.priority)), cell(advice.count),
        ]
      })
  }

  func levelTable(
    _ portfolio: PortfolioCounts, _ questionnaire: Questionnaire
  ) -> Document.Table {
    var rows: [[Document.Cell]] = questionnaire.levels.indices.reversed().map { index in
      let level = questionnaire.levels[index]
      return [.text("\(level.number) " + self(level.title)), cell(portfolio.reached[index])]
    }
    if portfolio.belowAll > 0 {
      rows.append([.text(texts("score.no-level")), cell(portfolio.belowAll)])
    }
    return Document.Table(
      columns: [.init(texts("table.level")), .init(texts("table.clusters"), .number)], rows: rows)
  }
}
