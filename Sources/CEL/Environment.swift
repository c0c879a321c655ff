public import Diagnostics

/// Which language is spoken.
public enum Profile: String, Sendable, CaseIterable {
  /// The Common Expression Language as its specification has it.
  case strict
  /// The same with what questionnaires need. It adds only what is an error in `strict`, so an
  /// expression that works there keeps its meaning: int with double where both types are known,
  /// comparisons across kinds of numbers, and `answered`, `countAnswered`, `meanAnswered`,
  /// `coalesce`, `count`, `sum`, `min`, `max`, `abs`, `round`, `clamp`.
  case survey
}

/// The types of which an expression's value must be in the place where it stands.
public struct Expectation: Sendable {
  /// The admissible types; empty where any will do.
  public var types: [CELType]
  /// The catalogue name of the words for them, such as "yes or no".
  public var name: String
  /// The warnings that fit the place; none unless said otherwise.
  public var cautions: Cautions = []

  /// An expectation of one's own, such as a number or a list.
  public init(types: [CELType], name: String) {
    self.types = types
    self.name = name
  }

  /// A condition.
  public static let bool = Expectation(types: [.bool], name: "expression.expected.bool")
  /// A score or another quantity.
  public static let number = Expectation(
    types: [.int, .uint, .double], name: "expression.expected.number")
  /// Whatever the expression gives.
  public static let any = Expectation(types: [], name: "expression.expected.any")
}

/// The names that expressions can use, and the profile they are written in.
public struct Environment: Sendable {
  struct Variable: Sendable {
    var type: CELType
    var slot: Slot
    var bounds: ValueBounds?
  }

  /// The language of all expressions compiled here.
  public let profile: Profile
  /// A prefix that may be left out of names: in the container `a.b`, `x` is looked for as `a.b.x`,
  /// `a.x` and `x`.
  public var container = ""
  /// Whether a finding about an unknown name looks for the nearest known one: a search through all
  /// names, which is better left where there are very many of such findings.
  public var suggestsNames = true
  private(set) var variables: [String: Variable] = [:]
  private(set) var functions: FunctionTable
  /// First parts of declared names that have several.
  private var prefixes: Set<String> = []

  /// An environment without any names.
  public init(profile: Profile) {
    self.profile = profile
    functions = FunctionTable.of(profile)
  }

  /// Declares a variable whose value stands in a slot; a later declaration replaces an earlier.
  ///
  /// The name may have several parts, such as `capacity.human`. Of the declared names that begin
  /// a chain of parts the longest is meant. A comparison with a number that lies outside of the
  /// bounds is a warning.
  public mutating func declare(
    _ name: String, _ type: CELType, slot: Slot, bounds: ValueBounds? = nil
  ) {
    variables[name] = Variable(type: type, slot: slot, bounds: bounds)
    if let dot = name.firstIndex(of: ".") { prefixes.insert(String(name[..<dot])) }
  }

  /// Declares a form in which a function can be called, beside those that it has: calls of it are
  /// checked. An evaluation that comes to one fails, because there is no code for it.
  ///
  /// - Parameter isMember: Whether the first argument is written before the name, as in `x.f()`.
  public mutating func declare(
    function name: String, _ parameters: [CELType], isMember: Bool = false, result: CELType
  ) {
    let form = Overload(
      isMember ? .method : .function, parameters, result,
      .any { _, _ throws(Failure) in throw Failure(.unknownFunction, ["name": .text(name)]) })
    var function = functions[name] ?? Function(name, [])
    function.overloads.append(form)
    functions = functions.adding(function)
  }

  /// Whether a declared name of several parts begins with this part.
  func isPrefix(_ name: String) -> Bool { prefixes.contains(name) || !container.isEmpty }

  /// Finds a declared variable, innermost container first.
  func variable(_ name: String, isAbsolute: Bool) -> Variable? {
    var container = isAbsolute ? "" : container[...]
    while !container.isEmpty {
      if let found = variables["\(container).\(name)"] { return found }
      container = container[..<(container.lastIndex(of: ".") ?? container.startIndex)]
    }
    return variables[name]
  }

  /// Parses, checks and plans an expression.
  ///
  /// - Parameters:
  ///   - place: Maps a stretch of `source`, in bytes of UTF-8, to where it stands in a file.
  ///   - expecting: The types that fit where the expression stands.
  ///   - isChecked: If false, what only the check would find is left to fail when it is evaluated,
  ///     as the specification lets engines without a checker do.
  /// - Returns: The program, `nil` when there are errors, and all findings.
  /// - Complexity: O(*n*) in the length of the source, apart from suggestions for unknown names.
  public func compile(
    _ source: String, place: @Sendable (Range<Int>) -> Place?, expecting: Expectation,
    isChecked: Bool = true
  ) -> Checked<Program?> {
    let (program, findings) = compile(source, expecting: expecting, isChecked: isChecked)
    return Checked(
      program,
      findings.map { finding in
        Diagnostic(
          finding.code, finding.severity, at: place(finding.range), finding.arguments,
          help: finding.help)
      })
  }

  /// Compiles without place in a file.
  func compile(
    _ source: String, expecting: Expectation, isChecked: Bool
  ) -> (program: Program?, findings: [Finding]) {
    let length = source.utf8.count
    if length > Limits.sourceLength, source.unicodeScalars.count > Limits.sourceLength {
      let limit = Diagnostic.Argument.count(Limits.sourceLength)
      return (nil, [Finding(.sourceTooLong, at: 0..<length, ["limit": limit])])
    }
    let (tokens, lexical) = Lexer.tokens(of: source)
    let (tree, syntactic) = Parser.parse(tokens)
    let form = lexical + syntactic
    var checker = Checker(environment: self, tree: tree, of: source)
    let checked = checker.run(expecting: expecting)
    let findings = (isChecked ? form + checker.findings : form)
      .enumerated()
      .sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }
      .prefix(Limits.findings).map(\.element)
    guard !findings.contains(where: { $0.severity == .error }) else { return (nil, findings) }
    let (program, excess) = Planner.plan(checked, source: source)
    guard excess.isEmpty else { return (nil, findings + excess) }
    return (program, findings + Warnings.find(in: checked, program, expecting.cautions))
  }
}
