public import Diagnostics
import Interview
public import Questionnaire
import YAML

extension StoredAssessment {
  /// Reads an assessment file.
  ///
  /// - Parameter key: What the file is by its place; another cluster, questionnaire or period in
  ///   its head is an error.
  /// - Returns: The assessment, `nil` when a finding is an error, and all findings. Where the file
  ///   was written with another version of the model, that is a warning, and so are values that
  ///   the model refuses; they are kept.
  public static func read(
    _ file: SourceFile, on questionnaire: Questionnaire, as key: AssessmentKey? = nil
  ) -> Checked<StoredAssessment?> {
    let findings = Findings()
    let parsed = YAML.parse(file)
    findings.add(parsed.diagnostics)
    guard let root = parsed.value, !parsed.hasErrors else {
      if parsed.diagnostics.isEmpty { findings.report("assessment.empty", at: Place(file, 0..<0)) }
      return Checked(nil, findings.list.sorted)
    }
    guard var mapping = MappingReader(root, findings) else {
      return Checked(nil, findings.list.sorted)
    }
    let header = HeaderReader(questionnaire: questionnaire, key: key, findings: findings)
      .header(&mapping)
    var body = BodyReader(questionnaire: questionnaire, findings: findings)
    if header?.digest != questionnaire.digest { body.reader.refusal = .warning }
    if mapping.node["answers"] == nil { mapping.reportMissing("answers") }
    for section in ["answers", "parked"] {
      if let node = mapping.node(section) { body.read(node) }
    }
    mapping.finish()
    guard let header, !findings.hasErrors else { return Checked(nil, findings.list.sorted) }
    return Checked(
      StoredAssessment(header: header, responses: body.responses, times: body.times),
      findings.list.sorted)
  }
}

/// Reads the responses of a file, of all sections together.
struct BodyReader {
  var reader: ResponseReader
  /// Whether an answer may stand as its value alone: `members: 23`.
  var allowsBareValues = false
  private(set) var responses: [Int: Response] = [:]
  private(set) var times: [Int: Instant] = [:]
  private var places: [Int: Place] = [:]

  init(questionnaire: Questionnaire, findings: Findings) {
    reader = ResponseReader(questionnaire: questionnaire, findings: findings)
  }

  mutating func read(_ node: Node) {
    // An empty section, `answers:` with nothing behind it, is no mistake.
    if node.scalar?.content == .null { return }
    guard let mapping = MappingReader(node, reader.findings) else { return }
    for (key, value) in mapping.node.entries { read(key, value) }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    guard let question = reader.question(key) else { return }
    if let first = places[question.index] {
      reader.findings.report(
        "assessment.repeated-question", at: key.place, ["name": .text(question.id)],
        notes: [.init(.init("assessment.first-response"), at: first)])
      return
    }
    places[question.index] = key.place
    if allowsBareValues, value.kind != .mapping {
      guard let answer = reader.value(value, of: question) else { return }
      responses[question.index] = Response(answer: answer)
      return
    }
    let (response, instant) = reader.response(value, to: question)
    guard !response.isEmpty else { return }
    responses[question.index] = response
    if response.answer != nil { times[question.index] = instant }
  }
}

/// Reads the head of an assessment.
private struct HeaderReader {
  let questionnaire: Questionnaire
  let key: AssessmentKey?
  let findings: Findings

  func header(_ mapping: inout MappingReader) -> AssessmentHeader? {
    if let format = mapping.required("branda"), format.text != StoredAssessment.format {
      findings.report("assessment.unknown-format", at: format.place, ["name": .text(format.text)])
    }
    let cluster = mapping.required("cluster")
    if let cluster { check(cluster) }
    let name = mapping.text("name")?.text
    let isInvented = bool(mapping.scalar("invented"))
    let period = mapping.required("period").flatMap { self.period($0) }
    let model = self.model(&mapping)
    let form = mapping.required("form").flatMap { self.form($0) }
    let language = mapping.text("language")?.text
    let status = mapping.required("status").map { self.status($0) }
    let resumeAt = mapping.text("resume_at").flatMap { self.question($0) }
    let sequence = mapping.scalar("sequence").map { self.sequence($0) } ?? 0
    let note = mapping.text("note")?.text
    guard let cluster, let period, let status else { return nil }
    return AssessmentHeader(
      cluster: cluster.text, name: name, isInvented: isInvented, period: period,
      questionnaire: questionnaire.id, version: model.version, digest: model.digest, form: form,
      language: language, status: status, resumeAt: resumeAt, sequence: sequence, note: note)
  }

  private func check(_ cluster: Scalar) {
    let text = cluster.text
    if !AssessmentKey.isClusterIdentifier(text) {
      findings.report("assessment.invalid-cluster", at: cluster.place, ["name": .text(text)])
    } else if let key, key.cluster != text {
      findings.report(
        "assessment.other-cluster", at: cluster.place,
        ["name": .text(text), "expected": .text(key.cluster)])
    }
  }

  private func bool(_ scalar: Scalar?) -> Bool {
    guard let scalar else { return false }
    if case .bool(let value) = scalar.content { return value }
    findings.report(
      "assessment.wrong-shape", at: scalar.place, ["expected": .phrase("shape.bool")])
    return false
  }

  private func period(_ scalar: Scalar) -> Period? {
    guard let period = Period(text: scalar.text), period.unit == questionnaire.periodUnit else {
      findings.report(
        "assessment.invalid-period", at: scalar.place,
        [
          "name": .text(scalar.text),
          "example": .text(Period.example(of: questionnaire.periodUnit)),
        ])
      return nil
    }
    if let key, key.period != period {
      findings.report(
        "assessment.other-period", at: scalar.place,
        ["name": .text(scalar.text), "expected": .text(key.period.description)])
    }
    return period
  }

  private func model(_ mapping: inout MappingReader) -> (version: String, digest: String) {
    guard let node = mapping.node("questionnaire") else {
      mapping.reportMissing("questionnaire")
      return ("", "")
    }
    guard var model = MappingReader(node, findings) else { return ("", "") }
    if let id = model.required("id"), id.text != questionnaire.id {
      findings.report(
        "assessment.other-questionnaire", at: id.place,
        ["name": .text(id.text), "expected": .text(questionnaire.id)])
    }
    let version = model.required("version")?.text ?? ""
    let digest = model.required("digest")
    model.finish()
    if let digest, digest.text != questionnaire.digest {
      findings.report(
        "assessment.other-digest", .warning, at: digest.place,
        ["written": .text(version), "current": .text(questionnaire.version)])
    }
    return (version, digest?.text ?? "")
  }

  private func form(_ scalar: Scalar) -> String? {
    let text = scalar.text
    let known = questionnaire.forms.map(\.id)
    if text == StoredAssessment.fullForm { return nil }
    if !known.contains(text) {
      findings.reportUnknown(
        "assessment.unknown-form", text, at: scalar.place,
        among: [StoredAssessment.fullForm] + known)
    }
    return text
  }

  private func status(_ scalar: Scalar) -> AssessmentHeader.Status {
    if let status = AssessmentHeader.Status(rawValue: scalar.text) { return status }
    findings.reportUnknown(
      "assessment.unknown-status", scalar.text, at: scalar.place,
      among: AssessmentHeader.Status.allCases.map(\.rawValue))
    return .draft
  }

  private func question(_ scalar: Scalar) -> String? {
    let text = scalar.text
    if questionnaire.index(of: text) == nil {
      findings.reportUnknown(
        "assessment.unknown-question", text, at: scalar.place,
        among: questionnaire.questions.map(\.id))
    }
    return text
  }

  private func sequence(_ scalar: Scalar) -> Int {
    if case .integer(let number) = scalar.content, number >= 0 { return Int(number) }
    findings.report(
      "assessment.wrong-value", at: scalar.place,
      ["value": .text(scalar.text), "expected": .phrase("assessment.expected.sequence")])
    return 0
  }
}

extension Period {
  static func example(of unit: PeriodUnit) -> String {
    switch unit {
    case .year: "2026"
    case .halfYear: "2026-H1"
    case .quarter: "2026-Q1"
    }
  }
}
