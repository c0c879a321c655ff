/// A regular expression in RE2's syntax that is searched for in time linear in the text.
///
/// Parsed and compiled once, it never changes and can be used by several threads at once. No
/// pattern and no text makes a search slow: it takes at most a bounded number of steps for each
/// code point, there is no backtracking.
///
/// ```swift
/// let year = try RegularExpression(#"\b(19|20)\d\d\b"#)
/// year.matches(in: "founded in 1998")  // true
/// ```
public struct RegularExpression: Sendable {
  private let program: PatternProgram

  /// Parses and compiles a pattern.
  ///
  /// - Throws: What the pattern does wrong first, and where.
  public init(_ pattern: String) throws(PatternError) {
    let parsed = try PatternParser.parse(pattern)
    program = try PatternCompiler.compile(parsed)
  }

  /// How many instructions the pattern was compiled to, at most `PatternLimits.instructions`.
  public var size: Int { program.instructions.count }

  /// Whether the pattern matches anywhere in a text.
  ///
  /// - Complexity: O(*n* · `size`) at most, O(*n*) as a rule, in the length of the text.
  public func matches(in text: String) -> Bool {
    var steps = 0
    let isShort = text.utf8.count < Self.shortText
    let engine = isShort ? Engine.machine : .automaton(states: PatternLimits.states)
    return matches(in: text, by: engine, steps: &steps)
  }

  /// Below this many bytes of text, an automaton would hardly meet a state a second time.
  private static let shortText = 48

  /// The ways to search; they differ in speed only.
  enum Engine: Sendable {
    case machine
    /// Remembers at most so many states.
    case automaton(states: Int)
  }

  /// Searches in a certain way.
  ///
  /// - Parameter steps: Grows by the instructions visited and the transitions followed.
  func matches(in text: String, by engine: Engine, steps: inout Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      switch engine {
      case .machine:
        var machine = PikeMachine(program)
        defer { steps += machine.steps }
        return machine.search(bytes)
      case .automaton(let states):
        var automaton = LazyDFA(program, states: states)
        defer { steps += automaton.steps }
        return automaton.search(bytes)
      }
    }
  }
}
