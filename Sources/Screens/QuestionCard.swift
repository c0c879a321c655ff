import Interview
import Language
import Numbers
import Questionnaire
import Wording

/// All that is said about a question, in one language, before anything is laid out: what every
/// front shows, in the words in which it shows it.
struct QuestionCard {
  var section: String
  /// The place among the questions asked, from 1; 0 for a question that is not asked.
  var number: Int
  var count: Int
  var code: String?
  var ask: String
  var why: String?
  /// How much the answer counts; `nil` for a question about the cluster itself.
  var weight: String?
  /// The gates that read the answer. What decides is never hidden.
  var gates: [String]
  /// The conditions of readiness checks that read it.
  var checks: [String]
  /// What is offered, each with the number by which it is chosen.
  var choices: [(number: Int, text: String)] = []
  /// What to write, with limits and unit.
  var hint: String
  /// The answer that stands, as it reads back; `nil` where there is none.
  var present: String?
  var comment: String?
  var evidence: [String] = []
  /// What a facilitator wants corrected, with who and when, as a sentence.
  var returned: String?
  /// What may be taken over from last time, as it reads, and the round it is from; `nil` where
  /// nothing is offered, or where it stands already.
  var last: (answer: String, period: String)?
  /// Proof of last time that holds no longer, as sentences.
  var expired: [String] = []

  init(
    _ index: Int, in interview: Interview, _ texts: Texts, lastRound: LastRound? = nil
  ) {
    let model = interview.questionnaire
    let question = model.questions[index]
    let language = texts.language.rawValue
    let wording = AnswerWording(texts)
    let asked = interview.asked
    section = Self.section(of: index, in: model, texts)
    number = (asked.firstIndex(of: index) ?? -1) + 1
    count = asked.count
    code = question.code
    ask = question.ask(language)
    why = question.why?(language)
    choices = Self.choices(of: question.kind, texts)
    hint = Self.hint(for: question.kind, wording)
    weight = Self.weight(of: question, in: model, texts)
    gates = Self.gates(reading: index, in: model, texts)
    checks = Self.checks(reading: index, in: model, texts)
    let response = interview.response(to: index)
    if let answer = response?.answer { present = wording.state(answer.state, of: question) }
    comment = response?.comment
    evidence = response?.evidence.map(\.text) ?? []
    returned = response?.returned.map { $0.sentence(texts) }
    if let lastRound, let offer = lastRound.offer(for: index), let answer = offer.answer,
      response?.carried != lastRound.period
    {
      last = (wording.state(answer.state, of: question), lastRound.period)
      expired = (lastRound.expired[index] ?? []).map { $0.expiry(texts) }
    }
  }

  /// The heading under which a question stands.
  static func section(of question: Int, in model: Questionnaire, _ texts: Texts) -> String {
    guard let capacity = model.capacity(of: question) else { return texts("plain.profile") }
    return model.capacities[capacity].title(texts.language.rawValue)
  }

  static func choices(
    of kind: AnswerKind, _ texts: Texts
  ) -> [(number: Int, text: String)] {
    let language = texts.language.rawValue
    return switch kind {
    case .ladder(let steps): numbered(steps.map { $0(language) })
    case .single(let choices), .multiple(let choices, _):
      numbered(choices.map { $0.text(language) }).filter { !choices[$0.number - 1].isRetired }
    case .yesNo: numbered([texts("common.yes"), texts("common.no")])
    case .integer, .number, .percent, .money, .year, .date, .text: []
    }
  }

  private static func numbered(_ texts: [String]) -> [(number: Int, text: String)] {
    zip(1..., texts).map { (number: $0, text: $1) }
  }

  private static func hint(for kind: AnswerKind, _ wording: AnswerWording) -> String {
    let texts = wording.texts
    switch kind {
    case .ladder, .single: return texts("plain.hint.choice")
    case .multiple(let choices, let count):
      let limits = countHint(for: kind, texts).map { " " + $0 } ?? ""
      let none =
        count.lowerBound == 0 && !choices.contains(where: \.isAlone)
        ? " " + texts("plain.hint.choices-none", ["word": .text(texts.wordsForNone.first ?? "0")])
        : ""
      return texts("plain.hint.choices") + limits + none
    case .yesNo: return texts("plain.hint.yes-no")
    case .integer(let limits):
      return number(texts("plain.hint.whole"), limits, of: kind, wording)
    case .number(let limits):
      return number(texts("plain.hint.number"), limits, of: kind, wording)
    case .percent(let limits):
      return number(texts("plain.hint.percent"), limits, of: kind, wording)
    case .money(let limits, let currency):
      let words = texts("plain.hint.money", ["currency": .text(currency)])
      return number(words, limits, of: kind, wording)
    case .year(let limits):
      return number(texts("plain.hint.year"), limits, of: kind, wording)
    case .date(let earliest, let latest):
      return texts("plain.hint.date")
        + range(earliest?.description, latest?.description, texts) + "."
    case .text(let lines, _): return texts(lines > 1 ? "plain.hint.long-text" : "plain.hint.text")
    }
  }

  /// How many choices may be ticked; `nil` where nothing limits that.
  static func countHint(for kind: AnswerKind, _ texts: Texts) -> String? {
    guard case .multiple(let choices, let count) = kind,
      count.lowerBound > 1 || count.upperBound < choices.count
    else { return nil }
    return texts(
      "plain.hint.choices-count",
      ["low": .count(count.lowerBound), "high": .text(String(count.upperBound))])
  }

  private static func number(
    _ words: String, _ limits: NumberLimits, of kind: AnswerKind, _ wording: AnswerWording
  ) -> String {
    var isYear = false
    if case .year = kind { isYear = true }
    func write(_ number: DecimalNumber) -> String {
      wording.style.format(number, grouping: !isYear)
    }
    let unit = limits.unit.map { unit in
      " "
        + wording.texts(
          "plain.hint.unit", ["unit": .text(unit(wording.texts.language.rawValue))])
    }
    // The last year of the calendar is no limit that anybody set.
    let maximum = isYear && limits.maximum == DecimalNumber(9999) ? nil : limits.maximum
    return words + range(limits.minimum.map(write), maximum.map(write), wording.texts) + "."
      + (unit ?? "")
  }

  private static func range(_ low: String?, _ high: String?, _ texts: Texts) -> String {
    switch (low, high) {
    case (let low?, let high?):
      " " + texts("plain.limits.both", ["low": .text(low), "high": .text(high)])
    case (let low?, nil): " " + texts("plain.limits.low", ["low": .text(low)])
    case (nil, let high?): " " + texts("plain.limits.high", ["high": .text(high)])
    case (nil, nil): ""
    }
  }

  private static func weight(
    of question: Question, in model: Questionnaire, _ texts: Texts
  ) -> String? {
    // On a decision path every answer counts, and none has a weight.
    guard let node = question.node, model.nodes[node].path == nil else { return nil }
    let stated = model.statedWeight(of: question.index)
    guard question.isScored, let weight = stated.rounded(places: 2) else {
      return texts("plain.unscored")
    }
    let style = NumberStyle.of(language: texts.language.rawValue)
    return texts("plain.weight", ["weight": .text(style.format(weight))])
  }

  private static func gates(
    reading question: Int, in model: Questionnaire, _ texts: Texts
  ) -> [String] {
    let language = texts.language.rawValue
    return model.levels.flatMap { level in
      level.gates.filter { $0.reads(question, in: model) }.map { gate in
        texts(
          "plain.gate",
          ["level": .text(level.title(language)), "condition": .text(gate.say(language))])
      }
    }
  }

  private static func checks(
    reading question: Int, in model: Questionnaire, _ texts: Texts
  ) -> [String] {
    let language = texts.language.rawValue
    return model.checks.flatMap { check in
      check.conditions.filter { $0.reads(question, in: model) }.map { condition in
        texts(
          "plain.check",
          ["check": .text(check.title(language)), "condition": .text(condition.say(language))])
      }
    }
  }
}

extension Condition {
  /// Whether the condition reads the answer to a question or anything about that answer.
  fileprivate func reads(_ question: Int, in model: Questionnaire) -> Bool {
    expressions.lazy.flatMap(\.reads).contains { slot in
      switch model.slots.variable(in: slot) {
      case .answer(question), .points(question), .confirmed(question), .membersMean(question): true
      default: false
      }
    }
  }
}

extension Return {
  /// Who wants what corrected.
  func sentence(_ texts: Texts) -> String {
    texts(
      "review.returned",
      [
        "person": .text(by), "note": .text(note),
        "day": .text(texts.date(year: on.year, month: on.month, day: on.day)),
      ])
  }
}

extension Evidence {
  /// Until when a proof held.
  func expiry(_ texts: Texts) -> String {
    let day = validUntil.map { texts.date(year: $0.year, month: $0.month, day: $0.day) } ?? ""
    return texts("review.evidence-expired", ["evidence": .text(text), "day": .text(day)])
  }
}

extension Answer {
  /// The answer as a state, whether or not the question is asked.
  var state: AnswerState {
    switch self {
    case .value(let value): .answered(value)
    case .notApplicable(let reason): .notApplicable(reason: reason)
    case .noData: .noData
    }
  }
}
