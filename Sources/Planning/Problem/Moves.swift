import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// An answer that a plan may ask for.
struct Move {
  /// `nil`: the question stays as it is.
  var answer: AnswerValue?
  var effort: Rational
  /// The share of the answer by itself, 0–100; `nil` where other answers, or none, decide it.
  var share: Rational?
  /// Whether the answer is worth no points at all.
  var isUnscored = false
}

/// The answers to one question that matter: the present one first, then those that may be asked for.
struct Moves {
  private(set) var list: [Move]
  /// Why there is nothing to ask for; `nil` where there is something, or nothing better.
  private(set) var reason: Obstacle.Reason?
  /// Whether answers that may matter are not among them.
  private(set) var isIncomplete = false
  /// Where a number takes a step, ascending.
  private var steps: [Rational] = []

  /// The most answers to one question that are told apart.
  static let limit = 60

  /// An answer on the way from the worst to the best.
  private struct Rung {
    var answer: AnswerValue
    var share: Rational?
    var isUnscored: Bool
    /// How many steps it stands above the lowest.
    var height: Int
  }

  /// - Parameter isOnlyCounted: Whether of several choices only their number matters.
  init(
    _ question: Question, in interview: Interview, _ scorer: Scorer, bounds: NumberBounds,
    isOnlyCounted: Bool
  ) {
    let state =
      interview.isAsked(question.index)
      ? interview.state(of: question.index) : Self.parked(question, interview)
    list = [Self.present(question, state, interview, scorer)]
    switch state {
    case .notApplicable:
      reason = .notApplicable
      return
    case .notAsked:
      reason = .notAsked
      return
    default: break
    }
    switch (question.improvement, question.kind) {
    case (.perYear, _):
      reason = .time
      return
    case (.none, _), (_, .year), (_, .date), (_, .text):
      if case .answered = state { reason = .fact } else { reason = .unknownFact }
      return
    default: break
    }
    let rungs = rungs(question, interview, scorer, bounds, state, isOnlyCounted)
    add(rungs, question, state)
    list =
      list.prefix(1)
      + list.dropFirst().filter { move in
        move.answer.map { question.problems(with: .value($0)).isEmpty } ?? true
      }
    if list.count > Self.limit {
      list.removeLast(list.count - Self.limit)
      isIncomplete = true
    }
    if list.count == 1 { reason = .exhausted }
  }

  /// What would count if the question were asked.
  private static func parked(_ question: Question, _ interview: Interview) -> AnswerState {
    if interview.context.form.map({ !question.forms.contains($0) }) == true,
      question.capacity != nil
    {
      return .notAsked
    }
    guard question.respondents.contains(interview.context.respondent) else { return .notAsked }
    return switch interview.response(to: question.index)?.answer {
    case .value(let value) where question.kind.accepts(value): .answered(value)
    case .notApplicable(let reason): .notApplicable(reason: reason)
    case .noData: .noData
    case .value, nil: .unanswered
    }
  }

  private static func present(
    _ question: Question, _ state: AnswerState, _ interview: Interview, _ scorer: Scorer
  ) -> Move {
    guard case .answered(let value) = state else { return Move(answer: nil, effort: .zero) }
    let (share, isUnscored) = share(of: value, question, interview, scorer)
    return Move(answer: nil, effort: .zero, share: share, isUnscored: isUnscored)
  }

  /// The share of an answer by the question's rule, and whether it has none for certain.
  private static func share(
    of answer: AnswerValue, _ question: Question, _ interview: Interview, _ scorer: Scorer
  ) -> (Rational?, Bool) {
    if let expression = question.points.expression,
      !expression.reads.allSatisfy({ $0.index == question.index })
    {
      return (nil, false)
    }
    var values = interview.values
    if let value = question.kind.expressionValue(answer) { values[question.index] = value }
    if let points = scorer.points(of: question, answer, values) {
      return (try? question.scale.share(points), false)
    }
    if case .choices(let points) = question.points, case .choice(let choice) = answer {
      return (nil, !points.indices.contains(choice) || points[choice] == nil)
    }
    return (nil, false)
  }

  private mutating func rungs(
    _ question: Question, _ interview: Interview, _ scorer: Scorer, _ bounds: NumberBounds,
    _ state: AnswerState, _ isOnlyCounted: Bool
  ) -> [Rung] {
    let answers: [AnswerValue]
    switch question.kind {
    case .ladder(let steps): answers = steps.indices.map { .step($0 + 1) }
    case .yesNo: answers = [.yesNo(false), .yesNo(true)]
    case .single(let choices):
      answers = choices.indices.filter { !choices[$0].isRetired }.map { .choice($0) }
    case .multiple(let choices, _):
      answers = ticked(choices, state, onlyCounted: isOnlyCounted)
    case .integer(let limits), .number(let limits), .percent(let limits), .money(let limits, _):
      answers = numbers(question, limits, bounds, state)
    case .year, .date, .text: answers = []
    }
    var rungs = answers.map { answer in
      let (share, isUnscored) = Self.share(of: answer, question, interview, scorer)
      return Rung(answer: answer, share: share, isUnscored: isUnscored, height: 0)
    }
    if case .single = question.kind {
      // Choices of equal worth stand on one step.
      let shares = Set(rungs.compactMap(\.share)).sorted()
      for index in rungs.indices {
        rungs[index].height = rungs[index].share.flatMap { shares.firstIndex(of: $0) } ?? 0
      }
      return rungs
    }
    if case .multiple(let choices, _) = question.kind {
      for index in rungs.indices {
        guard case .choices(let ticked) = rungs[index].answer else { continue }
        rungs[index].height = ticked.count { !choices[$0].isAlone }
      }
      return rungs
    }
    var isFalling = false
    if let first = rungs.first?.share, let last = rungs.last?.share, first > last {
      isFalling = true
      rungs.reverse()
    }
    for index in rungs.indices {
      rungs[index].height = index
      guard case .number(let number) = rungs[index].answer else { continue }
      let below = steps.count { $0 <= number.rational }
      rungs[index].height = isFalling ? steps.count - below : below
    }
    return rungs
  }

  /// Everything ticked now and more; of many others only the first so many, and each by itself.
  private mutating func ticked(
    _ choices: [Choice], _ state: AnswerState, onlyCounted: Bool
  ) -> [AnswerValue] {
    var present: [Int] = []
    if case .answered(.choices(let ticked)) = state { present = ticked }
    let kept = present.filter { !choices[$0].isAlone }
    let others = choices.indices.filter {
      !kept.contains($0) && !choices[$0].isAlone && !choices[$0].isRetired
    }
    var sets: [[Int]] = []
    if onlyCounted {
      sets = (0...others.count).map { Array(others.prefix($0)) }
    } else if others.count <= 5 {
      for bits in 0..<(1 << others.count) {
        sets.append(others.indices.filter { bits & (1 << $0) != 0 }.map { others[$0] })
      }
    } else {
      isIncomplete = true
      sets = (0...others.count).map { Array(others.prefix($0)) } + others.dropFirst().map { [$0] }
    }
    return sets.map { AnswerValue.choices((kept + $0).sorted()) }
  }

  /// The first number of each stretch that matters, seen from the present answer.
  private mutating func numbers(
    _ question: Question, _ limits: NumberLimits, _ bounds: NumberBounds, _ state: AnswerState
  ) -> [AnswerValue] {
    isIncomplete = bounds.isIncomplete
    let places = min(limits.places, 9)
    var lowest = limits.minimum.flatMap { bounds.rounded($0.rational, up: true) }
    if lowest == nil, case .percent = question.kind { lowest = 0 }
    let highest = limits.maximum.flatMap { bounds.rounded($0.rational, up: false) }
    var present: Int64?
    if case .answered(.number(let number)) = state {
      present = bounds.rounded(number.rational, up: true)
    }
    let starts = bounds.starts.union(bounds.others).filter { start in
      (lowest.map { start > $0 } ?? true) && (highest.map { start <= $0 } ?? true)
    }.sorted()
    let first = lowest ?? min(0, (starts.first ?? 1) - 1)
    steps = bounds.starts.filter { $0 > first }.sorted().compactMap {
      DecimalNumber(significand: $0, scale: places)?.rational
    }
    // The stretches: from each start to just before the next.
    let stretches = [first] + starts
    return stretches.enumerated().compactMap { index, start in
      let end = index + 1 < stretches.count ? stretches[index + 1] - 1 : Int64.max
      var number = start
      if let present {
        if start <= present, present <= end {
          number = present
        } else if end < present {
          number = end
        }
      }
      return DecimalNumber(significand: number, scale: places).map { .number($0) }
    }
  }

  private mutating func add(_ rungs: [Rung], _ question: Question, _ state: AnswerState) {
    var from = 0
    var presentShare: Rational?
    var present: AnswerValue?
    if case .answered(let value) = state {
      present = value
      guard let rung = rungs.first(where: { $0.answer == value }) else {
        reason = .exhausted
        return
      }
      (from, presentShare) = (rung.height, rung.share)
    }
    let isDirected = Self.isDirected(question)
    for rung in rungs where rung.answer != present {
      if let presentShare {
        guard let share = rung.share, share >= presentShare else { continue }
      } else if present != nil, isDirected, rung.height < from {
        continue
      }
      // Within a step of numbers, too, something has to be done.
      let isWithin = present != nil && rung.height == from
      guard
        let effort = Self.effort(
          question.improvement, from: from, to: isWithin ? from + 1 : rung.height)
      else { continue }
      list.append(
        Move(
          answer: rung.answer, effort: effort, share: rung.share, isUnscored: rung.isUnscored))
    }
    if present != nil { reason = nil }
  }

  /// Whether a higher answer is the better one even where points do not tell.
  private static func isDirected(_ question: Question) -> Bool {
    switch question.kind {
    case .ladder, .yesNo, .multiple: true
    default: false
    }
  }

  /// The effort from one step to another, at least that of one step unless nothing was answered.
  private static func effort(_ improvement: Improvement, from: Int, to: Int) -> Rational? {
    let (low, high) = (min(from, to), max(from, to))
    switch improvement {
    case .effort(let each):
      return try? each.multiplied(by: Rational(high - low))
    case .steps(let efforts):
      let padded = (low..<high).map { efforts.indices.contains($0) ? efforts[$0] : 1 }
      return try? Rational.sum(padded)
    case .none, .perYear: return nil
    }
  }
}
