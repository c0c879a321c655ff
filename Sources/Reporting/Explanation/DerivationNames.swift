import CEL
import Diagnostics
import Explaining
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension DerivationWording {
  /// What is explained, in the model's words where it has any.
  func name(of derivation: Derivation) -> String {
    switch derivation.subject {
    case .total: return texts("explain.total")
    case .node(let node): return words(model.nodes[node].title)
    case .aspect(_, let aspect): return words(model.aspects[aspect].title)
    case .uncapped: return texts("explain.uncapped")
    case .scoreCap(let node, let number):
      let (rule, cap) = (model.nodes[node].rule, model.nodes[node].rule.caps[number])
      let limit = (try? rule.scale.shown(cap.highest)) ?? cap.highest
      return texts(
        "explain.cap", ["limit": .text(words.plain(limit)), "reason": .text(words(cap.say))])
    case .path: return texts("explain.path")
    case .question(let question): return words.question(model.questions[question])
    case .points: return texts("table.points")
    case .answer(let question): return words.question(model.questions[question])
    case .visibility(let question):
      return texts(
        "explain.visibility", ["question": .text(words.question(model.questions[question]))])
    case .practice(let question):
      return texts(
        "explain.practice", ["question": .text(words.question(model.questions[question]))])
    case .comment: return texts("explain.comment")
    case .capability(let node):
      return texts("explain.capability", ["node": .text(words(model.nodes[node].title))])
    case .level: return words.level(score)
    case .conditions(let level):
      return texts(
        "explain.conditions",
        [
          "number": .text(String(model.levels[level].number)),
          "level": .text(words(model.levels[level].title)),
        ])
    case .threshold(let level, let kind):
      return score.levels[level].thresholds.first { $0.kind == kind }
        .map { words.threshold($0, of: score) } ?? ""
    case .capabilityNeed(let level, let node):
      return score.levels[level].capabilities.first { $0.node == node }
        .map { words.words(of: $0, model) } ?? ""
    case .practiceNeed(let level, let kind):
      return score.levels[level].practices.first { $0.kind == kind }.map(words.words) ?? ""
    case .gate(let level, let gate): return words(model.levels[level].gates[gate].say)
    case .levelCap(let place):
      let cap = model.levelCaps[place]
      let highest =
        cap.level > 0
        ? words(model.levels[cap.level - 1].title) : texts("score.level-range-none")
      return texts(
        "score.level-cap", ["level": .text(highest), "reason": .text(words(cap.say))])
    case .check(let check): return words(model.checks[check].title)
    case .condition(let check, let condition):
      return words(model.checks[check].conditions[condition].say)
    case .recommendation(let place): return words(model.recommendations[place].title)
    case .expression(let source):
      return source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .variable(let variable): return name(of: variable)
    }
  }

  /// The name in expressions, and what it stands for where that is not plain.
  private func name(of variable: Variable) -> String {
    let name = model.name(of: variable)
    let meaning: String? =
      switch variable {
      case .answer(let question), .confirmed(let question), .membersMean(let question),
        .points(let question), .met(let question):
        words.question(model.questions[question])
      case .capacityScore(let capacity): words(model.capacities[capacity].title)
      case .score(let node, _), .capability(let node): words(model.nodes[node].title)
      case .check(let check): words(model.checks[check].title)
      default: nil
      }
    return meaning.map { name + ", " + $0 } ?? name
  }
}

extension SourceFile {
  /// The name without its folder.
  var shortName: String { name.split(separator: "/").last.map(String.init) ?? name }
}

extension Explanation {
  /// Whether one of the parts that decided reads a name.
  func names(_ name: String) -> Bool {
    if children.isEmpty { return source.contains(name) || source.contains("this") }
    return children.contains { $0.names(name) }
  }
}
