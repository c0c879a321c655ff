import Foundation
import Terminal
import Testing

@Suite struct ProgressTests {
  /// What five steps write.
  private func written(isShown: Bool?, total: Int = 3) throws -> String {
    let pipe = Pipe()
    let output = Output(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    do {
      var progress = Progress(
        "drawing", total: total, output: output, glyphs: .ascii, isShown: isShown)
      for _ in 0..<5 { progress.advance() }
    }
    try pipe.fileHandleForWriting.close()
    return String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }

  @Test func isWrittenOverAndTakenAway() throws {
    #expect(
      try written(isShown: true) == "\rdrawing #######............. 33 %\u{1B}[K"
        + "\rdrawing #############....... 66 %\u{1B}[K"
        + "\rdrawing #################### 100 %\u{1B}[K\r\u{1B}[K")
    #expect(try written(isShown: nil) == "" && written(isShown: true, total: 0) == "")
  }
}
