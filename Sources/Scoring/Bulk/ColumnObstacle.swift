import CEL
import Questionnaire

/// Why a model is not scored column by column but row by row.
public enum ColumnObstacle: Sendable, Hashable {
  /// A score is rolled up in another way than as a mean or a sum; by place in
  /// `Questionnaire.nodes`, `nil` for the total.
  case rollUp(node: Int?)
  /// A score may be capped.
  case cap(node: Int)
  /// The points of a question wait for something besides its own answer.
  case points(question: Int)
  /// A level asks for practices or capability levels.
  case practices(level: Int)
  /// A gate of a level reads scores, practices or capability levels; `nil` for a cap on the level.
  case readsScores(level: Int?)
  /// The numbers of the model, or of the answers at hand, are too long for sums of 64 bits.
  case longNumbers
}

extension ColumnObstacle {
  /// All that stands in the way, whatever the answers.
  static func all(
    in questionnaire: Questionnaire, _ program: RollUpProgram, _ rules: RuleBook,
    _ scored: [ScoredQuestion?]
  ) -> [ColumnObstacle] {
    var obstacles: [ColumnObstacle] = []
    for entry in program.entries {
      let node: Int? =
        switch entry.subject {
        case .node(let node), .aspect(let node, _): node
        case .total: nil
        }
      if !entry.isWeighted { obstacles.append(.rollUp(node: node)) }
      if let node, !entry.caps.isEmpty { obstacles.append(.cap(node: node)) }
    }
    let slots = questionnaire.slots
    var isOfSeveral: Set<Int> = []
    for case let question? in scored {
      if question.followsPractice {
        obstacles.append(.points(question: question.index))
        continue
      }
      let reads = questionnaire.questions[question.index].points.expression?.reads ?? []
      if question.readsOthers(reads, slots) {
        isOfSeveral.insert(question.index)
        if ColumnPoints(question) == nil || !reads.allSatisfy(slots.isAnswer) {
          obstacles.append(.points(question: question.index))
        }
      }
    }
    for (number, level) in rules.levels.enumerated() {
      if !level.capabilities.isEmpty || !level.practices.isEmpty {
        obstacles.append(.practices(level: number))
      }
      let reads = level.gates.flatMap(\.expressions).flatMap(\.expression.reads)
      if !reads.allSatisfy({ slots.isOfAnswers($0, besides: isOfSeveral) }) {
        obstacles.append(.readsScores(level: number))
      }
    }
    let reads = rules.levelCaps.flatMap(\.rule.expression.reads)
    if !reads.allSatisfy({ slots.isOfAnswers($0, besides: isOfSeveral) }) {
      obstacles.append(.readsScores(level: nil))
    }
    var seen: Set<ColumnObstacle> = []
    return obstacles.filter { seen.insert($0).inserted }
  }
}

extension RollUpProgram.Entry {
  /// Whether it is Σ weight × share / Σ weight.
  fileprivate var isWeighted: Bool {
    switch rollUp {
    case .mean, .sum: true
    case .path, .minimum, .geometricMean, .harmonicMean, .median, .best: false
    }
  }
}

extension ScoredQuestion {
  /// Whether its rule reads more than its own answer.
  func readsOthers(_ reads: [Slot], _ slots: SlotTable) -> Bool {
    let own: [Variable] = [.answer(index), .reportingYear]
    return !reads.allSatisfy { slots.variable(in: $0).map(own.contains) ?? false }
  }
}

extension SlotTable {
  /// The same, the points of some questions left out.
  fileprivate func isOfAnswers(_ slot: Slot, besides questions: Set<Int>) -> Bool {
    if case .points(let question) = variable(in: slot), questions.contains(question) {
      return false
    }
    return isOfAnswers(slot)
  }

  /// Whether a variable is known before any score is.
  fileprivate func isOfAnswers(_ slot: Slot) -> Bool {
    switch variable(in: slot) {
    case .answer, .reportingYear, .points, .confirmed, .gatesConfirmed, .membersMean,
      .previousChangeOfTotal:
      true
    default: false
    }
  }

  /// Whether a variable is an answer or the year.
  fileprivate func isAnswer(_ slot: Slot) -> Bool { slot.index < interviewCount }
}
