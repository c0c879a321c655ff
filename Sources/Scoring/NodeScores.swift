import Questionnaire

/// The scores that a program has computed, by what they are of.
struct NodeScores {
  /// By place in `Questionnaire.nodes`.
  let nodes: [Score]
  /// Whether a node may come not to count in the one above, likewise.
  let mayDropOut: [Bool]
  /// By place in `Questionnaire.nodes`, then in `Questionnaire.aspects`; `nil` where no question
  /// counts in it.
  let aspects: [[Score?]]
  let total: Score
  /// By place in `RollUpProgram.caps`.
  let caps: [CapDecision]

  struct CapDecision {
    let decision: Decision
    let isSettled: Bool
  }

  /// Runs a program over one assessment.
  ///
  /// - Parameters:
  ///   - rules: The conditions of the program's caps.
  ///   - variables: Those that caps read of the scores are set on the way.
  init(
    _ program: RollUpProgram, _ input: RollUpInput, caps rules: [RuleBook.ExpressionRule],
    _ questionnaire: Questionnaire, _ capabilities: [CapabilityResult?],
    _ variables: inout Variables
  ) {
    var decisions: [Int: CapDecision] = [:]
    let results = program.run(input) { cap, results in
      var isSettled = true
      for variable in rules[cap].volatile {
        if let entry = program.entry(of: variable, questionnaire), entry < results.count {
          let score = results[entry].score
          variables.set(variable, score.shown)
          isSettled = isSettled && score.isSettled
        } else if case .capability(let node) = variable, let result = capabilities.result(at: node)
        {
          isSettled = isSettled && result.isSettled
        }
      }
      isSettled = isSettled && !rules[cap].waits(for: variables.values)
      let decision = Decision(rules[cap].expression.program, variables.values)
      decisions[cap] = CapDecision(decision: decision, isSettled: isSettled)
      return CapStanding(status: decision.status, isSettled: isSettled)
    }
    nodes = program.entryOfNode.map { results[$0].score }
    mayDropOut = program.entryOfNode.map { results[$0].isOptional }
    aspects = program.entriesOfAspects.map { $0.map { entry in entry.map { results[$0].score } } }
    total = results[results.count - 1].score
    caps = program.caps.indices.compactMap { decisions[$0] }
  }
}

extension RollUpProgram {
  /// The entry whose score a variable is; `nil` for variables of other things and for the total,
  /// which no cap reads.
  func entry(of variable: Variable, _ questionnaire: Questionnaire) -> Int? {
    switch variable {
    case .capacityScore(let capacity): entryOfNode[questionnaire.capacities[capacity].node]
    case .score(let node, nil): entryOfNode[node]
    case .score(let node, let aspect?): entriesOfAspects[node][aspect]
    default: nil
    }
  }
}
