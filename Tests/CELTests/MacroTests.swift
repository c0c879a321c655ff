import CEL
import Diagnostics
import Testing

@Suite("Names for values, and loops with two variables")
struct MacroTests {
  private static func doubling(_ count: Int, _ value: String, _ body: String) -> String {
    let binds = (1...count).map { "cel.bind(x\($0), \(value.replacing("x", with: "x\($0 - 1)")), " }
    return "cel.bind(x0, \(body), " + binds.joined() + "x\(count) == x\(count)"
      + String(repeating: ")", count: count + 1)
  }

  /// Expression, value or error; `share` has no answer.
  static let values: [(String, String)] = [
    // Names.
    ("cel.bind(x, members * 2, x * x)", "576"),
    ("cel.bind(x, 2.5, cel.bind(y, x + 1.5, x * y))", "10.0"),
    ("cel.bind(members, 3, members)", "3"), ("cel.bind(x, members, x) + members", "24"),
    ("cel.bind(x, [1, 2], x.map(y, cel.bind(z, y * 10, z + x[0])))", "[11, 21]"),
    ("[1, 2].map(x, cel.bind(x, x + 1, x * x))", "[4, 9]"),
    ("cel.bind(x, strategy, x == 'partly')", "true"),
    ("cel.bind(x, 1, 2) + cel.bind(x, 'a', size(x))", "3"),
    ("cel.bind(x, members, x + 0.5)", "12.5"), ("cel.bind(x, [], x + [1])", "[1]"),
    // What is wrong with a value matters where the value does.
    ("cel.bind(x, 1 / 0, true || x == 1)", "true"),
    ("cel.bind(x, 1 / 0, x == 1)", "division-by-zero at 1 / 0"),
    ("cel.bind(x, share > 1.0, x || active)", "true"),
    ("cel.bind(x, share > 1.0, x && active)", "unknown share"),
    ("cel.bind(x, share, answered(members) ? 1 : 2)", "1"),
    // Findings.
    ("cel.bind(1, 2, 3)", "bind-variable name=bind"),
    ("cel.bind(a.b, 2, 3)", "bind-variable name=bind"),
    ("cel.bind(x, 2)", "argument-count expected=3 given=2 name=bind"),
    ("cel.bind(x, y, x)", "unknown-name name=y"),
    ("cel.bind(x, x, 1)", "unknown-name name=x"),
    ("cel.bind(x, 1, x + 'a')", "operand-types left=int operator=+ right=string"),
    (
      "cel.bind(x, strategy, x == 'nope')",
      "unknown-choice choices=yes,partly,no name=strategy value=nope"
    ),
    // Two variables.
    ("['a', 'b'].exists(i, v, i == 1 && v == 'b')", "true"),
    ("{'a': 1, 'b': 2}.all(k, v, k == 'a' || v == 2)", "true"),
    ("{'a': 1, 'b': 2}.exists_one(k, v, v > 1)", "true"), ("[3].existsOne(x, x > 2)", "true"),
    ("services.exists(i, s, i == 0 && s == 'export')", "true"),
    ("scores.transformList(i, v, v * double(i))", "[0.0, 2.0, 7.0]"),
    ("scores.transformList(i, v, i > 0, v)", "[2.0, 3.5]"),
    ("{'b': 1, 'a': 2}.transformList(k, v, k + string(v))", "['b1', 'a2']"),
    ("{'b': 1, 'a': 2}.transformMap(k, v, v * 10)", "{'b': 10, 'a': 20}"),
    ("['x', 'y'].transformMap(i, v, v)", "{0: 'x', 1: 'y'}"),
    ("['x', 'y'].transformMap(i, v, i > 0, v)", "{1: 'y'}"),
    ("services.transformMapEntry(i, v, {v: i})", "{'export': 0, 'fairs': 1}"),
    ("services.transformMapEntry(i, v, i > 0, {v: i, string(i): 7})['1']", "7"),
    ("[1].transformMap(i, v, [v].transformMap(i, w, w + v))", "{0: {0: 2}}"),
    (
      "[1, 1].transformMapEntry(i, v, {v: i})",
      "duplicate-key at [1, 1].transformMapEntry(i, v, {v: i})"
    ),
    ("dyn([1]).transformMapEntry(i, v, dyn(v))", "entry-type at dyn(v)"),
    ("[0, 1].transformMap(i, v, 1 / v)", "division-by-zero at 1 / v"),
    ("[1.0, share].transformMap(i, v, v)", "unknown share"),
    ("[1, 2].transformList(i, v, v > 1 ? share : 1.0)", "unknown share"),
    ("[1, 2].transformMap(i, v, v > 1 ? share : 1.0)", "unknown share"),
    ("[1, 2].exists(i, v, v > 1 ? share > 1.0 : active)", "true"),
    ("[1, 2].all(i, v, share > 1.0)", "unknown share"),
    ("share.all(i, v, true)", "loop-range name=all type=double"),
    // Findings.
    ("[1].all(x, x, true)", "second-loop-variable name=all"),
    ("[1].transformList(x, 2, x)", "second-loop-variable name=transformList"),
    ("[1].transformList(1, x, x)", "loop-variable name=transformList"),
    ("[1].transformList(x, x)", "argument-count expected=3 / 4 given=2 name=transformList"),
    ("[1].filter(i, x, true)", "argument-count expected=2 given=3 name=filter"),
    ("[1].exists()", "argument-count expected=2 / 3 given=0 name=exists"),
    ("[1].transformMapEntry(i, v, v)", "entry-type name=transformMapEntry type=int"),
    (
      "services.transformMap(i, v, v == 'fair')",
      "unknown-choice choices=training,export,fairs name=services suggestion=fairs value=fair"
    ),
    // Limits.
    (doubling(24, "x + x", "'xxxxxxxxxxxxxxxx'"), "string-too-long"),
    (doubling(24, "x + x", "[1, 1, 1, 1]"), "list-too-long"),
    (doubling(40, "[x, x]", "[1]"), "too-many-steps"),
    (doubling(120, "x", "1"), "too-deep limit=100"),
    (
      "cel.bind(l, " + String(repeating: "[1,1,1,1,1,1,1,1,1,1]", count: 1)
        + ".map(a, [1,1,1,1,1,1,1,1,1,1]), l.all(i, a, l.all(j, b, l.all(k, c, l.all(m, d, "
        + "l.all(n, e, l.all(o, f, true)))))))", "too-many-steps"
    ),
  ]

  @Test("have these values") func evaluates() {
    for (source, value) in Self.values {
      let outcome = SampleModel.evaluate(source, unanswered: ["share"])
      let isLimit = value.hasSuffix("-too-long") || value == "too-many-steps"
      #expect(
        (isLimit ? String(outcome.prefix { $0 != " " }) : outcome) == value, "\(source.prefix(90))")
    }
  }

  @Test("take no more entries than a map may have") func mapLimit() throws {
    var environment = Environment(profile: .strict)
    environment.declare("l", .list(.int), slot: Slot(index: 0))
    let list = Value.list((0..<10_000).map { .int($0) })
    for (source, isTooLong) in [
      ("size(l.transformMap(i, v, v)) == 10000", false),
      ("size(l.transformMapEntry(i, v, {v: 1, -v - 1: 2})) > 0", true),
    ] {
      let program = try #require(
        environment.compile(source, place: { _ in nil }, expecting: .any).value)
      let result = program.evaluate([list])
      if case .error(let error) = result {
        #expect(isTooLong && error.code.rawValue == "expression.map-too-long")
      } else {
        #expect(result == .bool(true) && !isTooLong)
      }
    }
  }

  /// Expression and what decided it.
  static let explanations: [(String, String)] = [
    (
      "cel.bind(x, members + 1, x > 5)",
      """
      cel.bind(x, members + 1, x > 5) = true {members + 1 = 13 {members = 12}; \
      x > 5 = true {x = 13}}
      """
    ),
    (
      "cel.bind(x, members + 1, active || x > 50)",
      """
      cel.bind(x, members + 1, active || x > 50) = true {active || x > 50 = true {active = true}}
      """
    ),
    (
      "services.exists(i, s, i > 0 && s == 'fairs')",
      """
      services.exists(i, s, i > 0 && s == 'fairs') = true {services = ['export', 'fairs']; \
      i > 0 && s == 'fairs' = true {i > 0 = true {i = 1}; s == 'fairs' = true {s = 'fairs'}}}
      """
    ),
    (
      "facts.all(k, v, v > 1)",
      "facts.all(k, v, v > 1) = false {facts = {'a': 1}; v > 1 = false {v = 1}}"
    ),
  ]

  @Test("are explained by what decided", arguments: explanations)
  func explains(_ source: String, _ wanted: String) throws {
    func text(_ explanation: Explanation) -> String {
      let own = "\(explanation.source) = \(explanation.value)"
      if explanation.children.isEmpty { return own }
      return own + " {" + explanation.children.map(text).joined(separator: "; ") + "}"
    }
    let program = try #require(SampleModel.compile(source).value)
    #expect(text(program.explain(SampleModel.slots())) == wanted)
  }
}
