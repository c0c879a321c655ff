import CEL
public import Language
import Numbers
public import Questionnaire

/// What is said beside a question wherever it stands – on a screen, in lines, on paper – in one
/// language.
public struct QuestionWording: Sendable {
  private let question: Question
  private let model: Questionnaire
  private let texts: Texts

  /// A question in the language of the texts.
  public init(_ question: Question, of model: Questionnaire, _ texts: Texts) {
    self.question = question
    self.model = model
    self.texts = texts
  }

  private var language: String { texts.language.rawValue }

  /// What to write, with limits and unit; `nil` where one chooses or writes a text.
  public var limits: String? {
    guard let asked = ranged("plain.hint") else { return nil }
    let unit = unit.map { unit in
      let sentence = " " + texts("plain.hint.unit", ["unit": .text(unit)])
      // An abbreviation has its full stop already.
      return sentence.hasSuffix("..") ? String(sentence.dropLast()) : sentence
    }
    return asked + "." + (unit ?? "")
  }

  /// What an answer is, with limits and unit; `nil` where one chooses or writes a text.
  public var described: String? {
    ranged("print.answer").map { described in
      described
        + (unit.map { "; " + texts("print.answer.unit", ["unit": .text($0)]) } ?? "")
    }
  }

  private var unit: String? { question.kind.numberLimits?.unit.map { $0(language) } }

  /// - Parameter names: Where the words for each kind stand.
  private func ranged(_ names: String) -> String? {
    switch question.kind {
    case .integer(let limits): number(texts(names + ".whole"), limits)
    case .number(let limits): number(texts(names + ".number"), limits)
    case .percent(let limits): number(texts(names + ".percent"), limits)
    case .money(let limits, let currency):
      number(texts(names + ".money", ["currency": .text(currency)]), limits)
    case .year(let limits): number(texts(names + ".year"), limits)
    case .date(let earliest, let latest):
      texts(names + ".date") + range(earliest?.description, latest?.description)
    case .ladder, .single, .multiple, .yesNo, .text: nil
    }
  }

  /// How many choices may be ticked; `nil` where nothing limits that.
  public var count: String? {
    guard case .multiple(let choices, let count) = question.kind,
      count.lowerBound > 1 || count.upperBound < choices.count
    else { return nil }
    return texts(
      "plain.hint.choices-count",
      ["low": .count(count.lowerBound), "high": .text(String(count.upperBound))])
  }

  private func number(_ words: String, _ limits: NumberLimits) -> String {
    var isYear = false
    if case .year = question.kind { isYear = true }
    let style = NumberStyle.of(language: language)
    func write(_ number: DecimalNumber) -> String { style.format(number, grouping: !isYear) }
    // The last year of the calendar is no limit that anybody set.
    let maximum = isYear && limits.maximum == DecimalNumber(9999) ? nil : limits.maximum
    return words + range(limits.minimum.map(write), maximum.map(write))
  }

  private func range(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?):
      " " + texts("plain.limits.both", ["low": .text(low), "high": .text(high)])
    case (let low?, nil): " " + texts("plain.limits.low", ["low": .text(low)])
    case (nil, let high?): " " + texts("plain.limits.high", ["high": .text(high)])
    case (nil, nil): ""
    }
  }

  /// How much the answer counts; `nil` for a question about the cluster itself, and on a decision
  /// path, where every answer counts and none has a weight.
  public var weight: String? {
    guard let node = question.node, model.nodes[node].path == nil else { return nil }
    let stated = model.statedWeight(of: question.index)
    guard question.isScored, let weight = stated.rounded(places: 2) else {
      return texts("plain.unscored")
    }
    let style = NumberStyle.of(language: language)
    return texts("plain.weight", ["weight": .text(style.format(weight))])
  }

  /// The gates that read the answer. What decides is never hidden.
  public var gates: [String] {
    model.levels.flatMap { level in
      level.gates.filter(reads).map { gate in
        texts(
          "plain.gate",
          ["level": .text(level.title(language)), "condition": .text(gate.say(language))])
      }
    }
  }

  /// The conditions of readiness checks that read it.
  public var checks: [String] {
    model.checks.flatMap { check in
      check.conditions.filter(reads).map { condition in
        texts(
          "plain.check",
          ["check": .text(check.title(language)), "condition": .text(condition.say(language))])
      }
    }
  }

  /// Whether a condition reads the answer or anything about it.
  private func reads(_ condition: Condition) -> Bool {
    condition.expressions.lazy.flatMap(\.reads).contains { slot in
      switch model.slots.variable(in: slot) {
      case .answer(question.index), .points(question.index), .confirmed(question.index),
        .membersMean(question.index):
        true
      default: false
      }
    }
  }
}
