import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Scoring
import Testing

/// A small model from the parts of its file that matter to a test.
func model(scoring: String = "", _ body: String) throws -> Questionnaire {
  let text = """
    questionnaire: test
    version: 1.0.0
    languages: [en]
    title: Test
    scoring: {\(scoring)}

    """
  let full = body.contains("levels:") ? body : body + "\nlevels: [{id: lowest, title: Lowest}]\n"
  let loaded = Questionnaire.load(SourceFile(name: "test.yaml", text: text + full))
  return try #require(
    loaded.value, "\(loaded.diagnostics.map { "\($0.code.rawValue) \($0.arguments)" })")
}

extension Questionnaire {
  /// An interview with the given answers: `3` is a step or a number, `yes`, `no`, `-` is no data,
  /// `n/a`, a choice by its id, choices as `[a b]`; `!` behind an answer confirms it.
  func interview(_ answers: [String: String], form: Int? = nil) throws -> Interview {
    var responses: [Int: Response] = [:]
    for (id, text) in answers {
      let question = questions[try #require(index(of: id), "no question \(id)")]
      var response = Response()
      response.answer = try question.answer(text.filter { $0 != "!" })
      if text.hasSuffix("!") {
        response.confirmation = Confirmation(
          by: "F", on: try #require(Day(year: 2026, month: 1, day: 2)))
      }
      responses[question.index] = response
    }
    return Interview(
      self, context: Interview.Context(reportingYear: 2026, form: form), responses: responses)
  }
}

extension Question {
  fileprivate func answer(_ text: String) throws -> Answer {
    switch text {
    case "-": return .noData
    case "n/a": return .notApplicable(reason: nil)
    default: break
    }
    switch kind {
    case .ladder: return .value(.step(try #require(Int(text))))
    case .yesNo: return .value(.yesNo(text == "yes"))
    case .single(let choices):
      return .value(.choice(try #require(choices.firstIndex { $0.id == text })))
    case .multiple(let choices, _):
      let ids = text.trimmingCharacters(in: ["[", "]"]).split(separator: " ")
      return .value(
        .choices(try ids.map { id in try #require(choices.firstIndex { $0.id == id }) }))
    case .integer, .number, .percent, .money, .year:
      return .value(.number(try #require(DecimalNumber(text: text))))
    case .date: return .value(.day(try #require(Day(text: text))))
    case .text: return .value(.text(text))
    }
  }
}

/// `55/2 [0, 100] 1/2`: value, range, answered of applicable; `–` for what is missing.
func describe(_ score: Score) -> String {
  func text(_ number: Rational?) -> String { number.map(\.description) ?? "–" }
  return "\(text(score.value)) [\(text(score.low)), \(text(score.high))] "
    + "\(score.coverage.answered)/\(score.coverage.applicable)"
}

/// What is awaited, the kind before the question: `a confirm:b hidden:c form:d rounds`.
func describe(_ awaited: Awaited, _ model: Questionnaire) -> [String] {
  [
    ("", awaited.answers), ("confirm:", awaited.confirmations),
    ("members:", awaited.membersAnswers),
    ("hidden:", awaited.notAsked), ("form:", awaited.outsideForm), ("n/a:", awaited.notApplicable),
    ("no-points:", awaited.withoutPoints),
  ].flatMap { kind, questions in questions.map { kind + model.questions[$0].id } }
    + (awaited.earlierRounds ? ["rounds"] : [])
}

/// A ladder of so many steps, as a question of a model.
func ladder(_ id: String, steps: Int = 5, _ more: String = "") -> String {
  let texts = (1...steps).map { "s\($0)" }.joined(separator: ", ")
  return "{id: \(id), ask: \(id), answer: {ladder: [\(texts)]}\(more.isEmpty ? "" : ", " + more)}"
}
