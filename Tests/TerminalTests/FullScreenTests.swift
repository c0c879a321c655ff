import Foundation
import TestKit
import Testing

/// A program that holds a terminal, and what it shows there.
private final class Session {
  let terminal: PseudoTerminal
  var screen: TerminalEmulator

  static let probe = builtProgram("terminal-probe")

  /// - Parameter script: A shell's commands instead of the program alone; `$0` is the program.
  init(_ arguments: [String] = [], shell script: String? = nil) throws {
    terminal = try PseudoTerminal(
      script == nil ? Self.probe : "/bin/sh", script.map { ["-c", $0, Self.probe] } ?? arguments,
      in: FileManager.default.temporaryDirectory.path, environment: Self.environment)
    screen = TerminalEmulator(columns: 80, rows: 24)
  }

  init(interactiveShell: String) throws {
    terminal = try PseudoTerminal(
      interactiveShell, ["-i"], in: FileManager.default.temporaryDirectory.path,
      environment: Self.environment)
    screen = TerminalEmulator(columns: 80, rows: 24)
  }

  private static let environment = [
    "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8", "PS1": "shell> ", "ENV": "",
    "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Reads until the whole screen shows a text.
  func waits(for text: String) throws {
    try reads(text) { $0.isAlternate && $0.text.contains(text) }
  }

  /// Reads until a text has come while the whole screen was not the program's.
  func waits(forMain text: String) throws {
    try reads(text) { !$0.isAlternate && $0.mainText.contains(text) }
  }

  func reads(_ waitedFor: String, until isEnough: (TerminalEmulator) -> Bool) throws {
    let isFound = try terminal.read(
      waitedFor, shown: { screen.mainText + "\n---\n" + screen.text },
      take: { try screen.feed($0) }, isEnough: { isEnough(screen) })
    if !isFound { throw Ended(shown: screen.mainText) }
  }

  /// Reads to the end of the program.
  func end() throws -> ProgramEnd {
    _ = try terminal.read(
      "the end", shown: { screen.mainText }, take: { try screen.feed($0) }, isEnough: { false })
    return terminal.wait()
  }

  struct Ended: Error { let shown: String }
}

/// The terminal at every end of a program on it, and while it stands still.
@Suite struct FullScreenTests {
  static let requests = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  static let crashes = [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE]

  @Test(arguments: requests + crashes)
  func givesTheTerminalBackAtSignals(_ signal: Int32) throws {
    let session = try Session()
    try session.waits(for: "ready")
    let isTaken = session.screen.isAlternate && !session.terminal.isOrdinary
    session.terminal.signal(signal)
    #expect(try session.end() == .killed(signal: signal))
    #expect(isTaken && session.screen.isOrdinary && session.terminal.isOrdinary)
    #expect(session.screen.mainText == (Self.requests.contains(signal) ? "farewell\n" : ""))
  }

  /// Ctrl-C, Ctrl-\, a crash of Swift's own, a full stack, an exit without leaving, leaving.
  @Test(arguments: [
    ("\u{3}", ["signal 2"]), ("\u{1C}", ["signal 3"]), ("\u{10}", ["signal 4", "signal 5"]),
    ("\u{F}", ["signal 11", "signal 7", "signal 10"]), ("\u{18}", ["exit 3"]),
    ("\u{11}", ["exit 0"]),
  ])
  func givesTheTerminalBackAtKeys(_ key: String, _ ends: [String]) throws {
    let session = try Session(shell: #"exec "$0" 2>/dev/null"#)
    try session.waits(for: "ready")
    session.terminal.send(key.utf8)
    #expect(ends.contains("\(try session.end())"))
    #expect(session.screen.isOrdinary && session.terminal.isOrdinary)
  }

  @Test func aSecondRequestEndsAtOnce() throws {
    // A farewell that nobody reads: the first Ctrl-C gives the terminal back and then waits.
    let session = try Session(
      shell: """
        fifo=$(mktemp -u) && mkfifo "$fifo" && exec 3<>"$fifo" && rm "$fifo" && \
        exec "$0" 1000000 2>&3
        """)
    try session.waits(for: "ready")
    session.terminal.send([3])
    try session.reads("the main screen") { !$0.isAlternate }
    session.terminal.signal(SIGINT)
    #expect(try session.end() == .killed(signal: SIGINT))
    #expect(session.screen.isOrdinary && session.terminal.isOrdinary)
  }

  @Test func keysCountWhereverTheyAreCut() throws {
    let session = try Session()
    try session.waits(for: "ready")
    // A sequence stays whole here: how long it may take is a matter of time, not of bytes.
    for piece in "ąžuole\u{328}s".utf8.map({ [$0] }) + [Array("\u{1B}[1;5D".utf8), [0x21]] {
      session.terminal.send(piece)
      // Another signal in between costs no key.
      session.terminal.signal(SIGWINCH)
    }
    try session.waits(for: "> !ąžuolęs")
    #expect(session.screen.cursor == (row: 1, column: 3))
    session.terminal.send("\u{1B}[200~du\r\nžodžiai\u{1B}[201~".utf8)
    try session.waits(for: "> !du žodžiaiąžuolęs\npaste(\"du\\nžodžiai\")")
    session.terminal.send([0x1B])
    try session.waits(for: "escape")
  }

  @Test func aWindowOfAnotherSizeIsPaintedWhole() throws {
    let session = try Session()
    try session.waits(for: "80 × 24\n>\nready")
    session.terminal.resize(columns: 30, rows: 2)
    session.screen.resize(columns: 30, rows: 2)
    try session.waits(for: "30 × 2\n>")
    session.terminal.resize(columns: 100, rows: 30)
    session.screen.resize(columns: 100, rows: 30)
    try session.waits(for: "100 × 30\n>\nresized")
    #expect(!session.screen.text.contains("#"))
  }

  @Test func anotherProgramHasTheTerminalInBetween() throws {
    let session = try Session()
    try session.waits(for: "ready")
    session.terminal.send([0x13])
    try session.waits(for: "shell")
    #expect(session.screen.mainText == "in the shell\n")
    #expect(session.screen.isAlternate && !session.terminal.isOrdinary)
    session.terminal.send("ą".utf8)
    try session.waits(for: "> ą")
    session.terminal.send([3])
    #expect(try session.end() == .killed(signal: SIGINT))
  }

  /// With `sh`, which leaves the modes of a terminal alone, so that they are the program's doing.
  @Test func stopsAndGoesOn() throws {
    let session = try Session(interactiveShell: "/bin/sh")
    try session.waits(forMain: "shell> ")
    session.terminal.send("\(Session.probe)\n".utf8)
    try session.waits(for: "ready")
    session.terminal.send("ą".utf8)
    try session.waits(for: "> ą")
    session.terminal.send([0x1A])
    try session.waits(forMain: "Stopped")
    #expect(session.screen.isOrdinary)
    session.terminal.send("echo it; stty -a | grep -cw -e echo\n".utf8)
    try session.waits(forMain: "it\n1\n")
    // In the background it takes nothing: the system stops it again.
    session.terminal.send("bg; sleep 0.3; echo still; stty -a | grep -cw -e echo\n".utf8)
    try session.waits(forMain: "still\n1\n")
    #expect(session.screen.isOrdinary)
    session.terminal.send("fg\n".utf8)
    try session.waits(for: "> ą\nresumed")
    #expect(session.screen.isAlternate && !session.terminal.isOrdinary)
    session.terminal.send("č".utf8)
    try session.waits(for: "> ąč")
    session.terminal.send([0x11])
    try session.waits(forMain: "left")
    session.terminal.send("exit\n".utf8)
    #expect(try session.end() == .exited(0))
    #expect(session.screen.isOrdinary)
  }

  @Test func survivesAStopWithoutAChanceToLeave() throws {
    let session = try Session()
    try session.waits(for: "ready")
    session.terminal.signal(SIGSTOP)
    session.terminal.signal(SIGCONT)
    try session.waits(for: "resumed")
    #expect(session.screen.isAlternate)
    session.terminal.kill(SIGTERM)
  }

  @Test func aWindowThatIsClosedIsTheEnd() throws {
    let closed = try Session()
    try closed.waits(for: "ready")
    closed.terminal.hangUp()
    #expect(closed.terminal.wait() == .killed(signal: SIGHUP))
    // Whoever ignores that (nohup) sees the end of the input.
    let ignoring = try Session(shell: #"trap "" HUP; exec "$0""#)
    try ignoring.waits(for: "ready")
    ignoring.terminal.hangUp()
    #expect(ignoring.terminal.wait() == .exited(5))
  }
}
