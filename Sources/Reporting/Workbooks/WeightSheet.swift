import Clusters
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook.Sheet {
  /// The capacities with weights that a person may change, and the total as a formula of them.
  static func weights(of assessed: AssessedCluster, _ words: Words) -> Workbook.Sheet {
    let texts = words.texts
    let score = assessed.score
    let capacities = score.questionnaire.capacities
    var sheet = Workbook.Sheet(
      name: texts("sheet.weights"), widths: [52, 14, 14, 12], frozenRows: 3, frozenColumns: 1)
    sheet.rows = [
      [.text(texts("sheet.weights.title"), .title)],
      [.text(texts("sheet.weights.how"), .note)],
      ["table.capacity", "sheet.model-weight", "sheet.weight", "table.score"].map {
        .text(texts($0), .heading)
      },
    ]
    let weights = capacities.map(\.weight.doubleValue)
    let scores = score.scoresInTotal
    for (place, capacity) in capacities.enumerated() {
      sheet.rows.append([
        .text(words(capacity.title)), .number(weights[place], .general),
        .number(weights[place], .general, .input), .number(scores[place]),
      ])
    }
    let total = score.total.shown?.doubleValue
    var cell = Workbook.Cell.number(total, .decimal(1), .strong)
    if let formula = WeightedTotal(score.questionnaire.scoring.total.rollUp) {
      let value = formula.value(weights: weights, scores: scores)
      if WeightedTotal.agree(value, total), !capacities.isEmpty {
        let rows = 3...(2 + capacities.count)
        let text = formula.formula(
          weights: Workbook.reference(.init(rows: rows, columns: 2...2)),
          scores: Workbook.reference(.init(rows: rows, columns: 3...3)))
        cell = Workbook.Cell(.formula(text, value, .decimal(1)), .strong)
      } else {
        sheet.rows[1] = [.text(texts("sheet.weights.ruled"), .note)]
      }
    } else {
      sheet.rows[1] = [.text(texts("sheet.weights.none"), .note)]
    }
    sheet.rows.append([.text(texts("table.total"), .strong), .empty, .empty, cell])
    sheet.rows += [[], [.text(texts("sheet.weights.levels"), .note)]]
    return sheet
  }
}

extension AssessmentScore {
  /// The scores of the capacities on the scale of the total, as numbers to compute with.
  var scoresInTotal: [Double?] { capacities.map { total.shown($0.value)?.doubleValue } }
}

extension WeightedTotal {
  /// Whether the formula comes to what the model came to.
  static func agree(_ value: Double?, _ total: Double?) -> Bool {
    switch (value, total) {
    case (let value?, let total?): abs(value - total) <= tolerance
    case (nil, nil): true
    default: false
    }
  }
}
