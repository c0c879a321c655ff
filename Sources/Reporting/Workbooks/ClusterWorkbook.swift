public import Clusters
public import Documents
import Language
public import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook {
  /// A cluster's report as sheets: what matters first, the profile with charts, every answer, weights to
  /// play with, then the sections of the report.
  ///
  /// - Parameter document: The report in words, of the same cluster and in the same language.
  public static func cluster(
    _ reported: ReportedCluster, beside document: Document, date: Numbers.Day? = nil
  ) -> Workbook {
    let words = Words(document.language)
    var workbook = Workbook(
      title: document.title, language: document.language, day: date.map { Workbook.Day($0) })
    workbook.add(.profile(of: reported.assessed, words))
    workbook.add(.answers(of: reported.assessed, words))
    workbook.add(.weights(of: reported.assessed, words))
    workbook.addSections(
      of: document,
      except: ["summary", "profile", "recommendations", "tables", "answers", "privacy"], words)
    if !reported.assessed.score.recommendations.isEmpty {
      workbook.add(.advice(reported.assessed.score, words))
    }
    return workbook.opened(by: document, words)
  }

  /// The same sheets behind one that says what matters and leads to the others.
  func opened(by document: Document, _ words: Words) -> Workbook {
    var first = Sheet(name: words.texts("sheet.summary"), widths: [34, 70])
    first.rows = [[.text(document.title, .title)], []]
    first.rows += document.facts.map { [.text($0.name, .strong), .text($0.text)] }
    for block in document.blocks.prefix(while: { !$0.isSection }) { first.add(block) }
    let summary = document.sections.first { $0.heading.anchor == "summary" }
    if let summary {
      first.rows.append([])
      for block in summary.blocks { first.add(block) }
    }
    first.rows += [[], [.text(words.texts("sheet.sheets"), .strong)]]
    first.rows += sheets.map { [Cell(.link($0.name, sheet: $0.name))] }
    var workbook = Workbook(title: title, language: language, day: day)
    workbook.add(first)
    for sheet in sheets { workbook.add(sheet) }
    return workbook
  }
}

extension Workbook.Day {
  /// The day as spreadsheets take it.
  init(_ day: Numbers.Day) { self.init(year: day.year, month: day.month, day: day.day) }
}

extension Document.Block {
  /// Whether a section begins.
  fileprivate var isSection: Bool {
    if case .heading(let heading) = self { heading.depth == 1 } else { false }
  }
}
