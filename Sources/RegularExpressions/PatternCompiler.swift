/// Makes a program of a tree.
///
/// Every part is compiled towards the instruction that follows it, so only loops need an address
/// before it is known. Recursion follows the tree, whose depth the parser has bounded.
struct PatternCompiler {
  private typealias Address = PatternProgram.Address

  private let length: Int
  private var instructions: [PatternProgram.Instruction] = []
  private var assertions: Set<Assertion> = []

  static func compile(_ pattern: ParsedPattern) throws(PatternError) -> PatternProgram {
    var compiler = PatternCompiler(length: pattern.length)
    let match = try compiler.emit(.match)
    let start = try compiler.compile(pattern.tree, next: match)
    return PatternProgram(
      instructions: compiler.instructions, start: start, isAnchored: pattern.tree.isAnchored,
      alphabet: Alphabet(classes: pattern.classes, assertions: compiler.assertions),
      classCount: pattern.classes.count)
  }

  private init(length: Int) { self.length = length }

  private mutating func emit(
    _ instruction: PatternProgram.Instruction
  ) throws(PatternError) -> Address {
    guard instructions.count < PatternLimits.instructions else {
      throw PatternError(.tooLarge, at: 0..<length)
    }
    instructions.append(instruction)
    return Address(instructions.count - 1)
  }

  /// - Returns: Where the part begins.
  private mutating func compile(
    _ tree: PatternTree, next: Address
  ) throws(PatternError) -> Address {
    switch tree {
    case .empty: return next
    case .character(let index): return try emit(.character(index, next: next))
    case .assertion(let assertion):
      assertions.insert(assertion)
      return try emit(.assert(assertion, next: next))
    case .concatenation(let parts):
      var start = next
      for part in parts.reversed() { start = try compile(part, next: start) }
      return start
    case .alternation(let branches):
      var start: Address?
      for branch in branches.reversed() {
        let entry = try compile(branch, next: next)
        start =
          try start.map { other throws(PatternError) in try emit(.split(entry, other)) }
          ?? entry
      }
      return start ?? next
    case .repetition(let part, let minimum, let maximum):
      var start = next
      if let maximum {
        // x{2,4} is xx(x(x)?)?
        for _ in minimum..<max(minimum, maximum) {
          start = try emit(.split(try compile(part, next: start), next))
        }
      } else {
        start = try emit(.split(next, next))
        let body = try compile(part, next: start)
        instructions[Int(start)] = .split(body, next)
      }
      for _ in 0..<minimum { start = try compile(part, next: start) }
      return start
    }
  }
}
