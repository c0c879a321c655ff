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
