import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit

@testable import Tables

/// What the tests of this room share.
enum Fixture {
  struct Refused: Error { var findings: [String] }

  static let words = TableWords(
    yes: ["taip", "t"], no: ["ne", "n"], notApplicable: ["n/a", "netaikoma"],
    noData: ["nežinau", "nėra duomenų"])

  static func model(_ text: String = shortModel) throws -> Questionnaire {
    let checked = Questionnaire.load(SourceFile(name: "model.yaml", text: text))
    guard let model = checked.value else { throw Refused(findings: checked.diagnostics.summary) }
    return model
  }

  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func flagship() throws -> Questionnaire {
    let url = root.appending(path: "questionnaires/cluster-maturity.yaml")
    return try model(String(contentsOf: url, encoding: .utf8))
  }

  /// The results that ship with the program.
  static func shipped(_ model: Questionnaire) throws -> [StoredAssessment] {
    let folder = ResultsFolder(root.appending(path: "results").path)
    return try folder.assessments(by: model.id).compactMap { try folder.read($0, on: model).value }
  }

  /// Reads a table of the short model, or of another.
  static func read(
    _ bytes: [UInt8], on model: Questionnaire, separator: Separator? = nil,
    options: TableImport.Options = .init(period: Period(text: "2025")),
    clusters: ClusterNames = ClusterNames()
  ) -> Checked<[ImportedAssessment]?> {
    let table = CSVTable.read(SourceFile(name: "table.csv", bytes: bytes), separator: separator)
    guard let value = table.value else { return Checked(nil, table.diagnostics) }
    let read = TableImport.read(
      value, on: model, words: words, options: options, clusters: { clusters })
    return Checked(read.value, table.diagnostics + read.diagnostics)
  }

  static func read(
    _ text: String, on model: Questionnaire,
    options: TableImport.Options = .init(period: Period(text: "2025"))
  ) -> Checked<[ImportedAssessment]?> {
    read(Array(text.utf8), on: model, options: options)
  }
}

extension StoredAssessment {
  /// Without what belongs to the files and not to the answers: the history's number, and the state
  /// of the model's file.
  func withoutFile(_ model: Questionnaire) -> StoredAssessment {
    var assessment = self
    assessment.header.sequence = 0
    assessment.header.digest = model.digest
    assessment.header.version = model.version
    return assessment
  }
}
