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
    let words = QuestionWording(question, of: model, texts)
    hint = Self.hint(for: question, words, texts)
    weight = words.weight
    gates = words.gates
    checks = words.checks
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

  private static func hint(for question: Question, _ wording: QuestionWording, _ texts: Texts)
    -> String
  {
    switch question.kind {
    case .ladder, .single: return texts("plain.hint.choice")
    case .multiple(let choices, let count):
      let limits = wording.count.map { " " + $0 } ?? ""
      let none =
        count.lowerBound == 0 && !choices.contains(where: \.isAlone)
        ? " " + texts("plain.hint.choices-none", ["word": .text(texts.wordsForNone.first ?? "0")])
        : ""
      return texts("plain.hint.choices") + limits + none
    case .yesNo: return texts("plain.hint.yes-no")
    case .text(let lines, _): return texts(lines > 1 ? "plain.hint.long-text" : "plain.hint.text")
    case .integer, .number, .percent, .money, .year, .date: return wording.limits ?? ""
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
