public import Diagnostics
public import Questionnaire
public import Results

/// Reads tables of answers: one row an assessment, or one row an answer.
public struct TableImport {
  /// What a table does not say itself.
  public struct Options: Sendable {
    /// The round, where the table has no column for it.
    public var period: Period?
    /// What headings mean that do not say it themselves.
    public var map: ColumnMap?
    /// The question whose answer is the cluster's name, where no column says whose a row is.
    public var naming: Int?
    /// The decimal mark, where the numbers leave it open.
    public var decimalMark: Character?

    /// Nothing beyond what the table says, unless told otherwise.
    public init(
      period: Period? = nil, map: ColumnMap? = nil, naming: Int? = nil,
      decimalMark: Character? = nil
    ) {
      self.period = period
      self.map = map
      self.naming = naming
      self.decimalMark = decimalMark
    }
  }

  /// Beyond so many mistakes nobody reads on.
  static let mostFindings = 1000

  /// The identifier of the questionnaire that a table's first row names; `nil` where it names none.
  public static func questionnaire(of table: CSVTable) -> String? {
    let names = [
      TableFact.questionnaire.rawValue, TableFact.prefix + TableFact.questionnaire.rawValue,
    ]
    if let row = table.rows.first,
      let column = (0..<table.columnCount).first(where: {
        names.contains(String(table.text(0, $0).trimmed))
      })
    {
      return table.text(row, column)
    }
    guard let question = (0..<table.columnCount).first(where: { table.text(0, $0) == "question" }),
      let value = (0..<table.columnCount).first(where: { table.text(0, $0) == "value" }),
      let row = table.rows.first(where: { names.contains(table.text($0, question)) })
    else { return nil }
    return table.text(row, value)
  }

  /// Reads all assessments of a table.
  ///
  /// - Parameters:
  ///   - clusters: The clusters that there are; asked for only where the table names them otherwise
  ///     than by identifiers.
  /// - Returns: The assessments in the order of their rows, `nil` where a finding is an error, and
  ///   all findings.
  /// - Complexity: O(cells).
  public static func read(
    _ table: CSVTable, on model: Questionnaire, words: TableWords, options: Options = Options(),
    clusters: () -> ClusterNames = { ClusterNames() }
  ) -> Checked<[ImportedAssessment]?> {
    var columns = ColumnReader(table, model, options.map)
    let understood = columns.read()
    var findings = columns.findings
    var rows: [ImportedAssessment] = []
    if !findings.contains(where: { $0.severity == .error }) {
      var reader = AssessmentCells(table, understood, model, words, options)
      reader.read(naming: clusters)
      findings += reader.findings
      rows = reader.assessments
    }
    if findings.count > mostFindings {
      findings.removeSubrange(mostFindings...)
      findings.append(
        Diagnostic(.init("tables.more-findings"), at: nil, ["count": .count(mostFindings)]))
    }
    let hasErrors = findings.contains { $0.severity == .error }
    return Checked(hasErrors ? nil : rows, findings)
  }
}
