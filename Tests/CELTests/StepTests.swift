import Diagnostics
import Testing

@testable import CEL

/// What evaluations cost, in steps, and what is known of it before.
@Suite("Steps")
struct StepTests {
  private static func compile(_ source: String) -> (program: Program?, findings: [Finding]) {
    SampleModel.environment(.survey).compile(source, expecting: .any, isChecked: true)
  }

  /// Source, the steps that it takes, and the most that it can take where that is known.
  static let rows: [(source: String, steps: Int, bound: Int?)] = [
    ("members >= 5 && strategy != 'no'", 0, 0), ("members * 2.5 + share", 0, 0),
    // A round costs one, and one for each node of the condition.
    ("scores.all(s, s >= 1.0)", 12, 7_000), ("services.exists(s, s == 'fairs')", 8, 21),
    ("services.filter(s, s != 'fairs').size()", 8, 21), ("'fairs' in services", 1, 4),
    ("scores.map(s, s * 2.0)", 12, nil), ("size(note)", 1, 65),
    ("note + note", 1, nil), ("anything > 5", 0, nil),
    // Reads no variable, so it has been computed.
    ("[1, 2, 3].map(n, n * n)", 0, nil), ("members in [1, 2].map(n, n * 2)", 1, nil),
    ("[1, 2, 3].exists(n, n == 3) && active", 0, 0),
  ]

  /// Sources about a text of 128 bytes, and the steps that they take: keys are hashed, short ones
  /// for nothing, long ones by their length.
  static let keys: [(source: String, steps: Int)] = [
    ("{note: 1}[note]", 0), ("{long: members}", 2), ("long in {long: members}", 4),
    ("{long: members}[long] + {long: members}[?long].value()", 8),
    ("{long: members} == {long: members}", 8),
    // Two rounds of four steps, in each an entry that is written and one that is kept.
    ("services.transformMapEntry(i, s, {long: members})", 16),
  ]

  @Test("are taken by keys of maps")
  func key() {
    let long = "'" + String(repeating: "k", count: 128) + "'"
    for (source, steps) in Self.keys {
      let written = source.replacing("long", with: long)
      #expect(
        Self.compile(written).program?.measure(SampleModel.slots()).steps == steps, "\(source)")
    }
  }

  @Test("are few, and never more than their bound")
  func count() {
    let found = Self.rows.map { row -> String in
      guard let program = Self.compile(row.source).program else { return "\(row.source): none" }
      let steps = program.measure(SampleModel.slots()).steps
      #expect(steps <= program.stepBound ?? .max, "\(row.source)")
      return "\(row.source): \(steps) \(program.stepBound.map(String.init) ?? "–")"
    }
    #expect(
      found
        == Self.rows.map { "\($0.source): \($0.steps) \($0.bound.map(String.init) ?? "–")" })
  }

  /// Source, the code of what is found when it is read, and the part that it points at.
  static let excesses: [(source: String, code: String, part: String)] = [
    (
      "active && [1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5,6,7,8,9,10].map(b, "
        + "[1,2,3,4,5,6,7,8,9,10].map(c, [1,2,3,4,5,6,7,8,9,10].map(d, "
        + "[1,2,3,4,5,6,7,8,9,10].map(e, members + a))))).size() > 1", "expression.too-many-steps",
      "[1,2,3,4,5,6,7,8,9,10].map(a"
    ),
    (
      "active || ['0123456789012345']" + String(repeating: ".map(s, s + s)", count: 13)
        + " == ['']", "expression.string-too-long", "s + s"
    ),
    (
      "members > 1 && [[1, 2, 3, 4]]" + String(repeating: ".map(l, l + l)", count: 12) + " == []",
      "expression.list-too-long", "l + l"
    ),
  ]

  @Test("that nobody can take are found when the expression is read")
  func excess() {
    for (source, code, part) in Self.excesses {
      let (program, findings) = Self.compile(source)
      #expect(program == nil)
      #expect(findings.map(\.code.rawValue) == [code], "\(source)")
      let bytes = Array(source.utf8)
      for finding in findings {
        let text = String(decoding: bytes[finding.range], as: UTF8.self)
        #expect(text.hasPrefix(part), "\(text)")
      }
    }
  }

  @Test("of what may still end are left to the evaluation")
  func mayEnd() {
    // `all` stops at the first that is false, and the branch may never be taken.
    let sources = [
      "[1,2,3,4,5,6,7,8,9,10].all(a, members > a && [1,2].all(b, active))",
      "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, "
        + "[1,2,3,4,5,6,7,8,9,10].all(d, [1,2,3,4,5,6,7,8,9,10].all(e, members < 3)))))",
    ]
    for source in sources {
      let (program, findings) = Self.compile(source)
      #expect(findings.isEmpty)
      #expect(program?.evaluate(SampleModel.slots()).isProper == true)
    }
  }
}
