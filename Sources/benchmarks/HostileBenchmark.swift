internal import CEL
internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads and evaluates expressions that are written to exhaust an engine.
///
/// The memory is the most that the process has held so far, so each case has held less.
func benchmarkHostile() {
  print("Hostile expressions (bar: each under 50 ms and 64 MB, with a value or a located error)")
  for (name, source, text) in hostileExpressions {
    var outcome = ""
    let time = best(of: 3) { outcome = outcomeOf(source, text: text) }
    print("  \(name): \(written(time)), \(peakMegabytes()) MB; \(outcome)")
  }
}

private let hostileExpressions: [(name: String, source: String, text: String)] = {
  func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
  func loops(_ kind: String, _ body: String) -> String {
    (0..<8).map { "[1,1,1,1,1,1,1,1,1,1].\(kind)(x\($0)," }.joined() + body + times(8, ")")
  }
  return [
    ("20,000 parentheses", times(20_000, "(") + "1" + times(20_000, ")"), ""),
    ("4,900 parentheses", times(4_900, "(") + "1" + times(4_900, ")"), ""),
    ("20,000 lists", times(20_000, "[") + times(20_000, "]"), ""),
    ("a sum of 50,000", "1" + times(50_000, "+1"), ""),
    ("a sum of 4,900", "1" + times(4_900, "+1"), ""),
    ("a sum of 1,900 variables", "n" + times(1_900, "+n"), ""),
    ("^(a+)+$ on 100,000 letters", "text.matches('^(a+)+$')", times(99_999, "a") + "!"),
    ("8 loops of 10, computed in advance", loops("all", "x0 == 1"), ""),
    ("8 loops of 10, over variables", loops("all", "n == 1"), ""),
    ("8 loops of 10 that build lists", loops("map", "n"), ""),
    ("a text doubled 24 times", "['xxxxxxxxxxxxxxxx']" + times(24, ".map(s, s + s)"), ""),
    ("a variable doubled 24 times", "[text]" + times(24, ".map(s, s + s)"), "xxxxxxxxxxxxxxxx"),
    ("a list doubled 24 times", "[[n, n]]" + times(24, ".map(l, l + l)"), ""),
    (
      "a list of itself, 40 deep, compared",
      "[n]" + times(40, ".map(x, [x, x])") + " == [n]" + times(40, ".map(x, [x, x])"), ""
    ),
    ("overflow", "9223372036854775807 + n", ""),
    (
      "a text of 60,000 in a loop", "[1,2,3,4,5,6,7,8].all(i, text.contains('ab'))",
      times(60_000, "a")
    ),
  ]
}()

private func outcomeOf(_ source: String, text: String) -> String {
  var environment = Environment(profile: .survey)
  environment.declare("n", .int, slot: Slot(index: 0))
  environment.declare("text", .string, slot: Slot(index: 1))
  let file = SourceFile(name: "expression", text: source)
  let compiled = environment.compile(source, place: { Place(file, $0) }, expecting: .any)
  guard let program = compiled.value else {
    let first = compiled.diagnostics.first
    let place = first?.place.map { " at byte \($0.range.lowerBound)" } ?? ""
    return "refused: " + (first?.code.rawValue ?? "nothing") + place
  }
  switch program.evaluate([.int(1), .string(text)]) {
  case .error(let error): return "error: \(error.code.rawValue) at byte \(error.range.lowerBound)"
  case let value: return "value: \(value)"
  }
}

/// The most memory that the process has held.
func peakMegabytes() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss / 1_048_576
  #endif
}
