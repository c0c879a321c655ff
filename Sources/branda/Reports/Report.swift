import Clusters
import Comparison
import Documents
import Encoding
import Language
import Numbers
import Questionnaire
import Reporting
import Results
import Scoring

/// What people read, in the formats of documents.
protocol Readable {
  /// The name of its files, without what tells formats and languages apart.
  var stem: String { get }
  /// What people read.
  func document(in language: LanguageTag) throws(Failure) -> Document
}

/// A report that can be written in every format.
protocol Report: Readable {
  /// Sheets to compute with.
  ///
  /// - Parameter document: The same report in words.
  func workbook(beside document: Document) throws(Failure) -> Workbook
  /// Rows for spreadsheets and programs.
  func records() throws(Failure) -> Records
  /// The same for programs, as JSON.
  func json() throws(Failure) -> String
}

/// One cluster's report about itself, with its answers.
struct OwnReport: Report {
  let stem: String
  private let cluster: ReportedCluster
  private let date: Day?

  /// Plans the way to the next level, which takes longer than all else.
  ///
  /// - Parameters:
  ///   - table: Everyone, to find its peers among; `nil` where there is nobody else.
  ///   - namesModel: Whether the name of the file tells the questionnaire, too, because there are
  ///     reports by several.
  init(
    _ assessed: AssessedCluster, among table: ComparisonTable?, namesModel: Bool, date: Day?
  ) {
    cluster = ReportedCluster(assessed, among: table)
    self.date = date
    // Identifiers and periods are made of letters, digits and dashes: no name leads elsewhere.
    let model = namesModel ? "-" + assessed.score.questionnaire.id : ""
    stem = assessed.id + model + "-" + assessed.period
  }

  func document(in language: LanguageTag) -> Document {
    .clusterReport(of: cluster, date: date, in: language)
  }

  func workbook(beside document: Document) -> Workbook {
    .cluster(cluster, beside: document, date: date)
  }

  func records() -> Records { .answers(cluster.assessed) }

  func json() throws(Failure) -> String {
    try Console.json(EncodedReport(cluster.assessed))
  }
}

/// The report on several clusters together, without their answers.
struct JointReport: Report {
  let portfolio: Portfolio
  /// What the name of the file says of the selection, so that one report does not take another's place.
  let suffix: String
  let date: Day?

  var stem: String { (portfolio.scope.period.map { "all-" + $0 } ?? "all") + suffix }

  func document(in language: LanguageTag) -> Document {
    .portfolioReport(portfolio, date: date, in: language)
  }

  func workbook(beside document: Document) -> Workbook {
    .portfolio(portfolio, beside: document, date: date)
  }

  func records() -> Records { .scores(portfolio.assessments.map(\.cluster)) }

  func json() throws(Failure) -> String {
    try Console.json(EncodedComparison(portfolio.table, portfolio.scope))
  }
}
