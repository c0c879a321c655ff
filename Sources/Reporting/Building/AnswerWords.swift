import Interview
import Language
import Numbers
import Questionnaire

extension Words {
  /// The effective answer to a question as a person would say it.
  func answer(_ state: AnswerState, to question: Question) -> String {
    switch state {
    case .answered(let value): answer(value, to: question.kind)
    case .unanswered: texts("answer.unanswered")
    case .notApplicable(let reason?):
      texts("answer.not-applicable-because", ["reason": .text(reason)])
    case .notApplicable(nil): texts("answer.not-applicable")
    case .noData: texts("answer.no-data")
    case .notAsked: texts("answer.not-asked")
    }
  }

  /// The answer in words; a value that does not suit the kind is shown as it stands.
  func answer(_ value: AnswerValue, to kind: AnswerKind) -> String {
    switch (value, kind) {
    case (.step(let step), .ladder(let steps)) where steps.indices.contains(step - 1):
      "\(step). " + self(steps[step - 1])
    case (.choice(let index), _) where kind.choices.indices.contains(index):
      self(kind.choices[index].text)
    case (.choices(let indices), .multiple(let choices, _)):
      if indices.isEmpty {
        texts("answer.nothing-ticked")
      } else {
        indices.filter(choices.indices.contains).map { self(choices[$0].text) }
          .joined(separator: "; ")
      }
    case (.yesNo(let yes), _): yes ? texts("common.yes") : texts("common.no")
    case (.number(let number), _): self.number(number, kind)
    case (.day(let day), _): texts.date(year: day.year, month: day.month, day: day.day)
    case (.text(let text), _): text
    case (.step(let step), _): String(step)
    case (.choice(let index), _): String(index + 1)
    case (.choices(let indices), _): indices.map { String($0 + 1) }.joined(separator: ", ")
    }
  }

  private func number(_ number: DecimalNumber, _ kind: AnswerKind) -> String {
    switch kind {
    case .percent: numbers.percent(number, maximumPlaces: DecimalNumber.largestScale)
    case .money(_, let currency):
      numbers.money(number, currency: Self.signs[currency] ?? currency)
    case .year: numbers.format(number, grouping: false)
    default:
      numbers.format(number)
        + (kind.numberLimits?.unit.map { "\u{A0}" + self($0) } ?? "")
    }
  }

  /// Signs of currencies that everybody reads.
  private static let signs = ["EUR": "€", "USD": "$", "GBP": "£"]
}
