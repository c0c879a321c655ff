import CEL
import Numbers

/// What the variables of a model's expressions can be, as far as it can be written out.
///
/// Each variable is taken for itself, also where others keep it from some values. What an expression
/// is not over this space it is for no answers at all.
struct AnswerSpace {
  /// How many combinations of values are gone through for one expression.
  static let limit = 16_384

  private let draft: Draft
  private var values: [Value]
  /// What has been written out, by slot; empty where that is too much.
  private var domains: [Int: [Value]] = [:]

  init(_ draft: Draft) {
    self.draft = draft
    values = (0..<draft.slots.count).map { .unknown(UnknownSet(Slot(index: $0))) }
  }

  /// Whether some answers make a condition true; `nil` where that is not known.
  mutating func canBeTrue(_ expression: Expression) -> Bool? {
    // An unknown stands for every value: what is true or false without one is so with any. So
    // missing answers are gone through only where a function sees that they are missing.
    let found = search(expression, missing: false)
    guard found != true, expression.asksForAnswers else { return found }
    return search(expression, missing: true)
  }

  /// Variables with too many values are left unknown, which proves as much – except where that they
  /// are unknown says something itself.
  private mutating func search(_ expression: Expression, missing: Bool) -> Bool? {
    let slots = expression.reads
    var domains = slots.map { slot in
      let domain = domain(of: slot)
      return missing && !domain.isEmpty ? domain + [unknown(slot)] : domain
    }
    while let largest = Self.tooLarge(domains) { domains[largest] = [] }
    let isWhole = !domains.contains(where: \.isEmpty)
    defer { for slot in slots { values[slot.index] = unknown(slot) } }
    for (slot, domain) in zip(slots, domains) { values[slot.index] = domain.first ?? unknown(slot) }
    var places = domains.map { _ in 0 }
    var isOpen = missing && !isWhole
    while true {
      switch expression.program.evaluate(values) {
      case .bool(true): return true
      case .bool(false): break
      default: isOpen = isOpen || !isWhole
      }
      guard let next = domains.indices.first(where: { places[$0] + 1 < domains[$0].count }) else {
        return isOpen ? nil : false
      }
      for index in domains.indices.prefix(next + 1) where !domains[index].isEmpty {
        places[index] = index == next ? places[index] + 1 : 0
        values[slots[index].index] = domains[index][places[index]]
      }
    }
  }

  /// The place of the largest domain while there are more combinations than can be gone through.
  private static func tooLarge(_ domains: [[Value]]) -> Int? {
    var combinations = 1
    for domain in domains where combinations <= limit { combinations *= max(1, domain.count) }
    guard combinations > limit else { return nil }
    return domains.indices.max { domains[$0].count < domains[$1].count }
  }

  private func unknown(_ slot: Slot) -> Value { .unknown(UnknownSet(slot)) }

  /// Everything a variable can be, the best first; empty where that is too much, or nothing at all.
  private mutating func domain(of slot: Slot) -> [Value] {
    if let domain = domains[slot.index] { return domain }
    let domain = known(slot)?.reversed() ?? []
    domains[slot.index] = domain
    return domain
  }

  private func known(_ slot: Slot) -> [Value]? {
    switch draft.slots.variable(in: slot) {
    case .answer(let question): draft.questions[question].kind.values(atMost: Self.limit)
    case .points(let question): draft.questions[question].possiblePoints
    case .met, .check: [.bool(true), .bool(false)]
    case .confirmed, .gatesConfirmed: [.bool(true)]
    case .capability: (0...draft.capabilityLevels.count).map { .int(Int64($0)) }
    case .level: (0...draft.levels.count).map { .int(Int64($0)) }
    case .reportingYear, .membersMean, .capacityScore, .score, .total, .completeness,
      .changeOfTotal, .previousChangeOfTotal, nil:
      nil
    }
  }
}

extension AnswerKind {
  /// All answers as expressions see them; `nil` where there are more than a limit.
  fileprivate func values(atMost limit: Int) -> [Value]? {
    switch self {
    case .ladder(let steps): return steps.indices.map { .int(Int64($0 + 1)) }
    case .yesNo: return [.string(Self.no), .string(Self.yes)]
    case .single(let choices): return choices.map { .string($0.id) }
    case .multiple(let choices, _):
      let ids = choices.filter { !$0.isAlone }.map(\.id)
      guard ids.count < Int.bitWidth - 2, 1 << ids.count <= limit else { return nil }
      return (0..<(1 << ids.count)).map { mask in
        .list(ids.enumerated().filter { mask >> $0.offset & 1 == 1 }.map { .string($0.element) })
      }
    case .integer(let limits), .year(let limits):
      return limits.values(atMost: limit)?.map { .int(Int64($0.numerator)) }
    case .number(let limits), .percent(let limits), .money(let limits, _):
      return limits.values(atMost: limit)?.map { .double($0.doubleValue) }
    case .date, .text: return nil
    }
  }
}

extension NumberLimits {
  fileprivate func values(atMost limit: Int) -> [Rational]? {
    guard let minimum, let maximum else { return nil }
    var unit = Rational.one
    do throws(ArithmeticFailure) {
      for _ in 0..<places { unit = try unit.divided(by: 10) }
      var values: [Rational] = []
      var value = minimum.rational
      while value <= maximum.rational {
        guard values.count < limit else { return nil }
        values.append(value)
        value = try value.adding(unit)
      }
      return values
    } catch {
      return nil
    }
  }
}

extension Question {
  /// All points that answers can get, where the rule names them one by one.
  fileprivate var possiblePoints: [Value]? {
    let points: [Rational]
    switch self.points {
    case .unscored: points = []
    case .steps(let steps): points = steps
    case .choices(let choices): points = choices.compactMap { $0 }
    case .bands(let bands, _): points = bands.map(\.points)
    case .met: points = [scale.from, scale.to]
    case .linear, .expression: return nil
    }
    guard isReversed else { return points.map { .double($0.doubleValue) } }
    return points.map { .double((try? scale.mirrored($0))?.doubleValue ?? $0.doubleValue) }
  }
}
