import CPseudoTerminal
import Foundation

/// How a program ended.
public enum ProgramEnd: Equatable, Sendable, CustomStringConvertible {
  case exited(Int32)
  case killed(signal: Int32)

  public var description: String {
    switch self {
    case .exited(let code): "exit \(code)"
    case .killed(let signal): "signal \(signal)"
    }
  }
}

/// The path of a built program, which stands in the build folder beside the tests.
public func builtProgram(_ name: String) -> String {
  let arguments = CommandLine.arguments
  let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
  var folder = URL(filePath: bundle ?? arguments[0]).standardizedFileURL
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    let program = folder.appending(path: name).path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder),
      !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: program)
    {
      return program
    }
  }
  return "\(name) is not built"
}

/// A program on a terminal of its own, whose other end the test holds.
public final class PseudoTerminal {
  public struct Timeout: Error, CustomStringConvertible {
    public let waitedFor: String
    public let shown: String

    public init(waitedFor: String, shown: String) {
      self.waitedFor = waitedFor
      self.shown = shown
    }

    public var description: String { "no “\(waitedFor)” in:\n\(shown.debugDescription)" }
  }

  private let process: pid_t
  /// -1 once it is closed.
  private var terminal: Int32
  private var knownEnd: ProgramEnd?

  public init(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    var terminal: Int32 = -1
    let words = ([program] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for pointer in words + variables { free(pointer) } }
    process = pseudo_terminal_start(
      &terminal, folder, program, words + [nil], variables + [nil], UInt16(columns), UInt16(rows))
    self.terminal = terminal
    guard process > 0 else { throw POSIXError(.EIO) }
  }

  deinit {
    if knownEnd == nil { kill(SIGKILL) }
    hangUp()
  }

  /// Types these bytes.
  public func send(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Hands over what the program writes, piece by piece, until that is enough.
  ///
  /// - Returns: `false` where the program has ended before.
  /// - Throws: `Timeout` where it does neither in time; `shown` says what there was instead.
  public func read(
    _ waitedFor: String, timeout: Double = 20, shown: () -> String,
    take: ([UInt8]) throws -> Void, isEnough: () -> Bool
  ) throws -> Bool {
    let deadline = Date.now.addingTimeInterval(timeout)
    while !isEnough() {
      var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let left = Int32(max(0, deadline.timeIntervalSinceNow * 1000))
      guard left > 0 else { throw Timeout(waitedFor: waitedFor, shown: shown()) }
      // Nothing yet, or a signal: the loop looks at the time.
      if poll(&request, 1, left) <= 0 { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = Foundation.read(terminal, &bytes, bytes.count)
      if count > 0 {
        try take(Array(bytes[..<count]))
      } else if request.revents != 0 {
        // The other end is closed: the program has ended.
        return false
      }
    }
    return true
  }

  /// Gives the window another size; the program is told.
  public func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// The modes that the terminal is in.
  private var modes: termios {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return modes
  }

  /// Whether the terminal shows what is typed and hands it over line by line, as it usually does.
  public var isOrdinary: Bool {
    let modes = modes
    return modes.c_lflag & tcflag_t(ECHO) != 0 && modes.c_lflag & tcflag_t(ICANON) != 0
      && modes.c_lflag & tcflag_t(IEXTEN) != 0 && modes.c_iflag & tcflag_t(ICRNL) != 0
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { if knownEnd == nil { Foundation.kill(process, number) } }

  /// Sends a signal that ends the program, and waits for the end.
  public func kill(_ number: Int32) {
    signal(number)
    _ = wait()
  }

  /// Closes this end, as a window that is closed does.
  public func hangUp() {
    if terminal >= 0 { close(terminal) }
    terminal = -1
  }

  /// Waits for the end of the program; one that does not end in time is killed.
  public func wait(timeout: Double = 10) -> ProgramEnd {
    if let knownEnd { return knownEnd }
    var status: Int32 = 0
    let deadline = Date.now.addingTimeInterval(timeout)
    while waitpid(process, &status, WNOHANG) == 0 {
      if Date.now > deadline { Foundation.kill(process, SIGKILL) }
      usleep(500)
    }
    let signal = status & 0x7F
    let end = signal == 0 ? ProgramEnd.exited((status >> 8) & 0xFF) : .killed(signal: signal)
    knownEnd = end
    return end
  }
}
