import Foundation
import TestKit
import Testing

/// The interview on the whole screen of a real terminal.
@Suite struct ScreenTests {
  private static let arguments = [
    "fill", "short.yaml", "--cluster", "oak", "--period", "2025", "--lang", "lt",
  ]
  private static let file = "results/oak/short-2025.yaml"

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    return folder
  }

  private func start(
    in folder: Folder, _ environment: [String: String] = [:]
  ) throws -> ScreenProgram {
    let program = try ScreenProgram(Self.arguments, in: folder, environment: environment)
    try program.waits(for: "› 1. ")
    program.press(.enter)
    try program.waits(for: "Klausimas ")
    return program
  }

  /// Letters that take two bytes, sent byte by byte, and one that is written with a combining mark.
  @Test func lithuanianLettersArriveWhole() throws {
    let folder = try folder()
    let program = try start(in: folder)
    for byte in "ĄČĘĖĮŠŲŪŽ ąžuolas".utf8 {
      program.terminal.send([byte])
      usleep(300)
    }
    try program.waits(for: "▏ ĄČĘĖĮŠŲŪŽ ąžuolas")
    program.type(" e\u{307}\u{7F}e\u{307}\r")
    try program.waits(for: "Klausimas 2 iš 8")
    #expect(try folder.read(Self.file).contains(#"name: {value: "ĄČĘĖĮŠŲŪŽ ąžuolas ė","#))
  }

  @Test func pastingThreeLinesAnswersOneQuestion() throws {
    let folder = try folder()
    let program = try start(in: folder)
    program.press(.review)
    try program.waits(for: "Peržiūra")
    program.type("\u{1B}[F")
    program.press(.enter)
    try program.waits(for: "Kokie planai?")
    program.paste("viena\r\ndvi\rtrys")
    try program.waits(for: "▏ trys")
    program.press(.enter)
    try program.waits(for: "Peržiūra")
    program.press(.leave, .enter)
    #expect(try program.end() == .exited(10))
    #expect(try folder.read(Self.file).contains(#"plan: {value: "viena\ndvi\ntrys","#))
  }

  /// The window changes; the next frame fits it, and what was entered is still there.
  @Test func resizing() throws {
    let folder = try folder()
    let program = try start(in: folder)
    program.type("Ąžuolas")
    try program.waits(for: "▏ Ąžuolas")
    for (columns, rows) in [(60, 20), (40, 12), (120, 40)] {
      program.resize(columns: columns, rows: rows)
      try program.reads("a whole frame") { screen in
        !screen.text.contains("#") && screen.text.contains("▏ Ąžuolas")
          && screen.text.hasSuffix("Esc meniu")
      }
    }
    program.resize(columns: 30, rows: 8)
    try program.waits(for: "Langas per mažas.")
    program.resize(columns: 80, rows: 24)
    try program.waits(for: "▏ Ąžuolas")
  }

  /// Killed at any question: what was accepted is there, and the question is offered again.
  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP, SIGINT])
  func whateverEndsItTheAnswersStay(_ signal: Int32) throws {
    let folder = try folder()
    var program = try start(in: folder)
    program.type("Ąžuolas\r")
    try program.waits(for: "Klausimas 2 iš 8")
    program.type("12\r")
    try program.waits(for: "Klausimas 3 iš 9")
    program.type("nebaigta")
    try program.waits(for: "▏ nebaigta")
    if signal == SIGINT { program.press(.interrupt) } else { program.terminal.signal(signal) }
    #expect(try program.end() == .killed(signal: signal))
    if signal != SIGKILL {
      #expect(program.screen.isOrdinary && program.terminal.isOrdinary)
      #expect(
        program.screen.mainText == """
          ataskaitose klasteris bus vadinamas „oak“; jo pavadinimą nurodykite su --name
          Viskas išsaugota faile results/oak/short-2025.yaml
          Tęsti galite taip: branda fill short.yaml --cluster oak --period 2025

          """)
    }
    program = try ScreenProgram(Self.arguments, in: folder)
    try program.waits(for: "› 1. Tęsti nuo 3 klausimo iš 9")
    program.press(.enter)
    try program.waits(for: "Klausimas 3 iš 9")
    program.press(.backTab)
    try program.waits(for: "▏ 12")
    program.press(.leave, .enter)
    #expect(try program.end() == .exited(10))
    #expect(program.screen.isOrdinary && program.terminal.isOrdinary)
  }

  /// The command is split as a shell does, the path with a space in it included.
  @Test func longTextIsWrittenInThePersonsEditor() throws {
    let folder = try folder()
    try folder.write("#!/bin/sh\nprintf 'viena\\ndvi\\n' > \"$2\"\n", to: "my editor")
    chmod(folder.url.appending(path: "my editor").path, 0o755)
    let path = folder.url.appending(path: "my editor").path
    let program = try start(in: folder, ["VISUAL": "'\(path)' --wait", "EDITOR": "false"])
    program.press(.review)
    try program.waits(for: "Peržiūra")
    program.type("\u{1B}[F")
    program.press(.enter)
    try program.waits(for: "Kokie planai?")
    program.press(.editor)
    try program.waits(for: "▏ dvi")
    program.press(.enter, .leave, .enter)
    #expect(try program.end() == .exited(10))
    #expect(try folder.read(Self.file).contains(#"plan: {value: "viena\ndvi","#))
  }

  @Test func anEditorThatFailsIsTold() throws {
    let folder = try folder()
    let program = try start(in: folder, ["VISUAL": "", "EDITOR": "false"])
    program.press(.review)
    try program.waits(for: "Peržiūra")
    program.type("\u{1B}[F")
    program.press(.enter)
    try program.waits(for: "Kokie planai?")
    program.type("Augti")
    program.press(.editor)
    try program.waits(for: "! Teksto rengyklės paleisti nepavyko (false).")
    try program.waits(for: "▏ Augti")
  }

  /// Colours only where they are wanted; every state is also a sign.
  @Test(arguments: [
    (["NO_COLOR": "1"], [], false), (["NO_COLOR": ""], [], true),
    (["NO_COLOR": "1"], ["--color", "always"], true),
    (["NO_COLOR": ""], ["--color", "never"], false),
  ])
  func coloursAsWanted(_ environment: [String: String], _ more: [String], _ isColored: Bool) throws
  {
    let folder = try folder()
    let program = try ScreenProgram(
      Self.arguments + more, in: folder, environment: environment)
    try program.waits(for: "› 1. Pradėti")
    let hasStyles = program.screen.cells.contains { $0.contains { !$0.style.isEmpty } }
    #expect(hasStyles == isColored)
  }

  /// Lines instead of the whole screen, and not one escape byte.
  @Test(arguments: [
    (["TERM": "dumb"], []), (["ACCESSIBLE": "1"], []), (["CI": "true"], []), ([:], ["--plain"]),
  ])
  func linesWhereTheScreenWouldNotDo(
    _ environment: [String: String], _ more: [String]
  ) throws {
    let folder = try folder()
    let terminal = try PseudoTerminal(
      Program.path, Self.arguments + more, in: folder.url.path,
      environment: Program.environment.merging(environment, uniquingKeysWith: { $1 }))
    var shown: [UInt8] = []
    func text() -> String { String(decoding: shown, as: UTF8.self) }
    _ = try terminal.read(
      "prompt", shown: text, take: { shown += $0 }, isEnough: { text().hasSuffix("> ") })
    terminal.send("baigti\n".utf8)
    _ = try terminal.read("end", shown: text, take: { shown += $0 }, isEnough: { false })
    #expect(terminal.wait() == .exited(10))
    #expect(!shown.contains(0x1B))
    #expect(text().contains("Klausimas 1 iš 8"))
  }

  @Test(arguments: [[:], ["ACCESSIBLE": "0", "CI": "false"]])
  func aPipeIsNoTerminal(_ environment: [String: String]) throws {
    let run = try Program.run(Self.arguments, in: folder(), input: "\n", environment: environment)
    #expect(run.end == .exited(10))
    #expect(!run.output.utf8.contains(0x1B) && run.output.contains("Klausimas 2 iš 8"))
  }
}
