#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One case of the specification's conformance suite, a line of a file of such cases.
public struct ConformanceCase: Sendable {
  /// What has to come of a case.
  public enum Expected: Sendable {
    /// Parse, check and evaluation succeed with this value.
    case value(TaggedValue)
    /// Parse and check succeed, the evaluation fails.
    case error
    /// The check deduces exactly this type; without a value nothing is evaluated.
    case typed(TypeTerm, TaggedValue?)
  }

  /// A name that the expression may use.
  public enum Declaration: Sendable {
    case variable(String, TypeTerm)
    case function(String, [FunctionTerm])
  }

  /// The file of the suite that the case is of.
  public let file: String
  /// Section and name.
  public let name: String
  /// The expression.
  public let source: String
  /// The namespace that names are looked up in.
  public let container: String
  /// Whether the check runs before the evaluation.
  public let isChecked: Bool
  /// What is declared for the case.
  public let declarations: [Declaration]
  /// The values of variables; those without one are unknown.
  public let bindings: [String: TaggedValue]
  /// What has to come.
  public let expected: Expected
}

/// A line of a file of cases that is none.
public struct UnreadableCase: Error, CustomStringConvertible {
  /// From 1.
  public let line: Int
  private let reason: String

  fileprivate init(line: Int, _ error: any Error) {
    self.line = line
    reason =
      switch error {
      case DecodingError.keyNotFound(let key, _): "no “\(key.stringValue)”"
      case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
        DecodingError.dataCorrupted(let context):
        Self.path(context) + context.debugDescription
      default: String(describing: error)
      }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.stringValue + ": " }.joined()
  }

  /// The line and what is wrong with it.
  public var description: String { "line \(line): \(reason)" }
}

extension ConformanceCase {
  /// Reads cases, one JSON object a line; empty lines are passed over.
  public static func read(_ text: String) throws(UnreadableCase) -> [ConformanceCase] {
    let decoder = JSONDecoder()
    var cases: [ConformanceCase] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      do {
        cases.append(try decoder.decode(ConformanceCase.self, from: Data(line.utf8)))
      } catch {
        throw UnreadableCase(line: index + 1, error)
      }
    }
    return cases
  }
}

extension ConformanceCase: Decodable {
  private enum Key: String, CodingKey {
    case file, section, name, expr, container
    case isUnchecked = "disable_check"
    case isOnlyChecked = "check_only"
    case environment = "type_env"
    case bindings, expected, ident, function, kind, value, type
  }

  public init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    file = try row.decode(String.self, forKey: .file)
    name =
      try row.decode(String.self, forKey: .section) + "/"
      + row.decode(String.self, forKey: .name)
    source = try row.decode(String.self, forKey: .expr)
    container = try row.decodeIfPresent(String.self, forKey: .container) ?? ""
    isChecked = try row.decodeIfPresent(Bool.self, forKey: .isUnchecked) != true
    declarations = try row.decodeIfPresent([Declaration].self, forKey: .environment) ?? []
    bindings = try row.decodeIfPresent([String: TaggedValue].self, forKey: .bindings) ?? [:]
    let expected = try row.nestedContainer(keyedBy: Key.self, forKey: .expected)
    let kind = try expected.decode(String.self, forKey: .kind)
    switch kind {
    case "value": self.expected = .value(try expected.decode(TaggedValue.self, forKey: .value))
    case "error", "any_error": self.expected = .error
    case "typed":
      let isOnlyChecked = try row.decodeIfPresent(Bool.self, forKey: .isOnlyChecked) == true
      self.expected = .typed(
        try expected.decode(TypeTerm.self, forKey: .type),
        isOnlyChecked ? nil : try expected.decode(TaggedValue.self, forKey: .value))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: expected, debugDescription: "“\(kind)” is no kind of result")
    }
  }
}

extension ConformanceCase.Declaration: Decodable {
  private enum Key: CodingKey { case name, ident, function }

  public init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Key.self)
    let name = try row.decode(String.self, forKey: .name)
    if let type = try row.decodeIfPresent(TypeTerm.self, forKey: .ident) {
      self = .variable(name, type)
    } else {
      self = .function(name, try row.decode([FunctionTerm].self, forKey: .function))
    }
  }
}
