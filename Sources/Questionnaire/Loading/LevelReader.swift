import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let thresholdFalls = Self("questionnaire.threshold-falls")
  static let thresholdOutOfRange = Self("questionnaire.threshold-out-of-range")
  static let scalesDiffer = Self("questionnaire.scales-differ")
}

/// Reads levels, those of single nodes and those of the whole, and what they ask for.
struct LevelReader {
  let reader: ModelReader
  let nodes: [ScoreNode]
  let nodeIdentifiers: IdentifierTable
  let total: Scale
  let levels: IdentifierTable
  let capabilityLevels: IdentifierTable
  let questions: [Question]

  /// - Parameter list: The levels with their identifiers, which practices already know.
  func levels(_ list: [Node], _ conditions: inout ConditionReader) -> [Level] {
    var gateIdentifiers = IdentifierTable()
    var read: [Level] = []
    for (index, node) in list.enumerated() {
      guard var mapping = MappingReader(node, reader) else { continue }
      let identifier = mapping.requiredScalar("id")
      let requirements = mapping.node("requires").map { self.requirements($0, of: index + 1) }
      let wants = requirements ?? Requirements()
      let level = Level(
        number: index + 1, id: levels.names[index], title: mapping.requiredText("title"),
        about: mapping.text("about"), total: wants.total, everyCapacity: wants.everyCapacity,
        nodes: wants.nodes, everyCapability: wants.everyCapability, capability: wants.capability,
        practices: wants.practices,
        gates: mapping.list("gates").compactMap { conditions.condition($0, &gateIdentifiers) },
        place: identifier?.place ?? mapping.head)
      mapping.finish()
      if let lower = read.last { warnIfEasier(level, than: lower) }
      read.append(level)
    }
    return read
  }

  func caps(_ list: [Node], _ expressions: inout ExpressionReader) -> [LevelCap] {
    var identifiers = IdentifierTable()
    return list.compactMap { node in
      guard var mapping = MappingReader(node, reader) else { return nil }
      let identifier = mapping.requiredScalar("id")
      let id = identifiers.add(identifier, reader)
      let condition = expressions.expression(mapping.required("if"), .levelCap, reader)
      let level = mapping.requiredScalar("at_most").flatMap {
        levels.resolve($0, "reference.level", reader)
      }
      let say = mapping.requiredText("say")
      mapping.finish()
      guard let condition, let level else { return nil }
      return LevelCap(
        id: id, condition: condition, level: level + 1, say: say,
        place: identifier?.place ?? mapping.head)
    }
  }

  private struct Requirements {
    var total: Rational?
    var everyCapacity: Rational?
    var nodes: [Int: Rational] = [:]
    var everyCapability: Int?
    var capability: [Int: Int] = [:]
    var practices: [Practice.Strength: Quota] = [:]
  }

  private func requirements(_ node: Node, of level: Int) -> Requirements {
    var wants = Requirements()
    guard var mapping = MappingReader(node, reader) else { return wants }
    wants.total = mapping.node("total").flatMap { reader.share($0, on: total) }
    if let node = mapping.node("every_capacity") {
      let scales = Set(nodes.lazy.filter { $0.depth == 0 }.map(\.rule.scale))
      if scales.count > 1 { reader.report(.scalesDiffer, at: node.place) }
      wants.everyCapacity = reader.share(node, on: scales.first ?? .share)
    }
    for (index, value) in byNode(mapping.node("capacities")) {
      wants.nodes[index] = reader.share(value, on: nodes[index].rule.scale)
    }
    wants.everyCapability = mapping.scalar("every_capability").flatMap { capabilityLevel($0) }
    for (index, value) in byNode(mapping.node("capability")) {
      wants.capability[index] = reader.scalar(value).flatMap { capabilityLevel($0) }
    }
    if let node = mapping.node("practices"), var quotas = MappingReader(node, reader) {
      for strength in Practice.Strength.allCases {
        wants.practices[strength] = quotas.node(strength.rawValue).flatMap {
          quota($0, of: strength, level)
        }
      }
      quotas.finish()
    }
    mapping.finish()
    return wants
  }

  private func byNode(_ node: Node?) -> [(index: Int, value: Node)] {
    guard let node else { return [] }
    guard node.kind == .mapping else {
      reader.report(.wrongShape, at: node.place, ["expected": .phrase("shape.mapping")])
      return []
    }
    return node.entries.compactMap { entry in
      guard let key = entry.key.scalar,
        let index = nodeIdentifiers.resolve(key, "reference.capacity", reader)
      else { return nil }
      return (index, entry.value)
    }
  }

  private func capabilityLevel(_ scalar: Scalar) -> Int? {
    capabilityLevels.resolve(scalar, "reference.capability-level", reader).map { $0 + 1 }
  }

  /// `all`, a share in per cent, or `{at_least: 2}`.
  private func quota(_ node: Node, of strength: Practice.Strength, _ level: Int) -> Quota? {
    let count = questions.count { question in
      guard let practice = question.practice, practice.strength == strength else { return false }
      if case .level(let own)? = practice.level { return own <= level }
      return practice.level == nil
    }
    if count == 0 { reader.reportTooLarge(1, of: 0, at: node.place) }
    if node.kind == .mapping {
      guard var mapping = MappingReader(node, reader) else { return nil }
      let quota = mapping.required("at_least").flatMap { reader.quota(count: $0, of: count) }
      mapping.finish()
      return quota
    }
    if node.scalar?.text == "all" { return .share(100) }
    return reader.quota(share: node)
  }

  /// Levels are cumulative, so a threshold below that of the level before can decide nothing.
  private func warnIfEasier(_ level: Level, than lower: Level) {
    func falls<Value: Comparable>(_ higher: Value?, _ below: Value?) -> Bool {
      guard let higher, let below else { return false }
      return higher < below
    }
    let isEasier =
      falls(level.total, lower.total) || falls(level.everyCapacity, lower.everyCapacity)
      || falls(level.everyCapability, lower.everyCapability)
      || level.nodes.contains { falls($0.value, lower.nodes[$0.key]) }
      || level.capability.contains { falls($0.value, lower.capability[$0.key]) }
    if isEasier {
      reader.report(.thresholdFalls, .warning, at: level.place, ["level": .text(lower.id)])
    }
  }
}

extension ModelReader {
  /// - Parameter levels: Those of the whole: a practice names its level by the identifier alone.
  func capabilityLevels(
    _ list: [Node], _ identifiers: inout IdentifierTable, besides levels: IdentifierTable
  ) -> [CapabilityLevel] {
    list.compactMap { node in
      guard var mapping = MappingReader(node, self) else { return nil }
      let identifier = mapping.requiredScalar("id")
      if let identifier, let other = levels.place(of: identifier.text) {
        report(
          .duplicateIdentifier, at: identifier.place, ["name": .text(identifier.text)],
          notes: [Diagnostic.Note(.duplicateIdentifierFirst, at: other)])
      }
      let level = CapabilityLevel(
        number: identifiers.names.count + 1, id: identifiers.add(identifier, self),
        title: mapping.requiredText("title"), about: mapping.text("about"),
        place: identifier?.place ?? mapping.head)
      mapping.finish()
      return level
    }
  }
}
