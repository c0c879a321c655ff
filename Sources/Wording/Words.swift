public import Language
public import Numbers
public import Questionnaire
public import Scoring

/// Everything in one language: the program's texts, the model's texts, numbers.
///
/// The one place where numbers are rounded: to one decimal place, halves away from zero.
public struct Words: Sendable {
  /// What the program says in the language.
  public let texts: Texts
  /// How the language writes numbers.
  public let numbers: NumberStyle
  /// How answers are told in it.
  public let answers: AnswerWording

  /// Words to be read, in a language that the program speaks, or else in the one it falls back to.
  public init(_ language: LanguageTag) {
    texts = Texts.texts(language)
    numbers = NumberStyle.of(language: texts.language.rawValue)
    answers = AnswerWording(texts, for: .reading)
  }

  /// A text of the model.
  public func callAsFunction(_ text: LocalizedText) -> String { text(texts.language.rawValue) }

  // MARK: Numbers

  /// A score with exactly one decimal place: `70.0`.
  public func score(_ value: Rational) -> String { format(value, minimumPlaces: 1) }

  /// A number with at most one decimal place: `70`, `22.5`.
  public func plain(_ value: Rational) -> String { format(value, minimumPlaces: 0) }

  /// A number with all its places as long as they are few: weights, points and sums are read exactly.
  public func exact(_ value: Rational) -> String {
    if let decimal = DecimalNumber(exactly: value), decimal.rounded(places: 6) == decimal {
      return numbers.format(decimal)
    }
    return value.rounded(places: 2).map { numbers.format($0) } ?? value.description
  }

  /// A share in per cent with at most one decimal place: `50%`, `50 %`.
  public func share(_ value: Rational, minimumPlaces: Int = 0) -> String {
    value.rounded(places: 1).map { numbers.percent($0, minimumPlaces: minimumPlaces) }
      ?? value.description
  }

  /// A difference of scores with its sign: `+3.2`, `−0.4`, `0.0`.
  public func change(_ value: Rational) -> String {
    let text = format(value.magnitude, minimumPlaces: 1)
    guard let rounded = value.rounded(places: 1), rounded != .zero else { return text }
    return (rounded.isNegative ? String(numbers.minusSign) : "+") + text
  }

  /// What missing answers leave open: `50.1–62.0`; a single number where nothing is.
  public func range(_ score: Score) -> String? {
    guard let low = score.shownLow, let high = score.shownHigh else { return nil }
    if low == high { return self.score(low) }
    return texts(
      "common.from-to", ["low": .text(self.score(low)), "high": .text(self.score(high))])
  }

  /// How many of the applicable questions are answered: `58 of 64`; a dash where none applies.
  public func coverage(_ coverage: Coverage) -> String {
    coverage.applicable == 0 ? "–" : part(coverage.answered, of: coverage.applicable)
  }

  /// So many of so many.
  public func part(_ part: Int, of whole: Int) -> String {
    texts("common.part", ["part": .count(part), "whole": .count(whole)])
  }

  private func format(_ value: Rational, minimumPlaces: Int) -> String {
    guard let rounded = value.rounded(places: 1) else { return value.description }
    return numbers.format(rounded, minimumPlaces: minimumPlaces, maximumPlaces: 1)
  }
}
