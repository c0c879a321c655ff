public import Foundation
public import Testing

/// Compares a text with the one that is kept in a file. `RECORD=1` writes what comes out now, to be
/// read before it is kept.
public func expectGolden(
  _ text: String, in file: URL, at location: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, sourceLocation: location)
}
