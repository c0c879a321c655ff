import CEL
import Diagnostics
import Foundation
import TestKit
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// Loops of twelve rounds, one in another.
  private static func loops(_ kind: String, times count: Int, _ body: String) -> String {
    (0..<count).map { "[1,1,1,1,1,1,1,1,1,1,1,1].\(kind)(x\($0)," }.joined() + body
      + times(count, ")")
  }

  private static let deep = 300
  /// Source and what is found, or the value; errors of evaluation by their kind.
  static let rows: [(String, String)] = [
    (times(20_000, "(") + "1" + times(20_000, ")"), "source-too-long limit=10000"),
    (times(20_000, "["), "source-too-long limit=10000"),
    ("1" + times(50_000, "+1"), "source-too-long limit=10000"),
    (times(10_001, "ą"), "source-too-long limit=10000"),
    (times(deep, "(") + "1" + times(deep, ")"), "too-deep limit=100"),
    (times(deep, "[") + times(deep, "]"), "too-deep limit=100"),
    (times(deep, "{1:"), "too-deep limit=100"),
    (times(deep, "!") + "true", "too-deep limit=100"),
    (times(deep, "-") + "members", "too-deep limit=100"),
    (times(deep, "size("), "too-deep limit=100"),
    (times(deep, "true?1:") + "2", "too-deep limit=100"),
    ("anything" + times(deep, ".a"), "too-deep limit=100"),
    ("anything" + times(deep, "[0]"), "too-deep limit=100"),
    ("anything" + times(deep, ".map(x,x)"), "too-deep limit=100"),
    ("1" + times(deep, "<1"), "too-deep limit=100"),
    ("anything" + times(deep, ".?a"), "too-deep limit=100"),
    ("anything" + times(deep, "[?0]"), "too-deep limit=100"),
    (times(deep, "[?"), "too-deep limit=100"),
    (times(deep, "{?1:optional.of("), "too-deep limit=100"),
    (times(deep, "optional.of("), "too-deep limit=100"),
    ("optional.of(1)" + times(deep, ".optMap(x,x)"), "too-deep limit=100"),
    ("1" + times(2_500, "+1"), "too-large limit=2000"),
    ("true" + times(1_200, "&&active"), "true"), ("0" + times(1_200, "+1"), "1200"),
    ("1" + times(800, "*10"), "overflow"),
    ("[" + times(1_500, "1,") + "1]", "literal-too-long limit=1000"),
    ("9223372036854775807 + members", "overflow"), ("-9223372036854775808 - members", "overflow"),
    // Loops in loops, 12^8 rounds: seen when they are read, or when they run.
    (loops("all", times: 8, "x0 == 1"), "too-many-steps limit=100000"),
    (loops("all", times: 8, "active"), "too-many-steps"),
    (loops("map", times: 8, "active"), "too-many-steps limit=100000"),
    (loops("exists", times: 8, "active"), "true"),
    // A text that doubles 24 times, and a list.
    ("['xxxxxxxxxxxxxxxx']" + times(24, ".map(s,s+s)"), "string-too-long limit=65536"),
    ("[note]" + times(24, ".map(s,s+s)"), "string-too-long"),
    ("[[1,1,1,1]]" + times(24, ".map(s,s+s)"), "list-too-long limit=10000"),
    ("[services]" + times(24, ".map(s,s+s)"), "list-too-long"),
    // A list that holds itself twice, 40 deep: small to keep, endless to compare or print.
    ("[1]" + times(40, ".map(x,[x,x])") + " == [1]" + times(40, ".map(x,[x,x])"), "too-many-steps"),
    (
      "[members]" + times(40, ".map(x,[x,x])") + " == [12]" + times(40, ".map(x,[x,x])"),
      "too-many-steps"
    ),
    (
      "optional.of(1)" + times(40, ".optMap(x,[x,x])") + " == optional.of(1)"
        + times(40, ".optMap(x,[x,x])"), "too-many-steps"
    ),
    // Types that double with each loop.
    ("[1]" + times(40, ".map(x,{x:x})") + ".size()", "key-type type=map(int, int)"),
    (
      (0..<60).map { "[].map(x\($0)," }.joined() + "["
        + (1..<60).map { "[x\($0 - 1),{x\($0):x\($0)}]," }.joined() + "]" + times(60, ")"), "[]"
    ),
  ]

  @Test(
    "ends with a value or a located error", .timeLimit(.minutes(1)), arguments: rows)
  func ends(_ source: String, _ result: String) {
    let outcome = SampleModel.evaluate(source).split(separator: " at ").first
    #expect(outcome.map(String.init) == result, "\(source.prefix(60))")
  }

  /// Nested nearly as deep as is allowed, each a value.
  static let nested: [String] = [
    times(95, "(") + "1" + times(95, ")"), times(95, "[") + times(95, "]"),
    times(95, "{1:") + "2" + times(95, "}"), times(95, "!") + "active",
    times(95, "-") + "members", times(95, "dyn(") + "members" + times(95, ")"),
    times(95, "active?") + "1" + times(95, ":2"), times(95, "active?1:") + "2",
    "[1]" + times(95, ".map(x,x)"), times(95, "[1].map(x,") + "x" + times(95, ")"),
    "active" + times(95, "==active"), times(95, "(active||") + "active" + times(95, ")"),
    times(95, "[1].all(x,") + "active" + times(95, ")"),
    "facts" + times(45, ".?a.b"), times(30, "[?optional.of(") + "1" + times(30, ")]"),
    times(95, "optional.of(") + "1" + times(95, ")") + " == optional.of(1)",
    times(95, "optional.of(1).optMap(x,") + "x" + times(95, ")"),
    "optional.of(1)" + times(95, ".or(optional.of(1))"),
  ]

  @Test("needs little stack, however deep the nesting")
  func stack() {
    let results = Self.nested.map { SampleModel.evaluate($0) }
    #expect(results.filter { $0.contains("too-deep") } == [])
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      for source in Self.nested { _ = SampleModel.evaluate(source) }
      done.signal()
    }
    // A secondary thread of Darwin has 512 KiB; unoptimised code takes more.
    #if DEBUG
      thread.stackSize = 1024 * 1024
    #else
      thread.stackSize = 512 * 1024
    #endif
    thread.start()
    done.wait()
  }

  @Test("survives any tokens in any order")
  func tokens() {
    let words = [
      "members", "strategy", "services", "capacity", "human", "x", "1", "2u", "1.5", "'a'", "b'b'",
      "true", "null", "in", "and", "not", "for", "has", "size", "exists", "map", "all", "answered",
      "max", "dyn", "optional.of(", ".?a", "optMap", "orValue", "+", "-", "*", "/", "%", "==", "!=",
      "<", ">=", "&&", "||", "!", "?", ":",
      ",", ".", "(", ")", "(", ")", "[", "]", "{", "}", "`q`", "'", "\"\"\"", "\\", "ž", "„", "=",
      "//\n", "0x", "9223372036854775808", "🐱",
    ]
    var random = SplitMix(seed: 7)
    let slots = SampleModel.slots(unanswered: ["share"])
    var compiled = 0
    for _ in 0..<10_000 {
      let count = Int.random(in: 1...14, using: &random)
      let source = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let checked = SampleModel.compile(source)
      let size = source.utf8.count
      let places = checked.diagnostics.compactMap(\.place?.range)
      if !places.allSatisfy({ $0.lowerBound >= 0 && $0.upperBound <= size }) {
        Issue.record("a place outside of \(source)")
      }
      guard let program = checked.value else {
        if !checked.hasErrors { Issue.record("neither a program nor an error: \(source)") }
        continue
      }
      compiled += 1
      if program.explain(slots).value.description != program.evaluate(slots).description {
        Issue.record("explained to another value: \(source)")
      }
    }
    #expect(compiled > 100)
  }

  @Test("survives any change of a good expression")
  func mutations() {
    var random = SplitMix(seed: 11)
    let good = EvaluationTests.values.map(\.0) + EvaluationTests.surveys.map(\.0)
    let slots = SampleModel.slots()
    for _ in 0..<5_000 {
      var scalars = Array((good.randomElement(using: &random) ?? "").unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) where !scalars.isEmpty {
        let index = Int.random(in: 0..<scalars.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(scalars.randomElement(using: &random) ?? "1", at: index)
        default: scalars.swapAt(index, Int.random(in: 0..<scalars.count, using: &random))
        }
      }
      let source = String(String.UnicodeScalarView(scalars))
      let checked = SampleModel.compile(source)
      _ = checked.value?.evaluate(slots)
      #expect(checked.value != nil || checked.hasErrors, "\(source)")
    }
  }
}
