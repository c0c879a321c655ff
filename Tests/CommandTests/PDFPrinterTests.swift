import Foundation
import Language
import Testing

@testable import branda

@Suite struct PDFPrinterTests {
  /// A program that reads the page and then hangs, or never reads at all, is ended when its time is up.
  @Test(arguments: ["cat >/dev/null; sleep 1000", "exec sleep 1000"])
  func theTimeIsLimited(_ script: String) throws {
    let path = NSTemporaryDirectory() + "/branda-\(UUID().uuidString)"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    for program in [WeasyPrint(path: path), Chromium(path: path)] as [any PDFProgram] {
      let printer = PDFPrinter(program, seconds: 0)
      let failure = #expect(throws: Failure.self) {
        _ = try printer.print(String(repeating: "page ", count: 100_000))
      }
      #expect(failure?.name == "exit.pdf-too-long")
      #expect(failure?.arguments["count"] == .count(0) && failure?.exit == .finding)
    }
  }
}
