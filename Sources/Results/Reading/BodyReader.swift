import Diagnostics
import Interview
import Questionnaire
import YAML

/// Reads the responses of a file, of all sections together.
struct BodyReader {
  var reader: ResponseReader
  /// Whether an answer may stand as its value alone: `members: 23`.
  var allowsBareValues = false
  private(set) var responses: [Int: Response] = [:]
  private(set) var times: [Int: Instant] = [:]
  private(set) var kept: [KeptResponse] = []
  /// Whether anything stands elsewhere than in the file, or under another name.
  private(set) var isAdapted = false
  private var places: [Int: Place] = [:]

  init(questionnaire: Questionnaire, findings: Findings) {
    reader = ResponseReader(questionnaire: questionnaire, findings: findings)
  }

  /// Reads `answers`, `parked` and `kept`, as far as they are there.
  mutating func readSections(of mapping: inout MappingReader) {
    var others: [(key: Node, value: Node)] = []
    for section in ["answers", "parked"] {
      if let node = mapping.node(section) { others += readByCurrentName(node) }
    }
    for (key, value) in others { readByOtherName(key, value) }
    if let node = mapping.node("kept") { readKept(node) }
  }

  mutating func read(_ node: Node) {
    for (key, value) in readByCurrentName(node) { readByOtherName(key, value) }
  }

  /// Reads what bears a name of today and returns the rest: where a question is there by its new
  /// name and by an old one, the new one is meant.
  private mutating func readByCurrentName(_ node: Node) -> [(key: Node, value: Node)] {
    // An empty section, `answers:` with nothing behind it, is no mistake.
    if node.scalar?.content == .null { return [] }
    guard let mapping = MappingReader(node, reader.findings) else { return [] }
    var others: [(key: Node, value: Node)] = []
    for (key, value) in mapping.node.entries {
      let id = key.scalar?.text ?? ""
      if let index = reader.questionnaire.index(of: id) {
        read(key, value, to: reader.questionnaire.questions[index])
      } else {
        others.append((key, value))
      }
    }
    return others
  }

  private mutating func readByOtherName(_ key: Node, _ value: Node) {
    guard let id = key.scalar?.text else { return }
    guard reader.isOfOtherVersion else {
      if let question = reader.question(key) { takeOver(key, value, by: question) }
      return
    }
    guard let question = reader.question(named: id) else {
      keep(value, of: id, "assessment.question-gone", at: key.place)
      return
    }
    if places[question.index] == nil {
      takeOver(key, value, by: question)
    } else {
      keep(
        value, of: id, "assessment.answer-displaced", at: key.place,
        ["current": .text(question.id)])
    }
  }

  private mutating func takeOver(_ key: Node, _ value: Node, by question: Question) {
    isAdapted = true
    reader.findings.report(
      "assessment.question-renamed", .note, at: key.place,
      ["name": .text(key.scalar?.text ?? ""), "current": .text(question.id)])
    read(key, value, to: question)
  }

  private mutating func read(_ key: Node, _ value: Node, to question: Question) {
    if let first = places[question.index] {
      reader.findings.report(
        "assessment.repeated-question", at: key.place, ["name": .text(question.id)],
        notes: [.init(.init("assessment.first-response"), at: first)])
      return
    }
    if allowsBareValues, value.kind != .mapping {
      places[question.index] = key.place
      guard let answer = reader.value(value, of: question) else { return }
      responses[question.index] = Response(answer: answer)
      return
    }
    if reader.isOfOtherVersion, !reader.fits(value, question) {
      keep(value, of: question.id, "assessment.value-gone", at: (value["value"] ?? value).place)
      return
    }
    places[question.index] = key.place
    store(reader.response(value, to: question), to: question)
  }

  private mutating func store(_ read: (response: Response, at: Instant?), to question: Question) {
    guard !read.response.isEmpty else { return }
    responses[question.index] = read.response
    if read.response.answer != nil { times[question.index] = read.at }
  }
}

extension BodyReader {
  private mutating func keep(
    _ value: Node, of id: String, _ code: String, at place: Place,
    _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    guard let response = reader.kept(value, to: id) else { return }
    isAdapted = true
    kept.append(response)
    reader.findings.report(
      code, .warning, at: place,
      arguments.merging(["name": .text(id)], uniquingKeysWith: { first, _ in first }))
  }

  /// Takes up what fits again and is not answered otherwise, and keeps the rest.
  private mutating func readKept(_ node: Node) {
    if node.scalar?.content == .null { return }
    guard let mapping = MappingReader(node, reader.findings) else { return }
    for (key, value) in mapping.node.entries {
      guard let id = key.scalar?.text else { continue }
      for response in value.kind == .sequence ? Array(value.elements) : [value] {
        readKept(key, id, response)
      }
    }
  }

  /// Keeps everything as it is, without looking whether it fits again.
  mutating func readAllKept(_ node: Node) {
    guard let mapping = MappingReader(node, reader.findings) else { return }
    for (key, value) in mapping.node.entries {
      guard let id = key.scalar?.text else { continue }
      for response in value.kind == .sequence ? Array(value.elements) : [value] {
        if let response = reader.kept(response, to: id) { kept.append(response) }
      }
    }
  }

  private mutating func readKept(_ key: Node, _ id: String, _ value: Node) {
    if let question = reader.question(named: id), places[question.index] == nil,
      reader.fits(value, question)
    {
      places[question.index] = key.place
      isAdapted = true
      reader.findings.report(
        "assessment.answer-back", .note, at: key.place, ["name": .text(question.id)])
      store(reader.response(value, to: question), to: question)
    } else if let response = reader.kept(value, to: id) {
      kept.append(response)
    }
  }
}
