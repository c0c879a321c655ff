import Foundation
import TestKit
import Testing

/// What is seen of many reports while they are written, and what is left where that is interrupted.
@Suite struct ReportProgressTests {
  private static let count = 40
  /// Seconds until a program is taken to hang, on a machine that has much else to do.
  private static let patience = 120.0

  private static func prepared() throws -> Folder {
    let folder = try ReportingCommandsTests.prepared()
    for number in 3...count {
      try folder.write(
        ReportingCommandsTests.assessment("c\(number)", "2026", "coordination: yes"),
        to: "results/c\(number)/small-2026.yaml")
    }
    return folder
  }

  private static func arguments(_ output: String) -> [String] {
    ["report", "--all", "--format", "md,csv", "--lang", "en", "-o", output]
  }

  /// Only whoever sits at a terminal and has not asked for silence sees a bar.
  @Test func theBar() throws {
    let folder = try Self.prepared()
    let shown = try TerminalSession(Self.arguments("a"), in: folder).rest()
    #expect(shown.contains("\rWriting reports ") && shown.contains(" 100 %\u{1B}[K"), "\(shown)")
    #expect(shown.hasSuffix("\r\u{1B}[K82 files written into “a”\n"), "\(shown)")
    #expect(try TerminalSession(Self.arguments("b") + ["-q"], in: folder).rest() == "")
    let piped = try Program.run(Self.arguments("c"), in: folder)
    #expect(piped.end == .exited(0))
    let written = piped.errors.split(separator: "\n").filter { $0.hasPrefix("written: c/") }
    #expect(written.count == 82 && !piped.errors.contains("\r"))
  }

  /// Whenever Ctrl-C comes: the files that are there are whole, and nothing else is.
  @Test func interruptionLeavesWholeFiles() throws {
    let folder = try Self.prepared()
    let whole = try Program.run(Self.arguments("whole") + ["-q"], in: folder)
    #expect(whole.end == .exited(0))
    let expected = try contents(of: "whole", in: folder)
    var random = SystemRandomNumberGenerator()
    for round in 0..<12 {
      let output = "out-\(round)"
      let session = try TerminalSession(Self.arguments(output) + ["-q"], in: folder)
      let deadline = Date.now.addingTimeInterval(Self.patience)
      while !folder.exists(output), Date.now < deadline { usleep(200) }
      // Ctrl-C before that is another matter: nothing is written yet, and nothing said of it.
      try #require(folder.exists(output), "nothing begun after \(Self.patience) seconds")
      usleep(UInt32.random(in: 0...60_000, using: &random))
      session.press(TerminalSession.interrupt)
      let shown = try session.rest(timeout: Self.patience)
      let written = try contents(of: output, in: folder)
      for (name, bytes) in written { #expect(expected[name] == bytes, "\(name)") }
      switch session.wait(timeout: Self.patience) {
      case .killed(signal: SIGINT):
        #expect(
          shown.contains("\nInterrupted. The reports written before are whole.\n"), "\(shown)")
      case let end:
        #expect(end == .exited(0) && written.count == expected.count)
      }
    }
  }

  private func contents(of name: String, in folder: Folder) throws -> [String: Data] {
    let url = folder.url.appending(path: name)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: url.appending(path: $0))) })
  }
}
