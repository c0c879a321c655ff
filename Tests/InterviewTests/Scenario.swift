import Diagnostics
import Interview
import Numbers
import Questionnaire

/// A small model and an interview on it, spoken to by the identifiers of questions.
///
/// What a step brings about is told in one line: `+b` shown, `-b` hidden, `!b constraint` a problem
/// raised, `~b constraint` one cleared, and at the end the number of conditions evaluated.
struct Scenario {
  let model: Questionnaire
  var interview: Interview

  /// - Parameter questions: The profile, one flow mapping a line.
  init(
    _ questions: String, context: Interview.Context = .init(reportingYear: 2026), more: String = ""
  ) throws {
    model = try Self.model(questions, more: more)
    interview = Interview(model, context: context)
  }

  static func model(_ questions: String, more: String = "") throws -> Questionnaire {
    let text = """
      questionnaire: small
      version: 1.0.0
      languages: [en]
      title: Small
      \(more)
      profile:
      \(questions.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n"))
      """
    let checked = Questionnaire.load(SourceFile(name: "small.yaml", text: text))
    guard let model = checked.value else { throw Refused(codes: checked.diagnostics.map(\.code)) }
    return model
  }

  struct Refused: Error { var codes: [Diagnostic.Code] }

  func place(_ id: String) -> Int { model.index(of: id) ?? -1 }
  func id(_ place: Int) -> String { model.questions[place].id }

  /// The answer that a word says: `n/a`, `n/a: reason`, `?` for no data, a list in brackets, or
  /// what files write.
  func answer(_ word: String, to id: String) -> Answer? {
    let kind = model.questions[place(id)].kind
    if word == "?" { return .noData }
    if word == "n/a" { return .notApplicable(reason: nil) }
    if word.hasPrefix("n/a: ") { return .notApplicable(reason: String(word.dropFirst(5))) }
    if case .multiple = kind {
      let ids = word.dropFirst().dropLast().split { $0 == "," || $0 == " " }
      return .value(.choices(ids.map { kind.choice(String($0)) ?? 99 }.sorted()))
    }
    return kind.value(written: word).map { .value($0) }
  }

  mutating func say(_ id: String, _ word: String?) -> String {
    let said = word.flatMap { answer($0, to: id) }
    return tell(interview.record(said, for: place(id)))
  }

  func tell(_ change: Interview.Change) -> String {
    var parts = change.shown.map { "+" + id($0) } + change.hidden.map { "-" + id($0) }
    parts += change.raised.map { "!" + tell($0) } + change.cleared.map { "~" + tell($0) }
    return (parts + [String(change.evaluated)]).joined(separator: " ")
  }

  func tell(_ problem: Problem) -> String {
    id(problem.question) + " " + problem.code.rawValue.dropFirst("answer.".count)
  }

  var problems: [String] { interview.problems.map(tell) }
  var asked: String { interview.asked.map(id).joined(separator: " ") }
}
