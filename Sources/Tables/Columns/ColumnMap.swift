public import Diagnostics
public import Questionnaire

/// What a user says about the headings of a table, and about what cells mean: a table of its own
/// with the columns `column` and `question`, and where answers have other codes than the
/// questionnaire's, `cell` and `answer`.
///
/// ```text
/// column,question,cell,answer
/// G01Q02,legal_form,A1,association
/// G01Q02,legal_form,A2,company
/// Remarks,ignore
/// ```
public struct ColumnMap: Sendable {
  /// By heading.
  let targets: [String: ColumnTarget]
  /// What a cell of a column means, by heading and cell.
  let answers: [String: [String: String]]
  private let places: [String: Place]

  /// How the map says that a column is not wanted.
  static let ignore = "ignore"

  /// Reads a map.
  ///
  /// - Returns: The map, `nil` when a finding is an error, and all findings.
  public static func read(_ file: SourceFile, on model: Questionnaire) -> Checked<ColumnMap?> {
    let read = CSVTable.read(file)
    guard let table = read.value else { return Checked(nil, read.diagnostics) }
    var reader = MapReader(table, model)
    let map = reader.read()
    return Checked(map, reader.findings)
  }

  fileprivate init(
    _ targets: [String: ColumnTarget], _ answers: [String: [String: String]],
    _ places: [String: Place]
  ) {
    self.targets = targets
    self.answers = answers
    self.places = places
  }

  /// A finding for each heading that the table does not have.
  func unused(_ headings: [String]) -> [Diagnostic] {
    let present = Set(headings)
    return places.filter { !present.contains($0.key) }.sorted { $0.key < $1.key }.map {
      name, place in
      Diagnostic(.init("tables.map-unused"), .warning, at: place, ["name": .text(name)])
    }
  }
}

private struct MapReader {
  let table: CSVTable
  let names: ColumnNames
  private(set) var findings: [Diagnostic] = []
  private var targets: [String: ColumnTarget] = [:]
  private var answers: [String: [String: String]] = [:]
  private var places: [String: Place] = [:]
  private var unknown = UnknownNames()

  init(_ table: CSVTable, _ model: Questionnaire) {
    self.table = table
    names = ColumnNames(model: model)
  }

  mutating func read() -> ColumnMap? {
    let headings = (0..<table.columnCount).map { table.text(0, $0).folded }
    guard let column = headings.firstIndex(of: "column"),
      let question = headings.firstIndex(of: "question")
    else {
      report("tables.map-shape", table.place(0, 0))
      return nil
    }
    let cell = headings.firstIndex(of: "cell")
    let answer = headings.firstIndex(of: "answer")
    for row in table.rows {
      let heading = String(table.text(row, column).trimmed)
      let place = table.place(row, question)
      guard let target = target(table.text(row, question), place) else { continue }
      if let earlier = targets.updateValue(target, forKey: heading), earlier != target {
        report("tables.map-twice", table.place(row, column), ["name": .text(heading)])
      }
      places[heading] = table.place(row, column)
      guard let cell, let answer, !table.isEmpty(row, cell) else { continue }
      answers[heading, default: [:]][table.text(row, cell).folded] =
        String(table.text(row, answer).trimmed)
    }
    return findings.isEmpty ? ColumnMap(targets, answers, places) : nil
  }

  private mutating func target(_ text: String, _ place: Place) -> ColumnTarget? {
    let name = String(text.trimmed)
    if name.isEmpty || name == ColumnMap.ignore { return .ignored }
    if let target = names.target(name) { return target }
    findings.append(
      unknown.finding(
        .init("tables.map-question"), name, at: place, among: names.model.questions.map(\.id)))
    return nil
  }

  private mutating func report(
    _ code: String, _ place: Place, _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    findings.append(Diagnostic(.init(code), at: place, arguments))
  }
}
