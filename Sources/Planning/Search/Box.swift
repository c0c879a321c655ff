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
  /// Whether the box leaves open if a question is asked.
  private let isOpen: [Bool]
  /// Whether more may be asked than the interview knows of.
  let mayAskMore: Bool

  init(_ box: Box, _ interview: Interview, _ score: AssessmentScore) {
    self.box = box
    self.interview = interview
    self.score = score
    let model = interview.questionnaire
    var isOpen = model.questions.indices.map { interview.visibilityIsOpen($0) }
    // A condition that asks whether something is answered says no while it is open.
    let asking = model.questions.contains { $0.showIf?.asksForAnswers ?? false }
    var isChanged = asking
    while isChanged {
      isChanged = false
      for question in model.questions where !isOpen[question.index] {
        guard let condition = question.showIf, interview.context.includes(question) else {
          continue
        }
        let waits = condition.reads.contains { slot in
          guard case .answer(let other)? = model.slots.variable(in: slot) else { return false }
          return isOpen[other] || condition.asksForAnswers && box.isOpen(other)
        }
        if waits {
          isOpen[question.index] = true
          isChanged = true
        }
      }
    }
    self.isOpen = isOpen
    mayAskMore = isOpen.indices.contains { isOpen[$0] && !interview.visibilityIsOpen($0) }
  }

  func mayBeAsked(_ question: Int) -> Bool { isOpen[question] || interview.isAsked(question) }

  func mayBeHidden(_ question: Int) -> Bool { isOpen[question] || !interview.isAsked(question) }

  /// Whether an expression may come to another value once what is open is answered.
  func isUndecided(_ expression: Expression) -> Bool {
    guard expression.asksForAnswers else { return false }
    return expression.reads.contains { slot in
      switch interview.questionnaire.slots.variable(in: slot) {
      case .answer(let question)?, .points(let question)?, .confirmed(let question)?:
        box.isOpen(question) || isOpen[question]
      case .reportingYear?, .membersMean?, .gatesConfirmed?: false
      default: true
      }
    }
  }
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

  /// Lets a facilitator confirm whatever is answered and conditions want confirmed.
  func confirm(in interview: inout Interview) {
    for question in confirmable {
      guard interview.response(to: question)?.confirmation == nil else { continue }
      interview.confirm(Self.confirmation, for: question)
    }
  }

  func view(of box: Box) -> BoxView {
    let interview = interview(of: box)
    return BoxView(box, interview, scorer.score(interview, background: background))
  }

  /// What no plan of a box meets; empty where nothing is known to fail.
  func failing(_ view: BoxView) -> [PlanNeed] {
    var needs: [PlanNeed] = []
    func isLost(_ status: Status, _ awaited: [Int]) -> Bool {
      switch status {
      case .met: false
      case .unmet: true
      case .unknown:
        !view.mayAskMore
          && !awaited.contains {
            view.box.isOpen($0) || view.mayBeAsked($0) && view.mayBeHidden($0)
          }
      }
    }
    for (place, level) in view.score.levels[...target].enumerated() {
      if !view.mayAskMore {
        for need in level.capabilities where isLost(need.status, need.now?.waitingFor ?? []) {
          needs.append(.capability(level: place, node: need.node))
        }
        for need in level.practices where isLost(need.status, need.waitingFor) {
          needs.append(.practices(level: place, need.kind))
        }
      }
      for (number, gate) in level.gates.enumerated() {
        guard gate.failure == nil,
          !gate.condition.expressions.contains(where: {
            $0.readsScores(model.slots) || view.isUndecided($0)
          })
        else { continue }
        let awaited = gate.waitingFor.answers + gate.waitingFor.confirmations
        if isLost(gate.status, awaited) { needs.append(.gate(level: place, gate: number)) }
      }
    }
    for (place, cap) in model.levelCaps.enumerated()
    where cap.level <= target && view.score.levelCaps[place].status == .met
      && !cap.condition.readsScores(model.slots) && !view.isUndecided(cap.condition)
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
        if !failing(view(of: single)).isEmpty { box.moves[question] &= ~(1 << UInt64(move)) }
      }
      if box.moves[question] == 0 { return nil }
    }
    return box
  }
}
