import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let pathConflict = Self("questionnaire.path-conflict")
  static let pathMissing = Self("questionnaire.path-missing")
  static let pathKind = Self("questionnaire.path-kind")
  static let pathOpen = Self("questionnaire.path-open")
  static let pathUnreached = Self("questionnaire.path-unreached")
}

/// Reads where the answers of one node's questions lead.
struct PathReader {
  let reader: ModelReader
  /// All questions of the model.
  let questions: [QuestionDraft]
  /// The node's own.
  let range: Range<Int>
  let scale: Scale
  private var targets: [[DecisionPath.Target]] = []
  /// For each question what has to be answered to be led to it, as CEL.
  private(set) var ways: [Int: [String]] = [:]

  init(_ reader: ModelReader, _ questions: [QuestionDraft], _ range: Range<Int>, _ scale: Scale) {
    self.reader = reader
    self.questions = questions
    self.range = range
    self.scale = scale
  }

  /// The path; `nil` where it has mistakes.
  mutating func path() -> DecisionPath? {
    let before = reader.diagnostics.count
    for index in range { targets.append(targets(of: index)) }
    guard reader.diagnostics.count == before else { return nil }
    let path = DecisionPath(questions: range, scale: scale, targets: targets)
    let reached = path.reached
    for index in range where !reached.contains(index) {
      reader.report(
        .pathUnreached, at: questions[index].place, ["name": .text(questions[index].id)])
    }
    return path
  }

  private mutating func targets(of index: Int) -> [DecisionPath.Target] {
    let question = questions[index]
    guard let node = question.leadsTo else {
      reader.report(
        .missingKey, at: question.place, ["key": .text("leads_to")])
      return []
    }
    guard let answers = question.kind?.kind.answersOfPath else {
      reader.report(.pathKind, at: node.place, ["kind": .text(question.kind?.kind.name ?? "?")])
      return []
    }
    guard node.kind == .mapping else {
      reader.report(.wrongShape, at: node.place, ["expected": .phrase("shape.mapping")])
      return []
    }
    var found: [String: DecisionPath.Target] = [:]
    for entry in node.entries {
      guard let key = entry.key.scalar else { continue }
      guard answers.contains(where: { $0.name == key.text }) else {
        reader.reportUnknown(
          .invalidOption, key.text, at: key.place, among: answers.map(\.name))
        continue
      }
      found[key.text] = target(entry.value)
    }
    let open = answers.map(\.name).filter { name in
      !node.entries.contains { $0.key.scalar?.text == name }
    }
    if !open.isEmpty { reader.report(.pathOpen, at: node.place, ["answers": .list(open)]) }
    for answer in answers {
      guard case .question(let next)? = found[answer.name] else { continue }
      ways[next, default: []].append("\(question.id) == \(answer.literal)")
    }
    return answers.compactMap { found[$0.name] }
  }

  private func target(_ node: Node) -> DecisionPath.Target? {
    guard let scalar = reader.scalar(node) else { return nil }
    switch scalar.content {
    case .integer, .decimal:
      return reader.points(node, on: scale).map { .end(points: $0) }
    default: break
    }
    if let index = range.first(where: { questions[$0].id == scalar.text }) {
      return .question(index)
    }
    reader.reportUnknown(
      .unknownReference, scalar.text, at: scalar.place, among: range.map { questions[$0].id },
      ["what": .phrase("reference.question")])
    return nil
  }
}

extension DecisionPath {
  /// The questions that some answers lead to.
  fileprivate var reached: Set<Int> {
    guard let first = questions.first else { return [] }
    var reached: Set = [first]
    var waiting = [first]
    while let question = waiting.popLast() {
      for case .question(let next) in targets(of: question) where reached.insert(next).inserted {
        waiting.append(next)
      }
    }
    return reached
  }
}

extension AnswerKind {
  /// The answers that can lead somewhere, as files name them and as CEL does; `nil` where there are
  /// too many to name.
  fileprivate var answersOfPath: [(name: String, literal: String)]? {
    switch self {
    case .ladder(let steps): steps.indices.map { ("\($0 + 1)", "\($0 + 1)") }
    case .single(let choices): choices.map { ($0.id, "'\($0.id)'") }
    case .yesNo: [Self.no, Self.yes].map { ($0, "'\($0)'") }
    default: nil
    }
  }
}
