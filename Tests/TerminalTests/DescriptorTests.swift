import Foundation
import Terminal
import Testing

@Suite struct DescriptorTests {
  /// Everything that a reader gives for the bytes, through a pipe.
  private func inputs(_ bytes: [UInt8], limit: Int = LineReader.limit) throws -> [LineReader.Input]
  {
    let pipe = Pipe()
    let writing = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writing.start()
    var reader = LineReader(descriptor: pipe.fileHandleForReading.fileDescriptor, limit: limit)
    var inputs: [LineReader.Input] = []
    repeat { inputs.append(try reader.next()) } while inputs.last != .end && inputs.count < 100
    return inputs
  }

  @Test func readsLines() throws {
    #expect(
      try inputs(Array("Šiaulių ąžuolas\r\n\nlast, without an end ę̇".utf8)) == [
        .line("Šiaulių ąžuolas"), .line(""), .line("last, without an end ę̇"), .end,
      ])
    #expect(try inputs([]) == [.end])
    #expect(
      try inputs([0x61, 0xFF, 0x62, 0x0A, 0xC4]) == [.line("a\u{FFFD}b"), .line("\u{FFFD}"), .end])
  }

  @Test func longLinesAreDroppedWhole() throws {
    let long = Array(repeating: UInt8(ascii: "x"), count: 300_000)
    let next = Array("\nnext\n".utf8)
    #expect(try inputs(long + next) == [.tooLong, .line("next"), .end])
    #expect(
      try inputs(Array("abcd\nabc\nabcde".utf8), limit: 4) == [
        .line("abcd"), .line("abc"), .tooLong, .end,
      ])
    let longest = Array(repeating: UInt8(ascii: "x"), count: LineReader.limit)
    #expect(
      try inputs(longest + next).first == .line(String(repeating: "x", count: LineReader.limit)))
  }

  @Test func writesWhole() throws {
    let pipe = Pipe()
    let text = String(repeating: "Žalioji energetika\n", count: 20_000)
    let writing = Thread {
      _ = try? Output(descriptor: pipe.fileHandleForWriting.fileDescriptor).write(text)
      try? pipe.fileHandleForWriting.close()
    }
    writing.start()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data(text.utf8))
  }

  @Test func aReaderThatLeavesIsAQuietEnd() throws {
    Output.ignoreBrokenPipes()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    #expect(try Output(descriptor: pipe.fileHandleForWriting.fileDescriptor).write("text") == false)
  }

  @Test func otherFailuresAreTold() {
    var reader = LineReader(descriptor: -1)
    do {
      _ = try reader.next()
      Issue.record("a closed descriptor was read")
    } catch {
      #expect(error.code == EBADF && error.reason == "Bad file descriptor")
    }
    #expect(throws: SystemFailure(code: EBADF)) { try Output(descriptor: -1).write("text") }
  }

  @Test func sizeFallsBack() {
    let descriptor = Pipe().fileHandleForReading.fileDescriptor
    let environments: [[String: String]] = [
      [:], ["COLUMNS": "132", "LINES": "50"], ["COLUMNS": "0", "LINES": "x"],
    ]
    #expect(
      environments.map { windowSize(descriptor, environment: $0) } == [
        WindowSize(columns: 80, rows: 24), WindowSize(columns: 132, rows: 50),
        WindowSize(columns: 80, rows: 24),
      ])
    #expect(!isTerminal(descriptor) && !Output(descriptor: descriptor).isTerminal)
  }
}
