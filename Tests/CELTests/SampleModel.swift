import CEL
import Diagnostics

/// A small questionnaire as expressions see it, in either profile.
enum SampleModel {
  static let strategy = ChoiceSet(name: "strategy", codes: ["yes", "partly", "no"])
  static let services = ChoiceSet(name: "services", codes: ["training", "export", "fairs"])

  private static let names: [(name: String, type: CELType, answer: Value)] = [
    ("members", .int, .int(12)),
    ("share", .double, .double(2.5)),
    ("strategy", .choice(strategy), .string("partly")),
    ("services", .list(.choice(services)), .list([.string("export"), .string("fairs")])),
    ("capacity.human", .double, .double(61)),
    ("capacity.money", .double, .double(40)),
    ("note", .string, .string("ąžuolas")),
    ("active", .bool, .bool(true)),
    ("scores", .list(.double), .list([.double(1), .double(2), .double(3.5)])),
    ("anything", .dyn, .int(7)),
    ("facts", .map(.string, .int), MapValue([(.string("a"), .int(1))]).map { .map($0) } ?? .null),
  ]

  static func environment(_ profile: Profile) -> Environment {
    var environment = Environment(profile: profile)
    for (index, name) in names.enumerated() {
      environment.declare(name.name, name.type, slot: Slot(index: index))
    }
    return environment
  }

  /// The values of the questions, those named in `unanswered` unknown.
  static func slots(unanswered: Set<String> = []) -> [Value] {
    names.enumerated().map { index, name in
      unanswered.contains(name.name)
        ? .unknown(UnknownSet(Slot(index: index))) : name.answer
    }
  }

  static func name(of slot: Slot) -> String { names[slot.index].name }

  static func compile(
    _ source: String, _ profile: Profile = .survey, expecting: Expectation = .any
  ) -> Checked<Program?> {
    let file = SourceFile(name: "<expression>", text: source)
    return environment(profile).compile(
      source, place: { Place(file, $0) }, expecting: expecting)
  }

  /// The value as text; an unknown names its questions, an error its kind and its source.
  static func evaluate(
    _ source: String, _ profile: Profile = .survey, unanswered: Set<String> = []
  ) -> String {
    let compiled = compile(source, profile)
    guard let program = compiled.value else { return describe(compiled.diagnostics) }
    switch program.evaluate(slots(unanswered: unanswered)) {
    case .unknown(let set):
      return "unknown " + set.slots.map(name).joined(separator: " ")
    case .error(let error):
      let bytes = Array(source.utf8)[error.range]
      return short(error.code) + " at " + String(decoding: bytes, as: UTF8.self)
    case let value: return value.description
    }
  }

  static func describe(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let arguments = diagnostic.arguments.sorted { $0.key < $1.key }.map { name, argument in
        "\(name)=" + describe(argument)
      }
      return ([short(diagnostic.code)] + arguments).joined(separator: " ")
    }.joined(separator: "; ")
  }

  private static func describe(_ argument: Diagnostic.Argument) -> String {
    switch argument {
    case .text(let text): text
    case .count(let count): String(count)
    case .list(let items): items.joined(separator: ",")
    case .phrase(let name): name
    }
  }

  private static func short(_ code: Diagnostic.Code) -> String {
    String(code.rawValue.dropFirst("expression.".count))
  }
}
