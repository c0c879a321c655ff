import Questionnaire

/// The columns of a table, understood.
struct Columns {
  /// Of a table with a row for each answer, the columns beside those that say whose it is.
  enum LongColumn: String, CaseIterable {
    case question, state, value, reason, comment, evidence, record

    /// What a cell of the column says of a question.
    func target(_ question: Int) -> ColumnTarget? {
      if self == .value { return .value(question) }
      return AnswerPart(rawValue: rawValue).map { .part(question, $0) }
    }
  }

  /// What each column holds, from the first on.
  let targets: [ColumnTarget]
  /// The headings, for findings.
  let headings: [String]
  /// Empty where a row is an assessment.
  let long: [LongColumn: Int]
  /// The columns about whole assessments, in their order.
  let facts: [(fact: TableFact, column: Int)]
  /// For each question, in the order of the model, the columns about it.
  private let questions: [(question: Int, columns: [(target: ColumnTarget, column: Int)])]
  private let columnOfFact: [TableFact: Int]

  /// Whether a row is an assessment or an answer.
  enum Shape { case wide, long }
  var shape: Shape { long.isEmpty ? .wide : .long }

  init(targets: [ColumnTarget], headings: [String], long: [LongColumn: Int]) {
    self.targets = targets
    self.headings = headings
    self.long = long
    facts = targets.enumerated().compactMap { column, target in
      if case .fact(let fact) = target { (fact, column) } else { nil }
    }
    columnOfFact = Dictionary(facts.map { ($0.fact, $0.column) }, uniquingKeysWith: { a, _ in a })
    var questions: [Int: [(ColumnTarget, Int)]] = [:]
    for (column, target) in targets.enumerated() {
      if let question = target.question {
        questions[question, default: []].append((target, column))
      }
    }
    self.questions = questions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The column of a fact.
  func column(_ fact: TableFact) -> Int? { columnOfFact[fact] }

  /// The cells of a row, by question.
  func cells(_ row: Int) -> [(question: Int, cells: AnswerCells)] {
    questions.map { question, columns in
      var cells = AnswerCells()
      for (target, column) in columns { cells.add(target, .init(row: row, column: column)) }
      return (question, cells)
    }
  }

  /// The columns of a table with a row for each answer; empty where the headings are not those of
  /// one, and where they are questions' identifiers.
  static func longColumns(of table: CSVTable, _ names: ColumnNames) -> [LongColumn: Int] {
    var columns: [LongColumn: Int] = [:]
    for column in 0..<table.columnCount {
      let heading = String(table.text(0, column).trimmed)
      if let known = LongColumn(rawValue: heading) { columns[known] = column }
    }
    let isLong =
      columns[.question] != nil && columns[.value] != nil
      && names.model.index(of: "question") == nil
      && names.model.index(of: "value") == nil
    return isLong ? columns : [:]
  }
}
