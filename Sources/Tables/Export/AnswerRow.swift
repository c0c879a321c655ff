import Interview
import Questionnaire
import Results

/// What a table says of one answer.
struct AnswerRow {
  let question: Question
  let state: AnswerState.Kind
  /// The value of an answered question, with the places of ticked choices where there are several.
  let value: AnswerValue?
  let reason: String?
  let comment: String?
  let evidence: String?
  let record: String?

  /// - Parameter state: The effective state: what is parked stands in the record alone.
  init(
    _ question: Question, _ response: Response?, at instant: Instant?, isAsked: Bool
  ) {
    self.question = question
    let response = response ?? Response()
    // What the columns could not tell again goes into the record as it is, too.
    let isBlankReason = response.answer == .notApplicable(reason: "")
    let isWhole = response.answer != nil && (!isAsked || isBlankReason)
    switch response.answer {
    case _ where !isAsked: state = .notAsked
    case .value where !isWhole: state = .answered
    case .notApplicable where !isWhole: state = .notApplicable
    case .noData where !isWhole: state = .noData
    default: state = .unanswered
    }
    var answered: AnswerValue?
    var given: String?
    if !isWhole {
      switch response.answer {
      case .value(let value): answered = value
      case .notApplicable(let reason): given = reason
      case .noData, nil: break
      }
    }
    value = answered
    reason = given
    comment = isWhole ? nil : response.comment
    let proofs = isWhole ? nil : EvidenceText.text(response.evidence)
    evidence = proofs?.isEmpty == true ? nil : proofs
    var rest = response
    if !isWhole { rest.comment = nil }
    if proofs != nil { rest.evidence = [] }
    record = RecordText.text(rest, at: instant, of: question, isParked: isWhole)
  }

  /// A value that stands in one cell.
  func cell(_ notation: CSVNotation) -> CellContent {
    switch value {
    case .number(let number): .plain(notation.text(number))
    case .text(let text): .text(text)
    case let value?:
      switch question.kind.written(value) {
      case .scalar(let text): .plain(text)
      case .list(let words): .plain(words.joined(separator: " "))
      case nil: .empty
      }
    case nil: .empty
    }
  }
}
