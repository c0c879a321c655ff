/// Why an expression has its value: the sub-expressions that decided it, down to the variables.
///
/// `members >= 5` with three members is `false` with one child, `members`, which is `3`. Parts that
/// did not matter are left out: of `a && b` where `a` is false and `b` true, only `a` stays.
public struct Explanation: Sendable, Equatable {
  /// In bytes of the source.
  public var sourceRange: Range<Int>
  /// The text of the sub-expression.
  public var source: String
  /// Its value; the part of a loop has the value for the element that decided.
  public var value: Value
  /// The parts that decided, in the order of the source.
  public var children: [Explanation]

  init(_ range: Range<Int>, in source: String, _ value: Value, _ children: [Explanation] = []) {
    sourceRange = range
    let start = source.utf8.index(source.startIndex, offsetBy: range.lowerBound)
    let end = source.utf8.index(start, offsetBy: range.count)
    self.source = String(source[start..<end])
    self.value = value
    self.children = children
  }
}

extension [Explanation] {
  /// Of the parts of a strict operation those that decided its value: of an unknown those that it
  /// waits for, of an error that of a part that part; else all.
  func deciding(_ value: Value) -> [Explanation] {
    switch value {
    case .unknown(let set):
      return filter { part in
        guard case .unknown(let own) = part.value else { return false }
        return own.slots.allSatisfy(set.slots.contains)
      }
    case .error:
      return first { $0.value == value }.map { [$0] } ?? self
    default: return self
    }
  }
}
