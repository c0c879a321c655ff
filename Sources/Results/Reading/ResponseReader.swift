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
  /// Whether the file was written with another version of the model, so that names which mean
  /// nothing, and values which do not fit, are nobody's mistake.
  var isOfOtherVersion = false

  private static let outcomes = ["value", "not_applicable", "no_data"]

  /// The question that a key names, by the identifier it has now or by one it had; reports a name
  /// that there is not.
  func question(_ key: Node) -> Question? {
    guard let scalar = key.scalar else { return nil }
    if let question = question(named: scalar.text) { return question }
    findings.reportUnknown(
      "assessment.unknown-question", scalar.text, at: scalar.place,
      among: questionnaire.questions.map(\.id))
    return nil
  }

  /// The question with an identifier, now or in an earlier version.
  func question(named id: String) -> Question? {
    questionnaire.place(ofNameInFiles: id).map { questionnaire.questions[$0] }
  }

  /// Whether the value of a response, if it has one, is of the kind that a question takes now.
  func fits(_ node: Node, _ question: Question) -> Bool {
    guard let value = node.kind == .mapping ? node["value"] : nil else { return true }
    let trial = ResponseReader(
      questionnaire: questionnaire, findings: Findings(), refusal: .warning)
    return trial.value(value, of: question) != nil
      && trial.findings.list.allSatisfy { $0.severity != .error || $0.code == .controlCharacter }
  }

  /// A response with the time of its answer.
  func response(_ node: Node, to question: Question) -> (response: Response, at: Instant?) {
    var response = Response()
    guard var mapping = MappingReader(node, findings) else { return (response, nil) }
    response.answer = answer(&mapping, to: question)
    let instant = rest(&mapping, of: &response)
    mapping.finish()
    return (response, instant)
  }

  /// A response to a question that this version does not have, or that takes other values by now.
  func kept(_ node: Node, to question: String) -> KeptResponse? {
    // The name is written into files as it stands.
    guard Self.isIdentifier(question) else {
      findings.reportUnknown(
        "assessment.unknown-question", question, at: node.place,
        among: questionnaire.questions.map(\.id))
      return nil
    }
    guard var mapping = MappingReader(node, findings) else { return nil }
    reportSeveralOutcomes(mapping, question)
    var response = Response()
    let value = mapping.node("value").map { node in
      for scalar in [node.scalar] + node.elements.map(\.scalar) { findings.checkCharacters(scalar) }
      return node.kind == .sequence
        ? WrittenValue.list(node.elements.map { $0.scalar?.text ?? "" })
        : .scalar(node.scalar?.text ?? "")
    }
    let reason = mapping.scalar("not_applicable")
    findings.checkCharacters(reason)
    response.answer = reason.flatMap(self.reason)
    if let noData = mapping.scalar("no_data") { response.answer = self.noData(noData) }
    let instant = rest(&mapping, of: &response)
    mapping.finish()
    return KeptResponse(question: question, value: value, rest: response, at: instant)
  }

  /// What stands beside the outcome.
  private func rest(_ mapping: inout MappingReader, of response: inout Response) -> Instant? {
    let instant = self.instant(mapping.scalar("at"))
    response.carried = period(mapping.scalar("from"))
    response.comment = remark(mapping.text("comment"))
    response.evidence = mapping.list("evidence").compactMap(evidence)
    response.confirmation = mapping.node("confirmed").flatMap(confirmation)
    response.returned = mapping.node("returned").flatMap(returned)
    return instant
  }

  /// Exactly one of the three outcomes, or none.
  private func answer(_ mapping: inout MappingReader, to question: Question) -> Answer? {
    let isAmbiguous = reportSeveralOutcomes(mapping, question.id)
    let value = mapping.node("value").flatMap { self.value($0, of: question) }
    let reason = mapping.scalar("not_applicable").flatMap { scalar in
      self.reason(scalar).map { checked($0, question, at: scalar.place) }
    }
    let noData = mapping.scalar("no_data").flatMap { scalar in
      self.noData(scalar).map { checked($0, question, at: scalar.place) }
    }
    return isAmbiguous ? nil : value ?? reason ?? noData
  }

  /// Whether a text could be a question's identifier in any questionnaire.
  private static func isIdentifier(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  @discardableResult
  private func reportSeveralOutcomes(_ mapping: MappingReader, _ question: String) -> Bool {
    let given = mapping.node.entries.filter { entry in
      Self.outcomes.contains(entry.key.scalar?.text ?? "")
    }
    guard given.count > 1 else { return false }
    findings.report(
      "assessment.several-outcomes", at: given[1].key.place, ["name": .text(question)],
      notes: [.init(.init("assessment.first-outcome"), at: given[0].key.place)])
    return true
  }

  private func reason(_ scalar: Scalar) -> Answer? {
    switch scalar.content {
    case .bool(true): return .notApplicable(reason: nil)
    case .string(let text): return .notApplicable(reason: text)
    default:
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.not_applicable")])
      return nil
    }
  }

  private func noData(_ scalar: Scalar) -> Answer? {
    guard scalar.content == .bool(true) else {
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.no_data")])
      return nil
    }
    return .noData
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
      if case .choice(let choice) = value {
        noteRenamed(text, question.kind.choices[choice], at: scalar.place)
      }
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
    var names: Set<String> = []
    var isWhole = true
    for element in node.elements {
      let text = element.scalar?.text ?? ""
      guard let choice = question.kind.choice(text) else {
        reportUnknownChoice(text, question.kind.choices, at: element.place)
        isWhole = false
        continue
      }
      noteRenamed(text, question.kind.choices[choice], at: element.place)
      // Two choices of an earlier version may have become one.
      let isNewName = names.insert(text).inserted
      guard ticked.insert(choice).inserted || isNewName else {
        findings.report(
          "assessment.repeated-choice", at: element.place, ["name": .text(text)])
        isWhole = false
        continue
      }
    }
    return isWhole ? checked(.value(.choices(ticked.sorted())), question, at: node.place) : nil
  }

  private func noteRenamed(_ name: String, _ choice: Choice, at place: Place) {
    guard name != choice.id else { return }
    findings.report(
      "assessment.choice-renamed", .note, at: place,
      ["name": .text(name), "current": .text(choice.id)])
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
      // What could steer a terminal no version ever accepted.
      let isHostile = problem.code == .controlCharacter
      findings.report(
        "assessment." + name, isHostile ? .error : severity, at: place,
        problem.arguments.mapValues(words))
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

  private func remark(_ scalar: Scalar?) -> String? {
    guard let scalar else { return nil }
    // Any question will do: what a remark may be is the same for all.
    let problems = questionnaire.questions.first?.problems(withRemark: scalar.text) ?? []
    report(problems, at: scalar.place, .error)
    return scalar.text
  }

  private func evidence(_ node: Node) -> Evidence? {
    guard var mapping = MappingReader(node, findings) else { return nil }
    let text = remark(mapping.required("text"))
    let validUntil = day(mapping.scalar("valid_until"))
    mapping.finish()
    return text.map { Evidence(text: $0, validUntil: validUntil) }
  }

  private func confirmation(_ node: Node) -> Confirmation? {
    guard var mapping = MappingReader(node, findings) else { return nil }
    let by = remark(mapping.required("by"))
    let on = day(mapping.required("on"))
    mapping.finish()
    guard let by, let on else { return nil }
    return Confirmation(by: by, on: on)
  }

  private func returned(_ node: Node) -> Return? {
    guard var mapping = MappingReader(node, findings) else { return nil }
    let by = remark(mapping.required("by"))
    let on = day(mapping.required("on"))
    let note = remark(mapping.required("note"))
    mapping.finish()
    guard let by, let on, let note else { return nil }
    return Return(by: by, on: on, note: note)
  }

  /// Any period: a questionnaire may change from years to half-years between rounds.
  private func period(_ scalar: Scalar?) -> String? {
    guard let scalar else { return nil }
    let period = Period(text: scalar.text)
    if period == nil {
      findings.report(
        "assessment.wrong-value", at: scalar.place,
        ["value": .text(scalar.text), "expected": .phrase("assessment.expected.period")])
    }
    return period?.description
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

extension Questionnaire {
  /// The place of the question that files call so, now or in an earlier version.
  func place(ofNameInFiles name: String) -> Int? { index(of: name) ?? place(ofFormerName: name) }
}

extension Diagnostic.Code {
  fileprivate static let controlCharacter = Self("assessment.control-character")
}
