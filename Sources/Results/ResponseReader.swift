import Diagnostics
import Interview
import Numbers
import Questionnaire
import YAML

/// Reads responses, each for the kind of its question; nothing that does not fit is passed over.
struct ResponseReader {
  let questionnaire: Questionnaire
  let findings: Findings
  /// How bad a value is that the question could take but refuses, such as a number beyond a limit:
  /// an error by the same model, a warning where the model may have changed since.
  var refusal = Diagnostic.Severity.error

  private static let outcomes = ["value", "not_applicable", "no_data"]

  /// The question that a key names; reports a name that there is not.
  func question(_ key: Node) -> Question? {
    guard let scalar = key.scalar else { return nil }
    let id = scalar.text
    guard let index = questionnaire.index(of: id) else {
      findings.reportUnknown(
        "assessment.unknown-question", id, at: scalar.place,
        among: questionnaire.questions.map(\.id))
      return nil
    }
    return questionnaire.questions[index]
  }

  /// A response with the time of its answer.
  func response(_ node: Node, to question: Question) -> (response: Response, at: Instant?) {
    var response = Response()
    guard var mapping = MappingReader(node, findings) else { return (response, nil) }
    response.answer = answer(&mapping, to: question)
    let instant = self.instant(mapping.scalar("at"))
    response.comment = remark(mapping.text("comment"), question)
    response.evidence = mapping.list("evidence").compactMap { evidence($0, question) }
    response.confirmation = mapping.node("confirmed").flatMap { confirmation($0, question) }
    mapping.finish()
    return (response, instant)
  }

  /// Exactly one of the three outcomes, or none.
  private func answer(_ mapping: inout MappingReader, to question: Question) -> Answer? {
    let given = mapping.node.entries.filter { entry in
      Self.outcomes.contains(entry.key.scalar?.text ?? "")
    }
    if given.count > 1 {
      findings.report(
        "assessment.several-outcomes", at: given[1].key.place,
        ["name": .text(question.id)],
        notes: [.init(.init("assessment.first-outcome"), at: given[0].key.place)])
    }
    let value = mapping.node("value").flatMap { self.value($0, of: question) }
    let reason = mapping.scalar("not_applicable").flatMap { self.notApplicable($0, question) }
    let noData = mapping.scalar("no_data").flatMap { self.noData($0, question) }
    return given.count > 1 ? nil : value ?? reason ?? noData
  }

  private func notApplicable(_ scalar: Scalar, _ question: Question) -> Answer? {
    let answer: Answer
    switch scalar.content {
    case .bool(true): answer = .notApplicable(reason: nil)
    case .string(let text): answer = .notApplicable(reason: text)
    default:
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.not_applicable")])
      return nil
    }
    return checked(answer, question, at: scalar.place)
  }

  private func noData(_ scalar: Scalar, _ question: Question) -> Answer? {
    guard scalar.content == .bool(true) else {
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.no_data")])
      return nil
    }
    return checked(.noData, question, at: scalar.place)
  }

  /// A value by itself, as batch answers may give it.
  func value(_ node: Node, of question: Question) -> Answer? {
    if case .multiple = question.kind { return choices(node, of: question) }
    guard let scalar = node.scalar, !(scalar.text.isEmpty && scalar.style == .plain) else {
      reportWrongValue(node.scalar?.text ?? "", question, at: node.place)
      return nil
    }
    let text = scalar.text
    if let value = question.kind.value(written: text) {
      return checked(.value(value), question, at: scalar.place)
    }
    switch question.kind {
    case .single(let choices): reportUnknownChoice(text, choices, at: scalar.place)
    case .ladder(let steps):
      findings.report(
        "assessment.unknown-step", at: scalar.place,
        ["value": .text(text), "count": .count(steps.count)])
    default: reportWrongValue(text, question, at: scalar.place)
    }
    return nil
  }

  private func choices(_ node: Node, of question: Question) -> Answer? {
    guard node.kind == .sequence else {
      reportWrongValue(node.scalar?.text ?? "", question, at: node.place)
      return nil
    }
    var ticked: Set<Int> = []
    var isWhole = true
    for element in node.elements {
      let text = element.scalar?.text ?? ""
      guard let choice = question.kind.choice(text) else {
        reportUnknownChoice(text, question.kind.choices, at: element.place)
        isWhole = false
        continue
      }
      guard ticked.insert(choice).inserted else {
        findings.report(
          "assessment.repeated-choice", at: element.place, ["name": .text(text)])
        isWhole = false
        continue
      }
    }
    return isWhole ? checked(.value(.choices(ticked.sorted())), question, at: node.place) : nil
  }

  private func checked(_ answer: Answer, _ question: Question, at place: Place) -> Answer {
    report(question.problems(with: answer), at: place, refusal)
    return answer
  }

  /// The same kinds of problem that a person at the terminal is told, in the words of findings.
  private func report(
    _ problems: [Problem], at place: Place, _ severity: Diagnostic.Severity
  ) {
    for problem in problems {
      let name = problem.code.rawValue.dropFirst("answer.".count)
      findings.report(
        "assessment." + name, severity, at: place, problem.arguments.mapValues(words))
    }
  }

  private func words(_ argument: Problem.Argument) -> Diagnostic.Argument {
    switch argument {
    case .text(let text): .text(text)
    case .count(let count): .count(count)
    case .number(let number): .text(number.description)
    case .day(let day): .text(day.description)
    case .localized(let text): .text(text(questionnaire.languages.first ?? ""))
    }
  }

  private func reportWrongValue(_ text: String, _ question: Question, at place: Place) {
    findings.report(
      "assessment.wrong-value", at: place,
      [
        "value": .text(text),
        "expected": .phrase("assessment.expected.\(question.kind.name)"),
      ])
  }

  private func reportUnknownChoice(_ text: String, _ choices: [Choice], at place: Place) {
    findings.reportUnknown("assessment.unknown-choice", text, at: place, among: choices.map(\.id))
  }

  private func remark(_ scalar: Scalar?, _ question: Question) -> String? {
    guard let scalar else { return nil }
    report(question.problems(withRemark: scalar.text), at: scalar.place, .error)
    return scalar.text
  }

  private func evidence(_ node: Node, _ question: Question) -> Evidence? {
    guard var mapping = MappingReader(node, findings) else { return nil }
    let text = remark(mapping.required("text"), question)
    let validUntil = day(mapping.scalar("valid_until"))
    mapping.finish()
    return text.map { Evidence(text: $0, validUntil: validUntil) }
  }

  private func confirmation(_ node: Node, _ question: Question) -> Confirmation? {
    guard var mapping = MappingReader(node, findings) else { return nil }
    let by = remark(mapping.required("by"), question)
    let on = day(mapping.required("on"))
    mapping.finish()
    guard let by, let on else { return nil }
    return Confirmation(by: by, on: on)
  }

  private func day(_ scalar: Scalar?) -> Day? {
    guard let scalar else { return nil }
    let day = Day(text: scalar.text)
    if day == nil {
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.date")])
    }
    return day
  }

  private func instant(_ scalar: Scalar?) -> Instant? {
    guard let scalar else { return nil }
    let instant = Instant(text: scalar.text)
    if instant == nil {
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.instant")])
    }
    return instant
  }
}
