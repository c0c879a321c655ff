import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Workbook.Sheet {
  /// All advice in full, the most urgent first, with the capacities it helps.
  static func advice(_ score: AssessmentScore, _ words: Words) -> Workbook.Sheet {
    let texts = words.texts
    let model = score.questionnaire
    let heads = ["table.priority", "table.recommendation", "report.advice", "table.capacity"]
    let advice = words.byPriority(score.recommendations)
    return Workbook.Sheet(
      name: texts("sheet.recommendations"), widths: [12, 34, 60, 36],
      rows: [heads.map { .text(texts($0), .heading) }]
        + advice.map { item in
          [
            .text(words.priority(item.priority)), .text(words(item.title), .strong),
            .text(words(item.say)),
            .text(words.capacities(towardsWhich: item, model).joined(separator: "\n")),
          ]
        },
      frozenRows: 1, filter: .init(rows: 0...advice.count, columns: 0...(heads.count - 1)),
      isLandscape: true)
  }
}
