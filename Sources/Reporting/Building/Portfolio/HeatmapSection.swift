import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// Clusters × capacities, the best total first: all of them, or of many the first and the last.
  mutating func addHeatmap(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    let rows = portfolio.table.rows
    add(heading: texts("portfolio.heatmap"), anchor: "heatmap", startsPage: true)
    guard !rows.isEmpty else {
      add(paragraph: texts("compare.none"))
      return
    }
    if portfolio.isLarge {
      add(words.heatmap(portfolio, rows.prefix(10), caption: texts("portfolio.first")))
      add(words.heatmap(portfolio, rows.suffix(10), caption: texts("portfolio.last")))
      add(paragraph: texts("portfolio.all-at-the-end"))
    } else {
      add(words.heatmap(portfolio, rows[...], hasFooter: true))
    }
    addNotes(
      on: portfolio.table,
      after: texts("portfolio.ranks", ["share": .text(words.share(portfolio.leastCoverage))]),
      words)
    if portfolio.table.grouping != .all, !portfolio.isLarge {
      addPeers(of: rows, in: portfolio.table, words)
    }
  }

  /// Every cluster in a row, where the heatmap had only some; not on paper, where nobody can sort or
  /// search them.
  mutating func addAllClusters(_ portfolio: Portfolio, _ words: Words) {
    guard portfolio.isLarge else { return }
    add(heading: words.texts("portfolio.tables"), anchor: "tables")
    var table = words.heatmap(portfolio, portfolio.table.rows[...], hasFooter: true)
    table.onPaper = words.texts(
      "portfolio.not-on-paper", ["count": .count(portfolio.table.rows.count)])
    add(table)
  }
}

extension Words {
  fileprivate func heatmap(
    _ portfolio: Portfolio, _ rows: ArraySlice<ComparisonTable.Row>, caption: String? = nil,
    hasFooter: Bool = false
  ) -> Document.Table {
    let table = portfolio.table
    let model = table.questionnaire
    func shaded(_ name: String, _ scale: Scale) -> Document.Table.Column {
      .init(
        name, .number,
        shading: scale.lowest.doubleValue...scale.highest.doubleValue)
    }
    var columns: [Document.Table.Column] = [.init(texts("table.cluster"))]
    // One round for everyone stands at the head of the report.
    let showsPeriod = portfolio.periods.count > 1
    if showsPeriod { columns.append(.init(texts("table.period"))) }
    if table.hasShortForms { columns.append(.init(texts("table.form"))) }
    let before = columns.count
    columns.append(.init(texts("table.level"), .number))
    columns.append(shaded(texts("table.total"), model.scoring.total.scale))
    columns += model.capacities.map { shaded(shortName(of: $0), $0.rule.scale) }
    columns += [
      .init(texts("table.range"), .number), .init(texts("table.rank"), .number),
      .init(texts("table.coverage"), .number),
    ]
    let cells = rows.map { row -> [Document.Cell] in
      let score = row.cluster.score
      var cells = [Document.Cell.text(row.cluster.name)]
      if showsPeriod { cells.append(.text(row.cluster.period)) }
      if table.hasShortForms { cells.append(.text(form(of: score))) }
      cells.append(score.levelReached.map { cell($0.level.number) } ?? .missing("–"))
      cells.append(cell(score.total))
      cells += score.capacities.map { cell($0) }
      cells.append(range(score.total).map { .text($0) } ?? .missing("–"))
      cells.append(portfolio.rank(of: row).map { .text(rank($0)) } ?? .missing("–"))
      cells.append(.text(coverage(score.total.coverage)))
      return cells
    }
    let footer = distributionNumbers(hasFooter ? table.everyone : nil).map { name, number in
      [.text(name)] + Array(repeating: .text(""), count: before)
        + [cell(number(.total), on: .total, model)]
        + model.capacities.map { cell(number(.node($0.node)), on: .node($0.node), model) }
        + ["", "", ""]
    }
    return Document.Table(caption: caption, columns: columns, rows: cells, footer: footer)
  }
}
