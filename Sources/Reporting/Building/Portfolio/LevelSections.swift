import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// On which levels clusters stand.
  mutating func addLevels(_ portfolio: Portfolio, _ counts: PortfolioCounts, _ words: Words) {
    add(heading: words.texts("report.levels"), anchor: "levels")
    add(words.levelFigure(counts, portfolio.questionnaire))
  }

  /// From which level to which clusters have moved since the round before, and how their totals have.
  mutating func addMovement(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    let trend = portfolio.trend
    add(heading: texts("portfolio.movement"), anchor: "movement")
    guard trend.hasMovement else {
      add(paragraph: texts("trend.none"))
      return
    }
    addVersions(of: trend, onlyEarlier: true, words)
    addMovement(of: trend, words)
    add(words.changes(trend))
    addCourse(portfolio, words)
    if let sentence = words.standingStill(trend) { add(paragraph: sentence) }
    add(paragraph: texts("trend.no-significance"))
  }
}

extension Words {
  /// How many clusters on each level, from the highest down.
  func levelFigure(
    _ counts: PortfolioCounts, _ model: Questionnaire
  ) -> Document.Figure {
    let table = levelTable(counts, model)
    return Document.Figure(
      title: texts("portfolio.levels-figure"), description: texts("portfolio.levels-described"),
      chart: .bars(
        Document.BarChart(
          axis: axis(upTo: (counts.reached + [counts.belowAll]).map(Double.init)),
          bars: table.rows.map { row in
            .init(row.first?.shown ?? "", value: row.last?.reading)
          }, valueName: texts("table.clusters"), absent: "–")),
      table: table)
  }

  /// The totals of two rounds: a line each for few clusters, for more how the changes are spread.
  fileprivate func changes(_ trend: PortfolioTrend) -> Document.Figure {
    let compared = trend.clusters.filter { $0.compared != nil && $0.trend?.total != nil }
      .sorted { a, b in
        let (x, y) = (a.trend?.total ?? .zero, b.trend?.total ?? .zero)
        return x == y ? a.cluster.id < b.cluster.id : x > y
      }
    let scale = trend.questionnaire.scoring.total.scale
    let axis = ScoreAxis(of: [scale])
    let isFew = compared.count <= 20
    let shown = isFew ? compared : compared.prefix(10) + compared.suffix(10)
    let changes = compared.compactMap { row in
      row.later?.score.total.shown(change: row.trend?.total)
    }
    let spread = isFew ? nil : try? Distribution(changes)
    let table = Document.Table(
      caption: isFew ? nil : texts("portfolio.greatest-changes"),
      columns: [
        .init(texts("table.cluster")), .init(texts("trend.rounds")),
        .init(texts("trend.before"), .number), .init(texts("table.now"), .number),
        .init(texts("table.change"), .number), .init(texts("table.level")),
      ],
      rows: shown.map { row in
        guard let earlier = row.earlier, let later = row.later else { return [] }
        return [
          .text(row.cluster.name), .text(earlier.period + "\u{A0}→\u{A0}" + later.period),
          cell(row.before?.total.shown), cell(later.score.total),
          cell(change: later.score.total.shown(change: row.trend?.total)),
          levelCell(row),
        ]
      },
      // The rows are the ends only; what the picture says of all of them stands below.
      footer: spread.map { all in
        [
          [
            .strong(texts("table.median")), "", "", "",
            .number(change(all.median), value: all.median.doubleValue), "",
          ]
        ]
      } ?? [])
    func total(_ score: AssessmentScore?) -> Document.Reading? {
      axis.reading(score?.total.value, on: scale, self)
    }
    let periods = Set(compared.map { [$0.earlier?.period ?? "", $0.later?.period ?? ""] })
    let names = periods.count == 1 ? periods.first : nil
    let chart: Document.Chart =
      isFew
      ? .slope(
        Document.SlopeChart(
          axis: axis.axis(self, thresholdsOf: trend.questionnaire),
          before: names?[0] ?? texts("trend.before"),
          now: names?[1] ?? texts("table.now"),
          lines: compared.map { row in
            .init(row.cluster.name, before: total(row.before), now: total(row.later?.score))
          }))
      : .strip(changeStrip(changes, spread))
    return Document.Figure(
      title: texts(isFew ? "portfolio.totals-figure" : "portfolio.changes-figure"),
      description: texts(isFew ? "portfolio.slopes-described" : "portfolio.changes-described"),
      chart: chart, table: table)
  }

  /// A dot for the change of each cluster's total.
  private func changeStrip(
    _ changes: [Rational], _ spread: Distribution?
  ) -> Document.StripChart {
    let half = axis(upTo: changes.map(\.magnitude.doubleValue))
    func label(_ tick: Document.Axis.Mark, _ sign: String) -> String {
      tick.value == 0 ? tick.label : sign + tick.label
    }
    return Document.StripChart(
      axis: Document.Axis(
        low: -half.high, high: half.high,
        ticks: half.ticks.dropFirst().reversed().map {
          .init(-$0.value, label($0, String(numbers.minusSign)))
        } + half.ticks.map { .init($0.value, label($0, "+")) },
        marks: [.init(0, texts("portfolio.no-change"))]),
      rows: [
        .init(
          texts("table.total"), dots: changes.map(\.doubleValue),
          middleHalf: spread.map { $0.firstQuartile.doubleValue...$0.thirdQuartile.doubleValue },
          median: spread.map { .init($0.median.doubleValue, change($0.median)) })
      ], key: stripKey, absent: "–")
  }

  /// What the signs of a strip are called where it is nobody's own.
  var stripKey: Document.StripChart.Key {
    Document.StripChart.Key(
      dot: texts("portfolio.dot"), middleHalf: texts("portfolio.middle-half"),
      median: texts("portfolio.median"), own: texts("table.cluster"))
  }
}

extension Document.Cell {
  /// What stands in it, as a reader has it.
  var shown: String {
    switch self {
    case .text(let text), .strong(let text), .number(let text, _), .missing(let text),
      .state(let text, _):
      text
    case .bar, .profile: ""
    }
  }

  /// The number in it; `nil` where there is none.
  var reading: Document.Reading? {
    if case .number(let text, let value) = self { .init(value, text) } else { nil }
  }
}
