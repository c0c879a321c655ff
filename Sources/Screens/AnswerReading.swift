import Interview
import Language
import Numbers
import Questionnaire

/// What a line that a person wrote means as an answer to a question.
enum AnswerReading: Equatable {
  case value(AnswerValue)
  /// A number with two meanings: ask which.
  case ambiguous([DecimalNumber])
  /// Not an answer of this kind; says in the language what to write.
  case problem(String)
}

/// Reads answers as people write them: numbers of choices, decimal commas, dates, words.
///
/// Only what a line can mean is decided here; whether the answer is allowed, `Interview` says.
struct AnswerReader {
  let texts: Texts
  let style: NumberStyle

  init(_ texts: Texts) {
    self.texts = texts
    style = .of(language: texts.language.rawValue)
  }

  func read(_ line: String, for question: Question) -> AnswerReading {
    switch question.kind {
    case .ladder(let steps):
      return place(line, of: steps.count).map { .value(.step($0 + 1)) }
        ?? .problem(chooseOne(steps.count))
    case .single(let choices):
      return place(line, of: choices).map { .value(.choice($0)) }
        ?? .problem(chooseOne(choices.count))
    case .multiple(let choices, _):
      return places(line, of: choices)
    case .yesNo:
      if let word = Vocabulary.all.yesNo(line) { return .value(.yesNo(word)) }
      if let place = place(line, of: 2) { return .value(.yesNo(place == 0)) }
      return .problem(
        texts(
          "fill.yes-or-no",
          ["yes": .text(texts("common.yes")), "no": .text(texts("common.no"))]))
    case .integer(let limits), .number(let limits): return number(line, limits, units: [])
    case .year(let limits): return number(line, limits, units: [], isYear: true)
    case .percent(let limits): return number(line, limits, units: [.percent])
    case .money(let limits, _): return number(line, limits, units: [.money])
    case .date: return day(line)
    case .text: return .value(.text(line))
    }
  }

  private func chooseOne(_ count: Int) -> String {
    texts("fill.choose-one", ["count": .count(count)])
  }

  /// The place, from 0, that a number from 1 names; a full stop after it is allowed.
  private func place(_ text: some StringProtocol, of count: Int) -> Int? {
    let digits = text.hasSuffix(".") ? text.dropLast() : text[...]
    guard digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), (1...max(count, 1)).contains(number), count > 0
    else { return nil }
    return number - 1
  }

  /// The place of a choice that is still offered.
  private func place(_ text: some StringProtocol, of choices: [Choice]) -> Int? {
    place(text, of: choices.count).flatMap { choices[$0].isRetired ? nil : $0 }
  }

  private func places(_ line: String, of choices: [Choice]) -> AnswerReading {
    let alone = choices.indices.filter { choices[$0].isAlone && !choices[$0].isRetired }
    if alone.count < 2, line == "0" || Vocabulary.all.isNone(line) {
      return .value(.choices(alone))
    }
    let words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    var chosen: Set<Int> = []
    for word in words {
      guard let place = place(word, of: choices) else {
        return .problem(texts("fill.choose-several", ["example": "1 3"]))
      }
      chosen.insert(place)
    }
    guard !chosen.isEmpty else {
      return .problem(texts("fill.choose-several", ["example": "1 3"]))
    }
    return .value(.choices(chosen.sorted()))
  }

  private func number(
    _ line: String, _ limits: NumberLimits, units: Set<NumberUnit>, isYear: Bool = false
  ) -> AnswerReading {
    switch readNumber(line, style: style, accepting: units) {
    case .number(let number): return .value(.number(number))
    case .invalid:
      if let reason = tooManyDigits(line, limits, units) { return .problem(reason) }
      let example = limits.example(style)
      if isYear { return .problem(texts("fill.year-invalid", ["example": .text(example)])) }
      guard let low = limits.minimum, let high = limits.maximum else {
        return .problem(texts("fill.number-invalid", ["example": .text(example)]))
      }
      return .problem(
        texts(
          "fill.number-between",
          [
            "low": .text(style.format(low)), "high": .text(style.format(high)),
            "example": .text(example),
          ]))
    case .ambiguous(let meanings): return .ambiguous(meanings)
    }
  }

  /// What is wrong with a line that is a number well written, only with more digits than numbers
  /// have here; `nil` for any other line.
  private func tooManyDigits(
    _ line: String, _ limits: NumberLimits, _ units: Set<NumberUnit>
  ) -> String? {
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    let digits = line.count(where: isDigit)
    guard digits > 18, let first = line.firstIndex(where: isDigit) else { return nil }
    // Where it is a number with 15 of its digits left, which is five groups, only the length was
    // wrong.
    var end = line[first...]
    for _ in 0..<(digits - 15) { end = end.dropFirst().drop { !isDigit($0) } }
    let shorter = line[..<first] + end
    guard readNumber(String(shorter), style: style, accepting: units) != .invalid else {
      return nil
    }
    let marks = line.indices.filter { line[$0] == "." || line[$0] == "," }
    if marks.count == 1, line[marks[0]...].count(where: isDigit) > DecimalNumber.largestScale {
      return limits.places == 0
        ? texts("answer.not-whole")
        : texts("answer.too-many-places", ["count": .count(limits.places)])
    }
    let isNegative = line.first.map { "-\u{2212}\u{2013}".contains($0) } ?? false
    return texts(isNegative ? "fill.number-too-small" : "fill.number-too-large")
  }

  /// A day, year first; between the parts hyphens, points, slashes or spaces.
  func day(_ line: String) -> AnswerReading {
    let parts = line.split { "-./ \u{2013}".contains($0) }
    guard parts.count == 3, parts[0].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return .problem(texts("fill.date-invalid", ["example": "2026-10-23"])) }
    guard let date = Day(year: year, month: month, day: day) else {
      return .problem(texts("fill.no-such-day", ["day": .text(parts.joined(separator: "-"))]))
    }
    return .value(.day(date))
  }
}

extension NumberLimits {
  /// A number that would be accepted, as the language writes it.
  func example(_ style: NumberStyle) -> String {
    let usual = places == 0 ? DecimalNumber(12) : DecimalNumber(text: "12.5") ?? 12
    var example = usual
    if let minimum, example < minimum { example = minimum }
    if let maximum, example > maximum { example = maximum }
    return style.format(example, grouping: false)
  }
}
