import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// Everything in one language: the program's texts, the model's texts, numbers.
///
/// The one place where numbers are rounded: to one decimal place, halves away from zero.
struct Words: Sendable {
  let texts: Texts
  let numbers: NumberStyle
  let answers: AnswerWording

  init(_ language: LanguageTag) {
    texts = Texts.texts(language)
    numbers = NumberStyle.of(language: texts.language.rawValue)
    answers = AnswerWording(texts, for: .reading)
  }

  /// A text of the model.
  func callAsFunction(_ text: LocalizedText) -> String { text(texts.language.rawValue) }

  /// A score with exactly one decimal place: `70.0`.
  func score(_ value: Rational) -> String { format(value, minimumPlaces: 1) }

  /// A number with at most one decimal place: `70`, `22.5`.
  func plain(_ value: Rational) -> String { format(value, minimumPlaces: 0) }

  /// A share in per cent with at most one decimal place: `50%`, `50 %`.
  func share(_ value: Rational, minimumPlaces: Int = 0) -> String {
    value.rounded(places: 1).map { numbers.percent($0, minimumPlaces: minimumPlaces) }
      ?? value.description
  }

  /// A difference of scores with its sign: `+3.2`, `−0.4`, `0.0`.
  func change(_ value: Rational) -> String {
    let text = format(value.magnitude, minimumPlaces: 1)
    guard let rounded = value.rounded(places: 1), rounded != .zero else { return text }
    return (rounded.isNegative ? String(numbers.minusSign) : "+") + text
  }

  /// What missing answers leave open: `50.1–62.0`; a single number where nothing is.
  func range(_ score: Score) -> String? {
    guard let low = score.shownLow, let high = score.shownHigh else { return nil }
    if low == high { return self.score(low) }
    return texts(
      "common.from-to", ["low": .text(self.score(low)), "high": .text(self.score(high))])
  }

  func coverage(_ coverage: Coverage) -> String {
    part(coverage.answered, of: coverage.applicable)
  }

  func part(_ part: Int, of whole: Int) -> String {
    texts("common.part", ["part": .count(part), "whole": .count(whole)])
  }

  /// The number of a question people know, and the question: `HUM-01 Who runs the cluster?`
  func question(_ question: Question) -> String {
    question.code.map { $0 + " " + self(question.ask) } ?? self(question.ask)
  }

  func priority(_ priority: Recommendation.Priority) -> String {
    texts("priority.\(priority.rawValue)")
  }

  private func format(_ value: Rational, minimumPlaces: Int) -> String {
    guard let rounded = value.rounded(places: 1) else { return value.description }
    return numbers.format(rounded, minimumPlaces: minimumPlaces, maximumPlaces: 1)
  }
}

extension Words {
  /// The cell of a score, as the model's scale shows it.
  func cell(_ score: Score) -> Document.Cell { cell(score.shown) }

  /// The cell of a number that is shown as it is.
  func cell(_ value: Rational?) -> Document.Cell {
    value.map { .number(score($0), value: $0.doubleValue) } ?? .missing("–")
  }

  func cell(change value: Rational?) -> Document.Cell {
    value.map { .number(change($0), value: $0.doubleValue) } ?? .missing("–")
  }

  func cell(_ count: Int) -> Document.Cell { .number(String(count), value: Double(count)) }

  func cell(_ status: Status) -> Document.Cell {
    .state(texts("condition.\(status.rawValue)"), Document.Tone(status))
  }

  /// The cell of a bar; nothing to draw where nothing applies.
  func bar(_ score: Score) -> Document.Cell {
    guard let low = score.low, let high = score.high else { return .missing("–") }
    return .bar(
      Document.Bar(
        score.value.map { $0.doubleValue / 100 }, low: low.doubleValue / 100,
        high: high.doubleValue / 100))
  }

  /// The cell of a profile: one small bar for each capacity.
  func profile(_ capacities: [Score]) -> Document.Cell {
    .profile(capacities.map { $0.value.map { $0.doubleValue / 100 } })
  }
}

extension Document.Tone {
  init(_ status: Status) {
    self =
      switch status {
      case .met: .good
      case .unmet: .bad
      case .unknown: .open
      }
  }
}

extension Question {
  /// What names it in a list of many.
  var shortName: String { code ?? id }
}

extension ScoreNode {
  /// What heads a narrow column.
  var shortName: String { code ?? id }
}
