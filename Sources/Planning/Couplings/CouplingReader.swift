import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// Reads from a model what the answers to several questions have to meet together.
///
/// What depends on more than answers that are asked for certain is taken at its best: a condition on
/// scores, on practices, or on a question that may be hidden is no coupling, or one that is too easy.
struct CouplingReader {
  /// Conditions on two questions and more.
  private(set) var couplings: [Coupling] = []
  /// The plans that are left when moves are taken away that no other makes good.
  private(set) var box: Box
  /// Whether some question has no move left.
  private(set) var isImpossible = false

  private let problem: PlanProblem
  private let start: BoxView
  /// All slots, with what is known for certain.
  private var values: [Value]
  private var demands: [Demand] = []

  /// So many of these have to turn out as wanted.
  private struct Demand {
    var expressions: [Expression]
    var needed: Int
    var wanted: Wanted
    var questions: [Int]

    enum Wanted { case met, notMet, notViolated }
  }

  /// The most combinations of moves that one condition is tried on.
  private static let limit = 20_000

  init(_ problem: PlanProblem) {
    self.problem = problem
    box = problem.everything
    start = problem.view(of: box)
    let slots = problem.model.slots
    values = (0..<slots.count).map { .unknown(UnknownSet(Slot(index: $0))) }
    for (index, value) in start.interview.values.enumerated() { values[index] = value }
    for (question, mean) in problem.background.membersMeans where question < slots.questions {
      values[slots.slot(of: .membersMean(question)).index] = .double(mean)
    }
    values[slots.slot(of: .gatesConfirmed).index] = .bool(true)
    for question in problem.model.questions.indices where !isOpen(question) {
      guard !start.mayBeHidden(question), !isHidden(question) else { continue }
      set(question, 0, &values)
    }
    collect()
    restrict()
    guard !isImpossible else { return }
    for demand in demands {
      if let coupling = coupling(demand) { couplings.append(coupling) }
    }
  }

  /// Whether the answer to a question is up to the plan, and read by whoever asks for it.
  private func isOpen(_ question: Int) -> Bool {
    problem.moves[question].list.count > 1 && !start.mayBeHidden(question)
      && !problem.isOnPath[question]
  }

  private func set(_ question: Int, _ move: Int, _ values: inout [Value]) {
    let slots = problem.model.slots
    let definition = problem.model.questions[question]
    for variable in [Variable.answer(question), .points(question), .confirmed(question)] {
      let slot = slots.slot(of: variable)
      values[slot.index] = .unknown(UnknownSet(slot))
    }
    if isStored(question, move) {
      values[slots.slot(of: .confirmed(question)).index] = .bool(true)
    }
    guard let answer = problem.answer(question, move) else { return }
    if let value = definition.kind.expressionValue(answer) {
      values[slots.slot(of: .answer(question)).index] = value
    }
    if definition.points.expression == nil,
      let points = problem.scorer.points(of: definition, answer, values)
    {
      values[slots.slot(of: .points(question)).index] = .double(points.doubleValue)
    }
  }

  /// Whether a move leaves something that can be confirmed.
  private func isStored(_ question: Int, _ move: Int) -> Bool {
    problem.moves[question].list[move].answer != nil
      || problem.start.response(to: question)?.answer != nil
  }

  // MARK: - What is demanded

  private mutating func collect() {
    let model = problem.model
    for gate in model.levels[...problem.target].flatMap(\.gates) {
      switch gate.rule {
      case .expression(let expression): add([expression], 1, .met)
      case .quota(.count(let needed), let list): add(list, needed, .met)
      case .quota(.share(let share), let list):
        let needed = (0...list.count).first { count in
          Rational(numerator: 100 * Int128(count), denominator: Int128(max(1, list.count)))
            .map { $0 >= share } ?? false
        }
        if let needed { add(list, needed, .met) }
      }
    }
    for cap in model.levelCaps where cap.level <= problem.target {
      add([cap.condition], 1, .notMet)
    }
    for question in model.questions where start.interview.isAsked(question.index) {
      let standing = problem.start.violatedConstraints(of: question.index)
      for (number, constraint) in question.constraints.enumerated()
      where constraint.severity == .error && !standing.contains(number) {
        add([constraint.condition], 1, .notViolated)
      }
    }
    confirmGates()
  }

  private mutating func add(_ expressions: [Expression], _ needed: Int, _ wanted: Demand.Wanted) {
    var questions: Set<Int> = []
    for slot in expressions.flatMap(\.reads) {
      switch problem.model.slots.variable(in: slot) {
      case .answer(let question)?, .points(let question)?, .confirmed(let question)?:
        if isOpen(question) { questions.insert(question) }
      default: break
      }
    }
    demands.append(
      Demand(
        expressions: expressions, needed: needed, wanted: wanted, questions: questions.sorted()))
  }

  /// A gate that wants all answers of gates confirmed wants them answered.
  private mutating func confirmGates() {
    let slots = problem.model.slots
    let wantsAll = problem.model.levels[...problem.target].flatMap(\.gates).contains { gate in
      guard case .expression(let expression) = gate.rule else { return false }
      var values = values
      let slot = slots.slot(of: .gatesConfirmed)
      values[slot.index] = .unknown(UnknownSet(slot))
      return expression.reads == [slot] && expression.program.evaluate(values) != .bool(true)
    }
    guard wantsAll else { return }
    for question in problem.gateQuestions where isOpen(question) {
      for move in box.open(question) where !isStored(question, move) {
        box.moves[question] &= ~(1 << UInt64(move))
      }
    }
  }

  // MARK: - Whether it is met

  /// Whether some of what an expression reads is known only to the scorer.
  private func isRelaxed(_ expression: Expression) -> Bool {
    expression.reads.contains { slot in
      switch problem.model.slots.variable(in: slot) {
      case .answer(let question)?, .confirmed(let question)?: isHidden(question)
      case .points(let question)?:
        isHidden(question) || problem.model.questions[question].points.expression != nil
          || problem.model.questions[question].practice != nil
      case .reportingYear?, .membersMean?, .gatesConfirmed?: false
      default: true
      }
    }
  }

  /// Whether a question may turn out to be asked or answered in ways that are not looked at.
  private func isHidden(_ question: Int) -> Bool {
    start.mayBeAsked(question) && start.mayBeHidden(question)
      || problem.isOnPath[question] && problem.moves[question].list.count > 1
  }

  private func holds(_ expression: Expression, _ wanted: Demand.Wanted, _ values: [Value]) -> Bool {
    if expression.asksForAnswers, isRelaxed(expression) { return true }
    return switch (expression.program.evaluate(values), wanted) {
    case (.bool(let isTrue), .met), (.bool(let isTrue), .notViolated): isTrue
    case (.bool(let isTrue), .notMet): !isTrue
    case (_, .met): isRelaxed(expression)
    default: true
    }
  }

  /// Whether each combination of moves meets a demand.
  private func areMet(_ demand: Demand, _ combinations: [[Int]]) -> [Bool] {
    var values = values
    var last = Array(repeating: -1, count: demand.questions.count)
    return combinations.map { combination in
      for (place, move) in combination.enumerated() where last[place] != move {
        let question = demand.questions[place]
        set(question, move, &values)
        last[place] = move
      }
      return demand.expressions.count { holds($0, demand.wanted, values) } >= demand.needed
    }
  }

  private func moves(_ demand: Demand) -> [[Int]] { demand.questions.map { box.open($0) } }

  private func isSmall(_ demand: Demand) -> Bool {
    moves(demand).reduce(1) { min(Self.limit + 1, $0 * $1.count) } <= Self.limit
  }

  /// What each move brings where every expression reads one question at most; `nil` elsewhere.
  private func contributions(_ demand: Demand) -> (byMove: [[Int]], needed: Int)? {
    var byMove = demand.questions.map { problem.moves[$0].list.map { _ in 0 } }
    var needed = demand.needed
    for expression in demand.expressions {
      let read = demand.questions.filter { question in
        expression.reads.contains { slot in
          switch problem.model.slots.variable(in: slot) {
          case .answer(question)?, .points(question)?, .confirmed(question)?: true
          default: false
          }
        }
      }
      guard let question = read.first else {
        if holds(expression, demand.wanted, values) { needed -= 1 }
        continue
      }
      guard read.count == 1, let place = demand.questions.firstIndex(of: question) else {
        return nil
      }
      for move in byMove[place].indices {
        var values = values
        set(question, move, &values)
        if holds(expression, demand.wanted, values) { byMove[place][move] += 1 }
      }
    }
    return (byMove, needed)
  }

  // MARK: - What it leaves

  /// Takes away moves beside which nothing meets a demand, until nothing changes.
  private mutating func restrict() {
    // What nothing can change first.
    var waiting = demands.sorted { $0.questions.count < $1.questions.count }
    var isChanged = true
    while isChanged {
      isChanged = false
      var rest: [Demand] = []
      for demand in waiting {
        let before = demand.questions.map { box.moves[$0] }
        restrict(by: demand)
        if demand.questions.map({ box.moves[$0] }) != before { isChanged = true }
        if isImpossible { return }
        if demand.questions.count > 1 { rest.append(demand) }
      }
      waiting = rest
    }
    demands = waiting
  }

  private mutating func restrict(by demand: Demand) {
    let lists = moves(demand)
    var kept: [UInt64] = Array(repeating: 0, count: lists.count)
    if isSmall(demand) {
      let combinations = Coupling.combinations(lists)
      for (combination, isMet) in zip(combinations, areMet(demand, combinations)) where isMet {
        if combination.isEmpty { return }
        for (place, move) in combination.enumerated() { kept[place] |= 1 << UInt64(move) }
      }
      if lists.isEmpty { isImpossible = true }
    } else if let (byMove, needed) = contributions(demand) {
      let most = zip(byMove, lists).map { row, list in list.map { row[$0] }.max() ?? 0 }
      let all = most.reduce(0, +)
      for (place, list) in lists.enumerated() {
        for move in list where all - most[place] + byMove[place][move] >= needed {
          kept[place] |= 1 << UInt64(move)
        }
      }
    } else {
      return
    }
    for (question, bits) in zip(demand.questions, kept) {
      box.moves[question] = bits
      if bits == 0 { isImpossible = true }
    }
  }

  /// A demand as far as it is not met whatever is done.
  private func coupling(_ demand: Demand) -> Coupling? {
    let open = demand.questions.filter { box.moves[$0].nonzeroBitCount > 1 }
    if isSmall(demand) {
      let lists = moves(demand)
      let combinations = Coupling.combinations(lists)
      let isMet = areMet(demand, combinations)
      guard isMet.contains(false) else { return nil }
      let outcomes = Dictionary(uniqueKeysWithValues: zip(combinations, isMet))
      let table = Coupling(
        questions: demand.questions, counts: demand.questions.map { problem.moves[$0].list.count },
        moves: lists, isMet: { outcomes[$0] ?? false })
      if let table { return table }
    }
    guard open.count > 1, let (byMove, needed) = contributions(demand), needed > 0 else {
      return nil
    }
    let least = zip(byMove, moves(demand)).reduce(0) { sum, next in
      sum + (next.1.map { next.0[$0] }.min() ?? 0)
    }
    guard least < needed else { return nil }
    return Coupling(questions: demand.questions, contributions: byMove, needed: needed)
  }
}
