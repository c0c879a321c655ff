import Diagnostics
import Questionnaire
import Results
import Scoring
import YAML

/// Reads what a test vector expects.
struct ExpectationReader {
  let questionnaire: Questionnaire
  let findings: Findings
  private(set) var expectations: [Expectation] = []

  init(questionnaire: Questionnaire, findings: Findings) {
    self.questionnaire = questionnaire
    self.findings = findings
  }

  mutating func read(_ node: Node) {
    guard var mapping = MappingReader(node, findings) else { return }
    let asked = mapping.list("asked")
    let notAsked = mapping.list("not_asked")
    for (nodes, isAsked) in [(asked, true), (notAsked, false)] {
      for node in nodes {
        if let question = question(node) { add(.asked(question: question, isAsked), at: node) }
      }
    }
    for (key, value) in entries(mapping.node("points")) {
      guard let question = question(key), let number = number(value) else { continue }
      add(.points(question: question, number.value), at: value)
    }
    for (key, value) in entries(mapping.node("scores")) {
      guard let subject = subject(key), let number = number(value) else { continue }
      add(.score(subject, number.value), at: value)
    }
    for (key, value) in entries(mapping.node("ranges")) { readRange(key, value) }
    readLevels(&mapping)
    readPractices(&mapping)
    for (key, value) in entries(mapping.node("gates")) {
      guard let gate = gate(key), let status = status(value) else { continue }
      add(.gate(level: gate.level, gate: gate.gate, status), at: value)
    }
    for (key, value) in entries(mapping.node("checks")) { readCheck(key, value) }
    readRecommendations(&mapping)
    readProblems(&mapping)
    mapping.finish()
  }

  private mutating func add(_ claim: Expectation.Claim, at node: Node) {
    expectations.append(Expectation(claim: claim, place: node.place))
  }

  // MARK: Scores and levels

  private mutating func readRange(_ key: Node, _ value: Node) {
    guard let subject = subject(key) else { return }
    let ends = value.elements.map { number($0)?.value }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else {
      if ends.count != 2 { findings.report("test.not-a-range", at: value.place) }
      return
    }
    add(.range(subject, low, high), at: value)
  }

  private mutating func readLevels(_ mapping: inout MappingReader) {
    if let node = mapping.node("level"), let level = level(node) {
      add(.level(level.place), at: node)
    }
    guard let node = mapping.node("level_range") else { return }
    let ends = node.elements.map { level($0) }
    guard ends.count == 2, let lowest = ends[0], let highest = ends[1] else {
      if ends.count != 2 { findings.report("test.not-a-range", at: node.place) }
      return
    }
    add(.levelRange(lowest: lowest.place, highest: highest.place), at: node)
  }

  /// A level by its id, or `none`.
  private func level(_ node: Node) -> (place: Int?, Void)? {
    let id = node.scalar?.text ?? ""
    if id == "none" { return (nil, ()) }
    if let level = questionnaire.levels.firstIndex(where: { $0.id == id }) { return (level, ()) }
    findings.reportUnknown(
      "test.unknown-level", id, at: node.place, among: questionnaire.levels.map(\.id) + ["none"])
    return nil
  }

  private mutating func readPractices(_ mapping: inout MappingReader) {
    for (key, value) in entries(mapping.node("capability")) {
      guard let node = node(key), let level = capability(value) else { continue }
      add(.capability(node: node, level), at: value)
    }
    for (key, value) in entries(mapping.node("fulfilled")) {
      guard let question = question(key), let status = status(value) else { continue }
      add(.fulfilled(question: question, status), at: value)
    }
  }

  /// A capability level by its number or its id.
  private func capability(_ node: Node) -> Int? {
    let text = node.scalar?.text ?? ""
    let levels = questionnaire.capabilityLevels
    if let number = Int(text), (0...levels.count).contains(number) { return number }
    if let level = levels.first(where: { $0.id == text }) { return level.number }
    findings.reportUnknown("test.unknown-level", text, at: node.place, among: levels.map(\.id))
    return nil
  }

  private func subject(_ key: Node) -> ScoreSubject? {
    let id = key.scalar?.text ?? ""
    if id == "total" { return .total }
    return node(key, among: ["total"]).map { .node($0) }
  }

  /// A capacity or a part of one.
  private func node(_ key: Node, among others: [String] = []) -> Int? {
    let id = key.scalar?.text ?? ""
    if let node = questionnaire.nodes.firstIndex(where: { $0.id == id }) { return node }
    findings.reportUnknown(
      "test.unknown-score", id, at: key.place, among: others + questionnaire.nodes.map(\.id))
    return nil
  }

  /// A number, or `none` for the absence of one.
  private func number(_ node: Node) -> (value: ExpectedNumber?, Void)? {
    let text = node.scalar?.text ?? ""
    if text == "none" { return (nil, ()) }
    if let number = ExpectedNumber(text: text) { return (number, ()) }
    findings.report("test.not-a-number", at: node.place, ["value": .text(text)])
    return nil
  }

  // MARK: Conditions

  private func gate(_ key: Node) -> (level: Int, gate: Int)? {
    let id = key.scalar?.text ?? ""
    for (level, content) in questionnaire.levels.enumerated() {
      if let gate = content.gates.firstIndex(where: { $0.id == id }) { return (level, gate) }
    }
    findings.reportUnknown(
      "test.unknown-gate", id, at: key.place,
      among: questionnaire.levels.flatMap(\.gates).map(\.id))
    return nil
  }

  /// A readiness check, or one of its conditions as `check.condition`.
  private mutating func readCheck(_ key: Node, _ value: Node) {
    let parts = (key.scalar?.text ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard let status = status(value) else { return }
    guard let check = questionnaire.checks.firstIndex(where: { $0.id == parts.first }) else {
      findings.reportUnknown(
        "test.unknown-check", parts.first ?? "", at: key.place,
        among: questionnaire.checks.map(\.id))
      return
    }
    guard parts.count == 2 else { return add(.check(check, status), at: value) }
    let conditions = questionnaire.checks[check].conditions
    guard let condition = conditions.firstIndex(where: { $0.id == parts[1] }) else {
      findings.reportUnknown(
        "test.unknown-check", parts[1], at: key.place, among: conditions.map(\.id))
      return
    }
    add(.condition(check: check, condition: condition, status), at: value)
  }

  private func status(_ node: Node) -> Status? {
    let text = node.scalar?.text ?? ""
    if let status = Status(rawValue: text) { return status }
    findings.report(
      "test.unknown-word", at: node.place,
      ["name": .text(text), "known": .list(Status.allCases.map(\.rawValue))])
    return nil
  }

  // MARK: Advice and problems

  private mutating func readRecommendations(_ mapping: inout MappingReader) {
    if let node = mapping.node("recommendations") {
      let exactly = mapping.list("recommendations").compactMap { element in
        recommendation(element).map { (place: $0, node: element) }
      }
      for item in exactly { add(.raised(recommendation: item.place, true), at: item.node) }
      for other in questionnaire.recommendations.indices
      where !exactly.contains(where: { $0.place == other }) {
        add(.raised(recommendation: other, false), at: node)
      }
    }
    for (key, isRaised) in [("raised", true), ("not_raised", false)] {
      for node in mapping.list(key) {
        if let place = recommendation(node) {
          add(.raised(recommendation: place, isRaised), at: node)
        }
      }
    }
  }

  private func recommendation(_ node: Node) -> Int? {
    let id = node.scalar?.text ?? ""
    if let place = questionnaire.recommendations.firstIndex(where: { $0.id == id }) {
      return place
    }
    findings.reportUnknown(
      "test.unknown-recommendation", id, at: node.place,
      among: questionnaire.recommendations.map(\.id))
    return nil
  }

  /// Exactly the questions whose answers something stands against.
  private mutating func readProblems(_ mapping: inout MappingReader) {
    guard let node = mapping.node("problems") else { return }
    let exactly = mapping.list("problems").compactMap { element in
      question(element).map { (place: $0, node: element) }
    }
    for item in exactly { add(.problem(question: item.place, true), at: item.node) }
    for other in questionnaire.questions.indices
    where !exactly.contains(where: { $0.place == other }) {
      add(.problem(question: other, false), at: node)
    }
  }

  // MARK: Parts

  private func question(_ node: Node) -> Int? {
    AnswersFile.question(node, on: questionnaire, findings)
  }

  private func entries(_ node: Node?) -> [(key: Node, value: Node)] {
    guard let node, let mapping = MappingReader(node, findings) else { return [] }
    return mapping.node.entries.map { $0 }
  }
}
