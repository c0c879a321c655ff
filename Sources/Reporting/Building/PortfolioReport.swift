public import Comparison
public import Documents
public import Language
public import Numbers
import Questionnaire
import Scoring

extension Document {
  /// The facilitator's report on several clusters of one model. It holds scores and no answers.
  ///
  /// - Parameters:
  ///   - assessments: The assessments behind `table`, with their state.
  ///   - scope: Which round, and what is not in it.
  public static func portfolioReport(
    _ table: ComparisonTable, _ assessments: [AssessmentProgress], _ scope: ComparisonScope,
    date: Day? = nil, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let clusters = texts("common.clusters", ["count": .count(table.rows.count)])
    var document = Document(
      title: texts("report.title-all", ["clusters": .text(clusters)]), language: texts.language,
      facts: [
        Definition(texts("table.period"), scope.period ?? texts("report.latest-rounds")),
        Definition(texts("table.questionnaire"), words.model(table.questionnaire)),
      ])
    if let date {
      let text = texts.date(year: date.year, month: date.month, day: date.day)
      document.facts.append(Definition(texts("report.made"), text))
    }
    if assessments.contains(where: \.cluster.isInvented) {
      document.add(paragraph: texts("report.invented-some"))
    }
    document.addLeftOut(scope.leftOut)
    document.add(heading: texts("report.comparison"))
    if table.rows.isEmpty { document.add(paragraph: texts("compare.none")) }
    document.add(words.comparisonTable(table, table.rows, showsPeriod: scope.period == nil))
    document.addNotes(on: table, words)

    let portfolio = PortfolioCounts(table.rows.map(\.cluster), of: table.questionnaire)
    document.add(heading: texts("report.levels"))
    document.add(words.levelTable(portfolio, table.questionnaire))
    document.addCommon(portfolio, table.questionnaire, words)
    document.add(heading: texts("report.responses"))
    document.add(words.statusTable(assessments))
    document.addMethod(table.questionnaire, words)
    document.add(heading: texts("report.privacy"))
    document.add(paragraph: texts("report.privacy.portfolio"))
    return document
  }

  /// What many lack and what many are advised.
  private mutating func addCommon(
    _ portfolio: PortfolioCounts, _ questionnaire: Questionnaire, _ words: Words
  ) {
    let texts = words.texts
    add(heading: texts("report.common-gates"))
    if portfolio.nextGates.isEmpty { add(paragraph: texts("report.common-gates.none")) }
    add(
      Table(
        columns: [
          .init(texts("table.condition")), .init(texts("table.level")),
          .init(texts("condition.unmet"), .number), .init(texts("condition.unknown"), .number),
        ],
        rows: portfolio.nextGates.map { gate in
          let level = questionnaire.levels[gate.level]
          return [
            .text(words(level.gates[gate.gate].say)),
            .text("\(level.number) " + words(level.title)),
            words.cell(gate.unmet), words.cell(gate.unknown),
          ]
        }))
    add(heading: texts("report.common-advice"))
    if portfolio.advice.isEmpty { add(paragraph: texts("score.recommendations-none")) }
    add(words.adviceTable(portfolio, most: portfolio.advice.count))
  }
}

extension Words {
  /// Recommendations by how many clusters are given them.
  func adviceTable(_ portfolio: PortfolioCounts, most: Int) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.recommendation")), .init(texts("table.priority")),
        .init(texts("table.clusters"), .number),
      ],
      rows: portfolio.advice.prefix(most).map { advice in
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
