import Questionnaire

/// Where the results of rows go.
struct ColumnOutput: @unchecked Sendable {
  let totals: UnsafeMutablePointer<Double>
  let levels: UnsafeMutablePointer<UInt8>
  let coverage: UnsafeMutablePointer<BulkScores.Counts>
  /// 1 for a row that only exact arithmetic can place.
  let isClose: UnsafeMutablePointer<UInt8>
}

/// What one thread works with: a plan, and room for so many rows at a time as stay in its cache.
final class ColumnRun {
  private static let most = ColumnRows.most

  /// What a row has become of an entry, as bits.
  private enum Standing {
    static let hasValue: UInt8 = 1
    static let isCalledFor: UInt8 = 2
    static let isPresent: UInt8 = 4
    static let isDenied: UInt8 = 8
  }

  private let plan: ColumnPlan
  private let bytes: Memory<UnsafePointer<UInt8>?>
  /// Effective bytes of questions that conditions hide, and of confirmations.
  private let effective: Memory<UInt8>
  private let placeOfEffective: [Int?]
  private let constants: Memory<UInt8>
  private let truth: Memory<UInt8>
  private let isToCome: Memory<UInt8>
  private let room: Memory<UInt8>
  private let count: Memory<UInt8>
  private let reached: Memory<UInt8>

  /// By entry: the value of each row, and 1 or 0 by whether there is one.
  private let values: Memory<Double>
  private let has: Memory<Double>
  private let standing: Memory<UInt8>
  private let coverage: Memory<BulkScores.Counts>
  private let words: [Memory<UInt64>]
  private let weights: Memory<Double>
  private let answeredWeights: Memory<Double>
  private let applicableWeights: Memory<Double>

  init(_ plan: ColumnPlan) {
    self.plan = plan
    let questions = plan.sources.questions
    let most = Self.most
    bytes = Memory(repeating: nil, count: plan.sources.count)
    var places: [Int?] = Array(repeating: nil, count: plan.sources.count)
    let moving =
      plan.visibilities.map(\.question) + plan.confirmations.map { questions + $0 }
      + plan.points.map { plan.sources.points(of: $0.question) } + [plan.sources.gatesConfirmed]
    for (place, column) in moving.enumerated() { places[column] = place }
    placeOfEffective = places
    effective = Memory(repeating: 0, count: moving.count * most)
    constants = Memory(repeating: AnswerColumns.unanswered, count: 2 * most)
    for row in most..<(2 * most) { constants.start[row] = AnswerColumns.hidden }
    truth = Memory(repeating: 0, count: most)
    isToCome = Memory(repeating: 0, count: most)
    room = Memory(repeating: 0, count: 2 * most * (plan.depth + 1))
    count = Memory(repeating: 0, count: most)
    reached = Memory(repeating: 0, count: most)
    let entries = plan.rollUps.count
    values = Memory(repeating: 0, count: entries * most)
    has = Memory(repeating: 0, count: entries * most)
    standing = Memory(repeating: 0, count: entries * most)
    coverage = Memory(
      repeating: BulkScores.Counts(answered: 0, applicable: 0), count: entries * most)
    words = (0..<2).map { _ in Memory(repeating: 0, count: most) }
    weights = Memory(repeating: 0, count: most)
    answeredWeights = Memory(repeating: 0, count: most)
    applicableWeights = Memory(repeating: 0, count: most)
  }

  /// Scores some rows.
  func score(_ range: Range<Int>, into output: ColumnOutput) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: Self.most) {
      let count = min(Self.most, range.upperBound - first)
      let rows = ColumnRows(
        start: bytes.start, nothing: UnsafePointer(constants.start), count: count)
      place(first)
      show(rows)
      measure(rows)
      confirm(first, rows)
      for entry in plan.rollUps.indices { rollUp(entry, rows) }
      write(first, rows, output)
      level(first, rows, output)
    }
  }

  // MARK: What is asked

  private func place(_ first: Int) {
    for question in plan.needed {
      bytes.start[question] =
        if plan.isExcluded[question] {
          UnsafePointer(constants.start + Self.most)
        } else if let codes = plan.columns.columns[question].codes {
          UnsafePointer(codes.start + first)
        } else {
          UnsafePointer(constants.start)
        }
    }
  }

  /// Hides what conditions hide, each after what it reads.
  private func show(_ rows: ColumnRows) {
    for visibility in plan.visibilities {
      let question = visibility.question
      guard let place = placeOfEffective[question] else { continue }
      visibility.condition.evaluate(
        rows, truth: truth.start, isToCome: isToCome.start, room: room.start)
      let stored = rows.bytes(of: question)
      let effective = effective.start + place * Self.most
      let (truth, isToCome) = (truth.start, isToCome.start)
      for row in 0..<rows.count {
        let hidden = AnswerColumns.hidden &+ isToCome[row]
        effective[row] = truth[row] == 2 ? stored[row] : hidden
      }
      bytes.start[question] = UnsafePointer(effective)
    }
  }

  /// Measures what points take from several answers.
  private func measure(_ rows: ColumnRows) {
    for points in plan.points {
      let column = plan.sources.points(of: points.question)
      guard let place = placeOfEffective[column] else { continue }
      let outcomes = effective.start + place * Self.most
      points.part.evaluate(rows, outcomes, isToCome.start)
      bytes.start[column] = UnsafePointer(outcomes)
    }
  }

  private func confirm(_ first: Int, _ rows: ColumnRows) {
    guard plan.readsGates || !plan.confirmations.isEmpty else { return }
    let questions = plan.sources.questions
    for question in plan.confirmations {
      guard let place = placeOfEffective[questions + question] else { continue }
      let effective = effective.start + place * Self.most
      let codes = rows.bytes(of: question)
      let confirmed = plan.columns.columns[question].confirmed
      for row in 0..<rows.count {
        let isConfirmed = confirmed.map { $0.start[first + row] == 1 } ?? false
        effective[row] = isConfirmed && !codes[row].isHidden ? 1 : 0
      }
      bytes.start[questions + question] = UnsafePointer(effective)
    }
    guard let place = placeOfEffective[plan.sources.gatesConfirmed] else { return }
    let all = effective.start + place * Self.most
    for row in 0..<rows.count { all[row] = 1 }
    for question in plan.gateQuestions {
      let confirmed = rows.bytes(of: questions + question)
      let codes = rows.bytes(of: question)
      for row in 0..<rows.count where confirmed[row] == 0 && !codes[row].isHidden { all[row] = 0 }
    }
    bytes.start[plan.sources.gatesConfirmed] = UnsafePointer(all)
  }

  // MARK: Scores

  private func rollUp(_ entry: Int, _ rows: ColumnRows) {
    let rollUp = plan.rollUps[entry]
    for word in rollUp.questions.tables.indices { add(rollUp.questions, word, rows) }
    let offset = entry * Self.most
    let (values, has) = (values.start + offset, has.start + offset)
    let (standing, coverage) = (standing.start + offset, coverage.start + offset)
    let weights = weights.start

    field(rollUp, .shares, rows, into: values)
    field(rollUp, .weights, rows, into: weights)
    counts(rollUp, rows, standing, coverage)
    let asksCoverage = rollUp.coverage != nil
    if asksCoverage {
      field(rollUp, .answeredWeight, rows, into: answeredWeights.start)
      field(rollUp, .applicableWeight, rows, into: applicableWeights.start)
    }
    for child in rollUp.children {
      add(child, rollUp, rows, values, standing, coverage)
    }
    if let (needed, of) = rollUp.coverage {
      let (answered, applicable) = (answeredWeights.start, applicableWeights.start)
      for row in 0..<rows.count where needed * applicable[row] > of * answered[row] {
        standing[row] |= Standing.isDenied
      }
    }
    if rollUp.mayBeDenied {
      for row in 0..<rows.count where standing[row] & Standing.isDenied != 0 {
        weights[row] = 0
        standing[row] &= ~Standing.isDenied
      }
    }
    // Weights are whole, so where there is one it is 1 at least.
    let multiple = rollUp.multiple
    for row in 0..<rows.count {
      let weight = weights[row]
      values[row] = values[row] * (weight > 0 ? multiple : 0) / (weight > 0 ? weight : 1)
      has[row] = weight > 0 ? 1 : 0
    }
    for row in 0..<rows.count { standing[row] |= weights[row] > 0 ? Standing.hasValue : 0 }
  }

  /// Adds up what the bytes of the entry's questions are worth, four questions at a time.
  private func add(_ questions: ColumnRollUp.Questions, _ word: Int, _ rows: ColumnRows) {
    let sums = words[word].start
    let tables = questions.tables[word]
    var next = 0
    while next < tables.count {
      let isFirst = next == 0
      if next + 4 <= tables.count {
        let (a, b) = (
          rows.bytes(of: questions.columns[next]), rows.bytes(of: questions.columns[next + 1])
        )
        let (c, d) = (
          rows.bytes(of: questions.columns[next + 2]), rows.bytes(of: questions.columns[next + 3])
        )
        let (s, t) = (tables[next].start, tables[next + 1].start)
        let (u, v) = (tables[next + 2].start, tables[next + 3].start)
        if isFirst {
          for row in 0..<rows.count {
            sums[row] = s[Int(a[row])] &+ t[Int(b[row])] &+ u[Int(c[row])] &+ v[Int(d[row])]
          }
        } else {
          for row in 0..<rows.count {
            sums[row] &+= s[Int(a[row])] &+ t[Int(b[row])] &+ u[Int(c[row])] &+ v[Int(d[row])]
          }
        }
        next += 4
      } else {
        let (a, s) = (rows.bytes(of: questions.columns[next]), tables[next].start)
        if isFirst {
          for row in 0..<rows.count { sums[row] = s[Int(a[row])] }
        } else {
          for row in 0..<rows.count { sums[row] &+= s[Int(a[row])] }
        }
        next += 1
      }
    }
  }

  private func field(
    _ rollUp: ColumnRollUp, _ kind: ColumnRollUp.Kind, _ rows: ColumnRows,
    into numbers: UnsafeMutablePointer<Double>
  ) {
    let field = rollUp.questions.fields[kind.rawValue]
    guard field.mask != 0 else {
      for row in 0..<rows.count { numbers[row] = 0 }
      return
    }
    let word = words[field.word].start
    let (shift, mask) = (field.shift, field.mask)
    // A whole number below 2⁵² becomes a double by standing in the digits of 2⁵².
    for row in 0..<rows.count {
      numbers[row] =
        Double(bitPattern: ((word[row] &>> shift) & mask) | 0x4330_0000_0000_0000) - 0x1p52
    }
  }

  private func counts(
    _ rollUp: ColumnRollUp, _ rows: ColumnRows, _ standing: UnsafeMutablePointer<UInt8>,
    _ coverage: UnsafeMutablePointer<BulkScores.Counts>
  ) {
    func field(_ kind: ColumnRollUp.Kind) -> ColumnRollUp.Field {
      rollUp.questions.fields[kind.rawValue]
    }
    for row in 0..<rows.count {
      standing[row] = 0
      coverage[row] = BulkScores.Counts(answered: 0, applicable: 0)
    }
    guard !rollUp.questions.columns.isEmpty else { return }
    let (answered, applicable) = (field(.answered), field(.applicable))
    let (first, second) = (words[answered.word].start, words[applicable.word].start)
    for row in 0..<rows.count {
      coverage[row] = BulkScores.Counts(
        answered: UInt16(truncatingIfNeeded: (first[row] &>> answered.shift) & answered.mask),
        applicable: UInt16(
          truncatingIfNeeded: (second[row] &>> applicable.shift) & applicable.mask))
    }
    func mark(_ field: ColumnRollUp.Field, _ bits: UInt8) {
      let (word, bitsOfField) = (words[field.word].start, field.mask << field.shift)
      for row in 0..<rows.count { standing[row] |= word[row] & bitsOfField != 0 ? bits : 0 }
    }
    let (called, present, blocking) = (field(.calledFor), field(.present), field(.blocking))
    if called == present {
      mark(called, Standing.isCalledFor | Standing.isPresent)
    } else {
      mark(called, Standing.isCalledFor)
      mark(present, Standing.isPresent)
    }
    if blocking.mask != 0 { mark(blocking, Standing.isDenied) }
  }

  private func add(
    _ child: ColumnRollUp.Child, _ rollUp: ColumnRollUp, _ rows: ColumnRows,
    _ values: UnsafeMutablePointer<Double>, _ standing: UnsafeMutablePointer<UInt8>,
    _ coverage: UnsafeMutablePointer<BulkScores.Counts>
  ) {
    let offset = child.entry * Self.most
    let (below, has) = (self.values.start + offset, self.has.start + offset)
    let (belowStanding, belowCoverage) =
      (self.standing.start + offset, self.coverage.start + offset)
    let (factor, weight) = (child.factor, child.weight)
    let weights = weights.start
    for row in 0..<rows.count {
      values[row] += factor * below[row]
      weights[row] += weight * has[row]
    }
    for row in 0..<rows.count {
      coverage[row].answered &+= belowCoverage[row].answered
      coverage[row].applicable &+= belowCoverage[row].applicable
      standing[row] |= belowStanding[row] & (Standing.isCalledFor | Standing.isPresent)
    }
    if rollUp.coverage != nil {
      let (answered, applicable) = (answeredWeights.start, applicableWeights.start)
      for row in 0..<rows.count {
        answered[row] += weight * has[row]
        applicable[row] += belowStanding[row] & Standing.isCalledFor != 0 ? weight : 0
      }
    }
    let lacking = Standing.isCalledFor
    switch rollUp.missing {
    case .exclude: break
    case .zero:
      for row in 0..<rows.count
      where belowStanding[row] & (Standing.isCalledFor | Standing.hasValue) == lacking {
        weights[row] += weight
      }
    case .block:
      for row in 0..<rows.count
      where belowStanding[row] & (Standing.isCalledFor | Standing.hasValue) == lacking {
        standing[row] |= Standing.isDenied
      }
    }
  }

  private func write(_ first: Int, _ rows: ColumnRows, _ output: ColumnOutput) {
    let offset = (plan.rollUps.count - 1) * Self.most
    let (values, has) = (values.start + offset, has.start + offset)
    let coverage = coverage.start + offset
    let (numerator, denominator) = (plan.numerator, plan.denominator)
    let (totals, coverages) = (output.totals + first, output.coverage + first)
    for row in 0..<rows.count {
      totals[row] = has[row] > 0 ? values[row] * numerator / denominator : .nan
      coverages[row] = coverage[row]
    }
  }

  // MARK: Levels

  private func level(_ first: Int, _ rows: ColumnRows, _ output: ColumnOutput) {
    let (reached, levels) = (reached.start, output.levels + first)
    let isClose = output.isClose + first
    for row in 0..<rows.count {
      reached[row] = 1
      levels[row] = 0
      isClose[row] = 0
    }
    for level in plan.levels {
      for gate in level.gates { require(gate, rows) }
      for threshold in level.thresholds { require(threshold, rows, isClose) }
      for row in 0..<rows.count { levels[row] &+= reached[row] }
    }
    for cap in plan.caps {
      cap.condition.evaluate(rows, truth: truth.start, isToCome: isToCome.start, room: room.start)
      let truth = truth.start
      for row in 0..<rows.count where truth[row] == 2 { levels[row] = min(levels[row], cap.level) }
    }
  }

  private func require(_ gate: ColumnPlan.Gate, _ rows: ColumnRows) {
    let (reached, truth, count) = (reached.start, truth.start, count.start)
    let isSingle = gate.conditions.count == 1 && gate.needed == 1
    for row in 0..<rows.count { count[row] = 0 }
    for condition in gate.conditions {
      condition.evaluate(rows, truth: truth, isToCome: isToCome.start, room: room.start)
      if isSingle { break }
      for row in 0..<rows.count { count[row] &+= truth[row] &>> 1 }
    }
    if isSingle {
      for row in 0..<rows.count { reached[row] &= truth[row] &>> 1 }
    } else {
      for row in 0..<rows.count { reached[row] &= Int(count[row]) >= gate.needed ? 1 : 0 }
    }
  }

  private func require(
    _ threshold: ColumnPlan.Threshold, _ rows: ColumnRows, _ isClose: UnsafeMutablePointer<UInt8>
  ) {
    let offset = threshold.entry * Self.most
    let (values, standing) = (values.start + offset, standing.start + offset)
    let reached = reached.start
    let (met, unmet) = (threshold.met, threshold.unmet)
    let isFree: UInt8 = threshold.isFreeWhenEmpty ? 0 : Standing.isPresent
    for row in 0..<rows.count {
      let hasValue = standing[row] & Standing.hasValue != 0
      let value = values[row]
      let holds = hasValue ? value >= met : (standing[row] | isFree) & Standing.isPresent == 0
      isClose[row] |= reached[row] & (hasValue && value >= unmet && value < met ? 1 : 0)
      reached[row] &= holds ? 1 : 0
    }
  }
}

extension UInt8 {
  fileprivate var isHidden: Bool {
    self == AnswerColumns.hidden || self == AnswerColumns.hiddenForNow
  }
}
