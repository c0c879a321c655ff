import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// The cheapest plan of a box as far as thresholds and couplings go, and with it a bound on every
/// plan in it.
///
/// Frontiers of cost and score are merged from the questions up to the total. Where a question's
/// score, or whether it is asked, is not decided within the box, the best is taken; conditions that
/// are no couplings are not looked at. So no plan of the box that attains the level is cheaper.
struct BoxBound {
  private let problem: PlanProblem
  private let tree: ScoreTree
  private var memory: [[Key: Scored]] = []
  /// The greatest cost looked at; it grows as needed.
  private var cap: Int
  private let greatest: Int

  private typealias Key = [UInt64]

  private struct Scored {
    let outcomes: [ScoreOutcome]
    let frontier: Frontier
    /// By place among `entry.parts`: what each outcome of a path stands for.
    let paths: [Int: PathOutcomes]
    let isCut: Bool
  }

  /// What came of bounding a box.
  enum Result {
    /// The least cost, and the move of every question on the way to it.
    case plan(cost: Int, moves: [Int])
    /// More than so much.
    case above(Int)
    case impossible
  }

  init(_ problem: PlanProblem) {
    self.problem = problem
    tree = ScoreTree(problem.model, upTo: problem.target, problem.couplings)
    memory = Array(repeating: [:], count: tree.entries.count)
    greatest = problem.costs.reduce(0) { $0 + ($1.max() ?? 0) }
    cap = min(greatest, 24 * PlanProblem.unit)
  }

  /// Looks at greater costs from now on; `false` where there are none.
  mutating func raise() -> Bool {
    guard cap < greatest else { return false }
    cap = min(greatest, cap * 3)
    memory = Array(repeating: [:], count: tree.entries.count)
    return true
  }

  mutating func bound(_ view: BoxView) -> Result {
    var cost = 0
    var moves = problem.moves.indices.map { problem.cheapest($0, view.box) }
    for question in problem.moves.indices where !tree.holds[question] {
      cost += problem.costs[question][moves[question]]
    }
    let codes = codes(view)
    let caps = capCodes(view)
    var isCut = false
    var results: [Scored] = []
    results.reserveCapacity(tree.entries.count)
    for (place, entry) in tree.entries.enumerated() {
      let key = entry.questions.flatMap { codes[$0] } + caps[entry.nodes]
      let scored: Scored
      if let known = memory[place][key] {
        scored = known
      } else {
        scored = compute(entry, isTotal: place == tree.total, view, results)
        if memory[place].count > 4096 { memory[place] = [:] }
        memory[place][key] = scored
      }
      results.append(scored)
      isCut = isCut || scored.isCut
      if scored.outcomes.isEmpty { return isCut ? .above(cap) : .impossible }
    }
    guard let first = results.last?.outcomes.first else { return .impossible }
    collect(first, of: tree.total, results, into: &moves)
    return .plan(cost: cost + first.cost, moves: moves)
  }

  /// All that the frontiers of a box depend on, by question: moves and visibility, and the shares
  /// that other answers decide.
  private func codes(_ view: BoxView) -> [[UInt64]] {
    problem.moves.indices.map { question in
      // There are at most `Moves.limit` moves; two bits are left.
      let visibility: UInt64 =
        (view.mayBeAsked(question) ? 1 << 62 : 0) | (view.mayBeHidden(question) ? 1 << 63 : 0)
      let code = view.box.moves[question] | visibility
      guard problem.isDependent[question], tree.holds[question] else { return [code] }
      return problem.outcomes(of: question, view).reduce(into: [code]) { codes, outcome in
        codes.append(outcome.standing.counts ? outcome.share.bitPattern : .max)
      }
    }
  }

  /// By node, the caps that are in force whatever the open answers.
  private func capCodes(_ view: BoxView) -> [UInt64] {
    problem.model.nodes.indices.map { (highest(of: $0, view) ?? -1).bitPattern }
  }

  private func highest(of node: Int, _ view: BoxView) -> Double? {
    let caps = problem.model.nodes[node].rule.caps
    guard !caps.isEmpty else { return nil }
    return caps.filter { cap in
      cap.condition.program.evaluate(view.interview.values) == .bool(true)
        && !view.isUndecided(cap.condition)
    }.map(\.highest).min()?.doubleValue
  }

  // MARK: - Frontiers

  private func compute(
    _ entry: ScoreTree.Entry, isTotal: Bool, _ view: BoxView, _ results: [Scored]
  ) -> Scored {
    var paths: [Int: PathOutcomes] = [:]
    var isCut = false
    let parts = entry.parts.enumerated().map { place, part in
      var outcomes: [PartOutcome]
      switch part.source {
      case .question(let question):
        outcomes = problem.boundOutcomes(of: question, isScored: part.weight > 0, view)
      case .path(let node):
        let path = PathOutcomes(node, problem, view)
        paths[place] = path
        outcomes = path.outcomes
      case .entry(let below):
        isCut = isCut || results[below].isCut
        outcomes = results[below].outcomes.enumerated().map {
          $0.element.part(entry.unanswered, choice: $0.offset)
        }
        if part.weight == 0 {
          for index in outcomes.indices { outcomes[index].standing = PartOutcome.Standing() }
        }
      }
      return (outcomes: outcomes, weight: part.weight)
    }
    var headroom: [Headroom] = []
    if let need = entry.need, entry.rollUp == .mean || entry.rollUp == .sum {
      headroom = Headroom.list(parts, need: need)
    }
    let highest = entry.node.flatMap { self.highest(of: $0, view) }
    // The total is wanted at its least cost alone: near what the concave bound says.
    var limit = cap
    var slack = 2 * PlanProblem.unit
    if isTotal, let least = headroom.first?.cost(for: 0) { limit = min(cap, least + slack) }
    while true {
      var frontier = Frontier(entry, problem.couplings)
      for (place, part) in parts.enumerated() {
        frontier.add(
          part.outcomes, entry.parts[place], cap: limit,
          headroom: headroom.isEmpty ? nil : headroom[place + 1])
      }
      let outcomes = frontier.outcomes(highest: highest)
      if outcomes.isEmpty, frontier.isCut, limit < cap {
        slack *= 4
        limit = min(cap, limit + slack)
        continue
      }
      return Scored(
        outcomes: outcomes, frontier: frontier, paths: paths, isCut: isCut || frontier.isCut)
    }
  }

  /// Writes down the moves behind an outcome.
  private func collect(
    _ outcome: ScoreOutcome, of first: Int, _ results: [Scored], into moves: inout [Int]
  ) {
    var waiting = [(entry: first, outcome: outcome)]
    while let (place, outcome) = waiting.popLast() {
      let entry = tree.entries[place]
      let scored = results[place]
      for (number, choice) in scored.frontier.choices(of: outcome.state).enumerated() {
        switch entry.parts[number].source {
        case .question(let question): moves[question] = choice
        case .path:
          for (question, move) in scored.paths[number]?.moves(of: choice) ?? [] {
            moves[question] = move
          }
        case .entry(let below): waiting.append((below, results[below].outcomes[choice]))
        }
      }
    }
  }
}
