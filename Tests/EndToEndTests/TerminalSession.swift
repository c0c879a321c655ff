import Foundation
import TestKit

/// The program at a terminal, with a person who types and reads.
final class TerminalSession {
  private let terminal: PseudoTerminal
  /// What was shown and not yet read.
  private var pending: [UInt8] = []

  /// What stands at the end of the output when the program waits for a line.
  static let prompt = "\n> "

  init(_ arguments: [String], in folder: Folder, language: String = "C.UTF-8") throws {
    terminal = try PseudoTerminal(
      Program.path, arguments, in: folder.url.path,
      environment: Program.environment.merging(["LANG": language], uniquingKeysWith: { $1 }))
  }

  /// Everything shown up to the next prompt, line ends as in a file.
  func screen(timeout: Double = 20) throws -> String {
    if try !read(until: Self.prompt, timeout: timeout, isEnough: { $0.hasSuffix(Self.prompt) }) {
      throw PseudoTerminal.Timeout(
        waitedFor: Self.prompt, shown: shown + "\n[\(terminal.wait())]")
    }
    defer { pending = [] }
    return shown
  }

  /// Types a line and reads what follows, up to the next prompt.
  @discardableResult
  func answer(_ line: String) throws -> String {
    type(line)
    return try screen()
  }

  /// Types a line without waiting for anything.
  func type(_ line: String) { terminal.send((line + "\n").utf8) }

  /// Types Ctrl-D at the beginning of a line, or Ctrl-C.
  func press(_ control: UInt8) { terminal.send([control]) }
  static let endOfInput: UInt8 = 4
  static let interrupt: UInt8 = 3

  /// Everything shown until the program has ended.
  func rest(timeout: Double = 20) throws -> String {
    _ = try read(until: "end", timeout: timeout) { _ in false }
    defer { pending = [] }
    return shown
  }

  func kill(_ signal: Int32) { terminal.kill(signal) }

  /// Waits for the end of the program; one that does not end in time is killed.
  func wait(timeout: Double = 10) -> Program.End {
    Program.End(terminal.wait(timeout: timeout))
  }

  private var shown: String {
    String(decoding: pending, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  private func read(
    until text: String, timeout: Double, isEnough: (String) -> Bool
  ) throws -> Bool {
    try terminal.read(
      text, timeout: timeout, shown: { shown }, take: { pending += $0 },
      isEnough: { isEnough(shown) })
  }
}
