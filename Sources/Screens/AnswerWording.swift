import DisplayWidth
import Interview
import Language
import Numbers
import Questionnaire

/// Answers in words, as a person reads them back.
struct AnswerWording {
  let texts: Texts
  let style: NumberStyle

  private var language: String { texts.language.rawValue }

  init(_ texts: Texts) {
    self.texts = texts
    style = .of(language: texts.language.rawValue)
  }

  /// The state of an answer in one line.
  func state(_ state: AnswerState, of question: Question) -> String {
    switch state {
    case .answered(let value): self.value(value, of: question)
    case .unanswered: texts("answer.unanswered")
    case .noData: texts("answer.no-data")
    case .notAsked: texts("answer.not-asked")
    case .notApplicable(let reason):
      if let reason, !reason.isEmpty {
        texts("answer.not-applicable-because", ["reason": .text(reason)])
      } else {
        texts("answer.not-applicable")
      }
    }
  }

  /// Choices with their numbers, so that the answer read back is the answer to type.
  func value(_ value: AnswerValue, of question: Question) -> String {
    switch (value, question.kind) {
    case (.step(let step), .ladder(let steps)) where steps.indices.contains(step - 1):
      return "\(step). \(steps[step - 1](language))"
    case (.choice(let place), let kind) where kind.choices.indices.contains(place):
      return "\(place + 1). \(kind.choices[place].text(language))"
    case (.choices(let places), let kind):
      let chosen = places.filter(kind.choices.indices.contains)
      if chosen.isEmpty { return texts("plain.none-of-them") }
      return chosen.map { "\($0 + 1). \(kind.choices[$0].text(language))" }.joined(separator: "; ")
    case (.yesNo(let yes), _): return texts(yes ? "common.yes" : "common.no")
    case (.number(let number), let kind): return self.number(number, of: kind)
    case (.day(let day), _): return day.description
    case (.text(let text), _): return text
    case (.step(let step), _): return String(step)
    case (.choice(let place), _): return String(place + 1)
    }
  }

  /// A number with its unit.
  func number(_ number: DecimalNumber, of kind: AnswerKind) -> String {
    switch kind {
    case .percent: return style.percent(number, maximumPlaces: DecimalNumber.largestScale)
    case .money(_, let currency):
      guard number.scale <= 2 else { return style.format(number) + "\u{A0}" + currency }
      return style.money(number, currency: currency)
    case .year: return style.format(number, grouping: false)
    default:
      let unit = kind.numberLimits?.unit.map { "\u{A0}(" + $0(language) + ")" } ?? ""
      return style.format(number) + unit
    }
  }

  /// A long answer cut to its beginning.
  func short(_ text: String, columns: Int = 60) -> String {
    String(text.prefix { !$0.isNewline }).keepingStart(columns: columns)
  }
}
