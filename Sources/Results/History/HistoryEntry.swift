import Diagnostics
import Interview
import Questionnaire
import YAML

/// One line of a history: what was accepted, when, from whom.
struct HistoryEntry: Equatable {
  enum Event: Equatable {
    /// The response to a question as it is from now on; `nil` where it was removed.
    case response(question: Int, new: Response?, old: Response?)
    /// Likewise, to a question that this version of the model does not have, or with a value that
    /// it cannot take.
    case kept(question: String, new: KeptResponse?)
    /// The parts of the head that are from now on as they are here.
    case head(HeadOfHistory)
    /// Nothing that is known: a line that could not be read stood here before a repair.
    case lost
  }

  /// Counted from 1.
  var number: Int
  /// The numbers that files may name: beyond what anybody answers, below what overflows.
  static let numbers: Range<Int64> = 1..<1 << 40
  var at: Instant
  /// When the answer was given, where it was recorded elsewhere first.
  var given: Instant?
  /// Who gave it: `manager`, `facilitator`, or a name.
  var by: String
  var event: Event
  /// Why, where whoever did it said so: what a facilitator wants corrected.
  var reason: String?

  /// The time of the answer.
  var answered: Instant { given ?? at }
}

/// What a history keeps of an assessment's head, so that the whole can be rebuilt from it.
struct HeadOfHistory: Equatable {
  var name: String?
  var tags: [String]
  var form: String?
  var language: String?
  var status: AssessmentStatus
  var changed: AssessmentHeader.StatusChange?
  var note: String?

  init(_ header: AssessmentHeader) {
    name = header.name
    tags = header.tags
    form = header.form
    language = header.language
    status = header.status
    changed = header.changed
    note = header.note
  }

  func apply(to header: inout AssessmentHeader) {
    header.name = name
    header.tags = tags
    header.form = form
    header.language = language
    header.status = status
    header.changed = changed
    header.note = note
  }
}

extension HistoryEntry {
  /// What a line says of a question; lines of earlier versions may name it otherwise, or mean one
  /// that is no more.
  private static func response(
    _ reader: ResponseReader, to id: String, _ new: Node, old: Node?, at instant: Instant
  ) -> Event {
    let isRemoved = new.scalar?.content == .null
    guard let question = reader.question(named: id), isRemoved || reader.fits(new, question) else {
      var kept: KeptResponse?
      if !isRemoved, let read = reader.kept(new, to: id) {
        let isAnswer = read.value != nil || read.rest.answer != nil
        kept = KeptResponse(
          question: id, value: read.value, rest: read.rest, at: isAnswer ? instant : nil)
      }
      return .kept(question: id, new: kept)
    }
    let before = old.flatMap { reader.fits($0, question) ? $0 : nil }
    return .response(
      question: question.index, new: isRemoved ? nil : reader.response(new, to: question).response,
      old: before.map { reader.response($0, to: question).response })
  }

  /// The line, with its line break.
  func line(on questionnaire: Questionnaire) -> String {
    let writer = ResponseText(notation: .json)
    var entries: [(key: String, value: String)] = [
      ("n", String(number)), ("at", writer.quoted(at.description)), ("by", writer.quoted(by)),
    ]
    if let given { entries.append(("given", writer.quoted(given.description))) }
    switch event {
    case .response(let index, let new, let old):
      let question = questionnaire.questions[index]
      entries.append(("question", writer.quoted(question.id)))
      entries.append(("new", new.map { writer.text($0, at: nil, of: question) } ?? "null"))
      if let old { entries.append(("old", writer.text(old, at: nil, of: question))) }
    case .kept(let question, let new):
      entries.append(("question", writer.quoted(question)))
      entries.append(("new", new.map { writer.text($0) } ?? "null"))
    case .head(let head):
      var parts: [(key: String, value: String)] = []
      if let name = head.name { parts.append(("name", writer.quoted(name))) }
      if !head.tags.isEmpty {
        let tags = head.tags.map { writer.quoted($0) }.joined(separator: ",")
        parts.append(("tags", "[" + tags + "]"))
      }
      parts.append(("form", writer.quoted(head.form ?? StoredAssessment.fullForm)))
      if let language = head.language { parts.append(("language", writer.quoted(language))) }
      parts.append(("status", writer.quoted(head.status.rawValue)))
      if let changed = head.changed { parts.append(("changed", changed.text(writer))) }
      if let note = head.note { parts.append(("note", writer.quoted(note))) }
      entries.append(("head", writer.mapping(parts)))
    case .lost: entries.append(("lost", "true"))
    }
    if let reason { entries.append(("reason", writer.quoted(reason))) }
    return writer.mapping(entries) + "\n"
  }

  /// Reads a line; `nil` where it is not one that `line(on:)` writes.
  init?(line: String, on questionnaire: Questionnaire) {
    let findings = Findings()
    let file = SourceFile(name: "", text: line)
    guard let root = YAML.parse(file).value, var mapping = MappingReader(root, findings),
      case .integer(let number)? = mapping.required("n")?.content, Self.numbers.contains(number),
      let at = mapping.required("at").flatMap({ Instant(text: $0.text) }),
      let by = mapping.required("by")?.text
    else { return nil }
    let given = mapping.scalar("given")
    self.number = Int(number)
    self.at = at
    self.given = given.flatMap { Instant(text: $0.text) }
    if given != nil, self.given == nil { return nil }
    self.by = by
    if let head = mapping.node("head").flatMap({ HeadOfHistory($0, findings) }) {
      event = .head(head)
    } else if case .bool(true)? = mapping.scalar("lost")?.content {
      event = .lost
    } else {
      guard let id = mapping.required("question")?.text, let new = mapping.node("new") else {
        return nil
      }
      // What was accepted once is taken over even if the model would refuse it by now.
      let reader = ResponseReader(
        questionnaire: questionnaire, findings: findings, refusal: .warning)
      event = Self.response(reader, to: id, new, old: mapping.node("old"), at: self.given ?? at)
    }
    let reason = mapping.text("reason")
    findings.checkNote(reason)
    self.reason = reason?.text
    mapping.finish()
    if findings.hasErrors { return nil }
  }
}

extension HeadOfHistory {
  fileprivate init?(_ node: Node, _ findings: Findings) {
    guard var mapping = MappingReader(node, findings),
      let status = mapping.required("status").flatMap({
        AssessmentStatus(rawValue: $0.text)
      }), let form = mapping.required("form")?.text
    else { return nil }
    let name = mapping.text("name")
    let tags = mapping.list("tags").compactMap { $0.scalar?.text }
    guard tags.allSatisfy(AssessmentHeader.isTag) else { return nil }
    let note = mapping.text("note")
    findings.checkName(name)
    findings.checkNote(note)
    self.name = name?.text
    self.tags = Set(tags).sorted()
    self.note = note?.text
    self.form = form == StoredAssessment.fullForm ? nil : form
    language = mapping.text("language")?.text
    self.status = status
    changed = mapping.node("changed").flatMap { AssessmentHeader.StatusChange($0, findings) }
    mapping.finish()
  }
}
