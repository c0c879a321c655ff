#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes the program's public JSON: keys sorted, two spaces a depth, UTF-8, one line break at the
/// end. Same value, same bytes.
public struct JSONRenderer: Sendable {
  /// Nothing to set.
  public init() {}

  /// - Throws: `EncodingError`, for a number that JSON cannot write (infinity, not a number).
  public func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
