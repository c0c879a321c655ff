public import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring

/// What became of one test vector.
public struct VectorResult: Sendable {
  /// The vector that was run.
  public let vector: TestVector
  /// One located finding for each expectation that is not met; empty where all are.
  public let differences: [Diagnostic]
}

extension TestSuite {
  /// What came of all vectors, in the order of the file, and which rules none of them reaches.
  public struct Outcome: Sendable {
    public let results: [VectorResult]
    /// How many expectations there were.
    public let expectations: Int
    /// The cases of rules that vectors have to reach, and how many of them are.
    public let reach: RuleReach
  }

  /// Runs every vector through the same interview and scorer as any assessment.
  public func run() -> Outcome {
    let scorer = Scorer(questionnaire)
    var reach = RuleReach(questionnaire)
    let results = vectors.map { vector in
      var context = vector.context
      context.points = scorer.points
      let interview = Interview(questionnaire, context: context, responses: vector.responses)
      let score = scorer.score(interview, background: vector.background)
      reach.mark(interview, score)
      let facts = Facts(interview: interview, score: score)
      return VectorResult(
        vector: vector,
        differences: vector.expectations.compactMap { facts.difference(from: $0, in: vector) })
    }
    return Outcome(
      results: results, expectations: vectors.reduce(0) { $0 + $1.expectations.count },
      reach: reach)
  }
}

/// What came out, to hold against what was expected.
private struct Facts {
  let interview: Interview
  let score: AssessmentScore

  private var model: Questionnaire { score.questionnaire }

  func difference(from expectation: Expectation, in vector: TestVector) -> Diagnostic? {
    guard let (code, arguments) = mismatch(expectation.claim) else { return nil }
    return Diagnostic(
      .init(code), at: expectation.place, arguments,
      notes: [.init(.init("test.in-vector"), at: nil, ["name": .text(vector.name)])])
  }

  /// The code and the arguments of the finding; `nil` where the claim holds.
  private func mismatch(
    _ claim: Expectation.Claim
  ) -> (String, [String: Diagnostic.Argument])? {
    switch claim {
    case .asked(let question, let isAsked):
      if interview.isAsked(question) == isAsked { return nil }
      return (isAsked ? "test.not-asked" : "test.asked", ["name": name(question)])
    case .points(let question, let expected):
      return compare(
        expected, score.questions[question]?.points, "test.points", ["name": name(question)])
    case .score(let subject, let expected):
      return compare(
        expected, score(of: subject).shown, "test.score", ["name": name(subject)])
    case .range(let subject, let low, let high):
      let score = score(of: subject)
      let (worst, best) = (score.shownLow, score.shownHigh)
      let isMet = worst.map(low.isMet) ?? false && best.map(high.isMet) ?? false
      return isMet
        ? nil
        : (
          "test.range",
          [
            "name": name(subject), "expected": .text("\(low) … \(high)"),
            "found": .text("\(written(worst)) … \(written(best))"),
          ]
        )
    case .level(let level):
      return level == score.level
        ? nil : ("test.level", ["expected": name(level: level), "found": name(level: score.level)])
    case .levelRange(let lowest, let highest):
      let range = score.levelRange
      if range.lowest == lowest, range.highest == highest { return nil }
      return (
        "test.level-range",
        [
          "expected": .text(levels(lowest, highest)),
          "found": .text(levels(range.lowest, range.highest)),
        ]
      )
    case .gate(let level, let gate, let status):
      let result = score.levels[level].gates[gate]
      return compare(status, result.status, result.condition.id)
    case .check(let check, let status):
      let result = score.checks[check]
      return compare(status, result.status, result.check.id)
    case .condition(let check, let condition, let status):
      let result = score.checks[check].conditions[condition]
      return compare(
        status, result.status, score.checks[check].check.id + "." + result.condition.id)
    case .raised(let recommendation, let isRaised):
      let id = model.recommendations[recommendation].id
      if score.recommendations.contains(where: { $0.id == id }) == isRaised { return nil }
      return (isRaised ? "test.not-raised" : "test.raised", ["name": .text(id)])
    case .problem(let question, let isThere):
      if interview.problems(of: question).isEmpty != isThere { return nil }
      return (isThere ? "test.no-problem" : "test.problem", ["name": name(question)])
    case .capability(let node, let level):
      let found = capability(of: node).map { String($0.level) } ?? "none"
      if found == String(level) { return nil }
      return (
        "test.capability",
        [
          "name": .text(model.nodes[node].id), "expected": .text(String(level)),
          "found": .text(found),
        ]
      )
    case .fulfilled(let question, let status):
      let found = score.practices.lazy.compactMap(\.self).first { $0.question == question }
      return compare(status, found?.status ?? .unknown, model.questions[question].id)
    }
  }

  private func capability(of node: Int) -> CapabilityResult? {
    score.capabilities.indices.contains(node) ? score.capabilities[node] : nil
  }

  private func score(of subject: ScoreSubject) -> Score {
    switch subject {
    case .total: score.total
    case .node(let node): score.nodes[node]
    }
  }

  private func compare(
    _ expected: ExpectedNumber?, _ found: Rational?, _ code: String,
    _ arguments: [String: Diagnostic.Argument]
  ) -> (String, [String: Diagnostic.Argument])? {
    let isMet =
      switch (expected, found) {
      case (nil, nil): true
      case (let expected?, let found?): expected.isMet(by: found)
      default: false
      }
    guard !isMet else { return nil }
    var arguments = arguments
    arguments["expected"] = .text(expected.map(\.description) ?? "none")
    arguments["found"] = .text(written(found))
    return (code, arguments)
  }

  private func compare(
    _ expected: Status, _ found: Status, _ name: String
  ) -> (String, [String: Diagnostic.Argument])? {
    expected == found
      ? nil
      : (
        "test.status",
        [
          "name": .text(name), "expected": .text(expected.rawValue),
          "found": .text(found.rawValue),
        ]
      )
  }

  // MARK: Words

  private func name(_ question: Int) -> Diagnostic.Argument { .text(model.questions[question].id) }

  private func name(_ subject: ScoreSubject) -> Diagnostic.Argument {
    switch subject {
    case .total: .text("total")
    case .node(let node): .text(model.nodes[node].id)
    }
  }

  private func name(level: Int?) -> Diagnostic.Argument { .text(id(ofLevel: level)) }

  private func levels(_ lowest: Int?, _ highest: Int?) -> String {
    id(ofLevel: lowest) + " … " + id(ofLevel: highest)
  }

  private func id(ofLevel level: Int?) -> String { level.map { model.levels[$0].id } ?? "none" }

  /// A fraction with the decimals that tell where it lies: `172/3 (57.3333)`.
  private func written(_ value: Rational?) -> String {
    guard let value else { return "none" }
    let exact = value.inFileNotation
    guard exact.contains("/"), let decimals = value.rounded(places: 4) else { return exact }
    return "\(exact) (\(decimals))"
  }
}
