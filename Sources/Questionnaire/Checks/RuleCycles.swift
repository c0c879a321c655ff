import CEL
import Diagnostics

extension Diagnostic.Code {
  static let practiceCycle = Self("questionnaire.practice-cycle")
  static let scoreCycle = Self("questionnaire.score-cycle")
}

/// Rules that would need their own result: practices among each other, caps and the scores they read.
extension ModelReader {
  func checkRuleCycles(_ draft: Draft) {
    for cycle in practiceCycles(draft) {
      guard let first = cycle.first, let practice = draft.questions[first].practice else {
        continue
      }
      let names = (cycle + [first]).map { draft.questions[$0].id }
      report(.practiceCycle, at: practice.place, ["path": .text(names.joined(separator: " → "))])
    }
    for cycle in scoreCycles(draft) {
      guard let first = cycle.first else { continue }
      let cap = cycle.lazy.compactMap { draft.nodes[$0].rule.caps.first }.first
      let names = (cycle + [first]).map { draft.nodes[$0].id }
      report(
        .scoreCycle, at: cap?.condition.place ?? draft.nodes[first].place,
        ["path": .text(names.joined(separator: " → "))])
    }
  }

  private func practiceCycles(_ draft: Draft) -> [[Int]] {
    guard draft.questions.indices.contains(where: { draft.questions[$0].practice != nil }) else {
      return []
    }
    return cycles(
      draft.questions.map { question in
        guard let practice = question.practice else { return [] }
        let read = (practice.condition?.reads ?? []).compactMap { slot -> Int? in
          switch draft.slots.variable(in: slot) {
          case .met(let other)?: other
          case .points(let other)?:
            // The points of other questions do not depend on practices.
            if case .met = draft.questions[other].points { other } else { nil }
          default: nil
          }
        }
        return practice.after + read
      })
  }

  private func scoreCycles(_ draft: Draft) -> [[Int]] {
    guard draft.nodes.contains(where: { !$0.rule.caps.isEmpty }) else { return [] }
    let capacities = draft.nodes.filter { $0.depth == 0 }.map(\.node)
    return cycles(
      draft.nodes.map { node in
        node.children
          + node.rule.caps.flatMap(\.condition.reads).compactMap { slot in
            switch draft.slots.variable(in: slot) {
            // The named scores of a node are there before its caps.
            case .score(let other, nil)?: other
            case .capacityScore(let capacity)?: capacities[capacity]
            default: nil
            }
          }
      })
  }

  private func cycles(_ reads: [[Int]]) -> [[Int]] {
    var search = ComponentSearch(reads)
    search.run()
    return search.cycles
  }
}
