import Comparison
public import Documents
import Language
public import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook {
  /// The report on several clusters as sheets: the comparison, weights to play with, then the sections
  /// of the report. Like it, it holds scores and no answers. Where the report has only some, a sheet has
  /// all.
  ///
  /// - Parameter document: The report in words, on the same portfolio and in the same language.
  public static func portfolio(
    _ portfolio: Portfolio, beside document: Document, date: Numbers.Day? = nil
  ) -> Workbook {
    let words = Words(document.language)
    let table = portfolio.table
    var workbook = Workbook(
      title: document.title, language: document.language, day: date.map { Workbook.Day($0) })
    if !table.rows.isEmpty {
      workbook.add(.comparison(table, words))
      workbook.add(.weights(of: table, words))
    }
    let counts = PortfolioCounts(portfolio.clusters, of: table.questionnaire)
    var whole = ["advice": words.adviceTable(counts.advice, portfolio)]
    if portfolio.isLarge, !portfolio.scope.isAnonymous {
      whole["responses"] = words.statusTable(portfolio.assessments)
    }
    workbook.addSections(
      of: document, except: ["summary", "heatmap", "tables", "privacy"], whole: whole, words)
    return workbook.opened(by: document, words)
  }

  /// A report as sheets, one for each of its sections, with the same words and numbers.
  ///
  /// - Parameter document: The report in words.
  public static func sections(of document: Document, date: Numbers.Day? = nil) -> Workbook {
    let words = Words(document.language)
    var workbook = Workbook(
      title: document.title, language: document.language, day: date.map { Workbook.Day($0) })
    workbook.addSections(of: document, except: [], words)
    return workbook.opened(by: document, words)
  }
}
