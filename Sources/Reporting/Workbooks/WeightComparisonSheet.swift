import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook.Sheet {
  /// All clusters with totals and ranks as formulas of weights that a person may change.
  static func weights(of table: ComparisonTable, _ words: Words) -> Workbook.Sheet {
    let texts = words.texts
    let model = table.questionnaire
    let capacities = model.capacities
    let weights = capacities.map(\.weight.doubleValue)
    let formula = WeightedTotal(model.scoring.total.rollUp)
    let columns = 3...max(3, 2 + capacities.count)
    let top = 5
    let rows = top...(top - 1 + max(1, table.rows.count))
    var sheet = Workbook.Sheet(
      name: texts("sheet.weights"), widths: [38, 10, 8] + capacities.map { _ in 14 } + [44],
      frozenRows: top, frozenColumns: 1,
      filter: .init(rows: (top - 1)...rows.upperBound, columns: 0...(3 + capacities.count)),
      isLandscape: true)
    sheet.rows = [
      [.text(texts("sheet.weights.title"), .title)],
      [.text(texts(formula == nil ? "sheet.weights.none" : "sheet.weights.how-many"), .note)],
      [.text(texts("sheet.model-weight")), .empty, .empty] + weights.map { .number($0, .general) },
      [.text(texts("sheet.weight"), .strong), .empty, .empty]
        + weights.map { .number($0, .general, .input) },
      ["table.cluster", "table.total", "table.rank"].map { .text(texts($0), .heading) }
        + capacities.map { .text(words($0.title), .heading) }
        + [.text(texts("table.remark"), .heading)],
    ]
    let totals = table.rows.map { $0.cluster.score.total.shown?.doubleValue }
    let falls = model.scoring.total.scale.from > model.scoring.total.scale.to
    for (place, row) in table.rows.enumerated() {
      let scores = row.cluster.score.scoresInTotal
      var total = Workbook.Cell.number(totals[place])
      var remark = Workbook.Cell.empty
      if let formula, !capacities.isEmpty {
        let value = formula.value(weights: weights, scores: scores)
        if WeightedTotal.agree(value, totals[place]) {
          let text = formula.formula(
            weights: Workbook.reference(.init(rows: 3...3, columns: columns), isFixed: true),
            scores: Workbook.reference(.init(rows: (top + place)...(top + place), columns: columns))
          )
          total = Workbook.Cell(.formula(text, value, .decimal(1)))
        } else {
          remark = .text(texts("sheet.weights.ruled"), .note)
        }
      }
      let own = Workbook.reference(row: top + place, column: 1)
      let all = Workbook.reference(.init(rows: rows, columns: 1...1), isFixed: true)
      let rank = "=IF(\(own)=\"\",\"\",RANK(\(own),\(all),\(falls ? 1 : 0)))"
      sheet.rows.append(
        [
          .text(row.cluster.name), total,
          Workbook.Cell(.formula(rank, row.rank.map { Double($0.value) }, .integer)),
        ] + scores.map { .number($0) } + [remark])
    }
    // Where every total is a formula there is nothing to remark.
    if !sheet.rows.dropFirst(top).contains(where: { $0.last?.value != .empty }) {
      sheet.widths.removeLast()
      for row in (top - 1)..<sheet.rows.count { sheet.rows[row].removeLast() }
      sheet.filter?.columns = 0...(2 + capacities.count)
    }
    let scale = model.scoring.total.scale
    if !capacities.isEmpty {
      sheet.shadings = [
        .init(
          .init(rows: rows, columns: columns), from: scale.from.doubleValue,
          to: scale.to.doubleValue)
      ]
    }
    return sheet
  }
}
