import CEL
import Interview
import Questionnaire
import Scoring

/// Looks for the cheapest plans: boxes of plans by what they cost at least, the cheapest first.
///
/// A box proposes the plan its bound comes from. Where the model's rules say that it attains the
/// level, no plan anywhere is cheaper, because every other box costs at least as much; where they do
/// not, the box is divided by a question that decides what failed. So the rules of the model are
/// applied by the scorer alone, and the bound may be wrong in one direction only.
struct PlanSearch {
  enum Outcome {
    case found([Candidate], mayHaveMore: Bool, isProved: Bool)
    case impossible
    case givenUp
  }

  private struct Entry {
    let cost: Int
    /// Later boxes of a cost are looked at first: they are divided furthest.
    let number: Int
    let box: Box
    let state: State

    enum State {
      /// The cost is that of the box it is part of.
      case unbounded
      /// Only that it costs more than was looked at is known.
      case above
      case plan([Int])
    }

    static func < (a: Entry, b: Entry) -> Bool {
      a.cost == b.cost ? a.number > b.number : a.cost < b.cost
    }
  }

  private let problem: PlanProblem
  private let limits: PlanLimits
  private var bound: BoxBound
  private var queue: [Entry] = []
  private var number = 0

  init(_ problem: PlanProblem, _ limits: PlanLimits) {
    self.problem = problem
    self.limits = limits
    bound = BoxBound(problem)
  }

  mutating func run(from box: Box) -> Outcome {
    insert(0, box, .unbounded)
    var found: [Candidate] = []
    var best = 0
    var looked = 0
    while let entry = pop() {
      if !found.isEmpty, entry.cost > best {
        return .found(found, mayHaveMore: false, isProved: true)
      }
      looked += 1
      guard looked <= (found.isEmpty ? limits.boxes : limits.boxesForAlternatives) else {
        return found.isEmpty ? dive() : .found(found, mayHaveMore: true, isProved: true)
      }
      let moves: [Int]
      switch entry.state {
      case .unbounded:
        bound(entry)
        continue
      case .above:
        // Whatever is in it costs more than was looked at.
        if !found.isEmpty { return .found(found, mayHaveMore: true, isProved: true) }
        if bound.raise() { bound(entry) }
        continue
      case .plan(let plan): moves = plan
      }
      let candidate = problem.candidate(moves)
      guard candidate.unmet.isEmpty else {
        divide(entry, candidate)
        continue
      }
      if found.isEmpty {
        best = entry.cost
        looked = 0
      }
      let nearest = problem.nearest(candidate)
      if !found.contains(where: { $0.moves == nearest.moves }) { found.append(nearest) }
      guard found.count <= limits.alternatives else {
        return .found(found, mayHaveMore: true, isProved: true)
      }
      exclude(candidate, from: entry)
    }
    return found.isEmpty ? .impossible : .found(found, mayHaveMore: false, isProved: true)
  }

  /// Some plan, found by always looking into the box divided last.
  private mutating func dive() -> Outcome {
    queue.sort { $0.number < $1.number }
    for _ in 0..<limits.boxes / 4 {
      guard let entry = queue.popLast() else { break }
      switch entry.state {
      case .unbounded: bound(entry)
      case .above: continue
      case .plan(let moves):
        let candidate = problem.candidate(moves)
        if candidate.unmet.isEmpty {
          return .found([problem.nearest(candidate)], mayHaveMore: true, isProved: false)
        }
        divide(entry, candidate)
      }
      queue.sort { $0.number < $1.number }
    }
    return .givenUp
  }

  // MARK: - Boxes

  /// Puts a box back with what it costs at least, unless no plan in it attains the level.
  private mutating func bound(_ entry: Entry) {
    let view = problem.view(of: entry.box)
    guard problem.failing(view).isEmpty else { return }
    switch bound.bound(view) {
    case .plan(let cost, let moves): insert(max(cost, entry.cost), entry.box, .plan(moves))
    case .above(let cost): insert(max(cost + 1, entry.cost), entry.box, .above)
    case .impossible: break
    }
  }

  private mutating func insert(_ cost: Int, _ box: Box, _ state: Entry.State) {
    number += 1
    queue.append(Entry(cost: cost, number: number, box: box, state: state))
    var child = queue.count - 1
    while child > 0, queue[child] < queue[(child - 1) / 2] {
      queue.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> Entry? {
    guard let first = queue.first, let last = queue.popLast() else { return nil }
    guard !queue.isEmpty else { return first }
    queue[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < queue.count && queue[child] < queue[least] {
        least = child
      }
      guard least != parent else { return first }
      queue.swapAt(least, parent)
      parent = least
    }
  }

  /// Divides a box by the first open question that may decide what its plan does not meet.
  private mutating func divide(_ entry: Entry, _ candidate: Candidate) {
    let box = entry.box
    let question =
      problem.deciders(of: candidate.unmet, box).first(where: box.isOpen)
      ?? problem.deciding.first(where: box.isOpen)
      ?? problem.moves.indices.first(where: box.isOpen)
    guard let question else { return }
    let chosen = candidate.moves[question]
    let alike = alike(chosen, of: question, in: box)
    var same = box
    same.moves[question] = alike
    var other = box
    other.moves[question] &= ~alike
    if same.moves[question] == box.moves[question] {
      same.moves[question] = 1 << UInt64(chosen)
      other.moves[question] = box.moves[question] & ~(1 << UInt64(chosen))
    }
    insert(entry.cost, other, .unbounded)
    insert(entry.cost, same, .unbounded)
  }

  /// The moves of a question that no expression tells from the chosen one.
  private func alike(_ chosen: Int, of question: Int, in box: Box) -> UInt64 {
    guard problem.isDeciding[question] else { return 1 << UInt64(chosen) }
    let interview = problem.interview(of: box)
    let readers = problem.readers[question]
    func values(_ move: Int) -> [Value] {
      var values = interview.values
      let known = problem.moves[question].list[move].answer
      var present: AnswerValue?
      if known == nil, case .value(let value)? = problem.start.response(to: question)?.answer {
        present = value
      }
      if let value = (known ?? present).flatMap({
        problem.model.questions[question].kind.expressionValue($0)
      }) {
        values[question] = value
      }
      return readers.map { reader in
        let value = reader.program.evaluate(values)
        if case .unknown = value { return .null }
        return value
      }
    }
    let mine = values(chosen)
    return box.open(question).reduce(0) { bits, move in
      values(move) == mine ? bits | 1 << UInt64(move) : bits
    }
  }

  /// The moves to other numbers on the same step, which make no other plan.
  private func sameStep(_ move: Int, of question: Int) -> UInt64 {
    guard problem.model.questions[question].kind.numberLimits != nil else {
      return 1 << UInt64(move)
    }
    let costs = problem.costs[question]
    return costs.indices.reduce(0) {
      $1 > 0 && costs[$1] == costs[move] ? $0 | 1 << UInt64($1) : $0
    }
  }

  /// Divides a box into all its other plans: those that differ in the first improved question, in
  /// the second but not in the first, and so on. A plan that differs in none does more than needed.
  private mutating func exclude(_ candidate: Candidate, from entry: Entry) {
    var rest = entry.box
    for (question, move) in candidate.moves.enumerated()
    where problem.moves[question].list[move].answer != nil {
      var other = rest
      other.moves[question] &= ~sameStep(move, of: question)
      if other.moves[question] != 0 { insert(entry.cost, other, .unbounded) }
      rest.moves[question] = 1 << UInt64(move)
    }
  }
}
