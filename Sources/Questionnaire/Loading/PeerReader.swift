import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let peerKind = Self("questionnaire.peer-kind")
  static let peerConfidential = Self("questionnaire.peer-confidential")
  static let peerBands = Self("questionnaire.peer-bands")
}

/// Reads the section `peers`: by which facts of the profile clusters are grouped.
struct PeerReader {
  let reader: ModelReader
  /// All questions of the model; those of the profile stand first.
  let questions: [Question]
  let profile: Range<Int>

  func peers(_ node: Node) -> PeerFacts {
    var facts = PeerFacts()
    guard var mapping = MappingReader(node, reader) else { return facts }
    if let node = mapping.node("classifier") { facts.classifier = classifier(node) }
    facts.field = mapping.node("field").flatMap { choice($0) }
    facts.region = mapping.node("region").flatMap { choice($0) }
    facts.size = mapping.node("size").flatMap { bands($0, takesYears: false) }
    facts.age = mapping.node("age").flatMap { bands($0, takesYears: true) }
    facts.others = mapping.list("facts").compactMap { choice($0) }
    mapping.finish()
    return facts
  }

  private func classifier(_ node: Node) -> PeerFacts.Classifier? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let id = mapping.requiredScalar("id")
    let version = mapping.requiredScalar("version")
    mapping.finish()
    guard let id, let version else { return nil }
    return PeerFacts.Classifier(id: id.text, version: version.text)
  }

  /// A question with one choice of several, open to everybody.
  private func choice(_ node: Node) -> Int? {
    guard let scalar = reader.scalar(node), let question = question(scalar) else { return nil }
    guard case .single = question.kind else {
      report(.peerKind, question, scalar, ["expected": .phrase("peers.kind.choice")])
      return nil
    }
    // A group is named by its choice, so the answer would be told.
    guard !question.isConfidential else {
      report(.peerConfidential, question, scalar)
      return nil
    }
    return question.index
  }

  private func bands(_ node: Node, takesYears: Bool) -> PeerFacts.Bands? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let scalar = mapping.requiredScalar("of")
    let bands = mapping.required("bands")
    mapping.finish()
    let starts = bands.flatMap { self.starts($0) }
    guard let scalar, let question = question(scalar) else { return nil }
    let isYear = if case .year = question.kind { true } else { false }
    guard question.kind.numberLimits != nil, takesYears || !isYear else {
      report(
        .peerKind, question, scalar,
        ["expected": .phrase(takesYears ? "peers.kind.age" : "peers.kind.number")])
      return nil
    }
    return starts.map {
      PeerFacts.Bands(question: question.index, starts: $0, isSinceYear: isYear)
    }
  }

  /// Numbers that ascend, or `nil` with a finding.
  private func starts(_ node: Node) -> [DecimalNumber]? {
    let elements = reader.list(node)
    let numbers = elements.compactMap { reader.decimal($0) }
    guard node.kind == .sequence, numbers.count == elements.count else { return nil }
    guard !numbers.isEmpty, zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else {
      reader.report(.peerBands, at: node.place)
      return nil
    }
    return numbers
  }

  private func question(_ scalar: Scalar) -> Question? {
    if let question = questions[profile].first(where: { $0.id == scalar.text }) { return question }
    reader.reportUnknown(
      .unknownReference, scalar.text, at: scalar.place,
      among: questions[profile].map(\.id).filter { !$0.hasPrefix("?") },
      ["what": .phrase("reference.profile")])
    return nil
  }

  private func report(
    _ code: Diagnostic.Code, _ question: Question, _ scalar: Scalar,
    _ arguments: [String: Diagnostic.Argument] = [:]
  ) {
    reader.report(
      code, at: scalar.place, arguments.merging(["name": .text(question.id)]) { $1 })
  }
}
