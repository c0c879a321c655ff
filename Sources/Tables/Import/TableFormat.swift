import Questionnaire

/// What the column `format` says in tables that the program wrote, and what other tables show of
/// their own accord.
enum TableFormat {
  static let point = "table/1"
  static let comma = "table/1 decimal comma"

  /// The decimal mark: the one stated, else the one that the numbers show, where all show the same.
  static func decimalMark(
    of table: CSVTable, _ columns: Columns, _ model: Questionnaire
  ) -> Character? {
    var marks: Set<Character> = []
    for (row, column, target) in cells(of: table, columns, model) {
      if target == .fact(.format) {
        switch table.text(row, column) {
        case point: return "."
        case comma: return ","
        default: continue
        }
      }
      guard marks.count < 2, !table.isEmpty(row, column),
        let mark = NumberCells.mark(in: String(table.text(row, column).trimmed))
      else { continue }
      marks.insert(mark)
    }
    return marks.count == 1 ? marks.first : nil
  }

  /// The cells that tell: the stated format, and all answers that are numbers.
  private static func cells(
    of table: CSVTable, _ columns: Columns, _ model: Questionnaire
  ) -> [(row: Int, column: Int, target: ColumnTarget)] {
    func tells(_ target: ColumnTarget?) -> Bool {
      switch target {
      case .fact(.format): true
      case .value(let question): model.questions[question].kind.numberLimits != nil
      default: false
      }
    }
    if let question = columns.long[.question], let value = columns.long[.value] {
      let names = ColumnNames(model: model)
      return table.rows.compactMap { row in
        guard let target = names.target(table.text(row, question).trimmed), tells(target) else {
          return nil
        }
        return (row, value, target)
      }
    }
    let columns = columns.targets.enumerated().filter { tells($0.element) }
    return table.rows.flatMap { row in columns.map { (row, $0.offset, $0.element) } }
  }
}
