public import Comparison
public import Documents
import Language
public import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook {
  /// The report on several clusters as sheets: the comparison, weights to play with, then the sections
  /// of the report. Like it, it holds scores and no answers.
  ///
  /// - Parameter document: The report in words, on the same table and in the same language.
  public static func portfolio(
    _ table: ComparisonTable, beside document: Document, date: Numbers.Day? = nil
  ) -> Workbook {
    let words = Words(document.language)
    var workbook = Workbook(
      title: document.title, language: document.language, day: date.map { Workbook.Day($0) })
    if !table.rows.isEmpty {
      workbook.add(.comparison(table, words))
      workbook.add(.weights(of: table, words))
    }
    workbook.addSections(
      of: document, except: ["summary", "heatmap", "tables", "privacy"], words)
    return workbook.opened(by: document, words)
  }
}
