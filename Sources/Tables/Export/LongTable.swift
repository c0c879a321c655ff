import Interview
import Questionnaire
import Results

extension TableExport {
  func long(_ assessments: [StoredAssessment], _ isWhole: Bool) -> [UInt8] {
    var writer = CSVWriter(notation)
    let parts: [String] =
      ["cluster", "period", "question", "state", "value"]
      + (isWhole ? ["reason", "comment", "evidence", "record"] : [])
    writer.write(row: parts.map(CellContent.plain))
    for assessment in assessments {
      let beginning = [fact(.cluster, of: assessment), fact(.period, of: assessment)]
      if isWhole {
        let facts = (Self.leading + Self.trailing).filter { $0 != .cluster && $0 != .period }
        for fact in facts {
          let value = self.fact(fact, of: assessment)
          if case .empty = value { continue }
          writer.write(
            row: beginning + [.plain(TableFact.prefix + fact.rawValue), .empty, value]
              + Array(repeating: .empty, count: 4))
        }
      }
      for answer in answers(of: assessment) {
        var row =
          beginning + [
            .plain(answer.question.id), .plain(answer.state.rawValue), answer.cell(notation),
          ]
        if isWhole {
          row += [answer.reason, answer.comment, answer.evidence, answer.record].map {
            CellContent($0)
          }
        }
        writer.write(row: row)
      }
    }
    return writer.bytes
  }
}
