import Interview
import Numbers
import Questionnaire

/// What an assessment brings to a program: the shares of its questions.
struct RollUpInput {
  /// By place in `Questionnaire.questions`; `nil` for what is not scored.
  let questions: [QuestionScore?]
  /// By place in `RollUpProgram.paths`: the way so far as if it were one question.
  var paths: [QuestionScore] = []
}

/// Whether a cap holds.
struct CapStanding {
  let status: Status
  /// Whether open answers can change that, even where it is decided as things stand.
  let isSettled: Bool
}

/// A computed entry, with what only the entries above it need to know.
struct RolledUp {
  let score: Score
  /// Whether it counts in the whole above it now.
  let isCalledFor: Bool
  /// Whether it may come not to count in the whole above it.
  let isOptional: Bool
}

extension RollUpProgram {
  /// The scores of all entries.
  ///
  /// A part that applies and has no share, because its answer or its own score is missing, counts as
  /// the entry's policy says: not (`exclude`), with 0 (`zero`), or so that there is no score
  /// (`block`). There is none, either, where less than `minimumCoverage` per cent of the weight of
  /// the parts that apply have a share. A part in which nothing applies leaves the denominator.
  ///
  /// - Parameter standing: Decides a cap, by its place in `caps`, on the entries computed so far; the
  ///   last of them is the one it belongs to, as it is before.
  func run(
    _ input: RollUpInput, caps standing: (Int, [RolledUp]) -> CapStanding
  ) -> [RolledUp] {
    var results: [RolledUp] = []
    results.reserveCapacity(entries.count)
    for entry in entries {
      results.append(run(entry, input, results))
      guard !entry.caps.isEmpty, let uncapped = results.last else { continue }
      let capped = entry.caps.reduce(uncapped) { result, cap in
        result.capped(at: caps[cap].highest, standing(cap, results))
      }
      results[results.count - 1] = capped
    }
    return results
  }

  private func run(_ entry: Entry, _ input: RollUpInput, _ results: [RolledUp]) -> RolledUp {
    var whole = Gathering(entry)
    do throws(ArithmeticFailure) {
      for part in parts[entry.parts] {
        switch part.source {
        case .question(let question):
          guard let score = input.questions[question] else { continue }
          try whole.add(score, part.weight, question: question)
        case .path(let path):
          let score = input.paths[path]
          try whole.add(score, part.weight, question: score.waitingFor.first)
        case .entry(let place):
          try whole.add(results[place], part.weight, subject: entries[place].subject)
        }
      }
      return try whole.rolledUp()
    } catch {
      return whole.failed(error)
    }
  }
}

/// A whole while its parts are gathered.
private struct Gathering {
  private let entry: RollUpProgram.Entry
  private var parts: [Part] = []
  private var coverage = Coverage()
  private var applicableWeight = Rational.zero
  private var answeredWeight = Rational.zero
  /// Whether any of it is asked.
  private var isAsked = false
  /// Whether something counts, or would count if it had an answer; else the whole leaves the one
  /// above it.
  private var isCalledFor = false
  private var isExact = true
  private var waitingFor: [Int] = []
  /// What denies a score by policy, whatever the parts have.
  private var blockingQuestions: [Int] = []
  private var blockingNodes: [Int] = []
  /// What failed below.
  private var failure: ArithmeticFailure?

  init(_ entry: RollUpProgram.Entry) {
    self.entry = entry
    parts.reserveCapacity(entry.parts.count)
  }

  /// - Parameter question: Whose lacking answer a policy names.
  mutating func add(
    _ score: QuestionScore, _ weight: Rational, question: Int?
  ) throws(ArithmeticFailure) {
    waitingFor += score.waitingFor
    if score.state != .notAsked { isAsked = true }
    if score.isApplicable {
      try apply(weight, hasShare: score.standing == .counted)
      coverage.applicable += 1
      if score.standing == .counted { coverage.answered += 1 }
    }
    var part = Part(
      weight: weight, value: score.score, low: score.low, high: score.high, isOptional: false,
      isExact: score.isExact)
    switch (score.standing, score.state) {
    case (.counted, _): break
    case (.hiddenForNow, _): part.isOptional = true
    case (_, .notApplicable):
      switch entry.notApplicable {
      case .exclude: return
      case .full: (part.value, part.low, part.high) = (100, 100, 100)
      case .zero: (part.value, part.low, part.high) = (0, 0, 0)
      case .block: if let question { blockingQuestions.append(question) }
      }
      isCalledFor = true
    case (.leftOut, _): return
    case (.open, let state):
      part.isOptional = score.mayBeUnscored
      switch missing(state) {
      case .exclude: break
      case .zero: part.value = 0
      case .block: if let question { blockingQuestions.append(question) }
      }
    }
    append(part)
  }

  mutating func add(
    _ below: RolledUp, _ weight: Rational, subject: RollUpProgram.Subject
  ) throws(ArithmeticFailure) {
    let score = below.score
    failure = failure ?? score.failure
    coverage.answered += score.coverage.answered
    coverage.applicable += score.coverage.applicable
    waitingFor += score.waitingFor
    if score.absence != .nothingAsked { isAsked = true }
    guard let low = score.low, let high = score.high else { return }
    var part = Part(
      weight: weight, value: score.value, low: low, high: high, isOptional: below.isOptional,
      isExact: score.isExact)
    if below.isCalledFor {
      try apply(weight, hasShare: score.value != nil)
      if score.value == nil {
        switch entry.unanswered {
        case .exclude: break
        case .zero: part.value = 0
        case .block: block(score, subject)
        }
      }
    }
    append(part)
  }

  private mutating func block(_ score: Score, _ subject: RollUpProgram.Subject) {
    switch subject {
    case .node(let node): blockingNodes.append(node)
    case .aspect(let node, _): blockingNodes.append(node)
    case .total: break
    }
  }

  private mutating func append(_ part: Part) {
    if part.value != nil, !part.isExact { isExact = false }
    parts.append(part)
  }

  private mutating func apply(_ weight: Rational, hasShare: Bool) throws(ArithmeticFailure) {
    isCalledFor = true
    guard entry.minimumCoverage > .zero else { return }
    applicableWeight = try applicableWeight.adding(weight)
    if hasShare { answeredWeight = try answeredWeight.adding(weight) }
  }

  private func missing(_ state: AnswerState) -> MissingPolicy {
    switch state {
    case .unanswered: entry.unanswered
    case .noData: entry.noData
    // Points that wait for another answer, or whose rule failed: not scored.
    case .answered, .notApplicable, .notAsked: .exclude
    }
  }

  /// Why a policy or too few answers deny a score; `nil` where nothing does.
  private func denial() throws(ArithmeticFailure) -> ScoreAbsence? {
    if !blockingQuestions.isEmpty { return .withoutAnswers(blockingQuestions.ascendingOnce) }
    if !blockingNodes.isEmpty {
      let isUntouched = coverage.answered == 0 && coverage.applicable > 0
      return isUntouched ? .tooFewAnswers : .withoutNodes(blockingNodes.ascendingOnce)
    }
    let isCovered =
      try entry.minimumCoverage.multiplied(by: applicableWeight)
      <= answeredWeight.multiplied(by: 100)
    return isCovered ? nil : .tooFewAnswers
  }

  /// Why nothing counts, where nothing denies a score.
  private var emptiness: ScoreAbsence {
    if coverage.applicable > 0 { return .tooFewAnswers }
    return isAsked ? .nothingApplies : .nothingAsked
  }

  func rolledUp() throws(ArithmeticFailure) -> RolledUp {
    if let failure { throw failure }
    let denial = try denial()
    let outcome = try entry.rollUp.outcome(of: parts, on: entry.scale)
    let value = denial == nil ? outcome.value : nil
    var (low, high) = (outcome.low, outcome.high)
    if let value, let worst = low, let best = high {
      // Leaving everything as it is, is an outcome too.
      (low, high) = (min(worst, value), max(best, value))
    }
    return RolledUp(
      score: Score(
        value: value, low: low, high: high, scale: entry.scale,
        isExact: isExact && entry.rollUp.isExact, coverage: coverage,
        waitingFor: waitingFor.ascendingOnce,
        absence: value == nil ? denial ?? emptiness : nil, isEmpty: parts.isEmpty),
      isCalledFor: isCalledFor, isOptional: parts.allSatisfy(\.isOptional))
  }

  func failed(_ failure: ArithmeticFailure) -> RolledUp {
    RolledUp(
      score: Score(
        value: nil, low: nil, high: nil, scale: entry.scale, isExact: true, coverage: coverage,
        waitingFor: [], absence: .failure, isEmpty: false, failure: failure),
      isCalledFor: true, isOptional: false)
  }
}

extension RolledUp {
  /// The score under a cap: the share itself where it holds, the best outcome where it will hold for
  /// certain, the worst where it may come to.
  fileprivate func capped(at highest: Rational, _ cap: CapStanding) -> RolledUp {
    func lowered(_ share: Rational?, if applies: Bool) -> Rational? {
      applies ? share.map { min($0, highest) } : share
    }
    var score = score
    score.value = lowered(score.value, if: cap.status == .met)
    score.high = lowered(score.high, if: cap.status == .met && cap.isSettled)
    score.low = lowered(score.low, if: cap.status != .unmet || !cap.isSettled)
    return RolledUp(score: score, isCalledFor: isCalledFor, isOptional: isOptional)
  }
}

extension QuestionScore {
  /// Whether an answer is expected, or there is one: what coverage is measured against.
  var isApplicable: Bool {
    switch (standing, state) {
    case (.counted, _): true
    case (.open, .notApplicable): false
    case (.open, _): true
    case (.hiddenForNow, _), (.leftOut, _): false
    }
  }
}

extension [Int] {
  /// The numbers in ascending order, each once.
  var ascendingOnce: [Int] {
    guard count > 1 else { return self }
    var result: [Int] = []
    result.reserveCapacity(count)
    for number in sorted() where result.last != number { result.append(number) }
    return result
  }
}
