import Diagnostics
import YAML

/// Reads what is made of scores and answers beside the level: readiness checks, recommendations.
struct RuleReader {
  let reader: ModelReader
  let nodes: IdentifierTable
  var conditions: ConditionReader

  /// - Parameter list: The checks with their identifiers, which expressions already know.
  mutating func checks(_ list: [Node], identifiers: [String]) -> [ReadinessCheck] {
    zip(list, identifiers).compactMap { node, id in
      guard var mapping = MappingReader(node, reader) else { return nil }
      let identifier = mapping.requiredScalar("id")
      var conditionIdentifiers = IdentifierTable()
      let check = ReadinessCheck(
        id: id, title: mapping.requiredText("title"), about: mapping.text("about"),
        conditions: mapping.list("conditions").compactMap {
          conditions.condition($0, &conditionIdentifiers)
        },
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
      let condition = conditions.expressions.expression(
        mapping.required("when"), .recommendation, reader)
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
}
