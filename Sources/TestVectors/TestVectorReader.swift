import Diagnostics
import Interview
import Numbers
import Questionnaire
import Results
import Scoring
import YAML

/// Reads the vectors of a file one after another.
struct TestVectorReader {
  let questionnaire: Questionnaire
  let findings: Findings
  private(set) var vectors: [TestVector] = []

  /// The period of a vector that names none: only rules that read the year can tell it from others.
  private static let defaultYear = 2026

  init(questionnaire: Questionnaire, findings: Findings) {
    self.questionnaire = questionnaire
    self.findings = findings
  }

  mutating func read(_ node: Node) {
    guard var mapping = MappingReader(node, findings) else { return }
    let name = mapping.required("name")
    if let name { checkIsNew(name) }
    let base = mapping.scalar("based_on").flatMap { vector(named: $0) }
    var responses = base?.responses ?? [:]
    if let answers = mapping.node("answers") {
      let given = AnswersFile.responses(answers, on: questionnaire, findings)
      responses.merge(given) { $1 }
    }
    for node in mapping.list("unanswered") {
      if let question = question(node) { responses[question] = nil }
    }
    if let confirmed = mapping.node("confirmed") { confirm(confirmed, &responses) }
    let context = context(&mapping, base)
    let background = background(&mapping, base)
    var expectations: [Expectation] = []
    if let expected = mapping.node("expect") {
      var reader = ExpectationReader(questionnaire: questionnaire, findings: findings)
      reader.read(expected)
      expectations = reader.expectations
      if expected.entries.isEmpty { findings.report("test.nothing-expected", at: expected.place) }
    } else {
      mapping.reportMissing("expect")
    }
    mapping.finish()
    guard let name else { return }
    vectors.append(
      TestVector(
        name: name.text, place: name.place, context: context, responses: responses,
        background: background, expectations: expectations))
  }

  private func checkIsNew(_ name: Scalar) {
    guard let first = vectors.first(where: { $0.name == name.text }) else { return }
    findings.report(
      "test.repeated-name", at: name.place, ["name": .text(name.text)],
      notes: [.init(.init("test.first-name"), at: first.place)])
  }

  private func vector(named scalar: Scalar) -> TestVector? {
    if let vector = vectors.first(where: { $0.name == scalar.text }) { return vector }
    findings.reportUnknown(
      "test.unknown-vector", scalar.text, at: scalar.place, among: vectors.map(\.name))
    return nil
  }

  private func question(_ node: Node) -> Int? {
    AnswersFile.question(node, on: questionnaire, findings)
  }

  /// `all`, or the questions whose answers a facilitator has confirmed.
  private func confirm(_ node: Node, _ responses: inout [Int: Response]) {
    let confirmed: [Int]
    if let scalar = node.scalar {
      guard scalar.text == "all" else {
        findings.report(
          "test.unknown-word", at: scalar.place,
          ["name": .text(scalar.text), "known": .list(["all"])])
        return
      }
      confirmed = responses.keys.sorted()
    } else {
      confirmed = node.elements.compactMap { question($0) }
    }
    guard let day = Day(year: Self.defaultYear, month: 1, day: 1) else { return }
    for question in confirmed {
      responses[question]?.confirmation = Confirmation(by: "test", on: day)
    }
  }

  private func context(
    _ mapping: inout MappingReader, _ base: TestVector?
  ) -> Interview.Context {
    var context = base?.context ?? .init(reportingYear: Self.defaultYear)
    if let scalar = mapping.scalar("period") {
      if let period = Period(text: scalar.text), period.unit == questionnaire.periodUnit {
        context.reportingYear = period.year
      } else {
        findings.report(
          "assessment.invalid-period", at: scalar.place,
          ["name": .text(scalar.text), "example": .text(questionnaire.periodUnit.example)])
      }
    }
    if let scalar = mapping.scalar("form") {
      context.form = questionnaire.forms.firstIndex { $0.id == scalar.text }
      if context.form == nil {
        findings.reportUnknown(
          "assessment.unknown-form", scalar.text, at: scalar.place,
          among: questionnaire.forms.map(\.id))
      }
    }
    return context
  }

  private func background(_ mapping: inout MappingReader, _ base: TestVector?) -> Background {
    var background = base?.background ?? .none
    if mapping.node("previous_totals") != nil {
      background.previousTotals = mapping.list("previous_totals").map { node in
        node.scalar?.content == .null ? nil : share(node)
      }
    }
    if let node = mapping.node("members_mean"), let means = MappingReader(node, findings) {
      for (key, value) in means.node.entries {
        guard let question = question(key), let number = number(value) else { continue }
        background.membersMeans[question] = number.doubleValue
      }
    }
    return background
  }

  private func share(_ node: Node) -> Rational? { number(node)?.rational }

  private func number(_ node: Node) -> DecimalNumber? {
    if let number = node.scalar.flatMap({ DecimalNumber(text: $0.text) }) { return number }
    findings.report("test.not-a-number", at: node.place, ["value": .text(node.scalar?.text ?? "")])
    return nil
  }
}
