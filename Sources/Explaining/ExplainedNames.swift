import CEL
import Diagnostics
import Interview
import Questionnaire
import Scoring

extension Explainer {
  /// The derivations of what a name stands for: `total`, `level`, an identifier of the model, or the
  /// code of a score or a question as reports print it, in any case. What several parts of the model are called is
  /// explained for each; empty for an unknown name.
  public func derivations(of name: String) -> [Derivation] {
    var found: [Derivation] = []
    if name == "total" { found.append(total) }
    if name == "level" { found.append(level) }
    let code = name.lowercased()
    for node in questionnaire.nodes {
      if node.id == name || node.code?.lowercased() == code {
        found += [self.node(node.node)] + [capability(of: node.node)].compactMap(\.self)
      }
      for (number, cap) in node.rule.caps.enumerated() where cap.id == name {
        let capped = self.node(node.node)
        found += capped.inputs.filter {
          $0.subject == .scoreCap(node: node.node, cap: number)
        }
      }
    }
    for (place, level) in questionnaire.levels.enumerated() {
      if level.id == name { found.append(conditions(ofLevel: place)) }
      for (number, gate) in level.gates.enumerated() where gate.id == name {
        found.append(self.gate(number, ofLevel: place))
      }
    }
    for (place, cap) in questionnaire.levelCaps.enumerated() where cap.id == name {
      found.append(levelCap(place))
    }
    for (place, check) in questionnaire.checks.enumerated() where check.id == name {
      found.append(self.check(place))
    }
    for (place, advice) in questionnaire.recommendations.enumerated() where advice.id == name {
      found.append(recommendation(place))
    }
    for question in questionnaire.questions
    where question.id == name || question.code?.lowercased() == code {
      found += derivations(ofQuestion: question.index)
    }
    return found
  }

  /// Whether a question is asked, what its answer is worth, whether its practice is fulfilled.
  func derivations(ofQuestion place: Int) -> [Derivation] {
    let own =
      score.questions[place].map { [question(place, $0)] } ?? [answer(place)]
    return [visibility(of: place)] + own + [practice(place)].compactMap(\.self)
  }

  /// The known name nearest to one that is not.
  public func suggestion(for name: String) -> String? {
    Diagnostics.suggestion(for: name, among: names)
  }

  /// Everything that can be explained, in the order of the model.
  private var names: [String] {
    let scores = questionnaire.nodes.flatMap {
      [$0.id] + [$0.code].compactMap(\.self) + $0.rule.caps.map(\.id)
    }
    let levels = questionnaire.levels.flatMap { [$0.id] + $0.gates.map(\.id) }
    return ["total", "level"] + scores + levels + questionnaire.levelCaps.map(\.id)
      + questionnaire.checks.map(\.id) + questionnaire.recommendations.map(\.id)
      + questionnaire.questions.flatMap { [$0.id] + [$0.code].compactMap(\.self) }
  }
}

extension Questionnaire {
  /// Where what a variable names stands in the model file; `nil` for what the assessment brings.
  func place(of variable: Variable) -> Place? {
    switch variable {
    case .answer(let question), .points(let question), .confirmed(let question),
      .membersMean(let question), .met(let question):
      questions[question].place
    case .capacityScore(let capacity): capacities[capacity].place
    case .score(let node, _), .capability(let node): nodes[node].place
    case .check(let check): checks[check].place
    case .reportingYear, .total, .completeness, .gatesConfirmed, .level, .changeOfTotal,
      .previousChangeOfTotal:
      nil
    }
  }
}
