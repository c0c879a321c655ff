import Foundation
import Testing

@testable import fuzz_cel

/// What the fuzzer starts from, and what it has found, held to what must hold of any expression
/// and of any pattern.
@Suite("The corpus of the fuzzer")
struct FuzzCorpusTests {
  @Test("breaks nothing", .timeLimit(.minutes(1)))
  func replays() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "FuzzCorpus/cel")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count >= 50)
    for name in names {
      let input = try Data(contentsOf: folder.appending(path: name))
      #expect(violations(of: input) == [], "\(name)")
    }
  }
}
