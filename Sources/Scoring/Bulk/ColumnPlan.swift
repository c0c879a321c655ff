import CEL
import Interview
import Numbers
import Questionnaire

/// A model's program made ready for certain columns: which answers there are is known.
final class ColumnPlan: Sendable {
  struct Visibility: Sendable {
    let question: Int
    let condition: ColumnCondition
  }

  struct Points: Sendable {
    let question: Int
    let part: ColumnPart
  }

  /// A least score, as the least value of its entry.
  struct Threshold: Sendable {
    let entry: Int
    /// Whether it holds where nothing in the entry applies.
    let isFreeWhenEmpty: Bool
    /// From here on it is met for certain.
    let met: Double
    /// Below here it is unmet for certain; between the two only exact arithmetic tells.
    let unmet: Double
  }

  struct Gate: Sendable {
    let conditions: [ColumnCondition]
    /// How many of them have to be true.
    let needed: Int
  }

  struct LevelRules: Sendable {
    let thresholds: [Threshold]
    let gates: [Gate]
  }

  struct LevelCap: Sendable {
    let condition: ColumnCondition
    let level: UInt8
  }

  let columns: AnswerColumns
  let sources: ColumnSources
  /// The questions of which anything depends, ascending.
  let needed: [Int]
  /// Whether the form leaves a question out, or it is for other respondents; by question.
  let isExcluded: [Bool]
  /// In an order in which each comes after what it reads.
  let visibilities: [Visibility]
  /// The questions whose points have a column of their own.
  let points: [Points]
  /// The questions whose confirmations are read.
  let confirmations: [Int]
  /// Those whose confirmations make up `review.gates_confirmed`, where that is read.
  let gateQuestions: [Int]
  let readsGates: Bool
  let rollUps: [ColumnRollUp]
  let entries: [RollUpProgram.Entry]
  let levels: [LevelRules]
  let caps: [LevelCap]
  /// How many columns of room conditions need.
  let depth: Int
  /// What a value of the total is multiplied by and divided by to be a share; nearest doubles.
  let numerator: Double
  let denominator: Double
  /// How far a total may be from the nearest double, relatively, in units of 2⁻⁵³; 0 where it is it.
  let error: Int

  init(_ scorer: Scorer, _ columns: AnswerColumns) throws(ColumnFailure) {
    let model = columns.questionnaire
    let slots = model.slots
    self.columns = columns
    let rules = scorer.rules
    let conditions =
      rules.levels.flatMap(\.gates).flatMap(\.expressions).map(\.expression)
      + rules.levelCaps.map(\.rule.expression)

    let reads = conditions.flatMap(\.reads).compactMap { slots.variable(in: $0) }
    var isNeeded = Array(repeating: false, count: model.questions.count)
    var points: [ColumnPoints] = []
    for case let question? in scorer.scored {
      isNeeded[question.index] = true
      let reads = model.questions[question.index].points.expression?.reads ?? []
      guard question.readsOthers(reads, slots), let several = ColumnPoints(question) else {
        continue
      }
      points.append(several)
      for slot in reads where slot.index < slots.questions { isNeeded[slot.index] = true }
    }
    var confirmed: [Int] = []
    var readsGates = false
    for variable in reads {
      switch variable {
      case .answer(let question), .points(let question): isNeeded[question] = true
      case .confirmed(let question): confirmed.append(question)
      case .gatesConfirmed: readsGates = true
      default: break
      }
    }
    self.readsGates = readsGates
    gateQuestions = readsGates ? scorer.gateQuestions.needingConfirmation : []
    confirmations = (confirmed + gateQuestions).ascendingOnce
    for question in confirmations { isNeeded[question] = true }
    // Readers stand later in the order of the graph, so one way back finds all that they need.
    let visibilities = model.dependencies.order.filter {
      if case .visibility = $0 { true } else { false }
    }.map(\.question)
    for question in visibilities.reversed() where isNeeded[question] {
      for slot in model.questions[question].showIf?.reads ?? [] where slot.index < slots.questions {
        isNeeded[slot.index] = true
      }
    }
    needed = isNeeded.indices.filter { isNeeded[$0] }
    isExcluded = model.questions.map { !columns.context.includes($0) }

    var variables = Variables.template(slots)
    variables[slots.slot(of: .reportingYear).index] = .int(Int64(columns.context.reportingYear))
    let meanings = model.questions.map { question -> QuestionMeanings? in
      guard isNeeded[question.index] else { return nil }
      return QuestionMeanings(
        question, columns.columns[question.index].dictionary,
        scored: scorer.scored[question.index], variables)
    }
    var contributions = meanings.enumerated().map { ($0.offset, $0.element) }
    for several in points {
      let question = several.scored.index
      contributions[question] = (
        slots.questions * 2 + 1 + question, QuestionMeanings(several, variables)
      )
    }
    let sources = ColumnSources(slots, variables, meanings)
    self.sources = sources
    self.points = points.map { several in
      let question = several.scored.index
      return Points(
        question: question, part: several.part(columns.columns[question].dictionary, sources))
    }
    let isExcluded = isExcluded
    self.visibilities = visibilities.compactMap { question in
      guard isNeeded[question], !isExcluded[question],
        let condition = model.questions[question].showIf
      else { return nil }
      return Visibility(question: question, condition: ColumnCondition(condition, sources))
    }

    var rollUps: [ColumnRollUp] = []
    for entry in scorer.program.entries {
      rollUps.append(
        try ColumnRollUp(entry, scorer.program.parts[entry.parts], below: rollUps, contributions))
    }
    self.rollUps = rollUps
    entries = scorer.program.entries
    levels = rules.levels.map { level in
      LevelRules(
        thresholds: level.thresholds.compactMap { threshold in
          Threshold(threshold, scorer.program, rollUps)
        },
        gates: level.gates.map { gate in
          Gate(
            conditions: gate.expressions.map { ColumnCondition($0.expression, sources) },
            needed: gate.shared.content.rule.needed)
        })
    }
    caps = rules.levelCaps.map {
      LevelCap(
        condition: ColumnCondition($0.rule.expression, sources),
        level: UInt8(clamping: $0.cap.level))
    }
    let all =
      self.visibilities.map(\.condition) + caps.map(\.condition)
      + levels.flatMap(\.gates).flatMap(\.conditions)
    depth = all.map(\.depth).max() ?? 0

    let total = rollUps[rollUps.count - 1]
    numerator = Double(total.unit.numerator)
    denominator = Double(total.unit.denominator)
    let isNearest =
      total.isExact && total.unit.denominator <= 1 << 53
      && ((try? total.greatest.multiplied(
        by: Rational(numerator: total.unit.numerator, denominator: 1) ?? 1)).map {
          $0 <= ColumnRollUp.mostExact
        } ?? false)
    error = isNearest ? 0 : total.error + 4
  }
}

extension ColumnPlan.Threshold {
  /// `nil` for one that is always met.
  fileprivate init?(
    _ threshold: RuleBook.Threshold, _ program: RollUpProgram, _ rollUps: [ColumnRollUp]
  ) {
    guard threshold.needed > .zero else { return nil }
    switch threshold.kind {
    case .total: (entry, isFreeWhenEmpty) = (program.entries.count - 1, false)
    case .node(let node): (entry, isFreeWhenEmpty) = (program.entryOfNode[node], true)
    }
    let rollUp = rollUps[entry]
    guard let least = try? threshold.needed.divided(by: rollUp.unit) else {
      // Too long a number to compare with: every row is decided by itself.
      (met, unmet) = (.infinity, 0)
      return
    }
    if rollUp.isExact {
      // Values are whole, so the least that reaches the threshold is the next whole number.
      let whole = least.numerator / least.denominator + (least.isInteger ? 0 : 1)
      met = whole <= 1 << 53 ? Double(whole) : .infinity
      unmet = met
    } else {
      let margin = Double(rollUp.error + 4) * 0x1p-53
      met = least.doubleValue * (1 + margin)
      unmet = least.doubleValue * (1 - margin)
    }
  }
}

extension Rule {
  /// How many of its expressions have to be true.
  fileprivate var needed: Int {
    switch self {
    case .expression: return 1
    case .quota(let quota, let expressions):
      return (0...expressions.count).first { count in
        var counted = QuotaCount()
        counted.met = count
        counted.unmet = expressions.count - count
        return counted.status(quota) == .met
      } ?? .max
    }
  }
}
