import Numbers
public import Questionnaire

/// What the columns of a table mean: a row for each question, and one for each of its choices and
/// steps.
public struct Codebook: Sendable {
  private let model: Questionnaire
  private let notation: CSVNotation

  /// The codebook of a questionnaire.
  public init(_ model: Questionnaire, notation: CSVNotation = CSVNotation()) {
    self.model = model
    self.notation = notation
  }

  /// The file, in UTF-8.
  public func table() -> [UInt8] {
    var writer = CSVWriter(notation)
    let heads =
      ["column", "code", "capacity", "kind", "value"]
      + model.languages.map { "text_" + $0 }
      + ["minimum", "maximum", "places", "unit", "weight", "respondents", "retired"]
    writer.write(row: heads.map(CellContent.plain))
    for question in model.questions {
      writer.write(row: row(question))
      for row in answers(question) { writer.write(row: row) }
    }
    return writer.bytes
  }

  private func row(_ question: Question) -> [CellContent] {
    let node = question.node.map { model.nodes[$0].id }
    let limits = limits(question.kind)
    let weight = DecimalNumber(exactly: model.statedWeight(of: question.index))
    return [
      .plain(question.id), CellContent(question.code), node.map { .plain($0) } ?? .empty,
      .plain(question.kind.name), .empty,
    ] + texts(question.ask) + limits + [
      question.isScored ? weight.map { .plain(notation.text($0)) } ?? .empty : .empty,
      .plain(
        Respondent.allCases.filter(question.respondents.contains).map(\.rawValue)
          .joined(separator: " ")),
      .empty,
    ]
  }

  /// The rows of a question's choices or steps.
  private func answers(_ question: Question) -> [[CellContent]] {
    let isMultiple = if case .multiple = question.kind { true } else { false }
    var answers: [(id: String, text: LocalizedText, isRetired: Bool)] = question.kind.choices.map {
      ($0.id, $0.text, $0.isRetired)
    }
    if case .ladder(let steps) = question.kind {
      answers = steps.enumerated().map { (String($0.offset + 1), $0.element, false) }
    }
    return answers.map { answer in
      let column = isMultiple ? "\(question.id)[\(answer.id)]" : question.id
      return [
        .plain(column), .empty, .empty, .plain("choice"), .plain(isMultiple ? "1" : answer.id),
      ] + texts(answer.text) + Array(repeating: .empty, count: 6)
        + [answer.isRetired ? .plain("retired") : .empty]
    }
  }

  private func texts(_ text: LocalizedText) -> [CellContent] {
    model.languages.map { language in
      CellContent(text.versions.first { $0.language == language }?.text)
    }
  }

  /// Least, greatest, decimal places and unit.
  private func limits(_ kind: AnswerKind) -> [CellContent] {
    func number(_ number: DecimalNumber?) -> CellContent {
      number.map { .plain(notation.text($0)) } ?? .empty
    }
    switch kind {
    case .multiple(_, let count):
      return [
        .plain(String(count.lowerBound)),
        count.upperBound >= kind.choices.count ? .empty : .plain(String(count.upperBound)), .empty,
        .empty,
      ]
    case .date(let earliest, let latest):
      return [
        earliest.map { .plain($0.description) } ?? .empty,
        latest.map { .plain($0.description) } ?? .empty, .empty, .empty,
      ]
    case .text(let lines, let maximum):
      return [.plain(String(lines)), .plain(String(maximum)), .empty, .empty]
    default:
      guard let limits = kind.numberLimits else { return Array(repeating: .empty, count: 4) }
      let currency: String? = if case .money(_, let currency) = kind { currency } else { nil }
      let unit = limits.unit?(model.languages.first ?? "") ?? currency
      return [
        number(limits.minimum), number(limits.maximum), .plain(String(limits.places)),
        CellContent(unit),
      ]
    }
  }
}
