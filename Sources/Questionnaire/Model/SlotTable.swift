public import CEL

/// A variable of expressions.
public enum Variable: Sendable, Hashable {
  /// The effective answer to a question.
  case answer(Int)
  case reportingYear
  case points(Int)
  case confirmed(Int)
  case membersMean(Int)
  /// Whether a question's practice is fulfilled.
  case met(Int)
  case capacityScore(Int)
  /// The score of a node, or its named score by place in `Questionnaire.aspects`.
  case score(node: Int, aspect: Int?)
  /// The number of the capability level of a node.
  case capability(node: Int)
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
  /// How many nodes the model has, each with slots for its scores and its capability level.
  public let nodes: Int
  /// How many named scores each node has.
  public let aspects: Int
  /// How many readiness checks the model has, each with a slot for its outcome.
  public let checks: Int

  private static let singles: [Variable] = [
    .total, .completeness, .gatesConfirmed, .level, .changeOfTotal, .previousChangeOfTotal,
  ]

  init(questions: Int, capacities: Int, nodes: Int, aspects: Int, checks: Int) {
    self.questions = questions
    self.capacities = capacities
    self.nodes = nodes
    self.aspects = aspects
    self.checks = checks
  }

  /// The number of all slots.
  public var count: Int { firstSingle + Self.singles.count }

  /// The number of slots that visibility, constraints and points read: answers and the year.
  public var interviewCount: Int { questions + 1 }

  private var firstCapacity: Int { interviewCount + 4 * questions }
  private var firstScore: Int { firstCapacity + capacities }
  private var firstCapability: Int { firstScore + nodes * (1 + aspects) }
  private var firstCheck: Int { firstCapability + nodes }
  private var firstSingle: Int { firstCheck + checks }

  /// The slot of a variable.
  public func slot(of variable: Variable) -> Slot {
    let index =
      switch variable {
      case .answer(let question): question
      case .reportingYear: questions
      case .points(let question): interviewCount + question
      case .confirmed(let question): interviewCount + questions + question
      case .membersMean(let question): interviewCount + 2 * questions + question
      case .met(let question): interviewCount + 3 * questions + question
      case .capacityScore(let capacity): firstCapacity + capacity
      case .score(let node, let aspect):
        firstScore + node * (1 + aspects) + (aspect.map { 1 + $0 } ?? 0)
      case .capability(let node): firstCapability + node
      case .check(let check): firstCheck + check
      case .total, .completeness, .gatesConfirmed, .level, .changeOfTotal, .previousChangeOfTotal:
        firstSingle + (Self.singles.firstIndex(of: variable) ?? 0)
      }
    return Slot(index: index)
  }

  /// The variable that stands in a slot; `nil` for a slot that does not exist.
  public func variable(in slot: Slot) -> Variable? {
    let index = slot.index
    switch index {
    case 0..<questions: return .answer(index)
    case questions: return .reportingYear
    case interviewCount..<firstCapacity:
      let (kind, question) = (index - interviewCount).quotientAndRemainder(dividingBy: questions)
      let make = [Variable.points, Variable.confirmed, Variable.membersMean, Variable.met]
      return make[kind](question)
    case firstCapacity..<firstScore: return .capacityScore(index - firstCapacity)
    case firstScore..<firstCapability:
      let (node, place) = (index - firstScore).quotientAndRemainder(dividingBy: 1 + aspects)
      return .score(node: node, aspect: place == 0 ? nil : place - 1)
    case firstCapability..<firstCheck: return .capability(node: index - firstCapability)
    case firstCheck..<firstSingle: return .check(index - firstCheck)
    case firstSingle..<count: return Self.singles[index - firstSingle]
    default: return nil
    }
  }
}
