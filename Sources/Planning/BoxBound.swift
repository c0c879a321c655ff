import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// The cheapest plan of a box as far as thresholds go, and with it a bound on every plan in it.
///
/// Frontiers of cost and score are merged from the questions up to the total. Where a question's
/// score, or whether it is asked, is not decided within the box, the best is taken; conditions other
/// than thresholds are not looked at. So no plan of the box that attains the level is cheaper.
struct BoxBound {
  private let problem: PlanProblem
  private let tree: ScoreTree
  private var memory: [[Key: Scored]] = []
  /// The greatest cost looked at; it grows as needed.
  private(set) var cap: Int
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
    tree = ScoreTree(problem.model, upTo: problem.target)
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
    var moves = problem.moves.indices.map { cheapest($0, view.box) }
    for question in problem.moves.indices where !tree.holds[question] {
      cost += problem.costs[question][moves[question]]
    }
    let codes = codes(view)
    let caps = capCodes(view)
    var isCut = false
    var results: [Scored] = []
    results.reserveCapacity(tree.entries.count)
    for place in tree.entries.indices {
      let entry = tree.entries[place]
      let key = codes[entry.questions] + caps[entry.nodes]
      let scored: Scored
      if let known = memory[place][Array(key)] {
        scored = known
      } else {
        scored = compute(entry, view, results)
        if memory[place].count > 4096 { memory[place] = [:] }
        memory[place][Array(key)] = scored
      }
      results.append(scored)
      isCut = isCut || scored.isCut
      if scored.outcomes.isEmpty { return isCut ? .above(cap) : .impossible }
    }
    guard let total = results.last, let first = total.outcomes.first else { return .impossible }
    collect(first, of: tree.total, results, into: &moves)
    return .plan(cost: cost + first.cost, moves: moves)
  }

  private func cheapest(_ question: Int, _ box: Box) -> Int {
    box.open(question).min {
      (problem.costs[question][$0], $0) < (problem.costs[question][$1], $1)
    } ?? 0
  }

  /// All that the frontiers of a box depend on, by question: moves, visibility, decided shares.
  private func codes(_ view: BoxView) -> [UInt64] {
    problem.moves.indices.map { question in
      var code = view.box.moves[question]
      if view.interview.visibilityIsOpen(question) {
        code |= 1 << 62
      } else if view.interview.isAsked(question) {
        code |= 1 << 63
      }
      if problem.isDeciding[question], !view.box.isOpen(question),
        let share = view.score.questions[question]?.score
      {
        code ^= share.doubleValue.bitPattern &* 0x9E37_79B9_7F4A_7C15 >> 2
      }
      return code
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
    }.map(\.highest).min()?.doubleValue
  }

  private func compute(_ entry: ScoreTree.Entry, _ view: BoxView, _ results: [Scored]) -> Scored {
    var frontier = Frontier(entry)
    var paths: [Int: PathOutcomes] = [:]
    var isCut = false
    for (place, part) in entry.parts.enumerated() {
      let outcomes: [PartOutcome]
      switch part.source {
      case .question(let question): outcomes = self.outcomes(of: question, view)
      case .path(let node):
        let path = PathOutcomes(node, problem, view)
        paths[place] = path
        outcomes = path.outcomes
      case .entry(let below):
        isCut = isCut || results[below].isCut
        outcomes = results[below].outcomes.enumerated().map { number, outcome in
          switch outcome.kind {
          case .share: .counted(outcome.share, cost: outcome.cost, choice: number)
          case .missing: .missing(entry.unanswered, cost: outcome.cost, choice: number)
          case .empty: .leftOut(cost: outcome.cost, choice: number)
          }
        }
      }
      frontier.add(outcomes, weight: part.weight, cap: cap)
    }
    let highest = entry.node.flatMap { self.highest(of: $0, view) }
    return Scored(
      outcomes: frontier.outcomes(highest: highest), frontier: frontier, paths: paths,
      isCut: isCut || frontier.isCut)
  }

  private func outcomes(of question: Int, _ view: BoxView) -> [PartOutcome] {
    let mayHide =
      view.interview.visibilityIsOpen(question) || !view.interview.isAsked(question)
    let maySee =
      view.interview.visibilityIsOpen(question) || view.interview.isAsked(question)
    var outcomes: [PartOutcome] = []
    if mayHide {
      let move = cheapest(question, view.box)
      outcomes.append(.leftOut(cost: problem.costs[question][move], choice: move))
    }
    guard maySee else { return outcomes }
    for move in view.box.open(question) {
      outcomes.append(outcome(of: question, move: move, view))
    }
    return outcomes
  }

  private func outcome(of question: Int, move: Int, _ view: BoxView) -> PartOutcome {
    let cost = problem.costs[question][move]
    let known = problem.moves[question].list[move]
    if known.isUnscored { return .leftOut(cost: cost, choice: move) }
    let rule =
      problem.model.questions[question].node.map { problem.model.nodes[$0].rule }
      ?? problem.model.scoring.nodes
    if known.answer == nil {
      switch present(question) {
      case .unanswered, .notAsked: return .missing(rule.unanswered, cost: cost, choice: move)
      case .noData: return .missing(rule.noData, cost: cost, choice: move)
      case .notApplicable:
        switch rule.notApplicable {
        case .exclude: return .leftOut(cost: cost, choice: move)
        case .block:
          return PartOutcome(cost: cost, isCalledFor: true, blocks: true, choice: Int32(move))
        case .full, .zero:
          let share = rule.notApplicable == .full ? 100.0 : 0
          return PartOutcome(
            cost: cost, share: share, counts: true, isCalledFor: true, choice: Int32(move))
        }
      case .answered: break
      }
    }
    if let share = known.share {
      return .counted(share.doubleValue, cost: cost, choice: move)
    }
    // Other answers decide the points: known once they are, until then the best.
    if problem.isDeciding[question], !view.box.isOpen(question),
      let score = view.score.questions[question]
    {
      switch score.standing {
      case .counted:
        if let share = score.score {
          return .counted(share.doubleValue, cost: cost, choice: move)
        }
      case .leftOut: return .leftOut(cost: cost, choice: move)
      case .open, .hiddenForNow: break
      }
    }
    return .counted(100, cost: cost, choice: move)
  }

  /// What stands for a question, whether it is asked or not.
  private func present(_ question: Int) -> AnswerState {
    switch problem.start.response(to: question)?.answer {
    case .value(let value): .answered(value)
    case .notApplicable(let reason): .notApplicable(reason: reason)
    case .noData: .noData
    case nil: .unanswered
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
