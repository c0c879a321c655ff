import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook.Sheet {
  /// One row for each cluster: level, total, capacities, rank and its range, coverage, peers, state and identifier;
  /// below them
  /// the distribution, where the group is large enough to be told of.
  static func comparison(_ table: ComparisonTable, _ words: Words) -> Workbook.Sheet {
    let texts = words.texts
    let model = table.questionnaire
    let capacities = model.capacities
    let percentiles = PercentileColumn(of: table.rows, in: table)
    let heads =
      [
        "table.cluster", "table.period", "table.form", "sheet.level-number", "table.level",
        "table.total", "table.lowest", "table.highest",
      ].map { texts($0) } + capacities.map { words($0.title) }
      + [
        "table.rank", "sheet.rank-best", "sheet.rank-worst", "table.answered", "table.applicable",
        "table.peers", "sheet.peers-n",
      ].map { texts($0) } + [percentiles.head(words)]
      + ["table.status", "print.id"].map { texts($0) }
    let count = table.rows.count
    let scored = 8..<(8 + capacities.count)
    var sheet = Workbook.Sheet(
      name: texts("report.comparison"),
      widths: [38, 9, 14, 8, 22, 9, 9, 9] + capacities.map { _ in 14 }
        + [8, 12, 12, 11, 11, 28, 10, 10, 18, 24],
      rows: [heads.map { .text($0, .heading) }]
        + table.rows.map { words.row($0, in: table, percentiles) },
      frozenRows: 1, frozenColumns: 1,
      filter: .init(rows: 0...count, columns: 0...(heads.count - 1)), isLandscape: true)
    for (columns, scale) in [(5...5, words.scale(.total, model))]
      + capacities.indices.map({ place in
        let column = scored.lowerBound + place
        return (column...column, words.scale(.node(capacities[place].node), model))
      })
    {
      sheet.shadings.append(
        .init(
          .init(rows: 1...count, columns: columns), from: scale.from.doubleValue,
          to: scale.to.doubleValue))
    }
    sheet.addDistribution(table, words)
    sheet.addChart(count, words.scale(.total, model), words)
    return sheet
  }

  private mutating func addDistribution(_ table: ComparisonTable, _ words: Words) {
    guard let everyone = table.everyone else { return }
    let model = table.questionnaire
    let lines: [(String, (Distribution) -> Rational)] = [
      ("table.best", \.maximum), ("table.upper-quartile", \.thirdQuartile),
      ("table.median", \.median), ("table.lower-quartile", \.firstQuartile),
    ]
    rows.append([])
    for (name, number) in lines {
      func cell(_ measure: Measure) -> Workbook.Cell {
        let share = everyone.distribution(of: measure).map(number)
        let shown = share.flatMap { try? measure.scale(in: model).shown($0) }
        return .number(shown?.doubleValue, .decimal(1), .strong)
      }
      rows.append(
        [.text(words.texts(name), .strong)] + Array(repeating: .empty, count: 4)
          + [cell(.total), .empty, .empty] + model.capacities.map { cell(.node($0.node)) })
    }
  }

  /// Bars of more clusters than these nobody reads.
  private static let mostBars = 40

  private mutating func addChart(_ count: Int, _ scale: Scale, _ words: Words) {
    guard count <= Self.mostBars else { return }
    charts = [
      .init(
        .bars, title: words.texts("table.total"), valueName: words.valueName(on: scale),
        description: words.texts("sheet.comparison.chart"),
        categories: .init(rows: 1...count, columns: 0...0),
        series: [
          .init(
            name: .init(rows: 0...0, columns: 5...5),
            values: .init(rows: 1...count, columns: 5...5))
        ],
        scale: scale.lowest.doubleValue...scale.highest.doubleValue, row: rows.count + 1,
        // Not over a column that paper repeats, and the chart with it.
        column: frozenColumns,
        width: 640, height: 120 + 24 * Double(count))
    ]
  }
}

extension Words {
  func scale(_ measure: Measure, _ model: Questionnaire) -> Scale { measure.scale(in: model) }

  /// What stands along the axis of scores: `Score (0–100)`.
  func valueName(on scale: Scale) -> String {
    texts(
      "sheet.axis", ["low": .text(plain(scale.lowest)), "high": .text(plain(scale.highest))])
  }

  fileprivate func row(
    _ row: ComparisonTable.Row, in table: ComparisonTable, _ percentiles: PercentileColumn
  ) -> [Workbook.Cell] {
    let score = row.cluster.score
    let level = score.levelReached?.level
    let group = row.peers.group
    var cells: [Workbook.Cell] = [
      .text(row.cluster.name), .text(row.cluster.period), .text(form(of: score)),
      .count(level?.number), .text(level.map { self($0.title) } ?? texts("score.no-level")),
      .number(score.total.shown?.doubleValue), .number(score.total.shownLow?.doubleValue),
      .number(score.total.shownHigh?.doubleValue),
    ]
    cells += score.capacities.map { .number($0.shown?.doubleValue) }
    cells += [
      .count(row.rank?.value), .count(row.rank?.best), .count(row.rank?.worst),
      .count(score.total.coverage.answered), .count(score.total.coverage.applicable),
      group.map { .text(self.group($0, in: table.questionnaire)) } ?? .empty,
      .count(group?.members.count), percentiles.cell(row.percentile, self),
      row.cluster.status.map { .text(texts("status.\($0)")) } ?? .empty, .text(row.cluster.id),
    ]
    return cells
  }
}
