import Interview
public import Questionnaire
public import Results

/// Writes assessments as tables that `TableImport` reads again without loss.
public struct TableExport: Sendable {
  /// What a row is.
  public enum Shape: String, Sendable, CaseIterable {
    /// A row for each assessment, a column for each thing said.
    case wide
    /// A row for each answer.
    case long
  }

  let model: Questionnaire
  let notation: CSVNotation
  let names: ColumnNames

  /// Tables of answers to a questionnaire.
  public init(_ model: Questionnaire, notation: CSVNotation = CSVNotation()) {
    self.model = model
    self.notation = notation
    names = ColumnNames(model: model)
  }

  /// The table of assessments, in their order.
  ///
  /// The columns are those of the questionnaire, whatever has been answered.
  ///
  /// - Parameter isWhole: Whether everything is there that is needed to put the assessments in place
  ///   again; otherwise values and states alone.
  /// - Returns: The file, in UTF-8.
  public func table(
    _ assessments: [StoredAssessment], shape: Shape = .wide, isWhole: Bool = true
  ) -> [UInt8] {
    switch shape {
    case .wide: wide(assessments, isWhole)
    case .long: long(assessments, isWhole)
    }
  }

  /// The facts that stand before the answers.
  static let leading: [TableFact] = [.cluster, .period, .name, .status, .form, .language]
  /// Those that stand behind them.
  static let trailing: [TableFact] = [.tags, .note, .questionnaire, .version, .format, .record]

  func fact(_ fact: TableFact, of assessment: StoredAssessment) -> CellContent {
    let header = assessment.header
    return switch fact {
    case .cluster: .plain(header.cluster)
    case .period: .plain(header.period.description)
    case .name: CellContent(header.name)
    case .questionnaire: .plain(model.id)
    case .version: .plain(model.version)
    case .form: .plain(header.form ?? "full")
    case .language: CellContent(header.language)
    case .status: .plain(header.status.rawValue)
    case .tags: header.tags.isEmpty ? .empty : .plain(header.tags.joined(separator: " "))
    case .note: CellContent(header.note)
    case .format: .plain(notation.hasDecimalComma ? TableFormat.comma : TableFormat.point)
    case .record: CellContent(RecordText.text(headOf: assessment))
    }
  }

  /// What is said of every question, in the order of the questionnaire.
  func answers(of assessment: StoredAssessment) -> [AnswerRow] {
    let interview = assessment.interview(on: model)
    return model.questions.map { question in
      AnswerRow(
        question, assessment.responses[question.index], at: assessment.times[question.index],
        isAsked: interview.isAsked(question.index))
    }
  }
}
