import CEL
import Diagnostics
import TestKit
import Testing

@Suite("Optional values") struct OptionalTests {
  /// Beside what the conformance suite asks.
  static let values: [(String, String)] = [
    ("facts.?a", "optional.of(1)"), ("facts.?b", "optional.none()"),
    ("facts[?'a']", "optional.of(1)"), ("facts[?'b'].orValue(2)", "2"),
    ("services[?1]", "optional.of('fairs')"), ("services[?-1]", "optional.none()"),
    ("services[?9223372036854775807]", "optional.none()"),
    ("{'a': {}}.?a.?b.?c[?0]", "optional.none()"), ("{'a': {}}.?a.b.c[0]", "optional.none()"),
    ("{'a': {'b': [7]}}.?a.b[0].value() + 1", "8"),
    ("[?facts.?a, ?facts.?b, 3]", "[1, 3]"),
    ("{?'x': facts.?b, ?'y': facts.?a}", "{'y': 1}"),
    ("facts.?a.optMap(x, x * 2).optMap(x, x + 1)", "optional.of(3)"),
    ("facts.?a.optMap(x, facts.?b.optMap(y, x + y).orValue(x * 10))", "optional.of(10)"),
    ("[1, 2].map(i, [10][?i - 1].optMap(x, x + i).orValue(i))", "[11, 2]"),
    ("facts.?a.optFlatMap(x, facts.?b).hasValue()", "false"),
    ("optional.of(optional.none())", "optional.of(optional.none())"),
    ("optional.of(1) == optional.of(dyn(1.0))", "true"),
    ("optional.of([1, 2]) in [optional.of([2, 1])]", "false"),
    ("['', 'a'].map(t, optional.ofNonZeroValue(t))", "[optional.none(), optional.of('a')]"),
    ("type(facts.?a) == optional_type", "true"),
    ("facts.?a.or(optional.of(1 / 0)).hasValue()", "true"), ("facts.?a.orValue(1 / 0)", "1"),
    ("facts.?b.orValue(1 / 0)", "division-by-zero at 1 / 0"),
    ("facts.?b.value()", "no-value at facts.?b.value()"),
    ("dyn(1).orValue(2)", "not-optional at dyn(1)"),
    ("dyn(1).optMap(x, x)", "not-optional at dyn(1)"),
    ("optional.of(1).optFlatMap(x, dyn(x))", "not-optional at dyn(x)"),
    ("[?dyn(1)]", "not-optional at dyn(1)"), ("{?'a': dyn(1)}", "not-optional at dyn(1)"),
    ("optional.of(dyn(1)).a", "no-fields at optional.of(dyn(1)).a"),
    ("dyn(services)[?'a']", "index-type at dyn(services)[?'a']"),
  ]

  /// An unknown is not an empty optional; `u` and `v` are unanswered.
  static let unknowns: [(String, String)] = [
    ("optional.of(members)", "unknown members"),
    ("optional.ofNonZeroValue(members)", "unknown members"),
    ("optional.of(members).hasValue()", "unknown members"),
    ("optional.of(members).orValue(0)", "unknown members"),
    ("optional.of(share).orValue(capacity.human)", "unknown share"),
    ("optional.of(1).orValue(members)", "1"),
    ("optional.of(1).or(optional.of(members))", "optional.of(1)"),
    ("optional.none().orValue(members)", "unknown members"),
    ("optional.none().or(optional.of(members))", "unknown members"),
    ("optional.of(members).optMap(m, m + 1)", "unknown members"),
    ("optional.of(1).optMap(m, m + members)", "unknown members"),
    ("optional.none().optMap(m, m + members)", "optional.none()"),
    ("optional.of(1).optFlatMap(m, optional.of(members))", "unknown members"),
    ("facts.?a", "unknown facts"), ("services[?members]", "unknown members"),
    ("[1, ?optional.of(members)]", "unknown members"),
    ("{'a': share, ?'b': optional.of(members)}", "unknown members share"),
    ("has(dyn(facts).?a.b)", "unknown facts"),
    ("optional.of(members) == optional.none()", "unknown members"),
    ("facts.?a.hasValue() || active", "true"),
    ("(answered(members) ? optional.of(members) : optional.none()).orValue(0)", "0"),
  ]

  static let findings: [(String, String)] = [
    ("[1, ?⟦members⟧]", "not-optional name=? type=int"),
    ("{?'a': ⟦members⟧}", "not-optional name=? type=int"),
    ("⟦members⟧.optMap(m, m)", "not-optional name=optMap type=int"),
    ("optional.of(1).optFlatMap(m, ⟦m + 1⟧)", "not-optional name=optFlatMap type=int"),
    ("optional.of(1).optMap(⟦1⟧, 2)", "loop-variable name=optMap"),
    ("optional.of(1).⟦optMap⟧(m)", "argument-count expected=2 given=1 name=optMap"),
    ("⟦optMap⟧(members, m, m)", "called-without-value name=optMap"),
    ("⟦members.?count⟧", "no-fields field=count type=int"),
    ("⟦members⟧[?0]", "not-indexable type=int"),
    ("services[?⟦'a'⟧]", "index-type expected=int type=string"),
    ("⟦facts.?a + 1⟧", "operand-types left=optional_type(int) operator=+ right=int"),
    ("⟦facts.?a⟧ && active", "not-condition operator=&& type=optional_type(int)"),
    ("⟦facts.?a.orValue('none')⟧", "argument-types name=orValue types=optional_type(int), string"),
    ("⟦optional.off⟧(1)", "unknown-function name=optional.off suggestion=optional.of"),
    ("facts.?⟦⟧", "unexpected-end"), ("facts.?a⟦(⟧1)", "unexpected found=("),
    ("[?⟦]⟧", "unexpected found=]"), ("has(⟦facts.?a⟧)", "has-argument"),
  ]

  @Test("are made, asked and passed over") func givesValues() {
    for (source, value) in Self.values {
      #expect(SampleModel.evaluate(source) == value, "\(source)")
    }
  }

  @Test("leave unknown what is unknown inside") func keepsUnknowns() {
    for (source, value) in Self.unknowns {
      let missing: Set<String> = ["members", "share", "facts"]
      #expect(SampleModel.evaluate(source, unanswered: missing) == value, "\(source)")
    }
  }

  @Test("are told apart from other values") func findsMistakes() {
    for (source, findings) in Self.findings {
      let marked = Marked(source)
      let checked = SampleModel.compile(marked.text)
      #expect(SampleModel.describe(checked.diagnostics) == findings, "\(source)")
      #expect(checked.diagnostics.map(\.place?.range) == marked.ranges, "\(source)")
    }
  }

  @Test("explain an alternative only where it was needed") func explains() {
    let rows = [
      ("facts.?a.orValue(members)", ["facts.?a"]),
      ("facts.?b.orValue(members)", ["facts.?b", "members"]),
      ("facts.?a.optMap(x, x + members)", ["facts.?a", "x + members"]),
      ("facts.?b.optMap(x, x + members)", ["facts.?b"]),
    ]
    for (source, children) in rows {
      let explanation = SampleModel.compile(source).value?.explain(SampleModel.slots())
      #expect(explanation?.children.map(\.source) == children, "\(source)")
    }
  }
}
