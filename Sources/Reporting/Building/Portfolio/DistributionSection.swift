import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// How totals and capacities are spread: a dot for each cluster, of many the middle half alone.
  mutating func addDistributions(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    add(heading: texts("portfolio.distributions"), anchor: "distributions")
    let figure = words.distributions(portfolio)
    guard figure.table.rows.contains(where: { $0.dropFirst().first != .number("0", value: 0) })
    else {
      add(paragraph: texts("portfolio.no-scores"))
      return
    }
    add(figure)
    if portfolio.table.everyone == nil {
      add(
        paragraph: texts(
          "compare.too-few",
          [
            "count": .count(portfolio.table.rows.count),
            "minimum": .text("\(portfolio.table.groups.minimum)"),
          ]))
    }
  }
}

extension Words {
  fileprivate func distributions(_ portfolio: Portfolio) -> Document.Figure {
    let model = portfolio.questionnaire
    let measures = [Measure.total] + model.capacities.map { .node($0.node) }
    let axis = ScoreAxis(of: measures.map { $0.scale(in: model) })
    func shares(_ measure: Measure) -> [Rational] {
      portfolio.clusters.compactMap { $0.score.share(measure) }
    }
    func spread(_ measure: Measure) -> Distribution? {
      portfolio.table.everyone?.distribution(of: measure)
    }
    func cells(_ measure: Measure) -> [Document.Cell] {
      let spread = spread(measure)
      let shares = shares(measure)
      // With few clusters the ends are told, as every single score is; a middle would mean nothing.
      let numbers = [
        shares.min(), spread?.firstQuartile, spread?.median, spread?.thirdQuartile, shares.max(),
      ]
      return [.text(name(of: measure, in: model)), cell(shares.count)]
        + numbers.map { cell($0, on: measure, model) }
    }
    let strip = Document.StripChart(
      axis: axis.axis(self),
      rows: measures.map { measure in
        let spread = spread(measure)
        func value(_ share: Rational) -> Double { axis.value(share) ?? share.doubleValue }
        let ends = spread.map { (value($0.firstQuartile), value($0.thirdQuartile)) }
        return .init(
          name(of: measure, in: model),
          dots: portfolio.isLarge ? [] : shares(measure).map(value),
          middleHalf: ends.map { min($0.0, $0.1)...max($0.0, $0.1) },
          median: axis.reading(spread?.median, on: measure.scale(in: model), self))
      }, key: stripKey, absent: "–")
    return Document.Figure(
      title: texts("portfolio.distributions-figure"),
      description: texts(
        portfolio.isLarge ? "portfolio.bands-described" : "portfolio.strips-described",
        [
          "clusters": .text(
            texts("common.clusters", ["count": .count(portfolio.clusters.count)]))
        ]),
      chart: .strip(strip),
      table: Document.Table(
        columns: [
          .init(texts("table.capacity")), .init("n", .number),
          .init(texts("portfolio.least"), .number), .init(texts("table.lower-quartile"), .number),
          .init(texts("table.median"), .number), .init(texts("table.upper-quartile"), .number),
          .init(texts("portfolio.greatest"), .number),
        ], rows: measures.map(cells)))
  }
}
