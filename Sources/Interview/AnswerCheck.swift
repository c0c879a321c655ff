import Numbers
public import Questionnaire

/// Checks one answer by itself: its kind, its limits and what the question refuses.
///
/// What depends on other answers is the model's constraints' to say.
struct AnswerCheck {
  /// The largest length of reasons, comments and evidence, in characters.
  static let remarkLength = 2000

  let question: Question

  init(_ question: Question) { self.question = question }

  func problems(with answer: Answer) -> [Problem] {
    switch answer {
    case .value(let value): return problems(with: value)
    case .noData: return question.allowsNoData ? [] : [problem(.noDataRefused)]
    case .notApplicable(let reason):
      if question.notApplicable == .refused { return [problem(.notApplicableRefused)] }
      if reason?.isBlank ?? true {
        return question.notApplicable == .withReason ? [problem(.reasonMissing)] : []
      }
      return problems(with: reason ?? "", lines: .max, maximum: Self.remarkLength)
    }
  }

  private func problems(with value: AnswerValue) -> [Problem] {
    switch (question.kind, value) {
    case (.ladder(let steps), .step(let step)):
      return steps.indices.contains(step - 1)
        ? [] : [problem(.unknownStep, ["count": .count(steps.count)])]
    case (.single(let choices), .choice(let choice)):
      return choices.indices.contains(choice) ? [] : [problem(.unknownChoice)]
    case (.multiple(let choices, let count), .choices(let ticked)):
      return problems(with: ticked, of: choices, count: count)
    case (.yesNo, .yesNo): return []
    case (.integer(let limits), .number(let number)), (.year(let limits), .number(let number)):
      return number.isInteger ? problems(with: number, limits) : [problem(.notWhole)]
    case (.number(let limits), .number(let number)), (.percent(let limits), .number(let number)),
      (.money(let limits, _), .number(let number)):
      return problems(with: number, limits)
    case (.date(let earliest, let latest), .day(let day)):
      return problems(with: day, earliest, latest)
    case (.text(let lines, let maximum), .text(let text)):
      return problems(with: text, lines: lines, maximum: maximum)
    default: return [problem(.wrongKind)]
    }
  }

  private func problems(
    with ticked: [Int], of choices: [Choice], count: ClosedRange<Int>
  ) -> [Problem] {
    guard question.kind.accepts(.choices(ticked)) else { return [problem(.unknownChoice)] }
    if let alone = ticked.first(where: { choices[$0].isAlone }) {
      // Whoever ticks “none of these” has answered, however many should be ticked otherwise.
      guard ticked.count > 1 else { return [] }
      return [problem(.aloneCombined, ["choice": .localized(choices[alone].text)])]
    }
    if ticked.count < count.lowerBound {
      return [problem(.tooFewChoices, ["count": .count(count.lowerBound)])]
    }
    if ticked.count > count.upperBound {
      return [problem(.tooManyChoices, ["count": .count(count.upperBound)])]
    }
    return []
  }

  private func problems(with number: DecimalNumber, _ limits: NumberLimits) -> [Problem] {
    var problems: [Problem] = []
    let isTooLow = limits.minimum.map { number < $0 } ?? false
    let isTooHigh = limits.maximum.map { number > $0 } ?? false
    if isTooLow || isTooHigh {
      switch (limits.minimum, limits.maximum) {
      case (let minimum?, let maximum?):
        problems.append(
          problem(
            .numberOutsideLimits, ["minimum": .number(minimum), "maximum": .number(maximum)]))
      case (let minimum?, nil):
        problems.append(problem(.numberTooLow, ["minimum": .number(minimum)]))
      case (nil, let maximum?):
        problems.append(problem(.numberTooHigh, ["maximum": .number(maximum)]))
      case (nil, nil): break
      }
    }
    if number.scale > limits.places {
      problems.append(
        limits.places == 0
          ? problem(.notWhole) : problem(.tooManyPlaces, ["count": .count(limits.places)]))
    }
    return problems
  }

  private func problems(with day: Day, _ earliest: Day?, _ latest: Day?) -> [Problem] {
    let isTooEarly = earliest.map { day < $0 } ?? false
    let isTooLate = latest.map { day > $0 } ?? false
    guard isTooEarly || isTooLate else { return [] }
    switch (earliest, latest) {
    case (let earliest?, let latest?):
      return [problem(.dayOutsideLimits, ["earliest": .day(earliest), "latest": .day(latest)])]
    case (let earliest?, nil): return [problem(.dayTooEarly, ["earliest": .day(earliest)])]
    case (nil, let latest?): return [problem(.dayTooLate, ["latest": .day(latest)])]
    case (nil, nil): return []
    }
  }

  /// What is wrong with a text that a person wrote.
  func problems(with text: String, lines: Int, maximum: Int) -> [Problem] {
    if text.isBlank { return [problem(.emptyText)] }
    var problems: [Problem] = []
    // Bytes first: counting characters takes time that a huge text should not cost.
    if text.utf8.count > maximum, text.count > maximum {
      problems.append(problem(.textTooLong, ["count": .count(maximum)]))
    }
    if text.unicodeScalars.contains(where: \.isControl) {
      problems.append(problem(.controlCharacter))
    } else if lines <= 1, text.unicodeScalars.contains("\n") {
      problems.append(problem(.severalLines))
    }
    return problems
  }

  private func problem(
    _ code: Problem.Code, _ arguments: [String: Problem.Argument] = [:]
  ) -> Problem {
    Problem(code, question.index, .error, arguments)
  }
}

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Unicode.Scalar {
  /// Whether it could steer a terminal or turn the direction of the text around it: every control
  /// character but line feed and tab, and the bidirectional overrides and isolates.
  fileprivate var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Question {
  /// What is wrong with an answer by itself: its kind, its limits and what the question refuses.
  public func problems(with answer: Answer) -> [Problem] {
    AnswerCheck(self).problems(with: answer)
  }

  /// What is wrong with a comment, a proof or another remark on the question's answer.
  public func problems(withRemark text: String) -> [Problem] {
    AnswerCheck(self).problems(with: text, lines: .max, maximum: AnswerCheck.remarkLength)
  }
}
