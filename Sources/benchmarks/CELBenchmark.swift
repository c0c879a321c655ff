internal import CEL
internal import Diagnostics

/// Evaluates seven expressions of questionnaires, beside what cel-go took for them.
func benchmarkCEL() {
  print("CEL: one evaluation (bar: half of cel-go, recorded on this kind of machine)")
  print("      planned value   raw columns   cel-go recorded   parse + check + plan")
  for row in CELRow.all {
    guard let measured = row.measure() else {
      print("  \(row.name)  does not compile")
      continue
    }
    let raw = measured.raw.map { nanoseconds($0) } ?? "–"
    print(
      "  \(row.name)  \(nanoseconds(measured.value).padded(11))   \(raw.padded(11))"
        + "   \(nanoseconds(row.celGo).padded(15))   \(nanoseconds(measured.compile).padded(12))")
  }
  print("CEL: cost against size, chains over questions")
  for size in [10, 50, 100, 500, 1_000, 2_000] {
    // Each link is an operator and an operand.
    let source = "members" + String(repeating: " + members", count: (size - 1) / 2)
    guard let program = CELRow.compile(source) else { continue }
    let compile = best { for _ in 0..<20 { _ = CELRow.compile(source) } } * 1e6 / 20
    let time = CELRow.evaluation(program)
    print(
      "  \(String(size).padded(5)) nodes: \(nanoseconds(time)), \(nanoseconds(compile)) to compile,"
        + " \(nanoseconds(time / Double(size), places: 10)) and \(nanoseconds(compile / Double(size))) a node"
    )
  }
}

/// `E1<tab>nanoseconds`, for a rival that runs elsewhere.
func celTimes() -> String {
  CELRow.all.compactMap { row in
    row.measure().map { "\(row.name)\t\($0.value)\n" }
  }.joined()
}

/// An expression, and what cel-go took for it where both were measured.
struct CELRow {
  var name: String
  var source: String
  /// Nanoseconds.
  var celGo: Double

  static let all = [
    CELRow(name: "E1", source: "strategy == 'yes' && members >= 10", celGo: 142),
    CELRow(name: "E2", source: "['training', 'export'].exists(x, x in services)", celGo: 1_240),
    CELRow(
      name: "E3",
      source: "members < 5 ? 0 : members < 10 ? 1 : members < 25 ? 2 : members < 50 ? 3 : 4",
      celGo: 152),
    CELRow(name: "E4", source: "(q1 * 2.0 + q2 * 3.0 + q3 * 5.0) / 10.0 * 2.5", celGo: 340),
    CELRow(
      name: "E5",
      source: "size(title) > 3 && size(services) >= 2 && title.contains('cluster')", celGo: 318),
    CELRow(
      name: "E6",
      source: "scores.filter(s, s >= 2.5).size() >= 3 && scores.all(s, s >= 1.0)", celGo: 3_543),
    CELRow(
      name: "E7", source: "answered(budget) && budget > 1000.0 && !answered(plan)", celGo: 175),
  ]

  private static let scores = [1.5, 2.5, 3.0, 4.5, 2.0, 5.0, 1.0, 3.5, 4.0, 2.5]
  private static let variables: [(name: String, type: CELType, value: Value)] = [
    (
      "strategy", .choice(ChoiceSet(name: "strategy", codes: ["no", "partly", "yes"])),
      .string("yes")
    ),
    ("members", .int, .int(42)),
    (
      "services",
      .list(
        .choice(ChoiceSet(name: "services", codes: ["fairs", "training", "export", "studies"]))),
      .list([.string("fairs"), .string("export"), .string("studies")])
    ),
    ("q1", .double, .double(3.5)), ("q2", .double, .double(2)), ("q3", .double, .double(4.5)),
    ("title", .string, .string("Lithuanian photonics cluster")),
    ("scores", .list(.double), .list(scores.map { .double($0) })),
    ("budget", .double, .double(25_000)),
    ("plan", .string, .unknown(UnknownSet(Slot(index: 9)))),
  ]

  private static let slots = variables.map(\.value)
  /// The same answers with choices as numbers; texts and lists of numbers have no such form.
  private static let raw: [RawSlot] = [
    .choice(2), .int(42), .choices(0b1101), .double(3.5), .double(2), .double(4.5), .unknown,
    .unknown, .double(25_000), .unknown,
  ]
  private static let environment = {
    var environment = Environment(profile: .survey)
    for (index, variable) in variables.enumerated() {
      environment.declare(variable.name, variable.type, slot: Slot(index: index))
    }
    return environment
  }()

  static func compile(_ source: String) -> Program? {
    environment.compile(source, place: { _ in nil }, expecting: .any).value
  }

  /// Nanoseconds for one evaluation.
  static func evaluation(_ program: Program) -> Double {
    let rounds = 5_000
    var proper = 0
    let time = best(of: 60) {
      for _ in 0..<rounds where program.evaluate(slots).isProper { proper += 1 }
    }
    // Whatever has no value was not worth measuring.
    return proper == 60 * rounds ? time * 1e6 / Double(rounds) : .nan
  }

  /// The same over raw slots.
  private static func evaluation(_ program: TypedProgram) -> Double {
    let rounds = 5_000
    var proper = 0
    let time = best(of: 60) {
      raw.withUnsafeBufferPointer { raw in
        for _ in 0..<rounds {
          if program.isCondition {
            if case .value = program.evaluateBool(raw) { proper += 1 }
          } else {
            if case .value = program.evaluateNumber(raw) { proper += 1 }
          }
        }
      }
    }
    return proper == 60 * rounds ? time * 1e6 / Double(rounds) : .nan
  }

  func measure() -> (value: Double, raw: Double?, compile: Double)? {
    guard let program = Self.compile(source) else { return nil }
    let rounds = 200
    let compile =
      best { for _ in 0..<rounds { _ = Self.compile(source) } } * 1e6 / Double(rounds)
    return (Self.evaluation(program), program.typed.map(Self.evaluation), compile)
  }
}

private func nanoseconds(_ time: Double, places: Double = 1) -> String {
  let rounded = (time * places).rounded() / places
  return time.isFinite ? (places == 1 ? "\(Int(rounded)) ns" : "\(rounded) ns") : "no value"
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
