import Numbers
import Questionnaire

/// A roll-up over columns: what an entry of the program becomes when all its numbers are whole.
///
/// Weights and shares have common denominators, found here. The score of a row is `unit` × value,
/// where value = Σ a × part × `multiple` / Σ weight, and `multiple` is a number that every sum of
/// weights that can occur divides. So value is whole, and as long as it stays below 2⁵³ doubles hold
/// it and all steps to it exactly.
///
/// Where such a multiple would be too great, `multiple` is 1 and value is a double whose relative
/// distance from the true one is at most `error`: all numbers are 0 or greater, so each step adds
/// one rounding of 2⁻⁵³ and nothing cancels.
struct ColumnRollUp {
  /// The greatest whole number up to which doubles hold all.
  static let mostExact = Rational(1 << 53)

  /// A sum of contributions by byte, packed beside others in a word of 64 bits.
  struct Field: Equatable {
    var word = 0
    var shift: UInt64 = 0
    /// 0 for a sum that is 0 in every row.
    var mask: UInt64 = 0
  }

  /// What a question adds.
  enum Kind: Int, CaseIterable {
    /// Share × weight.
    case shares
    /// The weight of what has a share.
    case weights
    /// How many answers count, and how many could.
    case answered, applicable
    /// The same as weights, where the entry asks for a least coverage.
    case answeredWeight, applicableWeight
    /// How many count in the whole above, may come to, or deny a score.
    case calledFor, present, blocking
  }

  /// The sums of the questions.
  struct Questions {
    /// The columns of the questions.
    var columns: [Int] = []
    /// By word, then by question: what each byte adds.
    var tables: [[Memory<UInt64>]] = []
    /// By `Kind`.
    var fields: [Field] = Array(repeating: Field(), count: Kind.allCases.count)
    /// Where numbers of 64 bits have no room.
    var isTooLong = false
  }

  /// An entry below.
  struct Child {
    let entry: Int
    /// What its value is multiplied by.
    let factor: Double
    let weight: Double
  }

  let questions: Questions
  let children: [Child]
  /// What a part below without a score does.
  let missing: MissingPolicy
  let multiple: Double
  /// What a value of 1 is worth as a share.
  let unit: Rational
  /// The greatest value.
  let greatest: Rational
  /// How far the value may be from the true one, in units of 2⁻⁵³ of it; 0 where it is exact.
  let error: Int
  /// The least coverage as numerator and denominator: `needed` × applicable ≤ `of` × answered.
  let coverage: (needed: Double, of: Double)?

  var isExact: Bool { error == 0 }

  /// Whether anything can deny a score that its parts would give.
  var mayBeDenied: Bool {
    coverage != nil || questions.fields[Kind.blocking.rawValue].mask != 0
      || (missing == .block && !children.isEmpty)
  }

  init(
    _ entry: RollUpProgram.Entry, _ parts: ArraySlice<RollUpProgram.PartReference>,
    below: [ColumnRollUp], _ columns: [(column: Int, meanings: QuestionMeanings?)]
  ) throws(ColumnFailure) {
    do throws(ArithmeticFailure) {
      var sums = Contributions(entry)
      var below = Self.children(parts, below)
      for index in below.indices {
        below[index].share = try below[index].weight.multiplied(by: below[index].roll.unit)
      }
      for part in parts {
        guard case .question(let question) = part.source,
          let meanings = columns[question].meanings
        else { continue }
        try sums.add(columns[question].column, part.weight, meanings)
      }
      let shareUnit = try Rational.commonUnit(below.map(\.share) + sums.shares.joined())
      let weightUnit = try Rational.commonUnit(parts.map(\.weight))
      questions = try sums.packed(shares: shareUnit, weights: weightUnit)
      children = try below.map { child throws(ArithmeticFailure) in
        Child(
          entry: child.entry, factor: try child.share.divided(by: shareUnit).doubleValue,
          weight: try child.weight.divided(by: weightUnit).doubleValue)
      }
      missing = entry.unanswered

      let weights = try parts.map { part throws(ArithmeticFailure) in
        try part.weight.divided(by: weightUnit)
      }
      let ratio = try shareUnit.divided(by: weightUnit)
      let total = try Rational.sum(weights)
      guard total <= Self.mostExact else { throw .overflow }
      // No value is above a share of 100, and no sum above that of all weights times that.
      let plain = try Rational(100).divided(by: ratio)
      let worst = below.map(\.roll.error).max() ?? 0
      let multiple = Self.multiple(ofSumsOf: weights).flatMap { multiple -> Rational? in
        guard worst == 0, let greatest = try? plain.multiplied(by: total).multiplied(by: multiple),
          greatest <= Self.mostExact
        else { return nil }
        return multiple
      }
      self.multiple = multiple?.doubleValue ?? 1
      unit = try ratio.divided(by: multiple ?? 1)
      greatest = try plain.multiplied(by: multiple ?? 1)
      error = multiple == nil ? worst + weights.count + 4 : 0
      coverage =
        entry.minimumCoverage > .zero
        ? (
          Double(entry.minimumCoverage.numerator), 100 * Double(entry.minimumCoverage.denominator)
        ) : nil
      let (needed, of) = (entry.minimumCoverage.numerator, entry.minimumCoverage.denominator)
      for factor in [
        Rational(numerator: needed, denominator: 1), Rational(numerator: 100 * of, denominator: 1),
      ] {
        guard let factor, try factor.multiplied(by: total) <= Self.mostExact else {
          throw ArithmeticFailure.overflow
        }
      }
    } catch {
      throw .longNumbers
    }
    guard !questions.isTooLong else { throw .longNumbers }
  }

  private static func children(
    _ parts: ArraySlice<RollUpProgram.PartReference>, _ below: [ColumnRollUp]
  ) -> [(entry: Int, share: Rational, weight: Rational, roll: ColumnRollUp)] {
    parts.compactMap { part in
      guard case .entry(let entry) = part.source else { return nil }
      return (entry, .zero, part.weight, below[entry])
    }
  }

  /// The least number that every sum of some of the weights divides; `nil` where it is above 2⁵³.
  private static func multiple(ofSumsOf weights: [Rational]) -> Rational? {
    // Beyond a sum of about forty nothing fits, unless the weights leave many sums out.
    let most = 4096
    var isSum = Array(repeating: false, count: most + 1)
    isSum[0] = true
    var greatest = 0
    for weight in weights {
      guard weight <= Rational(most), let weight = Int(exactly: weight.numerator) else {
        return nil
      }
      guard greatest + weight <= most else { return nil }
      for sum in stride(from: greatest, through: 0, by: -1) where isSum[sum] {
        isSum[sum + weight] = true
      }
      greatest += weight
    }
    var multiple = 1
    for sum in 1...max(1, most) where isSum[sum] {
      let (product, overflow) = (multiple / greatestCommonDivisor(multiple, sum))
        .multipliedReportingOverflow(by: sum)
      guard !overflow, product <= 1 << 53 else { return nil }
      multiple = product
    }
    return Rational(multiple)
  }
}

/// That numbers have no room in columns.
enum ColumnFailure: Error {
  case longNumbers
}

/// What the questions of an entry add, before it is packed.
private struct Contributions {
  /// By question, then by place in its codes.
  var shares: [[Rational]] = []
  private var questions: [(column: Int, weight: Rational, codes: [UInt8], roles: [RolledUp])] = []
  private let program: RollUpProgram
  private let hasLeastCoverage: Bool

  init(_ entry: RollUpProgram.Entry) {
    program = RollUpProgram(ofOneQuestionIn: entry)
    hasLeastCoverage = entry.minimumCoverage > .zero
  }

  mutating func add(
    _ column: Int, _ weight: Rational, _ meaning: QuestionMeanings
  ) throws(ArithmeticFailure) {
    let roles = meaning.codes.map { code in
      program.run(RollUpInput(questions: [meaning.scores[Int(code)]])) { _, _ in
        CapStanding(status: .unmet, isSettled: true)
      }[0]
    }
    questions.append((column, weight, meaning.codes, roles))
    shares.append(
      try roles.map { role throws(ArithmeticFailure) in
        try (role.score.value ?? .zero).multiplied(by: weight)
      })
  }

  func packed(
    shares shareUnit: Rational, weights weightUnit: Rational
  ) throws(ArithmeticFailure) -> ColumnRollUp.Questions {
    var result = ColumnRollUp.Questions()
    result.columns = questions.map(\.column)
    // By kind, then by question, then by code.
    var sums: [[[UInt64]]] = []
    for kind in ColumnRollUp.Kind.allCases {
      var sum: [[UInt64]] = []
      for (question, shares) in zip(questions, shares) {
        let weight = try question.weight.divided(by: weightUnit)
        var numbers: [UInt64] = []
        for (role, share) in zip(question.roles, shares) {
          let number = try number(
            kind, role, weight, share: share.divided(by: shareUnit))
          guard let number = UInt64(exactly: number.numerator) else { throw .overflow }
          numbers.append(number)
        }
        sum.append(numbers)
      }
      sums.append(sum)
    }
    try result.pack(sums, codes: questions.map(\.codes))
    return result
  }

  private func number(
    _ kind: ColumnRollUp.Kind, _ role: RolledUp, _ weight: Rational, share: Rational
  ) -> Rational {
    let score = role.score
    let isDenied = if case .withoutAnswers = score.absence { true } else { false }
    return switch kind {
    case .shares: share
    case .weights: score.value == nil ? 0 : weight
    case .answered: Rational(score.coverage.answered)
    case .applicable: Rational(score.coverage.applicable)
    case .answeredWeight:
      hasLeastCoverage && score.coverage.answered > 0 ? weight : 0
    case .applicableWeight:
      hasLeastCoverage && role.isCovered ? weight : 0
    case .calledFor: role.isCalledFor ? 1 : 0
    case .present: score.isEmpty ? 0 : 1
    case .blocking: isDenied ? 1 : 0
    }
  }
}

extension RolledUp {
  /// Whether a single question is one whose weight has to be covered.
  fileprivate var isCovered: Bool { score.coverage.applicable > 0 }
}

extension ColumnRollUp.Questions {
  /// Puts sums side by side, equal ones once.
  fileprivate mutating func pack(
    _ sums: [[[UInt64]]], codes: [[UInt8]]
  ) throws(ArithmeticFailure) {
    var used: [Int] = []
    var taken: [[[UInt64]]: ColumnRollUp.Field] = [:]
    // Shares and weights stand in the first word, so that where all fits it is the only one.
    for (kind, sum) in sums.enumerated() {
      var greatest: UInt64 = 0
      for numbers in sum {
        let (total, overflow) = greatest.addingReportingOverflow(numbers.max() ?? 0)
        guard !overflow, total <= 1 << 52 else { throw .overflow }
        greatest = total
      }
      guard greatest > 0 else { continue }
      if let same = taken[sum] {
        fields[kind] = same
        continue
      }
      let width = 64 - greatest.leadingZeroBitCount
      let word = used.firstIndex { $0 + width <= 64 } ?? used.count
      if word == used.count { used.append(0) }
      fields[kind] = ColumnRollUp.Field(
        word: word, shift: UInt64(used[word]), mask: (1 << UInt64(width)) - 1)
      taken[sum] = fields[kind]
      used[word] += width
    }
    guard used.count <= 2 else {
      isTooLong = true
      return
    }
    tables = used.indices.map { word in
      columns.indices.map { question in
        let table = Memory<UInt64>(repeating: 0, count: 256)
        for (place, code) in codes[question].enumerated() {
          for kind in fields.indices
          where fields[kind].word == word && fields[kind].mask != 0 {
            // Equal sums stand there once; writing one again changes nothing.
            table.start[Int(code)] |= sums[kind][question][place] << fields[kind].shift
          }
        }
        return table
      }
    }
  }
}

extension Rational {
  /// The greatest number of which both are whole multiples; one of zero is the other.
  fileprivate func commonUnit(with other: Rational) throws(ArithmeticFailure) -> Rational {
    if self == .zero { return other.magnitude }
    if other == .zero { return magnitude }
    let top = greatestCommonDivisor(
      numerator.magnitude, other.numerator.magnitude)
    let shared = greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude)
    let (bottom, overflow) = (denominator.magnitude / shared).multipliedReportingOverflow(
      by: other.denominator.magnitude)
    guard !overflow, let top = Int128(exactly: top), let bottom = Int128(exactly: bottom),
      let unit = Rational(numerator: top, denominator: bottom)
    else { throw .overflow }
    return unit
  }

  /// That of several numbers; 1 where all are zero.
  fileprivate static func commonUnit(
    _ numbers: [Rational]
  ) throws(ArithmeticFailure) -> Rational {
    var unit = Rational.zero
    for number in numbers { unit = try unit.commonUnit(with: number) }
    return unit == .zero ? 1 : unit
  }
}

private func greatestCommonDivisor<Number: BinaryInteger>(_ a: Number, _ b: Number) -> Number {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
