import CPseudoTerminal
import Foundation

/// The program at a terminal, with a person who types and reads.
final class TerminalSession {
  struct Timeout: Error, CustomStringConvertible {
    let waitedFor: String
    let shown: String
    var description: String { "no “\(waitedFor)” in:\n\(shown)" }
  }

  private let process: pid_t
  private let terminal: Int32
  /// What was shown and not yet read.
  private var pending: [UInt8] = []
  private var end: Program.End?

  /// What stands at the end of the output when the program waits for a line.
  static let prompt = "\n> "

  init(_ arguments: [String], in folder: Folder, language: String = "C.UTF-8") throws {
    let environment = Program.environment.merging(["LANG": language], uniquingKeysWith: { $1 })
    var terminal: Int32 = -1
    let words = ([Program.path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + variables { free(pointer) } }
    process = pseudo_terminal_start(
      &terminal, folder.url.path, Program.path, words + [nil], variables + [nil], 80, 24)
    self.terminal = terminal
    guard process > 0 else { throw POSIXError(.EIO) }
  }

  deinit {
    if end == nil { kill(SIGKILL) }
    close(terminal)
  }

  /// Everything shown up to the next prompt, line ends as in a file.
  func screen(timeout: Double = 20) throws -> String {
    try read(until: Self.prompt, timeout: timeout) { $0.hasSuffix(Self.prompt) }
  }

  /// Types a line and reads what follows, up to the next prompt.
  @discardableResult
  func answer(_ line: String) throws -> String {
    type(line)
    return try screen()
  }

  /// Types a line without waiting for anything.
  func type(_ line: String) { send(Array((line + "\n").utf8)) }

  /// Types Ctrl-D at the beginning of a line, or Ctrl-C.
  func press(_ control: UInt8) { send([control]) }
  static let endOfInput: UInt8 = 4
  static let interrupt: UInt8 = 3

  /// Everything shown until the program has ended.
  func rest(timeout: Double = 20) throws -> String {
    try read(until: "end", timeout: timeout) { _ in false }
  }

  func kill(_ signal: Int32) {
    guard end == nil else { return }
    Foundation.kill(process, signal)
    _ = wait()
  }

  /// Waits for the end of the program; one that does not end in time is killed.
  func wait(timeout: Double = 10) -> Program.End {
    if let end { return end }
    var status: Int32 = 0
    let deadline = Date.now.addingTimeInterval(timeout)
    while waitpid(process, &status, WNOHANG) == 0 {
      if Date.now > deadline { Foundation.kill(process, SIGKILL) }
      usleep(500)
    }
    let signal = status & 0x7F
    let result = signal == 0 ? Program.End.exited((status >> 8) & 0xFF) : .killed(signal: signal)
    end = result
    return result
  }

  private func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }

  private func read(
    until text: String, timeout: Double, isEnough: (String) -> Bool
  ) throws -> String {
    let deadline = Date.now.addingTimeInterval(timeout)
    while true {
      let shown = String(decoding: pending, as: UTF8.self).replacing("\r\n", with: "\n")
      if isEnough(shown) {
        pending = []
        return shown
      }
      var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let left = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
      guard left > 0, poll(&request, 1, left) >= 0 else {
        throw Timeout(waitedFor: text, shown: shown)
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = Foundation.read(terminal, &bytes, bytes.count)
      if count > 0 {
        pending += bytes[..<count]
      } else if request.revents != 0 {
        // The other end is closed: the program has ended.
        pending = []
        if text == "end" { return shown }
        throw Timeout(waitedFor: text, shown: shown + "\n[\(wait())]")
      }
    }
  }
}
