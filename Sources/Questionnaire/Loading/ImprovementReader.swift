import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let oneOf = Self("questionnaire.one-of")
  static let effortCount = Self("questionnaire.effort-count")
}

extension ModelReader {
  /// `none`, `{effort: 2}`, `{effort: [1, 2]}` or `{per_year: 1}`.
  func improvement(_ node: Node, of kind: AnswerKind) -> Improvement? {
    if let scalar = node.scalar { return none(scalar) }
    guard var mapping = MappingReader(node, self) else { return nil }
    let effort = mapping.node("effort")
    let growth = mapping.node("per_year")
    mapping.finish()
    switch (effort, growth) {
    case (let effort?, nil):
      if effort.kind == .sequence { return efforts(effort, of: kind) }
      return amount(effort, above: false).map { .effort($0) }
    case (nil, let growth?): return amount(growth, above: true).map { .perYear($0) }
    default:
      report(.oneOf, at: node.place, ["keys": .list(["effort", "per_year"])])
      return nil
    }
  }

  private func none(_ scalar: Scalar) -> Improvement? {
    let word: NoImprovement? = option(scalar)
    return word == nil ? nil : Improvement.none
  }

  private func efforts(_ node: Node, of kind: AnswerKind) -> Improvement? {
    let steps: Int? =
      switch kind {
      case .ladder(let statements): statements.count - 1
      case .yesNo: 1
      default: nil
      }
    let efforts = list(node).compactMap { amount($0, above: false) }
    guard let steps, node.elements.count == steps else {
      report(.effortCount, at: node.place, ["count": .count(steps ?? 0)])
      return nil
    }
    return .steps(efforts)
  }

  /// A number from 0, or above it.
  private func amount(_ node: Node, above: Bool) -> Rational? {
    guard let number = decimal(node) else { return nil }
    if !number.isNegative, !above || number != .zero { return Rational(number) }
    report(.invalidNumber, at: node.place, ["value": .text(number.description)])
    return nil
  }
}

private enum NoImprovement: String, CaseIterable { case none }
