import Diagnostics
import Questionnaire

/// Finds out what each column of a table holds.
struct ColumnReader {
  let table: CSVTable
  let names: ColumnNames
  /// What the user said about headings.
  let map: ColumnMap?
  private(set) var findings: [Diagnostic] = []
  private var unknown = UnknownNames()
  private var ignored: [String] = []

  init(_ table: CSVTable, _ model: Questionnaire, _ map: ColumnMap?) {
    self.table = table
    self.map = map
    names = ColumnNames(model: model)
  }

  mutating func read() -> Columns {
    let foreign = ForeignHeadings(names)
    let long = Columns.longColumns(of: table, names)
    var targets: [ColumnTarget] = []
    var headings: [String] = []
    var first: [ColumnTarget: Int] = [:]
    for column in 0..<table.columnCount {
      let heading = String(table.text(0, column).trimmed)
      let target =
        long.values.contains(column) ? .ignored : self.target(heading, column, foreign)
      headings.append(heading)
      targets.append(target)
      guard target != .ignored else { continue }
      if let earlier = first.updateValue(column, forKey: target) {
        report(
          "tables.repeated-column", column, ["name": .text(names.name(target))],
          notes: [.init(.init("tables.first-column"), at: table.place(0, earlier))])
      }
    }
    if !ignored.isEmpty {
      findings.append(
        Diagnostic(
          .init("tables.ignored-columns"), .note, at: table.place(0, 0),
          ["count": .count(ignored.count), "names": .list(shortened(ignored))]))
    }
    if let map { findings += map.unused(headings) }
    return Columns(targets: targets, headings: headings, long: long)
  }

  private mutating func target(
    _ heading: String, _ column: Int, _ foreign: ForeignHeadings
  ) -> ColumnTarget {
    if let mapped = map?.targets[heading] {
      if mapped == .ignored { ignored.append(heading) }
      return mapped
    }
    if heading.isEmpty {
      let isEmpty = table.rows.allSatisfy { table.isEmpty($0, column) }
      if !isEmpty { report("tables.empty-heading", column, ["column": .count(column + 1)]) }
      return .ignored
    }
    if let target = names.target(heading) { return target }
    switch foreign.read(heading) {
    case .target(let target): return target
    case .ambiguous(let candidates):
      report(
        "tables.ambiguous-heading", column,
        ["name": .text(heading), "candidates": .list(candidates)])
      return .ignored
    case .unknown: break
    }
    if FormMetadata.contains(heading) {
      ignored.append(heading)
    } else {
      findings.append(
        unknown.finding(
          .init("tables.unknown-heading"), heading, at: table.place(0, column),
          among: names.model.questions.map(\.id)))
    }
    return .ignored
  }

  private func shortened(_ names: [String]) -> [String] {
    names.count <= 12 ? names : Array(names.prefix(11)) + ["…"]
  }

  private mutating func report(
    _ code: String, _ column: Int, _ arguments: [String: Diagnostic.Argument],
    notes: [Diagnostic.Note] = []
  ) {
    findings.append(
      Diagnostic(.init(code), at: table.place(0, column), arguments, notes: notes))
  }
}
