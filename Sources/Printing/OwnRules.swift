import Documents
import Language
import Numbers
import Questionnaire
import Wording

extension Document {
  /// The capacities and parts for which something else holds than for the model at large, with all
  /// that differs; nothing where there are none. Those of one rule stand together, each name once.
  mutating func addOwnRules(_ questionnaire: Questionnaire, _ words: Words) {
    var groups: [(rule: String, names: [String])] = []
    for node in questionnaire.nodes {
      let rule = words.differences(of: node.rule, from: questionnaire.scoring.nodes)
        .joined(separator: "; ")
      guard !rule.isEmpty else { continue }
      let name = words(node.title)
      if let place = groups.firstIndex(where: { $0.rule == rule }) {
        if !groups[place].names.contains(name) { groups[place].names.append(name) }
      } else {
        groups.append((rule, [name]))
      }
    }
    guard !groups.isEmpty else { return }
    add(heading: words.texts("report.method.own-rules"), depth: 2)
    blocks.append(
      .definitions(groups.map { Definition($0.names.joined(separator: ", "), $0.rule) }))
  }
}

extension Words {
  /// What one rule says otherwise than another, its caps included.
  fileprivate func differences(of rule: ScoreRule, from general: ScoreRule) -> [String] {
    var found: [String] = []
    if rule.rollUp != general.rollUp { found.append(rollUp(rule.rollUp, "report.method.rule")) }
    let missing: [(state: String, rule: String, general: String)] = [
      ("answer.unanswered", rule.unanswered.rawValue, general.unanswered.rawValue),
      ("answer.no-data", rule.noData.rawValue, general.noData.rawValue),
      ("answer.not-applicable", rule.notApplicable.rawValue, general.notApplicable.rawValue),
    ]
    for policy in missing where policy.rule != policy.general {
      found.append(
        texts(
          "report.method.rule.missing",
          [
            "state": .text(texts(policy.state)),
            "effect": .text(texts("report.method.missing.\(policy.rule)")),
          ]))
    }
    if rule.minimumCoverage != general.minimumCoverage {
      found.append(
        texts(
          "report.method.rule.coverage", ["share": .text(share(rule.minimumCoverage))]))
    }
    if rule.scale != general.scale {
      found.append(
        texts(
          "report.method.rule.scale",
          ["from": .text(plain(rule.scale.from)), "to": .text(plain(rule.scale.to))]))
    }
    return found
      + rule.caps.map { cap in
        let limit = (try? rule.scale.shown(cap.highest)) ?? cap.highest
        return texts(
          words("report.method.rule.cap", on: rule.scale),
          ["limit": .text(plain(limit)), "reason": .text(self(cap.say))])
      }
  }

  /// A roll-up in words, those under a name of the catalogue.
  func rollUp(_ rollUp: RollUp, _ texts: String) -> String {
    let count = if case .best(let count) = rollUp { String(count) } else { "" }
    return self.texts("\(texts).\(rollUp.name)", ["count": .text(count)])
  }

  /// How the named scores of a capacity become its own; `nil` where the model has none.
  func namedScores(_ questionnaire: Questionnaire) -> String? {
    guard !questionnaire.aspects.isEmpty else { return nil }
    let titles = questionnaire.aspects.enumerated().map { place, aspect in
      guard case .mean(let weights) = questionnaire.scoring.aspects, Set(weights).count > 1,
        weights.indices.contains(place)
      else { return self(aspect.title) }
      return texts(
        "report.method.aspect",
        ["title": .text(self(aspect.title)), "weight": .text(exact(weights[place]))])
    }.joined(separator: ", ")
    let combination =
      switch questionnaire.scoring.aspects {
      case .mean: "mean"
      case .minimum: "minimum"
      }
    return texts("report.method.aspects.\(combination)", ["aspects": .text(titles)])
  }
}
