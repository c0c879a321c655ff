internal import RegularExpressions

/// Compiles the first line of an input as a pattern, and searches the rest of it.
struct PatternExercise {
  private(set) var violations: [String] = []

  /// - Parameter bytes: What is no UTF-8 is replaced.
  init(_ bytes: some Collection<UInt8>) {
    let input = String(decoding: bytes, as: UTF8.self)
    let end = input.unicodeScalars.firstIndex(of: "\n") ?? input.endIndex
    let pattern = String(input[..<end])
    let text = String(input[end...])
    do throws(PatternError) {
      let found = try RegularExpression(pattern).matches(in: text)
      // What stands in a group is searched for by another program, and means the same.
      if let grouped = try? RegularExpression("(?:\(pattern))"), grouped.matches(in: text) != found
      {
        violations.append("a group finds something else")
      }
      if let doubled = try? RegularExpression("(?:\(pattern))|(?:\(pattern))"),
        doubled.matches(in: text) != found
      {
        violations.append("an alternative to itself finds something else")
      }
    } catch {
      if error.range.upperBound > pattern.utf8.count {
        violations.append("\(error.kind) outside the pattern")
      }
    }
  }
}
