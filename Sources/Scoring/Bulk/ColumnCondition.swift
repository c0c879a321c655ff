import CEL
import Numbers
import Questionnaire

/// A condition over columns of bytes: 0 false, 1 undecided, 2 true, so that “and” is the lesser,
/// “or” the greater and “not” what is left to 2.
///
/// What reads one column, or few with few answers, has been evaluated for all their bytes in
/// advance; the rest is evaluated row by row, by the same program.
final class ColumnCondition: Sendable {
  indirect enum Step: Sendable {
    case all([Step])
    case any([Step])
    case not(Step)
    case part(ColumnPart)
  }

  private let root: Step
  /// How many columns an evaluation needs beside its result.
  let depth: Int

  init(_ expression: Expression, _ sources: ColumnSources) {
    (root, depth) = Self.step(expression.program.logic, sources)
  }

  private static func step(_ logic: Logic, _ sources: ColumnSources) -> (Step, Int) {
    switch logic {
    case .all(let parts):
      let steps = parts.map { step($0, sources) }
      return (.all(steps.map(\.0)), 1 + (steps.map(\.1).max() ?? 0))
    case .any(let parts):
      let steps = parts.map { step($0, sources) }
      return (.any(steps.map(\.0)), 1 + (steps.map(\.1).max() ?? 0))
    case .not(let part):
      let (step, depth) = step(part, sources)
      return (.not(step), depth)
    case .part(let program):
      let columns = sources.columns(of: program.reads)
      let part = ColumnPart(columns, sources) { bytes, variables in
        sources.outcome(of: program, columns, bytes, &variables)
      }
      return (.part(part), 0)
    }
  }

  /// Writes the outcome of each row.
  ///
  /// - Parameters:
  ///   - truth: 0, 1 or 2 by row.
  ///   - isToCome: 1 where the outcome is unknown and an answer that it waits for may still come,
  ///     else 0.
  ///   - room: Columns for what comes between, two for each of `depth`.
  func evaluate(
    _ rows: ColumnRows, truth: UnsafeMutablePointer<UInt8>,
    isToCome: UnsafeMutablePointer<UInt8>, room: UnsafeMutablePointer<UInt8>
  ) {
    evaluate(root, rows, truth, isToCome, room)
  }

  private func evaluate(
    _ step: Step, _ rows: ColumnRows, _ truth: UnsafeMutablePointer<UInt8>,
    _ isToCome: UnsafeMutablePointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>
  ) {
    switch step {
    case .part(let part): part.evaluate(rows, truth, isToCome)
    case .not(let operand):
      evaluate(operand, rows, truth, isToCome, room)
      for row in 0..<rows.count { truth[row] = 2 &- truth[row] }
    case .all(let operands): join(operands, rows, truth, isToCome, room) { min($0, $1) }
    case .any(let operands): join(operands, rows, truth, isToCome, room) { max($0, $1) }
    }
  }

  @inline(__always)
  private func join(
    _ operands: [Step], _ rows: ColumnRows, _ truth: UnsafeMutablePointer<UInt8>,
    _ isToCome: UnsafeMutablePointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>,
    _ joined: (UInt8, UInt8) -> UInt8
  ) {
    guard let first = operands.first else { return }
    evaluate(first, rows, truth, isToCome, room)
    let (other, others) = (room, room + ColumnRows.most)
    for operand in operands.dropFirst() {
      evaluate(operand, rows, other, others, room + 2 * ColumnRows.most)
      for row in 0..<rows.count {
        truth[row] = joined(truth[row], other[row])
        isToCome[row] |= others[row]
      }
    }
    // What is decided waits for nothing.
    for row in 0..<rows.count { isToCome[row] &= truth[row] & 1 }
  }
}

/// What follows from the bytes of some columns: the truth of a part of a condition, or a byte of points.
final class ColumnPart: Sendable {
  /// The most combinations of bytes that are evaluated in advance.
  private static let mostCombinations = 4096

  /// From a byte of each column to a byte, and to 1 where it waits for an answer that may come. It may
  /// leave values of the same columns in the variables.
  typealias Outcome = @Sendable ([UInt8], inout [Value]) -> (UInt8, UInt8)

  private let outcome: Outcome
  private let sources: ColumnSources
  /// The columns it reads.
  private let columns: [Int]
  /// By byte of a single column, or by combination; `nil` where each row is evaluated.
  private let truths: Memory<UInt8>?
  private let open: Memory<UInt8>?
  /// The share of a combination by byte, column after column.
  private let places: Memory<Int32>?

  init(_ columns: [Int], _ sources: ColumnSources, outcome: @escaping Outcome) {
    self.outcome = outcome
    self.sources = sources
    self.columns = columns
    let alphabets = columns.map { sources.alphabet(of: $0) }
    let combinations = alphabets.reduce(1) { min($0 * $1.count, Self.mostCombinations + 1) }
    guard combinations <= Self.mostCombinations else {
      (truths, open, places) = (nil, nil, nil)
      return
    }
    let isSingle = columns.count == 1
    let truths = Memory<UInt8>(repeating: 1, count: isSingle ? 256 : combinations)
    let open = Memory<UInt8>(repeating: 0, count: truths.count)
    let places = Memory<Int32>(repeating: 0, count: 256 * columns.count)
    var stride = 1
    for (column, alphabet) in alphabets.enumerated() {
      for (place, byte) in alphabet.enumerated() {
        places.start[256 * column + Int(byte)] = Int32(place * stride)
      }
      stride *= alphabet.count
    }
    var variables = sources.variables
    for combination in 0..<combinations {
      var rest = combination
      var bytes: [UInt8] = []
      for alphabet in alphabets {
        bytes.append(alphabet[rest % alphabet.count])
        rest /= alphabet.count
      }
      let place = isSingle ? Int(bytes[0]) : combination
      (truths.start[place], open.start[place]) = outcome(bytes, &variables)
    }
    (self.truths, self.open, self.places) = (truths, open, isSingle ? nil : places)
  }

  func evaluate(
    _ rows: ColumnRows, _ truth: UnsafeMutablePointer<UInt8>,
    _ isToCome: UnsafeMutablePointer<UInt8>
  ) {
    guard let truths = truths?.start, let open = open?.start else {
      return evaluateEach(rows, truth, isToCome)
    }
    if let places = places?.start {
      for row in 0..<rows.count {
        var place = 0
        for (number, column) in columns.enumerated() {
          place &+= Int(places[256 &* number &+ Int(rows.bytes(of: column)[row])])
        }
        truth[row] = truths[place]
        isToCome[row] = open[place]
      }
    } else {
      let bytes = rows.bytes(of: columns[0])
      for row in 0..<rows.count {
        truth[row] = truths[Int(bytes[row])]
        isToCome[row] = open[Int(bytes[row])]
      }
    }
  }

  private func evaluateEach(
    _ rows: ColumnRows, _ truth: UnsafeMutablePointer<UInt8>,
    _ isToCome: UnsafeMutablePointer<UInt8>
  ) {
    var variables = sources.variables
    for row in 0..<rows.count {
      let bytes = columns.map { rows.bytes(of: $0)[row] }
      (truth[row], isToCome[row]) = outcome(bytes, &variables)
    }
  }
}

/// The columns that expressions read, and what their bytes say.
///
/// First the answers to all questions, then 1 for each question whose answer is confirmed, then 1
/// where all answers to gates are.
final class ColumnSources: Sendable {
  /// The number of questions.
  let questions: Int
  /// Every slot, unknown by its own name apart from what is the same in all rows.
  let variables: [Value]
  private let slots: SlotTable
  /// By question; `nil` for what nothing reads.
  private let meanings: [QuestionMeanings?]

  init(
    _ slots: SlotTable, _ variables: [Value], _ meanings: [QuestionMeanings?]
  ) {
    questions = slots.questions
    self.slots = slots
    self.variables = variables
    self.meanings = meanings
  }

  /// How many columns there are.
  var count: Int { 3 * questions + 1 }

  /// The column of the points of a question that `ColumnPoints` makes.
  func points(of question: Int) -> Int { 2 * questions + 1 + question }

  /// The column that tells whether all answers to gates are confirmed.
  var gatesConfirmed: Int { 2 * questions }

  /// The columns of variables, ascending; variables that no row gives a value have none.
  func columns(of reads: [Slot]) -> [Int] {
    reads.compactMap { slot in
      switch slots.variable(in: slot) {
      case .answer(let question), .points(let question): question
      case .confirmed(let question): questions + question
      case .gatesConfirmed: gatesConfirmed
      default: nil
      }
    }.ascendingOnce
  }

  /// The bytes that a column can have, ascending.
  func alphabet(of column: Int) -> [UInt8] {
    column < questions ? meanings[column]?.codes ?? [] : [0, 1]
  }

  /// What a program gives for some bytes: its truth, and 1 where an answer it waits for may come.
  ///
  /// - Parameter variables: `self.variables`; what other calls have left there is of the same columns.
  func outcome(
    of program: Program, _ columns: [Int], _ bytes: [UInt8], _ variables: inout [Value]
  ) -> (truth: UInt8, isToCome: UInt8) {
    set(columns, bytes, &variables)
    switch program.evaluate(variables) {
    case .bool(let holds): return (holds ? 2 : 0, 0)
    case .unknown(let unknown): return (1, isToCome(unknown, columns, bytes) ? 1 : 0)
    default: return (1, 0)
    }
  }

  /// Whether an answer that is waited for may still come.
  func isToCome(_ unknown: UnknownSet, _ columns: [Int], _ bytes: [UInt8]) -> Bool {
    zip(columns, bytes).contains { column, byte in
      unknown.slots.contains(Slot(index: column)) && meanings.indices.contains(column)
        && meanings[column]?.isToCome[Int(byte)] == true
    }
  }

  /// Gives the variables the values that the bytes stand for.
  func set(_ columns: [Int], _ bytes: [UInt8], _ variables: inout [Value]) {
    for (column, byte) in zip(columns, bytes) {
      if column >= questions {
        let variable: Variable =
          column == gatesConfirmed ? .gatesConfirmed : .confirmed(column - questions)
        let slot = slots.slot(of: variable)
        variables[slot.index] = byte == 1 ? .bool(true) : .unknown(UnknownSet(slot))
      } else if let meaning = meanings[column] {
        variables[column] = meaning.values[Int(byte)] ?? .unknown(UnknownSet(Slot(index: column)))
        let slot = slots.slot(of: .points(column))
        variables[slot.index] =
          meaning.scores[Int(byte)]?.points.map { .double($0.doubleValue) }
          ?? .unknown(UnknownSet(slot))
      }
    }
  }
}

/// The bytes of some rows, column by column.
struct ColumnRows {
  /// So many rows at a time stay in the nearest cache.
  static let most = 512

  /// By column, as `ColumnSources` counts them; `nil` for those that nothing reads.
  let start: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  let nothing: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  func bytes(of column: Int) -> UnsafePointer<UInt8> { start[column] ?? nothing }
}
