import Interview
import Questionnaire
import Results

extension TableExport {
  func wide(_ assessments: [StoredAssessment], _ isWhole: Bool) -> [UInt8] {
    var writer = CSVWriter(notation)
    writer.write(row: headings(isWhole).map { CellContent.plain(names.name($0)) })
    for assessment in assessments { writer.write(row: row(assessment, isWhole)) }
    return writer.bytes
  }

  /// What people and statistics read stands before what only the way back needs.
  func headings(_ isWhole: Bool) -> [ColumnTarget] {
    var targets = Self.leading.map(ColumnTarget.fact)
    for question in model.questions {
      if case .multiple(let choices, _) = question.kind {
        targets += choices.indices.map { .choice(question.index, choice: $0) }
      } else {
        targets.append(.value(question.index))
      }
      targets.append(.part(question.index, .state))
    }
    guard isWhole else { return targets }
    targets += Self.trailing.map(ColumnTarget.fact)
    for question in model.questions {
      targets += [.reason, .comment, .evidence, .record].map { .part(question.index, $0) }
    }
    return targets
  }

  private func row(_ assessment: StoredAssessment, _ isWhole: Bool) -> [CellContent] {
    let answers = answers(of: assessment)
    var cells = Self.leading.map { fact($0, of: assessment) }
    for answer in answers {
      if case .multiple(let choices, _) = answer.question.kind {
        cells += ticks(choices.count, answer)
      } else {
        cells.append(answer.cell(notation))
      }
      cells.append(.plain(answer.state.rawValue))
    }
    guard isWhole else { return cells }
    cells += Self.trailing.map { fact($0, of: assessment) }
    for answer in answers {
      cells += [answer.reason, answer.comment, answer.evidence, answer.record].map {
        CellContent($0)
      }
    }
    return cells
  }

  /// 1 and 0 for each choice; nothing where the question is not answered, which is not “no”.
  private func ticks(_ count: Int, _ answer: AnswerRow) -> [CellContent] {
    guard case .choices(let ticked)? = answer.value else {
      return Array(repeating: CellContent.empty, count: count)
    }
    return (0..<count).map { place in CellContent.plain(ticked.contains(place) ? "1" : "0") }
  }
}
