import Diagnostics
import Interview
import Numbers
import Questionnaire
import Results

/// Reads the rows of a table as assessments.
struct AssessmentCells {
  private let table: CSVTable
  private let columns: Columns
  private let model: Questionnaire
  private let options: TableImport.Options
  private var responses: ResponseCells
  private(set) var findings: [Diagnostic] = []
  private(set) var assessments: [ImportedAssessment] = []
  /// Where each assessment is in `assessments`.
  private var indices: [AssessmentKey: Int] = [:]
  /// The names whose identifiers are new, by identifier.
  private var newNames: [String: String] = [:]
  private var unknown = UnknownNames()
  /// The other versions of the questionnaire that have been told of.
  private var versionsTold: Set<String> = []

  init(
    _ table: CSVTable, _ columns: Columns, _ model: Questionnaire, _ words: TableWords,
    _ options: TableImport.Options
  ) {
    self.table = table
    self.columns = columns
    self.model = model
    self.options = options
    var answers: [Int: [String: String]] = [:]
    for (column, heading) in columns.headings.enumerated() {
      if let meanings = options.map?.answers[heading] { answers[column] = meanings }
    }
    let mark = options.decimalMark ?? TableFormat.decimalMark(of: table, columns, model)
    responses = ResponseCells(table, model, words, NumberCells(mark: mark), answers)
  }

  mutating func read(naming clusters: () -> ClusterNames) {
    let naming = options.naming.flatMap { columns.targets.firstIndex(of: .value($0)) }
    guard columns.column(.cluster) ?? columns.column(.name) ?? naming != nil else {
      findings.append(Diagnostic(.init("tables.no-cluster-column"), at: table.place(0, 0)))
      return
    }
    let names = columns.column(.cluster) == nil ? clusters() : ClusterNames()
    for row in table.rows where findings.count <= TableImport.mostFindings {
      switch columns.shape {
      case .wide: readWide(row, names, naming)
      case .long: readLong(row, names)
      }
    }
  }

  private mutating func readWide(_ row: Int, _ names: ClusterNames, _ naming: Int?) {
    guard let (key, place) = key(row, names, naming) else { return }
    if let first = indices[key] {
      report(
        "tables.repeated-assessment", row, columns.column(.cluster) ?? naming ?? 0,
        ["cluster": .text(key.cluster), "period": .text(key.period.description)],
        notes: [.init(.init("tables.first-row"), at: assessments[first].place)])
      return
    }
    var imported = start(key, place)
    if columns.column(.cluster) == nil, columns.column(.name) == nil, let naming {
      read(.name, row, naming, into: &imported)
    }
    for (fact, column) in columns.facts { read(fact, row, column, into: &imported) }
    for (question, given) in columns.cells(row) {
      guard let head = given.head else { continue }
      imported.take(
        read(given, to: question), to: question, at: table.place(head.row, head.column))
    }
    indices[key] = assessments.count
    assessments.append(imported)
  }

  private mutating func readLong(_ row: Int, _ names: ClusterNames) {
    guard let (key, place) = key(row, names, nil), let column = columns.long[.question] else {
      return
    }
    let index = indices[key] ?? assessments.count
    if index == assessments.count {
      indices[key] = index
      assessments.append(start(key, place))
    }
    let name = String(table.text(row, column).trimmed)
    switch ColumnNames(model: model).target(name) {
    case .fact(let fact):
      guard let value = columns.long[.value] else { return }
      var imported = assessments[index]
      read(fact, row, value, into: &imported)
      assessments[index] = imported
    case .value(let question):
      if let earlier = assessments[index].places[question] {
        report(
          "assessment.repeated-question", row, column, ["name": .text(name)],
          notes: [.init(.init("assessment.first-response"), at: earlier)])
        return
      }
      var given = AnswerCells()
      for (part, column) in columns.long {
        guard let target = part.target(question) else { continue }
        given.add(target, .init(row: row, column: column))
      }
      let place = table.place(row, column)
      assessments[index].take(read(given, to: question), to: question, at: place)
    default:
      findings.append(
        unknown.finding(
          .init("assessment.unknown-question"), name, at: table.place(row, column),
          among: model.questions.map(\.id)))
    }
  }

  private func start(_ key: AssessmentKey, _ place: Place) -> ImportedAssessment {
    let header = AssessmentHeader(
      cluster: key.cluster, period: key.period, questionnaire: model.id, version: model.version,
      digest: model.digest)
    return ImportedAssessment(
      key: key, assessment: StoredAssessment(header: header), place: place)
  }

  private mutating func read(_ given: AnswerCells, to question: Int) -> ResponseCells.Reading {
    var problems: [ResponseCells.Located] = []
    let reading = responses.read(given, to: question, &problems)
    for problem in problems {
      report(problem.problem, problem.address.row, problem.address.column)
    }
    return reading
  }
}

// MARK: Whose a row is

extension AssessmentCells {
  private mutating func key(
    _ row: Int, _ names: ClusterNames, _ naming: Int?
  ) -> (key: AssessmentKey, place: Place)? {
    guard let period = period(row) else { return nil }
    let cluster: (id: String, column: Int)?
    if let column = columns.column(.cluster) {
      cluster = identifier(row, column).map { ($0, column) }
    } else {
      let column = columns.column(.name) ?? naming ?? 0
      cluster = identifier(named: row, column, names).map { ($0, column) }
    }
    guard let cluster else { return nil }
    do {
      let key = try AssessmentKey(
        cluster: cluster.id, questionnaire: model.id, period: period)
      return (key, table.place(row, cluster.column))
    } catch {
      report("assessment.invalid-cluster", row, cluster.column, ["name": .text(cluster.id)])
      return nil
    }
  }

  private mutating func identifier(_ row: Int, _ column: Int) -> String? {
    let text = String(table.text(row, column).trimmed)
    guard !text.isEmpty else {
      report("tables.no-cluster", row, column)
      return nil
    }
    guard AssessmentKey.isClusterIdentifier(text) else {
      report("assessment.invalid-cluster", row, column, ["name": .text(text)])
      return nil
    }
    return text
  }

  private mutating func identifier(
    named row: Int, _ column: Int, _ names: ClusterNames
  ) -> String? {
    let name = String(table.text(row, column).trimmed)
    guard !name.isEmpty else {
      report("tables.no-cluster", row, column)
      return nil
    }
    switch names.meaning(of: name) {
    case .known(let cluster): return cluster
    case .new(let cluster):
      let folded = name.folded
      guard newNames.updateValue(folded, forKey: cluster) ?? folded == folded else {
        report("tables.name-taken", row, column, ["name": .text(name), "cluster": .text(cluster)])
        return nil
      }
      findings.append(
        Diagnostic(
          .init("tables.new-cluster"), .note, at: table.place(row, column),
          ["name": .text(name), "cluster": .text(cluster)]))
      return cluster
    case .ambiguous(let clusters):
      report(
        "tables.ambiguous-name", row, column,
        ["name": .text(name), "candidates": .list(clusters)])
    case .taken(let cluster):
      report("tables.name-taken", row, column, ["name": .text(name), "cluster": .text(cluster)])
    case .none: report("tables.name-unusable", row, column, ["name": .text(name)])
    }
    return nil
  }

  private mutating func period(_ row: Int) -> Period? {
    let column = columns.column(.period)
    let text = column.map { String(table.text(row, $0).trimmed) } ?? ""
    guard let column, !text.isEmpty else {
      if let period = options.period { return period }
      report("tables.no-period", row, column ?? 0)
      return nil
    }
    guard let period = Period(text: text), period.unit == model.periodUnit else {
      report(
        "assessment.invalid-period", row, column,
        ["name": .text(text), "example": .text(model.periodUnit.example)])
      return nil
    }
    return period
  }
}

// MARK: What a row says of the whole

extension AssessmentCells {
  private mutating func read(
    _ fact: TableFact, _ row: Int, _ column: Int, into imported: inout ImportedAssessment
  ) {
    guard !table.isEmpty(row, column) else { return }
    let text = table.text(row, column)
    imported.facts.insert(fact)
    switch fact {
    case .cluster, .period, .format: break
    case .name:
      if let problem = AssessmentHeader.problem(withName: text) {
        report(
          "assessment.\(problem.rawValue)", row, column,
          ["count": .count(AssessmentHeader.longestName)])
      }
      imported.assessment.header.name = text
    case .questionnaire:
      if text != model.id {
        report(
          "assessment.other-questionnaire", row, column,
          ["name": .text(text), "expected": .text(model.id)])
      }
    case .version:
      if text != model.version, !versionsTold.contains(text) {
        versionsTold.insert(text)
        findings.append(
          Diagnostic(
            .init("assessment.other-digest"), .warning, at: table.place(row, column),
            ["written": .text(text), "current": .text(model.version)]))
      }
    case .form:
      let known = ["full"] + model.forms.map(\.id)
      if !known.contains(text) {
        report(
          "assessment.unknown-form", row, column, ["name": .text(text), "known": .list(known)])
      }
      imported.assessment.header.form = text == "full" ? nil : text
    case .language: imported.assessment.header.language = text
    case .status:
      guard let status = AssessmentStatus(rawValue: text) else {
        report(
          "assessment.unknown-status", row, column,
          ["name": .text(text), "known": .list(AssessmentStatus.allCases.map(\.rawValue))])
        return
      }
      imported.assessment.header.status = status
    case .tags:
      let tags = text.split { " ,;".contains($0) || $0.isWhitespace }.map(String.init)
      for tag in tags where !AssessmentHeader.isTag(tag) {
        report("assessment.invalid-tag", row, column, ["name": .text(tag)])
      }
      imported.assessment.header.tags = Set(tags).sorted()
    case .note:
      for problem in model.questions.first?.problems(withRemark: text) ?? [] {
        report(CellProblem(problem, model), row, column)
      }
      imported.assessment.header.note = text
    case .record:
      let found = Findings()
      RecordText.read(head: text, into: &imported.assessment, on: model, found)
      for finding in found.list where finding.severity == .error {
        report(
          CellProblem(finding.code.rawValue, finding.arguments, help: finding.help), row, column)
      }
    }
  }
}

// MARK: Findings

extension AssessmentCells {
  private mutating func report(
    _ code: String, _ row: Int, _ column: Int,
    _ arguments: [String: Diagnostic.Argument] = [:], notes: [Diagnostic.Note] = []
  ) {
    report(CellProblem(code, arguments), row, column, notes)
  }

  private mutating func report(
    _ problem: CellProblem, _ row: Int, _ column: Int, _ notes: [Diagnostic.Note] = []
  ) {
    let heading = column < columns.headings.count ? columns.headings[column] : ""
    findings.append(
      Diagnostic(
        .init(problem.code), at: table.place(row, column), problem.arguments, help: problem.help,
        notes: [
          .init(
            .init("tables.cell"), at: nil,
            ["row": .count(table.number(row)), "column": .text(heading)])
        ] + notes))
  }
}
