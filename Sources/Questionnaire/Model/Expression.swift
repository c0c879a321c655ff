public import CEL
public import Diagnostics

/// A compiled CEL expression and where it stands in the model file.
public struct Expression: Sendable {
  /// The CEL text as the model gives it, after YAML has resolved quotes and escapes.
  public let source: String
  /// The compiled form, whose slots are those of the model's `SlotTable`.
  public let program: Program
  /// The scalar in the model file that holds the text.
  public let place: Place

  /// The variables it reads, in ascending order.
  public var reads: [Slot] { program.reads }
}

/// A variable of expressions.
public enum Variable: Sendable, Hashable {
  /// The effective answer to a question.
  case answer(Int)
  case reportingYear
  case points(Int)
  case confirmed(Int)
  case membersMean(Int)
  case capacityScore(Int)
  case check(Int)
  case total
  case completeness
  case gatesConfirmed
  case level
  case changeOfTotal
  case previousChangeOfTotal
}

/// Which variable stands in which slot: answers first, so that an interview, which knows nothing
/// of scores, needs only the first `interviewCount` slots.
public struct SlotTable: Sendable {
  /// How many questions the model has, those of the profile included.
  public let questions: Int
  /// How many capacities the model has, each with a slot for its score.
  public let capacities: Int
  /// How many readiness checks the model has, each with a slot for its outcome.
  public let checks: Int

  private static let singles: [Variable] = [
    .total, .completeness, .gatesConfirmed, .level, .changeOfTotal, .previousChangeOfTotal,
  ]

  init(questions: Int, capacities: Int, checks: Int) {
    self.questions = questions
    self.capacities = capacities
    self.checks = checks
  }

  /// The number of all slots.
  public var count: Int {
    interviewCount + 3 * questions + capacities + checks + Self.singles.count
  }

  /// The number of slots that visibility, constraints and points read: answers and the year.
  public var interviewCount: Int { questions + 1 }

  /// The slot of a variable.
  public func slot(of variable: Variable) -> Slot {
    let afterQuestions = interviewCount + 3 * questions
    return switch variable {
    case .answer(let question): Slot(index: question)
    case .reportingYear: Slot(index: questions)
    case .points(let question): Slot(index: interviewCount + question)
    case .confirmed(let question): Slot(index: interviewCount + questions + question)
    case .membersMean(let question): Slot(index: interviewCount + 2 * questions + question)
    case .capacityScore(let capacity): Slot(index: afterQuestions + capacity)
    case .check(let check): Slot(index: afterQuestions + capacities + check)
    case .total, .completeness, .gatesConfirmed, .level, .changeOfTotal, .previousChangeOfTotal:
      Slot(
        index: afterQuestions + capacities + checks
          + (Self.singles.firstIndex(of: variable) ?? 0))
    }
  }

  /// The variable that stands in a slot; `nil` for a slot that does not exist.
  public func variable(in slot: Slot) -> Variable? {
    var index = slot.index
    guard index >= 0, index < count else { return nil }
    if index < questions { return .answer(index) }
    index -= questions
    if index == 0 { return .reportingYear }
    index -= 1
    for make in [Variable.points, Variable.confirmed, Variable.membersMean] {
      if index < questions { return make(index) }
      index -= questions
    }
    if index < capacities { return .capacityScore(index) }
    index -= capacities
    if index < checks { return .check(index) }
    return Self.singles[index - checks]
  }
}
