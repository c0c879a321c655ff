public import Interview
public import Language
public import Numbers
public import Questionnaire

/// Answers in the words of one language, as reports print them and as the interview reads them
/// back.
public struct AnswerWording: Sendable {
  /// What the person does with the words.
  public enum Purpose: Sendable {
    /// To be read: dates in words, choices by their texts.
    case reading
    /// To be typed again: dates as one types them, choices with their numbers.
    case typing
  }

  /// The texts whose language the answers are worded in.
  public let texts: Texts
  /// How that language writes numbers.
  public let style: NumberStyle
  private let purpose: Purpose

  /// Words in the language of the texts.
  public init(_ texts: Texts, for purpose: Purpose) {
    self.texts = texts
    self.purpose = purpose
    style = .of(language: texts.language.rawValue)
  }

  /// The state of an answer; of an answered question its value.
  public func state(_ state: AnswerState, of question: Question) -> String {
    switch state {
    case .answered(let value): self.value(value, of: question.kind)
    case .unanswered: texts("answer.unanswered")
    case .noData: texts("answer.no-data")
    case .notAsked: texts("answer.not-asked")
    case .notApplicable(let reason?) where !reason.isEmpty:
      texts("answer.not-applicable-because", ["reason": .text(reason)])
    case .notApplicable: texts("answer.not-applicable")
    }
  }

  /// A value; one that does not suit the kind is shown as it stands.
  public func value(_ value: AnswerValue, of kind: AnswerKind) -> String {
    switch (value, kind) {
    case (.step(let step), .ladder(let steps)) where steps.indices.contains(step - 1):
      return "\(step). " + text(steps[step - 1])
    case (.choice(let place), _) where kind.choices.indices.contains(place):
      return choice(place, kind.choices[place])
    case (.choices(let places), .multiple(let choices, _)):
      let ticked = places.filter(choices.indices.contains)
      if ticked.isEmpty { return texts("answer.nothing-ticked") }
      return ticked.map { choice($0, choices[$0]) }.joined(separator: "; ")
    case (.yesNo(let yes), _): return texts(yes ? "common.yes" : "common.no")
    case (.number(let number), _): return self.number(number, of: kind)
    case (.day(let day), _):
      return purpose == .typing
        ? day.description : texts.date(year: day.year, month: day.month, day: day.day)
    case (.text(let text), _): return text
    case (.step(let step), _): return String(step)
    case (.choice(let place), _): return String(place + 1)
    case (.choices(let places), _):
      return places.map { String($0 + 1) }.joined(separator: ", ")
    }
  }

  /// A number with its sign or unit, with all its places.
  ///
  /// A unit stands in brackets, because a noun that follows a number takes a form that depends on
  /// both number and language.
  public func number(_ number: DecimalNumber, of kind: AnswerKind) -> String {
    switch kind {
    case .percent: style.percent(number, maximumPlaces: DecimalNumber.largestScale)
    case .money(_, let currency): style.money(number, currency: Self.signs[currency] ?? currency)
    case .year: style.format(number, grouping: false)
    default:
      style.format(number) + (kind.numberLimits?.unit.map { "\u{A0}(" + text($0) + ")" } ?? "")
    }
  }

  private func choice(_ place: Int, _ choice: Choice) -> String {
    purpose == .typing ? "\(place + 1). " + text(choice.text) : text(choice.text)
  }

  private func text(_ text: LocalizedText) -> String { text(texts.language.rawValue) }

  /// Signs of currencies that everybody reads.
  private static let signs = ["EUR": "€", "USD": "$", "GBP": "£"]
}
