import Diagnostics
import DisplayWidth
import Interview
import Questionnaire
import Results
import Tables
import YAML

/// An assessment that came as a file, read and checked as any other; nothing has been written.
struct ArrivedAssessment {
  let file: SourceFile
  let model: Questionnaire
  let key: AssessmentKey
  let assessment: StoredAssessment
  /// What its own history tells, where that came with it: `NAME.history.jsonl` beside `NAME.yaml`.
  let past: AssessmentPast?

  /// What a file that cannot be imported would end the command with.
  struct Refusal: Error {
    var findings: [Diagnostic]
    var exit: Exit
  }

  /// Reads a file by the questionnaire of the assessment that is here already, else by its own.
  init(_ file: SourceFile, _ models: Models, in folder: ResultsFolder) throws(Refusal) {
    let parsed = YAML.parse(file)
    guard let root = parsed.value, !parsed.hasErrors else {
      let isEmpty = parsed.diagnostics.isEmpty
      throw Refusal(
        findings: isEmpty
          ? [Diagnostic(.init("assessment.empty"), at: Place(file, 0..<0))]
          : parsed.diagnostics.told(of: Self.member(in: file), in: file.name),
        exit: .badData)
    }
    guard root.kind == .mapping, root["branda"] != nil else {
      throw Refusal(
        findings: [Diagnostic(.init("import.not-an-assessment"), at: Place(file, 0..<0))],
        exit: .badData)
    }
    let id = root["questionnaire"]?["id"]?.scalar?.text ?? ""
    let key = Self.key(root, id)
    let present = key.flatMap { try? folder.model(of: $0).digest }
    let written = root["questionnaire"]?["digest"]?.scalar?.text
    guard let model = models.model(of: id, digest: present ?? written) else {
      throw Refusal(
        findings: [
          Diagnostic(
            .init("assessment.no-model"), at: root["questionnaire"]?["id"]?.place ?? root.place,
            [
              "questionnaire": .text(id), "cluster": .text(root["cluster"]?.scalar?.text ?? "–"),
              "period": .text(root["period"]?.scalar?.text ?? "–"),
            ])
        ], exit: .missingInput)
    }
    let read = StoredAssessment.read(file, on: model, as: key)
    guard let assessment = read.value, let key else {
      throw Refusal(
        findings: read.diagnostics.told(of: root["member"]?.scalar?.text, in: file.name),
        exit: .badData)
    }
    self.file = file
    self.model = model
    self.key = key
    self.assessment = assessment
    findings = read.diagnostics.told(of: key.member, in: file.name)
    places = nil
    head = Place(file, 0..<0)
    past = Self.history(beside: file.name).map { assessment.past(by: $0, on: model) }
  }

  /// A row of a table, or several that are about one assessment.
  init(_ imported: ImportedAssessment, of file: SourceFile, on model: Questionnaire) {
    self.file = file
    self.model = model
    key = imported.key
    assessment = imported.assessment
    past = nil
    findings = []
    places = imported.places
    head = imported.place
  }

  /// What reading it found, none of it an error.
  let findings: [Diagnostic]
  /// Where the table has the response to each question; `nil` for a file of its own.
  private let places: [Int: Place]?
  private let head: Place

  /// Where the response to a question stands.
  func place(of question: Question) -> Place {
    if let places { return places[question.index] ?? head }
    let root = YAML.parse(file).value
    for section in ["answers", "parked", "kept"] {
      guard let responses = root?[section] else { continue }
      for (key, _) in responses.entries where key.scalar?.text == question.id {
        return key.place
      }
    }
    return head
  }

  /// The place of what is said of the whole.
  var place: Place { head }

  /// Whose file it is as far as a line of its head says, where the whole is no YAML.
  private static func member(in file: SourceFile) -> String? {
    String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).lazy
      .compactMap { line in
        guard line.hasPrefix("member:") else { return nil }
        return line.dropFirst("member:".count).filter { $0 != " " && $0 != "\"" }.madeVisible
      }.first
  }

  /// `nil` where an identifier in the head is none; reading the whole tells which.
  private static func key(_ root: Node, _ id: String) -> AssessmentKey? {
    guard let cluster = root["cluster"]?.scalar?.text,
      let period = root["period"]?.scalar.flatMap({ Period(text: $0.text) })
    else { return nil }
    let rater: Rater =
      root["member"]?.scalar.map { .member($0.text) }
      ?? root["facilitator"]?.scalar.map { .facilitator($0.text) } ?? .manager
    return try? AssessmentKey(
      cluster: cluster, questionnaire: id, period: period, rater: rater)
  }

  private static func history(beside path: String) -> [UInt8]? {
    guard path.hasSuffix(".yaml") else { return nil }
    return try? FileSystem().read(
      path.dropLast(".yaml".count) + ".history.jsonl", limit: YAMLLimits.standard.bytes)
  }
}
