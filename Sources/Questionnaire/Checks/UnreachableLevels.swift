import Diagnostics
import Numbers

extension Diagnostic.Code {
  static let levelUnreachable = Self("questionnaire.level-unreachable")
}

/// Levels whose thresholds no answers reach.
extension ModelReader {
  func checkLevels(_ draft: Draft) {
    let asked = draft.levels.contains {
      $0.total != nil || $0.everyCapacity != nil || !$0.nodes.isEmpty
    }
    guard asked else { return }
    let best = BestScores(draft)
    for level in draft.levels {
      check(level, "total", best.total, level.total, draft.scoring.total.scale)
      for node in draft.nodes {
        let needs = [node.depth == 0 ? level.everyCapacity : nil, level.nodes[node.node]]
        check(
          level, node.id, best.nodes[node.node], needs.compactMap(\.self).max(), node.rule.scale)
      }
    }
  }

  private func check(
    _ level: Level, _ name: String, _ best: Rational?, _ needed: Rational?, _ scale: Scale
  ) {
    guard let best, let needed, best < needed else { return }
    func shown(_ share: Rational) -> String {
      let number = (try? scale.shown(share)) ?? share
      return number.rounded(places: 2)?.description ?? number.description
    }
    report(
      .levelUnreachable, .warning, at: level.place,
      ["name": .text(name), "best": .text(shown(best)), "needed": .text(shown(needed))])
  }
}
