internal import Diagnostics

/// What an expression may cost at most, so that no text and no answer can exhaust time or memory.
///
/// Depth is counted, never left to the thread's stack. Chains of `+ - * / %`, `&&` and `||` are
/// flat and cost one level whatever their length.
enum Limits {
  /// Code points of the source.
  static let sourceLength = 10_000
  /// Levels of nesting in the source, in the tree and in values that are compared.
  static let nesting = 100
  /// Nodes of the syntax tree.
  static let nodes = 2_000
  /// Elements of a list literal, entries of a map literal.
  static let literalElements = 1_000
  /// Findings reported for one expression.
  static let findings = 50
  /// Steps of one evaluation: nodes evaluated inside loops, and pieces of what is built.
  static let steps = 100_000
  /// Bytes of UTF-8 of a string (or bytes) that an expression builds.
  static let stringLength = 65_536
  /// Elements of a list that an expression builds.
  static let listLength = 10_000
  /// Bytes that can be built or searched for one step.
  static let bytesPerStep = 64
  /// Elements that can be copied for one step.
  static let elementsPerStep = 4

  /// Elements of a list in a variable up to which a typed plan takes it; the steps of a plan are
  /// bounded by this when it is made, not counted when it runs.
  static let plannedList = 1_000
  /// The same of the bytes of a text.
  static let plannedText = 4_096
}

/// What is left of the steps of one evaluation.
struct Budget {
  private var steps = Limits.steps

  /// What has been spent.
  var spent: Int { Limits.steps - steps }

  mutating func spend(_ count: Int) throws(Failure) {
    steps -= count
    if steps < 0 { throw Failure(.tooManySteps, ["limit": .count(Limits.steps)]) }
  }

  /// Pays for building a string or bytes of this many bytes.
  mutating func build(bytes count: Int) throws(Failure) {
    guard count <= Limits.stringLength else {
      throw Failure(.stringTooLong, ["limit": .count(Limits.stringLength)])
    }
    try spend(1 + count / Limits.bytesPerStep)
  }

  /// Pays for building a list of this many elements.
  mutating func build(elements count: Int) throws(Failure) {
    guard count <= Limits.listLength else {
      throw Failure(.listTooLong, ["limit": .count(Limits.listLength)])
    }
    try spend(1 + count / Limits.elementsPerStep)
  }

  /// Pays for reading through this many bytes.
  mutating func scan(bytes count: Int) throws(Failure) {
    try spend(1 + count / Limits.bytesPerStep)
  }

  /// Pays for comparing this many bytes; what is short is free.
  mutating func scan(longer count: Int) throws(Failure) {
    if count > Limits.bytesPerStep { try spend(count / Limits.bytesPerStep) }
  }

  /// Pays for looking for a value among keys, which hashes it; what is short is free.
  mutating func hash(_ key: Value) throws(Failure) {
    switch key {
    case .string(let text): try scan(longer: text.utf8.count)
    case .bytes(let bytes): try scan(longer: bytes.count)
    default: break
    }
  }
}
