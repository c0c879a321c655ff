import Interview
import Numbers
import Questionnaire

/// An answer by identifiers and plain numbers, as the results folder writes it.
enum PlainValue: Encodable, Sendable, Hashable {
  case integer(Int)
  case decimal(DecimalNumber)
  case text(String)
  case list([String])

  init(_ value: AnswerValue, _ kind: AnswerKind) {
    func id(_ index: Int) -> String {
      kind.choices.indices.contains(index) ? kind.choices[index].id : String(index)
    }
    self =
      switch value {
      case .step(let step): .integer(step)
      case .choice(let index): .text(id(index))
      case .choices(let indices): .list(indices.map(id))
      case .yesNo(let yes): .text(yes ? AnswerKind.yes : AnswerKind.no)
      case .number(let number): .decimal(number)
      case .day(let day): .text(day.description)
      case .text(let text): .text(text)
      }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let integer): try container.encode(integer)
    case .decimal(let number): try container.encode(number.doubleValue)
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    }
  }
}
