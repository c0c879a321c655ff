public import Diagnostics

/// Why an evaluation failed, and in which part of the source.
public struct EvaluationError: Error, Sendable, Equatable {
  // One reference, so that a `Value` stays two words and a tag.
  private final class Content: Sendable {
    let failure: Failure
    let range: Range<Int>

    init(failure: Failure, range: Range<Int>) {
      self.failure = failure
      self.range = range
    }
  }

  private let content: Content

  init(_ failure: Failure, at range: Range<Int>) {
    content = Content(failure: failure, range: range)
  }

  /// The kind of failure, one of `expression.*`.
  public var code: Diagnostic.Code { content.failure.code }
  /// The values that the sentence of `code` names.
  public var arguments: [String: Diagnostic.Argument] { content.failure.arguments }
  /// Where in the source, in bytes of UTF-8.
  public var range: Range<Int> { content.range }

  /// Compares kind, arguments and place.
  public static func == (a: EvaluationError, b: EvaluationError) -> Bool {
    a.code == b.code && a.arguments == b.arguments && a.range == b.range
  }
}

/// A failure of an operation, before the node that ran it adds the place.
struct Failure: Error, Sendable {
  var code: Diagnostic.Code
  var arguments: [String: Diagnostic.Argument]

  init(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:]) {
    self.code = code
    self.arguments = arguments
  }
}
