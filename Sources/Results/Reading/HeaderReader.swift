import Diagnostics
import Interview
import Questionnaire
import YAML

/// Reads the head of an assessment.
struct HeaderReader {
  let questionnaire: Questionnaire
  let key: AssessmentKey?
  let findings: Findings

  func header(_ mapping: inout MappingReader) -> AssessmentHeader? {
    if let format = mapping.required("branda"), format.text != StoredAssessment.format {
      findings.report("assessment.unknown-format", at: format.place, ["name": .text(format.text)])
    }
    let cluster = mapping.required("cluster")
    if let cluster { check(cluster) }
    let name = mapping.text("name")
    findings.checkName(name)
    let rater = rater(
      member: mapping.scalar("member"), facilitator: mapping.scalar("facilitator"),
      at: mapping.head)
    let isInvented = bool(mapping.scalar("invented"))
    let tags = tags(mapping.list("tags"))
    let period = mapping.required("period").flatMap { self.period($0) }
    let model = self.model(&mapping)
    let isOfOtherVersion = model.digest != questionnaire.digest
    let form = mapping.required("form").flatMap { self.form($0, isOfOtherVersion) }
    let language = mapping.text("language")?.text
    let status = mapping.required("status").map { self.status($0) }
    let changed = mapping.node("changed").flatMap { AssessmentHeader.StatusChange($0, findings) }
    let resumeAt = mapping.text("resume_at").flatMap {
      self.question($0, isOfOtherVersion)
    }
    let sequence = mapping.scalar("sequence").map { self.sequence($0) } ?? 0
    let note = mapping.text("note")
    findings.checkNote(note)
    guard let cluster, let period, let status else { return nil }
    return AssessmentHeader(
      cluster: cluster.text, name: name?.text, rater: rater, isInvented: isInvented, tags: tags,
      period: period,
      questionnaire: questionnaire.id, version: model.version, digest: model.digest, form: form,
      language: language, status: status, changed: changed, resumeAt: resumeAt, sequence: sequence,
      note: note?.text)
  }

  /// What tables have no columns for.
  func rest(_ mapping: inout MappingReader, of header: inout AssessmentHeader) {
    header.isInvented = bool(mapping.scalar("invented"))
    header.changed = mapping.node("changed").flatMap { AssessmentHeader.StatusChange($0, findings) }
    header.resumeAt = mapping.text("resume_at").flatMap { question($0, false) }
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

  /// A file in the folder of members or facilitators belongs to the one that its name says, any other
  /// to the manager.
  private func rater(member: Scalar?, facilitator: Scalar?, at head: Place) -> Rater {
    if member != nil, let facilitator {
      findings.report(
        "assessment.two-raters", at: facilitator.place, ["name": .text(facilitator.text)])
    }
    let rater: Rater =
      member.map { .member($0.text) } ?? facilitator.map { .facilitator($0.text) } ?? .manager
    guard let scalar = member ?? facilitator else {
      check(rater, at: head)
      return rater
    }
    if AssessmentKey.isClusterIdentifier(scalar.text) {
      check(rater, at: scalar.place)
    } else {
      let word = member == nil ? "facilitator" : "member"
      findings.report(
        "assessment.invalid-\(word)", at: scalar.place, ["name": .text(scalar.text)])
    }
    return rater
  }

  /// Reports somebody else than the file's name says.
  private func check(_ rater: Rater, at place: Place) {
    guard let key, key.rater != rater else { return }
    switch (key.rater, rater) {
    case (.manager, .member(let name)):
      findings.report("assessment.member-among-clusters", at: place, ["name": .text(name)])
    case (.manager, .facilitator(let name)):
      findings.report("assessment.facilitator-among-clusters", at: place, ["name": .text(name)])
    case (.member(let expected), _):
      let name = if case .member(let name) = rater { name } else { "–" }
      findings.report(
        "assessment.other-member", at: place,
        ["name": .text(name), "expected": .text(expected)])
    case (.facilitator(let expected), _):
      let name = if case .facilitator(let name) = rater { name } else { "–" }
      findings.report(
        "assessment.other-facilitator", at: place,
        ["name": .text(name), "expected": .text(expected)])
    case (.manager, .manager): break
    }
  }

  private func tags(_ nodes: [Node]) -> [String] {
    var tags: Set<String> = []
    for node in nodes {
      if let tag = node.scalar?.text, AssessmentHeader.isTag(tag) {
        tags.insert(tag)
      } else {
        findings.report(
          "assessment.invalid-tag", at: node.place, ["name": .text(node.scalar?.text ?? "…")])
      }
    }
    return tags.sorted()
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
          "example": .text(questionnaire.periodUnit.example),
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
      if version == questionnaire.version {
        findings.report(
          "assessment.same-version", .warning, at: digest.place, ["version": .text(version)])
      } else {
        findings.report(
          "assessment.other-digest", .warning, at: digest.place,
          ["written": .text(version), "current": .text(questionnaire.version)])
      }
    }
    return (version, digest?.text ?? "")
  }

  /// A form that is no more becomes the full one.
  private func form(_ scalar: Scalar, _ isOfOtherVersion: Bool) -> String? {
    let text = scalar.text
    let known = questionnaire.forms.map(\.id)
    if text == StoredAssessment.fullForm { return nil }
    if isOfOtherVersion, !known.contains(text) {
      findings.report(
        "assessment.form-gone", .warning, at: scalar.place, ["name": .text(text)])
      return nil
    }
    if !known.contains(text) {
      findings.reportUnknown(
        "assessment.unknown-form", text, at: scalar.place,
        among: [StoredAssessment.fullForm] + known)
    }
    return text
  }

  private func status(_ scalar: Scalar) -> AssessmentStatus {
    if let status = AssessmentStatus(rawValue: scalar.text) { return status }
    findings.reportUnknown(
      "assessment.unknown-status", scalar.text, at: scalar.place,
      among: AssessmentStatus.allCases.map(\.rawValue))
    return .draft
  }

  /// A position at a question that is no more is none.
  private func question(_ scalar: Scalar, _ isOfOtherVersion: Bool) -> String? {
    let text = scalar.text
    if let renamed = questionnaire.place(ofFormerName: text) {
      return questionnaire.questions[renamed].id
    }
    if questionnaire.index(of: text) == nil {
      if isOfOtherVersion { return nil }
      findings.reportUnknown(
        "assessment.unknown-question", text, at: scalar.place,
        among: questionnaire.questions.map(\.id))
    }
    return text
  }

  private func sequence(_ scalar: Scalar) -> Int {
    if case .integer(let number) = scalar.content,
      number == 0
        || HistoryEntry.numbers.contains(number)
    {
      return Int(number)
    }
    findings.report(
      "assessment.wrong-value", at: scalar.place,
      ["value": .text(scalar.text), "expected": .phrase("assessment.expected.sequence")])
    return 0
  }
}

extension AssessmentHeader.StatusChange {
  /// Reads `{by, at}`; `nil` and a finding where either is missing or wrong.
  init?(_ node: Node, _ findings: Findings) {
    guard var mapping = MappingReader(node, findings) else { return nil }
    let by = mapping.required("by")
    findings.checkName(by)
    let written = mapping.required("at")
    mapping.finish()
    guard let by, let written else { return nil }
    guard let at = Instant(text: written.text) else {
      findings.report(
        "assessment.wrong-value", at: written.place,
        ["value": .text(written.text), "expected": .phrase("assessment.expected.instant")])
      return nil
    }
    self.init(by: by.text, at: at)
  }

  /// As it is read.
  func text(_ writer: ResponseText) -> String {
    writer.mapping([("by", writer.quoted(by)), ("at", writer.word(at.description))])
  }
}
