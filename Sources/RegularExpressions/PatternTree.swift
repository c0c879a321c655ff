/// A parsed pattern.
///
/// Groups leave no trace, and neither does the difference between greedy and lazy: whether a text
/// matches does not depend on them.
indirect enum PatternTree: Sendable, Equatable {
  /// Matches the empty text.
  case empty
  /// One code point of a class, by the class's index.
  case character(Int)
  case assertion(Assertion)
  case concatenation([PatternTree])
  case alternation([PatternTree])
  /// At least `minimum` times, without end where there is no `maximum`.
  case repetition(PatternTree, minimum: Int, maximum: Int?)

  /// Whether it can match at the beginning of the text only.
  var isAnchored: Bool {
    switch self {
    case .assertion(let assertion): assertion == .beginText
    case .concatenation(let parts): parts.first?.isAnchored ?? false
    case .alternation(let branches): branches.allSatisfy(\.isAnchored)
    case .repetition(let tree, let minimum, _): minimum > 0 && tree.isAnchored
    case .empty, .character: false
    }
  }
}

/// A tree with the classes that its characters name.
struct ParsedPattern: Sendable {
  var tree: PatternTree
  /// Each class once.
  var classes: [CharacterClass]
  /// Bytes of the pattern.
  var length: Int
}

/// What must be true of a place between two code points.
enum Assertion: Sendable {
  case beginText
  case endText
  case beginLine
  case endLine
  case wordBoundary
  case noWordBoundary

  func holds(between previous: Neighbour, and next: Neighbour) -> Bool {
    switch self {
    case .beginText: previous == .edge
    case .endText: next == .edge
    case .beginLine: previous == .edge || previous == .newline
    case .endLine: next == .edge || next == .newline
    case .wordBoundary: (previous == .word) != (next == .word)
    case .noWordBoundary: (previous == .word) == (next == .word)
    }
  }
}

/// What assertions see of the code point beside a place.
enum Neighbour: Int32, Sendable {
  /// There is none: the text begins or ends.
  case edge
  case newline
  case word
  case other
}
