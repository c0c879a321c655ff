import Clusters
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook.Sheet {
  /// Scores of all parts, with charts of the capacities.
  static func profile(of assessed: AssessedCluster, _ words: Words) -> Workbook.Sheet {
    let texts = words.texts
    let score = assessed.score
    let model = score.questionnaire
    var sheet = Workbook.Sheet(
      name: texts("report.profile"), widths: [52, 11, 13, 13, 12, 12, 40], frozenRows: 1,
      frozenColumns: 1, isLandscape: true)
    sheet.rows = [
      [
        "table.capacity", "table.score", "table.lowest", "table.highest", "table.answered",
        "table.applicable", "table.remark",
      ].map { .text(texts($0), .heading) }
    ]
    // Capacities first, side by side, so that charts can take them; their parts below.
    sheet.rows += model.capacities.map {
      words.scoreRow(words($0.title), score.nodes[$0.node], model)
    }
    let last = sheet.rows.count - 1
    var total = words.scoreRow(texts("table.total"), score.total, model)
    total = total.map { Workbook.Cell($0.value, .strong) }
    sheet.rows.append(total)
    let parts = model.nodes.filter { $0.depth > 0 }
    if !parts.isEmpty || !model.aspects.isEmpty { sheet.rows.append([]) }
    for part in parts {
      let above = model.capacities[part.capacity]
      sheet.rows.append(
        words.scoreRow(
          words(above.title) + " › " + words(part.title), score.nodes[part.node], model))
    }
    for node in model.nodes {
      for (aspect, value) in zip(model.aspects, score.aspects[node.node]) {
        guard let value else { continue }
        sheet.rows.append(
          words.scoreRow(words(node.title) + " › " + words(aspect.title), value, model))
      }
    }
    guard !model.capacities.isEmpty else { return sheet }
    sheet.addCharts(of: score, toRow: last, words)
    return sheet
  }

  private mutating func addCharts(of score: AssessmentScore, toRow last: Int, _ words: Words) {
    let texts = words.texts
    let scale = score.total.scale
    guard score.capacities.allSatisfy({ $0.scale == scale }) else { return }
    shadings = [
      .init(
        .init(rows: 1...(last + 1), columns: 1...1), from: scale.from.doubleValue,
        to: scale.to.doubleValue)
    ]
    let ends = scale.lowest.doubleValue...scale.highest.doubleValue
    let names = Workbook.Area(rows: 1...last, columns: 0...0)
    let series = [
      Workbook.Chart.Series(
        name: .init(rows: 0...0, columns: 1...1), values: .init(rows: 1...last, columns: 1...1))
    ]
    let description = texts("sheet.profile.chart")
    // Room for names of two lines, so that none is left out.
    let height = 112 + 37 * Double(last)
    charts = [
      .init(
        .bars, title: texts("report.profile"), valueName: words.valueName(on: scale),
        description: description, categories: names,
        series: series, scale: ends, row: rows.count + 1, column: 0, width: 640,
        height: height)
    ]
    // A net of two is a line, and of more than eight nobody reads it.
    if (3...8).contains(last) {
      charts.append(
        .init(
          .radar, title: texts("report.profile"), description: description, categories: names,
          series: series, scale: ends, row: rows.count + 2 + Int(height / 20) + 1,
          column: 0, width: 640, height: 350))
    }
  }
}

extension Words {
  /// Name, score, ends of the range, coverage, and why there is no score, each in a cell of its own.
  fileprivate func scoreRow(
    _ name: String, _ score: Score, _ model: Questionnaire
  ) -> [Workbook.Cell] {
    [
      .text(name), .number(score.shown?.doubleValue), .number(score.shownLow?.doubleValue),
      .number(score.shownHigh?.doubleValue), .count(score.coverage.answered),
      .count(score.coverage.applicable),
      score.shown == nil ? .text(ScoreAbsenceWording(texts, model)(score.absence)) : .empty,
    ]
  }
}
