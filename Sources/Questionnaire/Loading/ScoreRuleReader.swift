import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let negativeScale = Self("questionnaire.negative-scale")
  static let unequalWeights = Self("questionnaire.unequal-weights")
}

/// A rule as one node says it: what it inherits, and which of its keys stand there themselves.
struct ScoreRuleDraft {
  var rule: ScoreRule
  /// Where the node says its roll-up; `nil` where it inherits it.
  var rollUp: Place?
  /// Where the node says its scale; `nil` where it has that of the model or that of its sum.
  var scale: Place?
}

extension ModelReader {
  /// The keys of policy, which `scoring` and every node may have.
  func scoreRule(
    _ mapping: inout MappingReader, inheriting rule: ScoreRule, isNode: Bool = false
  ) -> ScoreRuleDraft {
    var rule = rule
    rule.caps = []
    rule.unanswered = mapping.option("unanswered") ?? rule.unanswered
    rule.noData = mapping.option("no_data") ?? rule.noData
    rule.notApplicable = mapping.option("not_applicable") ?? rule.notApplicable
    if let node = mapping.node("minimum_coverage"), let share = share(node, on: .share) {
      rule.minimumCoverage = share
    }
    let rollUpNode = mapping.node("roll_up")
    if let node = rollUpNode { rule.rollUp = rollUp(node, isNode: isNode) ?? rule.rollUp }
    let scaleNode = mapping.node("scale")
    if let node = scaleNode { rule.scale = reportingScale(node) ?? rule.scale }
    return ScoreRuleDraft(rule: rule, rollUp: rollUpNode?.place, scale: scaleNode?.place)
  }

  /// `mean` or `{best: 3}`; a decision path can be that of a node only.
  func rollUp(_ node: Node, isNode: Bool = false) -> RollUp? {
    if node.kind == .mapping {
      guard var mapping = MappingReader(node, self) else { return nil }
      let best = mapping.required("best").flatMap { count($0) }
      mapping.finish()
      return best.map { .best($0) }
    }
    guard let scalar = scalar(node) else { return nil }
    var words: [RollUp] = [.mean, .sum, .minimum, .geometricMean, .harmonicMean, .median]
    if isNode { words.append(.path) }
    if let rollUp = words.first(where: { $0.name == scalar.text }) { return rollUp }
    reportUnknown(.invalidOption, scalar.text, at: scalar.place, among: words.map(\.name))
    return nil
  }

  /// A number on a scale, as the share it stands for; reports one beyond the ends.
  func share(_ node: Node, on scale: Scale) -> Rational? {
    guard let value = rational(node) else { return nil }
    if scale.contains(value), let share = try? scale.share(value) { return share }
    report(
      .thresholdOutOfRange, at: node.place,
      ["from": .text(scale.lowest.description), "to": .text(scale.highest.description)])
    return nil
  }

  /// Reports what a roll-up cannot work with.
  func checkRollUp(_ rule: ScoreRule, weights: [Rational], at place: Place?) {
    switch rule.rollUp {
    case .geometricMean, .harmonicMean:
      if rule.scale.lowest.isNegative {
        report(.negativeScale, at: place, ["roll_up": .text(rule.rollUp.name)])
      }
    case .median, .best:
      if Set(weights.filter { $0 > .zero }).count > 1 {
        report(.unequalWeights, at: place, ["roll_up": .text(rule.rollUp.name)])
      }
    case .mean, .sum, .minimum, .path: break
    }
  }
}
