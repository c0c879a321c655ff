import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let thresholdFalls = Self("questionnaire.threshold-falls")
  static let thresholdOutOfRange = Self("questionnaire.threshold-out-of-range")
}

/// Reads what is decided by scores and answers: levels, readiness checks, recommendations.
struct RuleReader {
  let reader: ModelReader
  let nodes: IdentifierTable
  var expressions: ExpressionReader

  mutating func levels(_ list: [Node]) -> [Level] {
    var identifiers = IdentifierTable()
    var gateIdentifiers = IdentifierTable()
    var levels: [Level] = []
    for node in list {
      guard var mapping = MappingReader(node, reader) else { continue }
      let identifier = mapping.requiredScalar("id")
      let id = identifiers.add(identifier, reader)
      var thresholds = Thresholds()
      if let requires = mapping.node("requires") { thresholds = self.thresholds(requires) }
      let level = Level(
        number: levels.count + 1, id: id, title: mapping.requiredText("title"),
        about: mapping.text("about"), total: thresholds.total,
        everyCapacity: thresholds.everyCapacity, nodes: thresholds.nodes, everyCapability: nil,
        capability: [:], practices: [:],
        gates: mapping.list("gates").compactMap { condition($0, &gateIdentifiers) },
        place: identifier?.place ?? mapping.head)
      mapping.finish()
      warnIfEasier(level, than: levels.last)
      levels.append(level)
    }
    return levels
  }

  /// - Parameter nodes: The checks with their identifiers, which expressions already know.
  mutating func checks(_ nodes: [Node], identifiers: [String]) -> [ReadinessCheck] {
    zip(nodes, identifiers).compactMap { node, id in
      guard var mapping = MappingReader(node, reader) else { return nil }
      let identifier = mapping.requiredScalar("id")
      var conditionIdentifiers = IdentifierTable()
      let check = ReadinessCheck(
        id: id, title: mapping.requiredText("title"), about: mapping.text("about"),
        conditions: mapping.list("conditions").compactMap { condition($0, &conditionIdentifiers) },
        place: identifier?.place ?? mapping.head)
      mapping.finish()
      return check
    }
  }

  mutating func recommendations(_ list: [Node]) -> [Recommendation] {
    var identifiers = IdentifierTable()
    return list.compactMap { node in
      guard var mapping = MappingReader(node, reader) else { return nil }
      let identifier = mapping.requiredScalar("id")
      let id = identifiers.add(identifier, reader)
      let condition = expressions.expression(mapping.required("when"), .recommendation, reader)
      let priority = mapping.option("priority", Recommendation.Priority.self) ?? .medium
      let title = mapping.requiredText("title")
      let say = mapping.requiredText("say")
      let towards = mapping.list("towards").compactMap { element in
        reader.scalar(element).flatMap { nodes.resolve($0, "reference.capacity", reader) }
      }
      mapping.finish()
      return condition.map {
        Recommendation(
          id: id, condition: $0, priority: priority, title: title, say: say, towards: towards,
          place: identifier?.place ?? mapping.head)
      }
    }
  }

  private mutating func condition(
    _ node: Node, _ identifiers: inout IdentifierTable
  ) -> Condition? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let identifier = mapping.requiredScalar("id")
    let id = identifiers.add(identifier, reader)
    let expression = expressions.expression(mapping.required("if"), .condition, reader)
    let say = mapping.requiredText("say")
    mapping.finish()
    return expression.map {
      Condition(id: id, rule: .expression($0), say: say, place: identifier?.place ?? mapping.head)
    }
  }

  private struct Thresholds {
    var total: Rational?
    var everyCapacity: Rational?
    var nodes: [Int: Rational] = [:]
  }

  private func thresholds(_ node: Node) -> Thresholds {
    guard var mapping = MappingReader(node, reader) else { return Thresholds() }
    var thresholds = Thresholds()
    thresholds.total = mapping.node("total").flatMap { threshold($0) }
    thresholds.everyCapacity = mapping.node("every_capacity").flatMap { threshold($0) }
    for entry in mapping.node("capacities")?.entries.map({ $0 }) ?? [] {
      guard let key = entry.key.scalar,
        let index = nodes.resolve(key, "reference.capacity", reader)
      else { continue }
      thresholds.nodes[index] = threshold(entry.value)
    }
    mapping.finish()
    return thresholds
  }

  private func threshold(_ node: Node) -> Rational? {
    guard let value = reader.rational(node) else { return nil }
    if value < 0 || value > 100 { reader.report(.thresholdOutOfRange, at: node.place) }
    return value
  }

  /// Levels are cumulative, so a threshold below that of the level before can decide nothing.
  private func warnIfEasier(_ level: Level, than lower: Level?) {
    guard let lower else { return }
    let falls =
      [(level.total, lower.total), (level.everyCapacity, lower.everyCapacity)].contains {
        guard let higher = $0, let below = $1 else { return false }
        return higher < below
      }
    if falls {
      reader.report(.thresholdFalls, .warning, at: level.place, ["level": .text(lower.id)])
    }
  }
}
