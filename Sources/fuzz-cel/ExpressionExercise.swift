internal import CEL
internal import Diagnostics

/// Puts a text through everything that is done with expressions, and looks whether what must hold
/// of any expression holds of it.
struct ExpressionExercise {
  private let source: String
  /// Chooses the values of variables and which of them are missing.
  private let seed: UInt64
  private(set) var violations: [String] = []

  /// - Parameter bytes: The expression; what is no UTF-8 is replaced.
  init(_ bytes: some Collection<UInt8>) {
    source = String(decoding: bytes, as: UTF8.self)
    seed = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    run()
  }

  private mutating func run() {
    let strict = compile(.strict)
    let survey = compile(.survey)
    _ = compile(.strict, isChecked: false).map { outcomes($0, isChecked: false) }
    let meant = strict.map { outcomes($0) }
    let given = survey.map { outcomes($0) }
    if let meant {
      compareProfiles(meant, given)
      compareCompletions(meant)
    }
  }

  // MARK: What is done

  private mutating func compile(_ profile: Profile, isChecked: Bool = true) -> Program? {
    let file = SourceFile(name: "expression", text: source)
    let compiled = Variables.environment(profile).compile(
      source, place: { Place(file, $0) }, expecting: .any, isChecked: isChecked)
    let hasErrors = compiled.diagnostics.contains { $0.severity == .error }
    expect(hasErrors == (compiled.value == nil), "errors, or a program: one of both")
    for finding in compiled.diagnostics {
      let range = finding.place?.range ?? 0..<Int.max
      expect(range.upperBound <= source.utf8.count, "\(finding.code.rawValue) outside the source")
    }
    return compiled.value
  }

  /// What comes of all answers, of none, and of some.
  private mutating func outcomes(_ program: Program, isChecked: Bool = true) -> [Value] {
    let values = Variables.values(isExtreme: seed & 1 == 1)
    let some = values.enumerated().map { index, value in
      seed >> (index + 1) & 1 == 1 ? value : .unknown(UnknownSet(Slot(index: index)))
    }
    return [values, some, []].map { evaluate(program, $0, isChecked: isChecked) }
  }

  private mutating func evaluate(
    _ program: Program, _ slots: [Value], isChecked: Bool
  ) -> Value {
    let value = program.evaluate(slots)
    expect(text(program.evaluate(slots)) == text(value), "two evaluations differ")
    switch value {
    case .unknown(let unknown):
      expect(!unknown.slots.isEmpty, "unknown without a cause")
      expect(unknown.slots.allSatisfy(program.reads.contains), "unknown by what is not read")
    case .error(let error):
      expect(error.range.upperBound <= source.utf8.count, "an error outside the source")
    default:
      expect(!isChecked || value.fits(program.type), "\(value) is no \(program.type)")
    }
    // Whatever can be planned can be told: in words, or as it is written.
    _ = program.outline
    _ = program.term
    let explanation = program.explain(slots)
    expect(text(explanation.value) == text(value), "the explanation has another value")
    return value
  }

  // MARK: What must hold

  /// An expression that works in the strict language means the same in the survey profile.
  private mutating func compareProfiles(_ strict: [Value], _ survey: [Value]?) {
    guard let survey else { return expect(false, "the survey profile refuses it") }
    for (strict, survey) in zip(strict, survey) {
      if case .error = strict { continue }
      expect(text(strict) == text(survey), "the survey profile gives another value")
    }
  }

  /// What some answers decide, further answers leave as it is.
  private mutating func compareCompletions(_ outcomes: [Value]) {
    for incomplete in outcomes.dropFirst() where incomplete.isProper {
      expect(text(incomplete) == text(outcomes[0]), "an answer changes what was decided")
    }
  }

  private mutating func expect(_ holds: Bool, _ violation: @autoclosure () -> String) {
    if !holds { violations.append(violation()) }
  }

  /// Values are compared by their texts: a value that shares parts with itself is small to keep and
  /// endless to walk through.
  private func text(_ value: Value) -> String {
    switch value {
    case .unknown(let unknown): "unknown \(unknown.slots.map(\.index))"
    case .error(let error): "\(error.code.rawValue) at \(error.range)"
    default: value.description
    }
  }
}

extension Value {
  /// Whether a value of this kind was promised.
  fileprivate func fits(_ type: CELType) -> Bool {
    switch (type, self) {
    case (.dyn, _), (.parameter, _), (.abstract, _), (.error, _): true
    case (.nullable, .null): true
    case (.nullable(let type), _): fits(type)
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double),
      (.string, .string), (.choice, .string), (.bytes, .bytes), (.list, .list), (.map, .map),
      (.timestamp, .timestamp), (.duration, .duration), (.type, .type):
      true
    default: false
    }
  }
}

/// The names that the expressions may use.
private enum Variables {
  private static let form = CELType.choice(ChoiceSet(name: "form", codes: ["club", "firm"]))
  private static let facts: [(key: Value, value: Value)] = [(.string("a"), .int(1))]

  private static let all: [(name: String, type: CELType, ordinary: Value, extreme: Value)] = [
    ("i", .int, .int(12), .int(.min)),
    ("u", .uint, .uint(3), .uint(.max)),
    ("d", .double, .double(2.5), .double(.nan)),
    ("b", .bool, .bool(true), .bool(false)),
    ("s", .string, .string("ąžuolas 12"), .string("")),
    ("y", .bytes, .bytes([0x61, 0xFF]), .bytes([])),
    ("form", form, .string("club"), .string("firm")),
    ("many", .list(form), .list([.string("firm")]), .list([])),
    ("l", .list(.double), .list([.double(1), .double(3.5)]), .list([.double(-0.0)])),
    (
      "m", .map(.string, .int), MapValue(facts).map { .map($0) } ?? .null,
      MapValue([]).map { .map($0) } ?? .null
    ),
    ("x", .dyn, .int(7), .list([.string("a"), .null, .uint(1)])),
    ("t", .timestamp, moment(1_700_000_000), moment(-62_135_596_800)),
    (
      "p", .duration, .duration(.init(nanoseconds: 5_400_000_000_000)),
      .duration(.init(nanoseconds: .min))
    ),
    ("c.h", .double, .double(61), .double(.infinity)),
    ("c.m", .double, .double(40), .double(.leastNonzeroMagnitude)),
  ]

  private static func moment(_ seconds: Int64) -> Value {
    Timestamp(secondsSince1970: seconds).map { .timestamp($0) } ?? .null
  }

  static func values(isExtreme: Bool) -> [Value] {
    all.map { isExtreme ? $0.extreme : $0.ordinary }
  }

  static func environment(_ profile: Profile) -> Environment {
    var environment = Environment(profile: profile)
    for (index, variable) in all.enumerated() {
      environment.declare(variable.name, variable.type, slot: Slot(index: index))
    }
    return environment
  }
}
