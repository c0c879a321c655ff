import Testing

@testable import CEL

/// The typed plan must say what the general nodes say, whatever the values.
@Suite("Typed plans")
struct TypedPlanTests {
  private static func compile(_ source: String) -> Program? {
    RandomExpression.environment.compile(source, expecting: .any, isChecked: true).program
  }

  /// What two evaluations can differ in: NaN equals nothing, and a zero has a sign.
  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    if case (.double(let a), .double(let b)) = (a, b) {
      return a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
    }
    return a == b
  }

  @Test("give what the general nodes give", arguments: 0..<4)
  func agree(_ part: Int) {
    var generator = RandomExpression(seed: UInt64(part) &* 7919 &+ 1)
    var (typed, values, raws, decidedWithGaps) = (0, 0, 0, 0)
    for round in 0..<1_500 {
      let depth = 1 + round % 3
      let source =
        switch round % 4 {
        case 0: generator.whole(depth)
        case 1: generator.real(depth)
        default: generator.condition(depth)
        }
      guard let program = Self.compile(source) else { continue }
      if program.stepBound != nil { typed += 1 }
      for _ in 0..<6 {
        let slots = generator.slots()
        let expected = program.evaluateGenerally(slots)
        let found = program.evaluate(slots)
        if !Self.isSame(expected, found) {
          Issue.record("\(source)\n\(slots)\n\(expected) and \(found)")
          return
        }
        if expected.isProper, program.stepBound != nil {
          values += 1
          if program.reads.contains(where: { !slots[$0.index].isProper }) { decidedWithGaps += 1 }
        }
        guard let plan = program.typed else { continue }
        raws += 1
        if let difference = Self.compareRaw(plan, program, slots) {
          Issue.record("\(source)\n\(slots)\n\(difference)")
          return
        }
      }
    }
    // Else there would be nothing to compare.
    #expect(typed > 500 && values > 1_000 && raws > 500 && decidedWithGaps > 100)
  }

  /// - Returns: What differs between raw slots and the values that they stand for.
  private static func compareRaw(
    _ plan: TypedProgram, _ program: Program, _ slots: [Value]
  ) -> String? {
    let raw = RandomExpression.raw(slots)
    // What is of another type than declared has no raw form; there it counts as unknown.
    let plain = zip(slots, raw).enumerated().map { index, pair in
      pair.1.kind == .unknown ? Value.unknown(UnknownSet(Slot(index: index))) : pair.0
    }
    let expected = program.evaluateGenerally(plain)
    if plan.isCondition {
      let outcome = plan.evaluateBool(raw)
      let fits: Bool =
        switch (expected, outcome) {
        case (.bool(let a), .value(let b)): a == b
        case (.unknown, .unknown), (.error, .failed): true
        default: false
        }
      return fits ? nil : "\(expected) and raw \(outcome)"
    }
    let outcome = plan.evaluateNumber(raw)
    let fits: Bool =
      switch (expected, outcome) {
      case (.int(let a), .value(let b)): Double(a) == b
      case (.double(let a), .value(let b)): a == b || (a.isNaN && b.isNaN)
      case (.unknown, .unknown), (.error, .failed): true
      default: false
      }
    return fits ? nil : "\(expected) and raw \(outcome)"
  }

  /// Whether there is a typed plan, and whether it runs over raw slots.
  static let rows: [(source: String, isTyped: Bool, isRaw: Bool)] = [
    ("i >= 10 && s == 'yes'", true, true), ("['training', 'export'].exists(v, v in l)", true, true),
    ("i < 5 ? 0 : i < 10 ? 1 : 2", true, true), ("(x * 2.0 + y * 3.0) / 10.0", true, true),
    ("x * 2 + i / 2 + y", true, true), ("s in ['yes', 'no']", true, true),
    ("l.exists(v, v == 'fairs')", true, true), ("size(l) >= 2", true, true),
    ("l.filter(v, v != 'fairs').size() == 1", true, true), ("count(l) > 1", true, true),
    ("answered(x) && !answered(text)", true, true), ("max(x, i) - min(x, y) >= 4", true, true),
    ("coalesce(x, 0.0) > 1.0 && coalesce(i, 0) > 1", true, true),
    ("countAnswered([i, x, s]) >= 2 && meanAnswered([x, i], 1) > 2.0", true, true),
    ("size(text) > 3 && text.contains('a')", true, false), ("text == 'K'", true, false),
    ("ns.filter(v, v >= 2.5).size() >= 3 && ns.all(v, v >= 1.0)", true, false),
    ("any > 3", false, false), ("l == m", false, false), ("[i, j].exists(v, v > 3)", false, false),
    ("ks.map(v, v + 1).size() > 1", false, false), ("int(x) > 3", false, false),
    // 1,000 times 1,000 rounds may be too many, so steps are counted.
    ("ns.exists(v, ns.exists(w, v < w))", false, false),
  ]

  @Test("exist for the forms that conditions have")
  func exist() {
    let found = Self.rows.map { row in
      let program = Self.compile(row.source)
      return "\(row.source): \(program?.stepBound != nil) \(program?.typed != nil)"
    }
    #expect(found == Self.rows.map { "\($0.source): \($0.isTyped) \($0.isRaw)" })
  }

  @Test("leave to the general nodes what is longer than planned")
  func longer() {
    let program = Self.compile("ns.filter(v, v >= 0.0).size()")
    var slots = RandomExpression.variables.map { _ in Value.null }
    slots[12] = .list(Array(repeating: .double(1), count: 5_000))
    #expect(program?.evaluate(slots) == .int(5_000))
    slots[12] = .list(Array(repeating: .double(1), count: 50_000))
    guard case .error(let error)? = program?.evaluate(slots) else {
      Issue.record("a list of 50,000 fits")
      return
    }
    #expect(error.code == .tooManySteps || error.code == .listTooLong)
  }

  @Test("refuse slots of another form")
  func wrongForm() throws {
    let plan = try #require(Self.compile("i > 3")?.typed)
    #expect(plan.evaluateBool([.double(4)]) == .failed)
    #expect(plan.evaluateBool([]) == .failed)
    #expect(plan.evaluateNumber([.int(4)]) == .failed)
    #expect(plan.evaluateBool([.int(4)]) == .value(true))
    #expect(plan.evaluateBool([.unknown]) == .unknown)
  }
}
