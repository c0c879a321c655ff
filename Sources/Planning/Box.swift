import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// A set of plans: for each question, the moves that are still open, as bits.
struct Box {
  var moves: [UInt64]

  func isOpen(_ question: Int) -> Bool { moves[question].nonzeroBitCount > 1 }

  /// The only move of a question that is not open.
  func only(_ question: Int) -> Int { moves[question].trailingZeroBitCount }

  func contains(_ move: Int, of question: Int) -> Bool { moves[question] & (1 << move) != 0 }

  /// The moves of a question that are open, ascending.
  func open(_ question: Int) -> [Int] {
    var bits = moves[question]
    var result: [Int] = []
    while bits != 0 {
      result.append(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    return result
  }
}

/// What holds for every plan in a box: the model's own rules, applied to an assessment in which the
/// answers that are open are missing.
struct BoxView {
  let box: Box
  let interview: Interview
  let score: AssessmentScore
}

extension PlanProblem {
  /// All plans.
  var everything: Box {
    Box(moves: moves.map { $0.list.count >= 64 ? .max : (1 << $0.list.count) - 1 })
  }

  /// The interview in which everything that others depend on and that is open is unanswered.
  func interview(of box: Box) -> Interview {
    var interview = start
    for question in deciding {
      if box.isOpen(question) {
        interview.store(nil, for: question)
      } else if let answer = moves[question].list[box.only(question)].answer {
        _ = interview.record(.value(answer), for: question)
      }
    }
    confirm(in: &interview)
    return interview
  }

  /// Lets a facilitator confirm whatever conditions want confirmed.
  func confirm(in interview: inout Interview) {
    for question in confirmable {
      guard let response = interview.response(to: question), response.confirmation == nil,
        case .value = response.answer
      else { continue }
      interview.confirm(Self.confirmation, for: question)
    }
  }

  func view(of box: Box) -> BoxView {
    let interview = interview(of: box)
    return BoxView(
      box: box, interview: interview,
      score: scorer.score(interview, background: background))
  }

  /// What no plan of a box meets; empty where nothing is known to fail.
  func failing(_ view: BoxView) -> [PlanNeed] {
    var needs: [PlanNeed] = []
    func canCome(_ questions: [Int]) -> Bool {
      questions.contains { view.box.isOpen($0) || view.interview.visibilityIsOpen($0) }
    }
    for (place, level) in view.score.levels[...target].enumerated() {
      for need in level.capabilities {
        let isLost =
          need.status == .unmet
          || need.status == .unknown && !canCome(need.now?.waitingFor ?? [])
        if isLost { needs.append(.capability(level: place, node: need.node)) }
      }
      for need in level.practices {
        let isLost = need.status == .unmet || need.status == .unknown && !canCome(need.waitingFor)
        if isLost { needs.append(.practices(level: place, need.kind)) }
      }
      for (number, gate) in level.gates.enumerated() {
        guard gate.failure == nil,
          !gate.condition.expressions.contains(where: { $0.readsScores(model.slots) })
        else { continue }
        let isLost =
          gate.status == .unmet || gate.status == .unknown && !canCome(gate.waitingFor.answers)
        if isLost { needs.append(.gate(level: place, gate: number)) }
      }
    }
    for (place, cap) in model.levelCaps.enumerated()
    where cap.level <= target && view.score.levelCaps[place].status == .met
      && !cap.condition.readsScores(model.slots)
    {
      needs.append(.levelCap(place))
    }
    return needs
  }

  /// Leaves out the moves that no plan makes which meets what a single one decides.
  func narrowed(_ box: Box) -> Box? {
    var box = box
    for question in deciding {
      for move in box.open(question) {
        var single = box
        single.moves[question] = 1 << move
        let view = view(of: single)
        var isLost = !failing(view).isEmpty
        if !isLost, let answer = moves[question].list[move].answer {
          // A constraint that the others, as far as they are decided, do not allow.
          isLost = view.interview.check(.value(answer), for: question).contains {
            $0.severity == .error && !standing.contains($0)
          }
        }
        if isLost { box.moves[question] &= ~(1 << UInt64(move)) }
      }
      if box.moves[question] == 0 { return nil }
    }
    for question in model.questions.indices where !isDeciding[question] {
      for move in box.open(question) {
        guard let answer = moves[question].list[move].answer else { continue }
        let isRefused = start.check(.value(answer), for: question).contains {
          $0.severity == .error && !standing.contains($0)
        }
        if isRefused, !readsOthers(question) { box.moves[question] &= ~(1 << UInt64(move)) }
      }
      if box.moves[question] == 0 { return nil }
    }
    return box
  }

  private func readsOthers(_ question: Int) -> Bool {
    model.questions[question].constraints.contains { constraint in
      constraint.condition.reads.contains { $0.index != question && isDecidingSlot($0.index) }
    }
  }

  private func isDecidingSlot(_ index: Int) -> Bool {
    isDeciding.indices.contains(index) && moves[index].list.count > 1
  }
}
