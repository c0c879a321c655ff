import Interview
import Numbers
import Questionnaire
import Scoring

extension PlanProblem {
  /// Why no plan attains the level.
  func obstacles() -> [Obstacle] {
    let everything = everything
    let view = view(of: everything)
    var needs = failing(view)
    for (place, level) in view.score.levels[...target].enumerated() {
      for number in level.gates.indices {
        let need = PlanNeed.gate(level: place, gate: number)
        if !needs.contains(need), isBeyondReach(need) { needs.append(need) }
      }
    }
    if needs.isEmpty {
      // Thresholds: what the best answers to everything leave unmet.
      let best = candidate(
        moves.indices.map { question in
          moves[question].list.indices.max {
            (moves[question].list[$0].share ?? -1, costs[question][$0])
              < (moves[question].list[$1].share ?? -1, costs[question][$1])
          } ?? 0
        })
      needs = best.unmet.filter { need in
        if case .constraint = need { false } else { true }
      }
    }
    return needs.map { obstacle($0, view) }
  }

  /// Whether every answer to some question of a gate, by itself, keeps it unmet.
  private func isBeyondReach(_ need: PlanNeed) -> Bool {
    deciders(of: need).contains { question in
      guard isDeciding[question], moves[question].list.count > 1 else { return false }
      return moves[question].list.indices.allSatisfy { move in
        var single = everything
        single.moves[question] = 1 << UInt64(move)
        return failing(view(of: single)).contains(need)
      }
    }
  }

  private func obstacle(_ need: PlanNeed, _ view: BoxView) -> Obstacle {
    var causes: [Obstacle.Cause] = []
    var needsEarlierRounds = false
    let deciders: [Int]
    switch need {
    case .threshold(_, .total): deciders = Array(model.questions.indices)
    case .threshold(_, .node(let node)): deciders = Array(model.nodes[node].questions)
    default: deciders = self.deciders(of: need)
    }
    if case .gate(let level, let gate) = need {
      let awaited = view.score.levels[level].gates[gate].waitingFor
      needsEarlierRounds = awaited.earlierRounds
      causes += awaited.membersAnswers.map { Obstacle.Cause(question: $0, reason: .members) }
    }
    for question in deciders.sorted() {
      guard let reason = moves[question].reason else { continue }
      if case .threshold = need, reason == .exhausted, moves[question].list[0].share == 100 {
        continue
      }
      let cause = Obstacle.Cause(question: question, reason: reason)
      if !causes.contains(where: { $0.question == question }) { causes.append(cause) }
    }
    return Obstacle(
      need: need, causes: causes.sorted { $0.question < $1.question },
      needsEarlierRounds: needsEarlierRounds)
  }
}
