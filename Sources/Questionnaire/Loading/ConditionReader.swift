import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let quotaTooLarge = Self("questionnaire.quota-too-large")
}

/// Reads gates and conditions of readiness checks: one expression, or so many of several.
struct ConditionReader {
  let reader: ModelReader
  var expressions: ExpressionReader

  mutating func condition(
    _ node: Node, _ identifiers: inout IdentifierTable
  ) -> Condition? {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let identifier = mapping.requiredScalar("id")
    let id = identifiers.add(identifier, reader)
    let rule = rule(&mapping)
    let say = mapping.requiredText("say")
    mapping.finish()
    return rule.map {
      Condition(id: id, rule: $0, say: say, place: identifier?.place ?? mapping.head)
    }
  }

  private mutating func rule(_ mapping: inout MappingReader) -> Rule? {
    let single = mapping.node("if")
    let several = mapping.node("of")
    let count = mapping.node("at_least")
    let share = mapping.node("share")
    guard let several, single == nil else {
      if let extra = several ?? count ?? share, single != nil {
        reader.report(.oneOf, at: extra.place, ["keys": .list(["if", "of"])])
        return nil
      }
      let single = single ?? mapping.required(several == nil && count != nil ? "of" : "if")
      return expressions.expression(single, .condition, reader).map { .expression($0) }
    }
    let list = reader.list(several)
    let parts = list.compactMap { expressions.expression($0, .condition, reader) }
    guard (count == nil) != (share == nil) else {
      reader.report(.oneOf, at: mapping.head, ["keys": .list(["at_least", "share"])])
      return nil
    }
    guard
      let quota = count.map({ reader.quota(count: $0, of: list.count) })
        ?? share.map({ reader.quota(share: $0) }), let quota
    else { return nil }
    if list.isEmpty { reader.report(.tooFew, at: several.place, ["count": .count(1)]) }
    return .quota(quota, of: parts)
  }
}

extension ModelReader {
  /// - Parameter total: How many there are; `nil` where that is not known yet.
  func quota(count node: Node, of total: Int?) -> Quota? {
    guard let count = count(node) else { return nil }
    if let total, count > total { reportTooLarge(count, of: total, at: node.place) }
    return .count(count)
  }

  func reportTooLarge(_ quota: Int, of count: Int, at place: Place) {
    report(.quotaTooLarge, at: place, ["count": .count(count), "quota": .text("\(quota)")])
  }

  func quota(share node: Node) -> Quota? { share(node, on: .share).map { .share($0) } }

  /// A whole number from 1.
  func count(_ node: Node) -> Int? {
    guard let number = integer(node) else { return nil }
    if number >= 1 { return number }
    report(.invalidNumber, at: node.place, ["value": .text("\(number)")])
    return nil
  }
}
