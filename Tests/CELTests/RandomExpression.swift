import CEL
import TestKit

/// Random expressions over the questions of a small questionnaire, most of them well typed.
struct RandomExpression {
  static let strategy = ChoiceSet(name: "strategy", codes: ["yes", "partly", "no"])
  static let services = ChoiceSet(
    name: "services", codes: ["training", "export", "fairs", "ąžuolas"])

  static let variables: [(name: String, type: CELType)] = [
    ("i", .int), ("j", .int), ("k", .int), ("x", .double), ("y", .double), ("b", .bool),
    ("c", .bool), ("s", .choice(strategy)), ("t", .choice(strategy)),
    ("l", .list(.choice(services))), ("m", .list(.choice(services))), ("text", .string),
    ("ns", .list(.double)), ("ks", .list(.int)), ("ws", .list(.string)), ("any", .dyn),
  ]

  static let environment = {
    var environment = Environment(profile: .survey)
    for (index, variable) in variables.enumerated() {
      environment.declare(variable.name, variable.type, slot: Slot(index: index))
    }
    return environment
  }()

  var random: SplitMix
  /// Loop variables by kind.
  private var numbers: [String] = []
  private var wholes: [String] = []
  private var texts: [String] = []
  private var loops = 0

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func condition(_ depth: Int) -> String {
    if depth == 0 {
      return pick(["b", "c", "true", "false", "answered(i)", "answered(s)", "answered(text)"])
    }
    let less = depth - 1
    switch Int.random(in: 0..<19, using: &random) {
    case 0: return "!(\(condition(less)))"
    case 1, 2:
      let symbol = pick([" && ", " || "])
      let count = Int.random(in: 2...5, using: &random)
      return (0..<count).map { _ in "(\(condition(less)))" }.joined(separator: symbol)
    case 3: return "(\(condition(less))) ? (\(condition(less))) : (\(condition(less)))"
    case 4: return "(\(condition(less))) \(pick(["==", "!="])) (\(condition(less)))"
    case 5, 6: return "(\(whole(less))) \(relation()) (\(whole(less)))"
    case 7, 8: return "(\(real(less))) \(relation()) (\(real(less)))"
    case 9: return "(\(whole(less))) \(relation()) (\(real(less)))"
    case 10: return "\(text()) \(pick(["==", "!="])) \(literal())"
    case 11: return "\(literal()) \(pick(["==", "!="])) \(text())"
    case 12: return "\(text()) in [\(literal()), \(literal())]"
    case 13: return "\(literal()) in \(pick(["l", "m", "ws"]))"
    case 14: return "text.\(pick(["contains", "startsWith", "endsWith"]))(\(literal()))"
    case 18: return "coalesce(b, (\(condition(less))), c)"
    case 15, 16: return loop(pick(["all", "exists", "exists_one"]), less)
    default: return constantLoop(less)
    }
  }

  private mutating func relation() -> String { pick(["<", "<=", ">", ">=", "==", "!="]) }

  private mutating func literal() -> String {
    pick([
      "'yes'", "'no'", "'partly'", "'training'", "'export'", "'ąžuolas'", "'other'", "''", "'K'",
      "'žuol'",
    ])
  }

  private mutating func text() -> String { pick(["s", "t", "text"] + texts + texts) }

  /// How many operands a chain of arithmetic has: a few, or of plain ones many.
  private mutating func length(_ depth: Int) -> Int {
    depth == 1 && Int.random(in: 0..<4, using: &random) == 0
      ? 40 : Int.random(in: 2...12, using: &random)
  }

  private mutating func loop(_ kind: String, _ depth: Int) -> String {
    loops += 1
    let name = "v\(loops)"
    let before = (numbers, wholes, texts)
    defer { (numbers, wholes, texts) = before }
    let list = pick(["l", "m", "ns", "ks", "ws"])
    switch list {
    case "ns": numbers.append(name)
    case "ks": wholes.append(name)
    default: texts.append(name)
    }
    return "\(list).\(kind)(\(name), \(condition(min(depth, 2))))"
  }

  private mutating func constantLoop(_ depth: Int) -> String {
    loops += 1
    let name = "v\(loops)"
    let before = (numbers, wholes, texts)
    defer { (numbers, wholes, texts) = before }
    wholes.append(name)
    let list = pick(["[1, 2, 3]", "[0]", "[]", "[9223372036854775807, 1]"])
    let choices = pick(["['yes', 'export'].exists(w, w in \(pick(["l", "m"])))", ""])
    return choices.isEmpty
      ? "\(list).\(pick(["all", "exists"]))(\(name), \(condition(min(depth, 2))))" : choices
  }

  mutating func whole(_ depth: Int) -> String {
    if depth == 0 {
      return pick(["i", "j", "k", "0", "1", "7", "-3", "9223372036854775807"] + wholes + wholes)
    }
    let less = depth - 1
    switch Int.random(in: 0..<11, using: &random) {
    case 0...2:
      let count = length(depth)
      return (0..<count).map { _ in "(\(whole(less)))" }
        .reduce("") { $0.isEmpty ? $1 : "\($0) \(pick(["+", "-", "*", "/", "%", "+"])) \($1)" }
    case 3: return "-(\(whole(less)))"
    case 4: return "(\(condition(less))) ? (\(whole(less))) : (\(whole(less)))"
    case 5: return "size(\(pick(["l", "ns", "text", "ks", "ws"])))"
    case 6: return "\(pick(["min", "max"]))(\(whole(less)), \(whole(less)), \(whole(less)))"
    case 7: return "\(loop("filter", less)).size()"
    case 8: return "countAnswered([i, x, s, text])"
    case 9: return "coalesce(i, (\(whole(less))), 3)"
    default: return whole(0)
    }
  }

  mutating func real(_ depth: Int) -> String {
    if depth == 0 { return pick(["x", "y", "0.0", "2.5", "-1e308"] + numbers + numbers) }
    let less = depth - 1
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2:
      let count = length(depth)
      let start = Bool.random(using: &random) ? "(\(whole(less))) * (\(whole(0))) * " : ""
      return start
        + (0..<count).map { _ in "(\(Bool.random(using: &random) ? real(less) : whole(less)))" }
        .reduce("(\(real(less)))") { "\($0) \(pick(["+", "-", "*", "/"])) \($1)" }
    case 3: return "-(\(real(less)))"
    case 4: return "(\(condition(less))) ? (\(real(less))) : (\(whole(less)))"
    case 5: return "\(pick(["min", "max"]))(\(real(less)), \(whole(less)), \(real(less)))"
    case 6: return "abs(\(real(less)))"
    case 7: return "coalesce(x, (\(real(less))), i)"
    case 8: return "meanAnswered([x, i, (\(real(less)))], \(pick(["1", "2", "3"])))"
    default: return real(0)
    }
  }

  // MARK: Values

  /// A value for every variable: mostly of its type, sometimes unknown, failed or of another type.
  mutating func slots() -> [Value] {
    Self.variables.enumerated().map { index, variable in
      switch Int.random(in: 0..<20, using: &random) {
      case 0...2: .unknown(UnknownSet(Slot(index: index)))
      case 3:
        pick([.null, .uint(3), .int(2), .double(2), .string("yes"), .list([.int(1), .double(2)])])
      default: value(variable.type)
      }
    }
  }

  private mutating func value(_ type: CELType) -> Value {
    switch type {
    case .int: .int(pick([0, 1, -1, 7, 42, .max, .min]))
    case .double: .double(pick([0, -0.0, 1, 2.5, -3, .infinity, .nan, 1e308]))
    case .bool: .bool(Bool.random(using: &random))
    case .choice(let set): .string(pick(set.codes))
    case .list(.choice(let set)):
      .list(set.codes.filter { _ in Bool.random(using: &random) }.map { .string($0) })
    case .list(let element):
      .list((0..<Int.random(in: 0...5, using: &random)).map { _ in value(element) })
    case .string:
      .string(
        pick([
          "", "yes", "ąžuolas", "a\u{301}", "\u{212A}", "K",
          String(repeating: "ilgas ", count: 900),
        ]))
    default: pick([.int(3), .string("a"), .double(0.5)])
    }
  }

  /// The same answers as raw slots, where they are well typed; anything else is unknown.
  static func raw(_ slots: [Value]) -> [RawSlot] {
    zip(variables, slots).map { variable, value in
      switch (variable.type, value) {
      case (.bool, .bool(let bool)): .bool(bool)
      case (.int, .int(let int)): .int(int)
      case (.double, .double(let double)): .double(double)
      case (.choice(let set), .string(let code)):
        set.codes.firstIndex(of: code).map { .choice($0) } ?? .unknown
      case (.list(.choice(let set)), .list(let elements)):
        raw(elements, set).map { .choices($0) } ?? .unknown
      default: .unknown
      }
    }
  }

  private static func raw(_ elements: [Value], _ set: ChoiceSet) -> UInt64? {
    var bits: UInt64 = 0
    for element in elements {
      guard case .string(let code) = element, let position = set.codes.firstIndex(of: code)
      else { return nil }
      bits |= 1 << position
    }
    return bits
  }
}
