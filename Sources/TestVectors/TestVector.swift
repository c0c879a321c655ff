public import Diagnostics
public import Interview
public import Numbers
public import Scoring

/// One case that ships with a model: answers, and what the model's rules have to make of them.
public struct TestVector: Sendable {
  /// What the case is about, in its author's words; unique in its file.
  public let name: String
  /// Where the name stands.
  public let place: Place
  /// The year of the round, the form and whose answers these are.
  public let context: Interview.Context
  /// By place in `Questionnaire.questions`, with the confirmations that the case gives.
  public let responses: [Int: Response]
  /// Earlier totals and members' means.
  public let background: Background
  /// In the order of the file; never empty.
  public let expectations: [Expectation]
}

/// One thing that a test vector expects, and where it says so.
public struct Expectation: Sendable {
  /// What is expected of what.
  public enum Claim: Sendable, Hashable {
    case asked(question: Int, Bool)
    case points(question: Int, ExpectedNumber?)
    case score(ScoreSubject, ExpectedNumber?)
    /// The least and the greatest score that open answers leave possible.
    case range(ScoreSubject, ExpectedNumber, ExpectedNumber)
    /// A place in `Questionnaire.levels`; `nil` below the lowest.
    case level(Int?)
    case levelRange(lowest: Int?, highest: Int?)
    case gate(level: Int, gate: Int, Status)
    case check(Int, Status)
    case condition(check: Int, condition: Int, Status)
    case raised(recommendation: Int, Bool)
    /// Whether anything stands against the answer.
    case problem(question: Int, Bool)
    case capability(node: Int, Int)
    case fulfilled(question: Int, Status)
  }

  /// What the case says.
  public let claim: Claim
  /// Where it says so.
  public let place: Place
}

/// Whose score is meant.
public enum ScoreSubject: Sendable, Hashable {
  case total
  /// By place in `Questionnaire.nodes`.
  case node(Int)
}

/// A number as a test vector writes it.
public enum ExpectedNumber: Sendable, Hashable {
  /// `57.5` or `172/3`: exactly this.
  case exactly(Rational)
  /// `~57.33`: what rounds to it (half away from zero) at the places written.
  case rounded(DecimalNumber, places: Int)

  /// Reads a number as a file writes it; `nil` for anything else.
  public init?(text: String) {
    if text.hasPrefix("~") {
      let digits = text.dropFirst()
      guard let number = DecimalNumber(text: digits) else { return nil }
      let fraction = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      self = .rounded(number, places: fraction.first?.utf8.count ?? 0)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let numerator = parts.first.flatMap({ DecimalNumber(text: $0) }) else { return nil }
    switch parts.count {
    case 1: self = .exactly(numerator.rational)
    case 2:
      guard let denominator = DecimalNumber(text: parts[1]),
        let value = try? numerator.rational.divided(by: denominator.rational)
      else { return nil }
      self = .exactly(value)
    default: return nil
    }
  }

  /// Whether a score is the number meant.
  public func isMet(by value: Rational) -> Bool {
    switch self {
    case .exactly(let number): value == number
    case .rounded(let number, let places): value.rounded(places: places) == number
    }
  }
}

extension ExpectedNumber: CustomStringConvertible {
  /// As files write it.
  public var description: String {
    switch self {
    case .exactly(let number): number.inFileNotation
    case .rounded(let number, _): "~\(number)"
    }
  }
}

extension Rational {
  /// `57.5` where the decimals end, else `172/3`.
  var inFileNotation: String { DecimalNumber(exactly: self)?.description ?? description }
}
