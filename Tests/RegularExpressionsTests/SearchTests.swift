import TestKit
import Testing

@testable import RegularExpressions

@Suite("Searching by patterns") struct SearchTests {
  @Test("finds what a second matcher finds", arguments: RegularExpression.Engine.all)
  func random(engine: RegularExpression.Engine) throws {
    var random = SplitMix(seed: 2026)
    var steps = 0
    var found = 0
    for _ in 0..<3_000 {
      let sample = Sample.branches(depth: 2, &random)
      let pattern = Sample.pattern(sample)
      let expression = try RegularExpression(pattern)
      for _ in 0..<3 {
        let count = random.below(9)
        let text = (0..<count).map { _ in Sample.letters[random.below(Sample.letters.count)] }
        let expected = Sample.isFound(sample, in: text)
        let result = expression.matches(in: String(text), by: engine, steps: &steps)
        #expect(result == expected, "\(pattern) in \(text)")
        found += expected ? 1 : 0
      }
    }
    // The test would tell little if nearly all patterns were found, or nearly none.
    #expect((3_000...8_000).contains(found))
  }

  /// Patterns that take a backtracking matcher beyond all time, with texts that just fail.
  static let hostile: [(pattern: String, text: String)] = [
    ("^(a+)+$", String(repeating: "a", count: 2_000) + "!"),
    ("^(a+)+$", String(repeating: "a", count: 2_000)),
    ("^(a|a)*$", String(repeating: "a", count: 2_000) + "!"),
    ("^(a|aa)+$", String(repeating: "a", count: 2_000) + "!"),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", String(repeating: "a", count: 2_000)),
    ("(.*)(.*)(.*)(.*)(.*)[^a]x", String(repeating: "a", count: 2_000)),
    ("^(a?){400}a{400}$", String(repeating: "a", count: 399)),
    ("(x+x+)+y", String(repeating: "x", count: 2_000)),
    (#"\b(a*)*\b$"#, String(repeating: "a", count: 2_000) + "!"),
    // One of two letters is this far behind: a deterministic automaton has 2^20 states.
    ("a.{20}b$", String((0..<2_000).map { $0 * $0 % 7 < 3 ? "a" : "c" })),
    ("(?i)(.*ž){30}$", String(repeating: "Ž", count: 1_000) + "!"),
  ]

  @Test("takes a bounded number of steps", arguments: RegularExpression.Engine.all)
  func steps(engine: RegularExpression.Engine) throws {
    for (pattern, text) in Self.hostile {
      let expression = try RegularExpression(pattern)
      var steps = 0
      _ = expression.matches(in: text, by: engine, steps: &steps)
      let length = text.unicodeScalars.count + 1
      // Each place of the text visits each instruction at most once, and follows one transition.
      #expect(steps <= length * (expression.size + 1), "\(pattern)")
    }
  }

  @Test("takes one step a letter where the states are few")
  func automaton() throws {
    let expression = try RegularExpression("^(a+)+$")
    var steps = 0
    let text = String(repeating: "a", count: 100_000) + "!"
    #expect(!expression.matches(in: text, by: .automaton(states: 100), steps: &steps))
    #expect((100_001...100_100).contains(steps))
  }

  @Test("stops at the first match, and where none is possible any more")
  func stops() throws {
    let text = "x" + String(repeating: "a", count: 10_000)
    for (pattern, expected) in [("xa", true), ("^a", false), (#"\A(b|c)+"#, false)] {
      let expression = try RegularExpression(pattern)
      for engine in RegularExpression.Engine.all {
        var steps = 0
        #expect(expression.matches(in: text, by: engine, steps: &steps) == expected)
        #expect(steps < 50, "\(pattern)")
      }
    }
  }

  @Test("reads code points, not letters of several", arguments: RegularExpression.Engine.all)
  func scalars(engine: RegularExpression.Engine) throws {
    let borders: [UInt32] = [
      0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF,
    ]
    var steps = 0
    for scalar in borders.compactMap(Unicode.Scalar.init) {
      let hexadecimal = String(scalar.value, radix: 16)
      let text = "a\(Character(scalar))\u{301}"
      for (pattern, expected) in [
        (#"^a\x{\#(hexadecimal)}\x{301}$"#, true), (#"^a[^\x{\#(hexadecimal)}]"#, false),
        ("^...$", true), ("^..$", false),
      ] {
        let expression = try RegularExpression(pattern)
        let result = expression.matches(in: text, by: engine, steps: &steps)
        #expect(result == expected, "\(pattern)")
      }
    }
  }
}
