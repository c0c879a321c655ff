import Foundation
import TestKit

/// The program on the whole screen of a terminal, with a person who presses keys and looks.
final class ScreenProgram {
  let terminal: PseudoTerminal
  private(set) var screen: TerminalEmulator

  init(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    terminal = try PseudoTerminal(
      Program.path, arguments, in: folder.url.path,
      environment: Program.environment.merging(environment, uniquingKeysWith: { $1 }),
      columns: columns, rows: rows)
    screen = TerminalEmulator(columns: columns, rows: rows)
  }

  enum Key: String {
    case enter = "\r"
    case tab = "\t"
    case escape = "\u{1B}"
    case up = "\u{1B}[A"
    case down = "\u{1B}[B"
    case backTab = "\u{1B}[Z"
    case sections = "\u{1B}OQ"
    case review = "\u{1B}OR"
    case profile = "\u{1B}OS"
    case language = "\u{1B}[20~"
    case leave = "\u{1B}[21~"
    case noAnswer = "\u{E}"
    case editor = "\u{5}"
    case interrupt = "\u{3}"
  }

  func press(_ keys: Key...) { for key in keys { terminal.send(key.rawValue.utf8) } }

  func type(_ text: String) { terminal.send(text.utf8) }

  func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Reads until the screen shows a text, and tells all that it shows then.
  @discardableResult
  func waits(for text: String) throws -> String {
    try reads(text) { $0.text.contains(text) }
    return screen.text
  }

  func reads(_ waitedFor: String, until isEnough: (TerminalEmulator) -> Bool) throws {
    let isFound = try terminal.read(
      waitedFor, shown: { screen.mainText + "\n---\n" + screen.text },
      take: { try screen.feed($0) },
      // The cursor is hidden until a frame is whole.
      isEnough: { screen.isAlternate && screen.isCursorVisible && isEnough(screen) })
    if !isFound {
      throw PseudoTerminal.Timeout(
        waitedFor: waitedFor, shown: screen.mainText + "\n[\(terminal.wait())]")
    }
  }

  /// Reads to the end of the program.
  func end() throws -> Program.End {
    _ = try terminal.read(
      "the end", shown: { screen.mainText + "\n---\n" + screen.text },
      take: { try screen.feed($0) }, isEnough: { false })
    return Program.End(terminal.wait())
  }
}
