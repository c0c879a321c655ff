import CEL
import Diagnostics
import Language
import RegularExpressions
import TestKit
import Testing

@Suite("Patterns in expressions") struct PatternTests {
  @Test("are searched for") func searches() {
    let rows: [(String, String)] = [
      ("note.matches('žuol')", "true"), ("matches(note, '^žuol')", "false"),
      ("note.matches(r'^\\p{Ll}+$')", "true"), ("note.matches('')", "true"),
      // Patterns that are only known when the answers are.
      ("note.matches('^' + note + '$')", "true"), ("matches(note + note, note + '{2}')", "false"),
      ("['^a', 's$'].map(p, note.matches(p))", "[false, true]"),
      // What is missing stays missing.
      ("note.matches(strategy)", "false"), ("dyn(note).matches('as$')", "true"),
    ]
    for (source, value) in rows { #expect(SampleModel.evaluate(source) == value, "\(source)") }
    for source in ["note.matches('a')", "matches('a', note)", "'a'.matches(note + '(')"] {
      let value = SampleModel.evaluate(source, unanswered: ["note"])
      #expect(value == "unknown note", "\(source)")
    }
  }

  @Test("fail when they turn out wrong, or too dear") func failures() {
    let long = "note" + String(repeating: " + note", count: 1_000)
    let loops = "[" + Array(repeating: "note", count: 200).joined(separator: ", ") + "]"
    let rows: [(String, String)] = [
      ("note.matches('(' + note)", "pattern-group-not-closed at note.matches('(' + note)"),
      ("note.matches(\(long))", "pattern-too-long at note.matches(\(long))"),
      ("dyn(members).matches('a')", "argument-types at dyn(members).matches('a')"),
      ("note.matches(dyn(members))", "argument-types at note.matches(dyn(members))"),
      ("true || note.matches(note + '(')", "true"),
      (
        "\(loops).exists(n, n.matches(n + 'a{1900}'))",
        "pattern-repetition-count at n.matches(n + 'a{1900}')"
      ),
    ]
    for (source, value) in rows {
      #expect(SampleModel.evaluate(source) == value, "\(source.prefix(80))")
    }
    for call in ["n.matches(n + 'a{950}')", "(\(long)).matches('a{950}')"] {
      let value = SampleModel.evaluate("\(loops).exists(n, \(call))")
      #expect(value.hasPrefix("too-many-steps at "), "\(call.suffix(40))")
    }
  }

  /// Expressions with the places of their findings marked.
  static let findings: [(String, String)] = [
    ("note.matches('a⟦(⟧b')", "pattern-group-not-closed found=("),
    ("matches(note, \"ąž*⟦*⟧\")", "pattern-repeated-twice found=*"),
    (#"note.matches(r'\w⟦\q⟧')"#, #"pattern-unknown-escape found=\q"#),
    (#"note.matches('ž\\d\u017E⟦\\q⟧.')"#, #"pattern-unknown-escape found=\q"#),
    (#"note.matches('⟦\x2a⟧')"#, "pattern-nothing-to-repeat found=*"),
    (#"note.matches(R'''⟦[⟧a-''')"#, "pattern-class-not-closed found=["),
    (
      "note.matches('a⟦{5,2}⟧') && note.matches('⟦(?=⟧a)')",
      "pattern-repetition-count found={5,2} limit=1000; pattern-lookaround found=(?="
    ),
    ("note.matches('⟦)⟧' )", "pattern-group-not-opened found=)"),
    // Escapes of the text itself come first; what they leave is not the pattern.
    (#"note.matches('⟦\d⟧+')"#, #"unknown-escape found=\d"#),
    ("⟦note.matches(3)⟧", "argument-types name=matches types=string, int"),
    ("⟦matches⟧(note)", "argument-count expected=2 given=1 name=matches"),
  ]

  @Test("are told off at the place inside the pattern") func places() {
    for (source, findings) in Self.findings {
      let marked = Marked(source)
      let checked = SampleModel.compile(marked.text)
      #expect(SampleModel.describe(checked.diagnostics) == findings, "\(source)")
      #expect(checked.diagnostics.map(\.place?.range) == marked.ranges, "\(source)")
    }
  }

  @Test("have words for every mistake, in every language")
  func words() {
    for language in Texts.available {
      let texts = Texts.texts(language)
      let codes = PatternError.Kind.allCases.map { "expression.pattern-\($0.rawValue)" }
      let missing = codes.flatMap { [$0, $0 + ".help"] }.filter { name in
        texts.optional(name, ["found": .text("a"), "limit": .count(1)]) == nil
      }
      #expect(missing == [], "\(language)")
    }
  }
}
