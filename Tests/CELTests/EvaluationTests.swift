import CEL
import Diagnostics
import Testing

@Suite("Evaluation")
struct EvaluationTests {
  /// Expression, value as it would be written.
  static let values: [(String, String)] = [
    // Literals.
    ("-9223372036854775808", "-9223372036854775808"), ("0xFFu", "255u"), (".5e1", "5.0"),
    (#"'a\x41\u017e\\'"#, #"'aAž\\'"#), (#"r'\n'"#, #"'\\n'"#), ("'''it's'''", #"'it\'s'"#),
    (#"b'\xff\101' == b'\377A'"#, "true"), ("[1, 'a', null]", "[1, 'a', null]"),
    ("{'k': [1u], 2: true}", "{'k': [1u], 2: true}"), ("// nothing\n1 // one", "1"),
    // Precedence.
    ("1 + 2 * 3 - 4 / 2 % 2", "7"), ("!false && false || true", "true"),
    ("true || true && false", "true"), ("-2 - -2", "0"), ("1 < 2 == true", "true"),
    ("false ? 1 : true ? 2 : 3", "2"), ("[1, 2][1]", "2"), ("{'a': {'b': 5}}.a.b", "5"),
    // Numbers.
    ("7 / 2", "3"), ("-7 / 2", "-3"), ("-7 % 2", "-1"), ("7.0 / 2.0", "3.5"),
    ("1.0 / 0.0", "inf"), ("18446744073709551615u - 1u", "18446744073709551614u"),
    ("dyn(1) == 1u && dyn(1) == 1.0 && dyn(2u) > 1.5", "true"),
    ("0.0 / 0.0 == 0.0 / 0.0", "false"), ("0.0 / 0.0 < 1.0", "false"),
    // Text.
    ("'ab' + 'cd'", "'abcd'"), ("size('ąž🐱')", "3"), ("'ąžuolas'.startsWith('ąž')", "true"),
    ("'aab'.contains('ab')", "true"), ("'aab'.contains('ba')", "false"),
    ("'abc'.endsWith('abcd')", "false"), (#"'é' == 'e\u0301'"#, "false"), ("'b' > 'B'", "true"),
    ("'Z' < 'ą'", "true"),
    // Collections.
    ("3 in [1, 2, 3]", "true"), ("12 in [1,2,3,4,5,6,7,8,9,10,11,12]", "true"),
    ("'m' in ['a','b','c','d','e','f','g','h','i']", "false"),
    ("dyn(2.0) in [1, 2, 3, 4, 5, 6, 7, 8, 9]", "true"), ("'a' in {'a': 1}", "true"),
    ("[1] + [2, 3] == [1, 2, 3]", "true"), ("{'a': 1, 'b': 2} == {'b': 2.0, 'a': 1u}", "true"),
    ("has({'a': 1}.a) && !has({'a': 1}.b)", "true"), ("{1: 'one'}[1]", "'one'"),
    ("size({1: 2}) + [1, 2].size()", "3"),
    ("dyn(9007199254740993) in [9007199254740992.0, 1, 2, 3, 4, 5, 6, 7, 8]", "true"),
    // Loops.
    ("[1, 2, 3].all(x, x > 0)", "true"), ("[1, 2, 3].exists(x, x > 3)", "false"),
    ("[1, 2, 3].exists_one(x, x > 2)", "true"), ("[1, 2, 3].filter(x, x != 2)", "[1, 3]"),
    ("[1, 2, 3].map(x, x * x)", "[1, 4, 9]"), ("[1, 2, 3].map(x, x > 1, x + 1)", "[3, 4]"),
    ("{'b': 1, 'a': 2}.map(k, k)", "['b', 'a']"),
    ("[1, 2].map(x, [3, 4].map(y, x * y))", "[[3, 4], [6, 8]]"),
    ("[1, 2].map(x, [x].map(x, x + 1))", "[[2], [3]]"),
    ("[0, 1].exists(x, 1 / x > 0)", "true"), ("[1, 0].all(x, 1 / x > 1)", "false"),
    // Conversions.
    ("int(2.9) + int('40') + int(1u)", "43"), ("uint(3.7)", "3u"), ("double('1e3')", "1000.0"),
    ("string(1.0) + string(0.1) + string(true)", "'10.1true'"), ("bool('True')", "true"),
    ("type(1) == int && type([]) == list", "true"), ("type(dyn('a'))", "string"),
    // Questions.
    ("members >= 10 && strategy != 'no'", "true"), ("capacity.human > capacity.money", "true"),
    ("'export' in services && size(services) == 2", "true"), ("note.contains('žuol')", "true"),
    ("services.exists(s, s == 'fairs')", "true"), ("facts.a + facts['a']", "2"),
    ("anything + 1", "8"), ("scores.filter(s, s >= 2.0).size()", "2"),
  ]

  @Test("gives the value", arguments: [Profile.strict, .survey])
  func evaluates(_ profile: Profile) {
    for (source, value) in Self.values {
      #expect(SampleModel.evaluate(source, profile) == value, "\(source)")
    }
  }

  /// What fails names the part that failed.
  static let failures: [(String, String)] = [
    ("1 + 9223372036854775807", "overflow at 1 + 9223372036854775807"),
    ("-(-9223372036854775808)", "overflow at -(-9223372036854775808)"),
    ("abs(-9223372036854775808)", "overflow at abs(-9223372036854775808)"),
    ("-9223372036854775808 / -1", "overflow at -9223372036854775808 / -1"),
    ("2 > 1 / 0", "division-by-zero at 1 / 0"), ("members % 0", "division-by-zero at members % 0"),
    ("0u - 1u", "overflow at 0u - 1u"), ("[1][members]", "index-outside at [1][members]"),
    ("[1][-1]", "index-outside at [1][-1]"), ("facts.b", "no-such-key at facts.b"),
    ("{'a': 1, 'a': 2}", "duplicate-key at {'a': 1, 'a': 2}"),
    ("int('12,5')", "conversion at int('12,5')"), ("int(1e19)", "conversion at int(1e19)"),
    ("uint(-1)", "conversion at uint(-1)"), ("string(b'\\xff')", "conversion at string(b'\\xff')"),
    ("dyn('a') > 1", "operand-types at dyn('a') > 1"), ("-dyn('a')", "operand-type at -dyn('a')"),
    ("dyn(1) && true", "operand-type at dyn(1)"),
    ("size(dyn(1))", "argument-types at size(dyn(1))"),
    ("dyn(1).a", "no-fields at dyn(1).a"), ("dyn(1)[0]", "not-indexable at dyn(1)[0]"),
    ("[1][dyn('a')]", "index-type at [1][dyn('a')]"),
    ("[3, 0].map(n, 6 / n)", "division-by-zero at 6 / n"),
    ("true && 1 / 0 > 0", "division-by-zero at 1 / 0"),
    ("min(scores.filter(s, s > 9.0))", "empty-list at min(scores.filter(s, s > 9.0))"),
    ("clamp(5, 9, 1)", "bounds-order at clamp(5, 9, 1)"),
  ]

  @Test("fails where it must, and says where")
  func fails() {
    for (source, failure) in Self.failures {
      #expect(SampleModel.evaluate(source) == failure, "\(source)")
    }
  }

  /// What the survey profile adds; in the strict profile each is an error that the check finds.
  static let surveys: [(String, String)] = [
    ("members * 2.5", "30.0"), ("share * 2", "5.0"), ("sum([members, share]) / 2", "7.25"),
    ("min([3, share, 4]) * 2", "5.0"), ("max([1, 0.5]) / 4", "0.25"),
    ("[1, 2] == [1.0, 2.0]", "true"), ("[members] != [share]", "true"),
    ("{'a': [1]} == {'a': [1.5]}", "false"), ("optional.of(1) == optional.of(1.0)", "true"),
    ("[1] in [[1.0]]", "true"), ("sets.contains([1.0, 2.0], [2, 1])", "true"),
    ("sets.intersects([members], scores)", "false"), ("members + 1 + share", "15.5"),
    ("members / 5 + share", "4.5"), ("members > share", "true"), ("share == 2", "false"),
    ("3 in [1.0, 3.0]", "true"), ("members > 10 ? 1 : 0.5", "1.0"), ("count(services)", "2"),
    ("min(3, 1, 2)", "1"), ("max(members, share)", "12.0"), ("max(scores)", "3.5"),
    ("min([4, 2])", "2"), ("max(1.5)", "1.5"), ("abs(-3)", "3"), ("abs(-0.5)", "0.5"),
    ("round(2.5)", "3.0"), ("round(-2.5)", "-3.0"), ("round(0.49999999999999994)", "0.0"),
    ("clamp(members, 0, 10)", "10"), ("clamp(share, 0, 1)", "1.0"), ("answered(members)", "true"),
    ("answered(capacity.human)", "true"), ("max(anything, 3)", "7"),
    ("round(2.675, 2)", "2.68"), ("round(-1234.5, -2)", "-1200.0"), ("round(1250, -2)", "1300"),
    ("round(-950, -3)", "-1000"), ("round(49, -2)", "0"), ("round(5, -19)", "0"),
    ("round(9223372036854775807, -1)", "overflow at round(9223372036854775807, -1)"),
    ("round(9.99, 1)", "10.0"), ("round(0.05, 1)", "0.1"), ("round(0.049, 1)", "0.0"),
    ("round(5e-324, 9223372036854775807)", "5e-324"), ("round(1e300, 2)", "1e+300"),
    ("round(1e300, -301)", "0.0"), ("round(0.0 / 0.0, 1)", "nan"), ("sum(1, 2, 3)", "6"),
    ("sum(scores)", "6.5"), ("sum(members, share)", "14.5"),
    ("sum(scores.filter(s, s > 9.0))", "0.0"),
    ("sum(9223372036854775807, 1)", "overflow at sum(9223372036854775807, 1)"),
    ("countAnswered([members, note])", "2"), ("coalesce(members, 1)", "12"),
    ("coalesce(members, 0.5)", "12.0"),
    ("meanAnswered([members, share, 3], 3)", "5.833333333333333"),
    ("coalesce(1 / 0, 2)", "division-by-zero at 1 / 0"),
  ]

  @Test("knows what questionnaires need")
  func survey() {
    for (source, value) in Self.surveys {
      #expect(SampleModel.evaluate(source) == value, "\(source)")
      #expect(SampleModel.compile(source, .strict).hasErrors, "\(source)")
    }
  }

  @Test("deduces the type and finds what is read")
  func types() {
    let rows: [(String, CELType, [Int])] = [
      ("members + 1", .int, [0]), ("members + share", .double, [0, 1]),
      ("strategy == 'yes' ? 1 : 0", .int, [2]),
      ("services", .list(.choice(SampleModel.services)), [3]),
      ("services.map(s, size(s))", .list(.int), [3]), ("[1, 'a']", .list(.dyn), []),
      ("[[], [1]]", .list(.list(.int)), []), ("{}", .map(.dyn, .dyn), []),
      ("answered(share) || capacity.money > 1.0 || members > 3 || active", .bool, [0, 1, 5, 7]),
      ("max(1, 2)", .int, []), ("anything.a.b", .dyn, [9]), ("facts.a", .int, [10]),
    ]
    for (source, type, reads) in rows {
      let program = SampleModel.compile(source).value
      #expect(program?.type == type, "\(source)")
      #expect(program?.reads.map(\.index) == reads, "\(source)")
    }
  }
}
