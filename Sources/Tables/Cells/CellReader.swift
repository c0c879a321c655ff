import Diagnostics
import Interview
import Numbers
import Questionnaire

/// Reads cells as answers; what has been read once is known from then on.
struct CellReader {
  private let model: Questionnaire
  private let words: TableWords
  private let numbers: NumberCells
  private let texts: [ChoiceTexts]
  private var known: [[String: Answer]]

  init(_ model: Questionnaire, _ words: TableWords, _ numbers: NumberCells) {
    self.model = model
    self.words = words
    self.numbers = numbers
    texts = model.questions.map { ChoiceTexts($0.kind) }
    known = Array(repeating: [:], count: model.questions.count)
  }

  /// What a cell that is not empty answers.
  ///
  /// - Throws: Where it answers nothing, or the question refuses the value. Whether it takes
  ///   “not applicable” and “no data” is still to be checked.
  mutating func answer(_ text: String, to question: Int) throws(CellProblem) -> Answer {
    let definition = model.questions[question]
    if case .text = definition.kind {
      let answer = Answer.value(.text(text))
      try check(answer, definition)
      return answer
    }
    if let answer = known[question][text] { return answer }
    let answer = try read(String(text.trimmed), definition)
    if case .value = answer { try check(answer, definition) }
    // Numbers seldom repeat; steps and choices do.
    if known[question].count < 1000 { known[question][text] = answer }
    return answer
  }

  /// What stands against an answer by itself, as the first finding.
  func check(_ answer: Answer, _ question: Question) throws(CellProblem) {
    guard let problem = question.problems(with: answer).first else { return }
    throw CellProblem(problem, model)
  }

  private func read(_ text: String, _ question: Question) throws(CellProblem) -> Answer {
    do {
      return .value(try value(text, question))
    } catch {
      let folded = text.folded
      if words.notApplicable.contains(folded) { return .notApplicable(reason: nil) }
      if words.noData.contains(folded) { return .noData }
      throw error
    }
  }

  private func value(
    _ text: String, _ question: Question
  ) throws(CellProblem) -> AnswerValue {
    let texts = texts[question.index]
    switch question.kind {
    case .ladder(let steps): return .step(try step(text, steps.count, texts))
    case .single:
      guard let place = try texts.place(text) else {
        throw CellProblem("assessment.unknown-choice", texts.unknown(text))
      }
      return .choice(place)
    case .multiple: return .choices(try texts.places(text))
    case .yesNo:
      guard let isYes = isYes(text) else {
        throw CellProblem(
          "assessment.wrong-value",
          ["value": .text(text), "expected": .phrase("assessment.expected.yes_no")])
      }
      return .yesNo(isYes)
    case .integer, .number, .percent, .money, .year:
      return .number(try numbers.read(text, question))
    case .date: return .day(try DayCells.read(text))
    case .text: return .text(text)
    }
  }

  /// Whether a cell is ticked; `nil` where it says neither.
  func isYes(_ text: String) -> Bool? {
    let folded = text.folded
    return words.yes.contains(folded) ? true : words.no.contains(folded) ? false : nil
  }

  /// A step by its number, by its text, or by both: `3. A team`.
  private func step(
    _ text: String, _ count: Int, _ texts: ChoiceTexts
  ) throws(CellProblem) -> Int {
    if let place = try texts.place(text) { return place + 1 }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text[digits.endIndex...]
    let unknown = CellProblem(
      "assessment.unknown-step", ["value": .text(text), "count": .count(count)])
    guard digits.utf8.count <= 4, let number = Int(digits) else { throw unknown }
    let isAlone = rest.isEmpty || [".", ")", ".0", ",0"].contains(rest.trimmed)
    if !isAlone {
      guard let first = rest.first, ".):-– ".contains(first),
        try texts.place(rest.dropFirst()) == number - 1
      else { throw unknown }
    }
    guard (1...max(1, count)).contains(number) else { throw unknown }
    return number
  }
}

extension CellProblem {
  /// The same sentence that an answer file gets.
  init(_ problem: Problem, _ model: Questionnaire) {
    self.init(
      "assessment." + problem.code.rawValue.dropFirst("answer.".count),
      problem.arguments.mapValues { argument in
        switch argument {
        case .text(let text): .text(text)
        case .count(let count): .count(count)
        case .number(let number): .text(number.description)
        case .day(let day): .text(day.description)
        case .localized(let text): .text(text(model.languages.first ?? ""))
        }
      })
  }
}
