import Clusters
import Documents
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Workbook.Sheet {
  /// One row for each question, whatever became of it; the five states stand apart.
  static func answers(of assessed: AssessedCluster, _ words: Words) -> Workbook.Sheet {
    let texts = words.texts
    let questions = assessed.interview.questionnaire.questions
    let heads = [
      "sheet.number", "table.capacity", "table.question", "table.state", "table.answer",
      "sheet.value", "table.points", "sheet.comment", "table.evidence", "sheet.confirmed-by",
      "sheet.confirmed-on",
    ]
    return Workbook.Sheet(
      name: texts("report.answers"), widths: [10, 24, 52, 14, 44, 12, 9, 32, 32, 18, 13],
      rows: [heads.map { .text(texts($0), .heading) }]
        + questions.map { words.answerRow($0, of: assessed) },
      frozenRows: 1, frozenColumns: 1,
      filter: .init(rows: 0...questions.count, columns: 0...(heads.count - 1)), isLandscape: true)
  }
}

extension Words {
  fileprivate func answerRow(
    _ question: Question, of assessed: AssessedCluster
  ) -> [Workbook.Cell] {
    let interview = assessed.interview
    let model = interview.questionnaire
    let state = interview.state(of: question.index)
    // What is parked is nobody's answer.
    let response = state == .notAsked ? nil : interview.response(to: question.index)
    var value: Workbook.Cell = .empty
    if case .answered(let answer) = state, !question.isConfidential {
      value = Workbook.Cell(answer)
    }
    // What people write beside a confidential answer can give it away.
    let told = question.isConfidential ? nil : response
    let evidence = (told?.evidence ?? []).map { proof in
      proof.text + (proof.validUntil.map { " (" + validUntil($0) + ")" } ?? "")
    }
    return [
      .text(question.code ?? question.id),
      question.capacity.map { .text(self(model.capacities[$0].title)) } ?? .empty,
      .text(self(question.ask)), .text(texts("sheet.state.\(state.kind.rawValue)")),
      .text(printedAnswer(to: question, of: interview)), value,
      .number(printedPoints(of: question, assessed.score)?.doubleValue, .general),
      told?.comment.map { .text($0) } ?? .empty,
      evidence.isEmpty ? .empty : .text(evidence.joined(separator: "\n")),
      response?.confirmation.map { .text($0.by) } ?? .empty,
      response?.confirmation.map { Workbook.Cell(.day(.init($0.on))) } ?? .empty,
    ]
  }

  private func validUntil(_ day: Day) -> String {
    texts("report.valid-until", ["day": .text(day.description)])
  }
}

extension Workbook.Cell {
  /// What can be counted with of an answer.
  fileprivate init(_ answer: AnswerValue) {
    switch answer {
    case .step(let step): self = .count(step)
    case .number(let number): self = .number(number.rational.doubleValue, .general)
    case .day(let day) where day.year >= 1900: self = Workbook.Cell(.day(.init(day)))
    case .yesNo, .choice, .choices, .text, .day: self = .empty
    }
  }
}
