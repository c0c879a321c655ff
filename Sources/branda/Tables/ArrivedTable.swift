import Diagnostics
import DisplayWidth
import Interview
import Language
import Questionnaire
import Results
import Tables

/// A table that came by mail, or from a program for forms: a row for each assessment or answer.
struct ArrivedTable {
  let path: String
  let models: Models
  let folder: ResultsFolder
  let options: TableOptions
  let period: String?
  let columns: String?
  let naming: String?
  let console: Console

  /// Reads and checks the whole table; nothing has been written.
  ///
  /// - Throws: `ArrivedAssessment.Refusal` with all that is wrong in it, or a `Failure`.
  func read() throws -> [ArrivedAssessment] {
    let file = try Files.read(path, limit: CSVLimits.standard.bytes)
    let table = CSVTable.read(file, separator: try options.namedSeparator())
    guard let table = table.value else {
      throw ArrivedAssessment.Refusal(findings: table.diagnostics, exit: .badData)
    }
    let model = try model(of: table)
    let read = TableImport.read(
      table, on: model, words: .all, options: try importOptions(model),
      clusters: { clusterNames(model) })
    guard let rows = read.value else {
      throw ArrivedAssessment.Refusal(findings: read.diagnostics, exit: .badData)
    }
    console.show(read.diagnostics + rows.flatMap { violations($0, model) })
    return rows.map { ArrivedAssessment($0, of: file, on: model) }
  }

  /// The questionnaire that the table names, else the only one at hand.
  private func model(of table: CSVTable) throws(Failure) -> Questionnaire {
    let stated = TableImport.questionnaire(of: table)
    let identifiers = Set(models.all.map(\.id))
    let wanted = stated.flatMap { identifiers.contains($0) ? $0 : nil }
    if let id = wanted ?? (identifiers.count == 1 ? identifiers.first : nil),
      let model = models.all.filter({ $0.id == id }).newest
    {
      return model
    }
    throw Failure("exit.table-questionnaire", exit: .usage)
  }

  private func importOptions(_ model: Questionnaire) throws -> TableImport.Options {
    var result = TableImport.Options(decimalMark: options.decimal?.character)
    if let period {
      guard let given = Period(text: period), given.unit == model.periodUnit else {
        throw Failure(
          "exit.invalid-period",
          ["period": .text(period.madeVisible), "example": .text(model.periodUnit.example)],
          exit: .usage)
      }
      result.period = given
    }
    if let naming {
      guard let question = model.index(of: naming) else {
        throw Failure("exit.unknown-question", ["name": .text(naming.madeVisible)], exit: .usage)
      }
      result.naming = question
    }
    if let columns {
      let read = ColumnMap.read(try Files.read(columns), on: model)
      guard let map = read.value else {
        throw ArrivedAssessment.Refusal(findings: read.diagnostics, exit: .badData)
      }
      result.map = map
    }
    return result
  }

  /// The names by which clusters call themselves in their latest rounds.
  private func clusterNames(_ model: Questionnaire) -> ClusterNames {
    var names = ClusterNames()
    for cluster in (try? folder.clusters()) ?? [] {
      let key = try? folder.latest(of: cluster, by: model.id)
      let assessment = key.flatMap { try? folder.read($0, on: model).value }
      names.add(cluster, name: assessment?.header.name)
    }
    return names
  }

  /// What the model says against answers that go together badly. They are taken all the same: whoever
  /// goes on with the assessment is told, too.
  private func violations(_ imported: ImportedAssessment, _ model: Questionnaire) -> [Diagnostic] {
    imported.assessment.interview(on: model).problems.compactMap { problem in
      guard let message = problem.message else { return nil }
      return Diagnostic(
        .init("fill.answer-constraint"), .warning,
        at: imported.places[problem.question] ?? imported.place,
        [
          "question": .text(model.questions[problem.question].id),
          "message": .text(message(console.texts.language.rawValue)),
        ])
    }
  }
}

extension TableWords {
  /// The words of all languages of the program.
  static let all: TableWords = {
    let languages = Texts.available.map(Texts.texts)
    func words(_ name: String, _ separator: Character) -> [String] {
      languages.flatMap { $0(name).split(separator: separator).map(String.init) }
    }
    return TableWords(
      yes: words("plain.words.yes", " ") + languages.map { $0("common.yes") },
      no: words("plain.words.no", " ") + languages.map { $0("common.no") },
      notApplicable: words("tables.words.not-applicable", ",")
        + languages.map { $0("answer.not-applicable") },
      noData: words("tables.words.no-data", ",") + languages.map { $0("answer.no-data") })
  }()
}
