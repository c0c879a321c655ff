#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens at a terminal.
public enum TerminalEvent: Sendable, Hashable {
  /// Keys were pressed; at least one.
  case keys([Key])
  /// The window has another size now, and nothing is known to be shown in it.
  case resized(WindowSize)
  /// The program goes on after a stop, and nothing is known to be shown.
  case resumed
  /// Nobody is at the terminal any more; nothing else will happen.
  case ended
}

/// A terminal that is wholly the program's: keys one by one, the whole window.
///
/// As long as this lives, or until `leave`, the terminal is in raw modes and on its alternate screen.
/// It is given back as it was at the end of the program, also by a signal or a crash, and while the
/// program is stopped. Ctrl-C ends the program by SIGINT as always, so that it works even where the
/// program hangs; all that is worth keeping must be on disk by then.
public final class FullScreenTerminal {
  /// The size of the window, as last told.
  public private(set) var size: WindowSize

  private let input: Int32
  private let output: Output
  private let environment: [String: String]
  private let raw: termios
  private let pipe: (reading: Int32, writing: Int32)
  private var decoder = KeyDecoder()
  /// When what has begun in the decoder is taken as it stands.
  private var flushTime: ContinuousClock.Instant?
  private var painter: FramePainter
  private var hasEnded = false
  private var hasLeft = false

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - input: The descriptor that keys are read from; stays open.
  ///   - output: The descriptor that frames are written to; stays open.
  ///   - isColored: Whether frames are shown in their styles.
  /// - Throws: `SystemFailure`: ENOTTY where either is no terminal, EBUSY where the program has taken
  ///   one already.
  public init(
    input: Int32 = 0, output: Int32 = 1, environment: [String: String], isColored: Bool
  ) throws(SystemFailure) {
    self.input = input
    self.output = Output(descriptor: output)
    self.environment = environment
    painter = FramePainter(isColored: isColored)
    size = windowSize(output, environment: environment)
    var ordinary = termios()
    guard tcgetattr(input, &ordinary) == 0 else { throw SystemFailure(code: errno) }
    guard isTerminal(output) else { throw SystemFailure(code: ENOTTY) }
    raw = Self.raw(ordinary)
    pipe = try Self.makePipe()
    guard
      TerminalRestoration.arm(
        input: input, output: output, ordinary: ordinary, pipe: pipe.writing)
    else {
      closePipe()
      hasLeft = true
      throw SystemFailure(code: EBUSY)
    }
    do {
      try TerminalRestoration.enter(raw: raw)
    } catch {
      leave()
      throw error
    }
  }

  deinit { leave() }

  /// Keys one by one and unchanged, nothing shown by itself. The keys that send signals still do.
  private static func raw(_ ordinary: termios) -> termios {
    var raw = ordinary
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR | ISTRIP)
    raw.c_lflag |= tcflag_t(ISIG)
    withUnsafeMutableBytes(of: &raw.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    return raw
  }

  /// A pipe from the handlers of signals to the main loop. Neither end blocks or outlives an `exec`.
  private static func makePipe() throws(SystemFailure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Self.systemPipe(&ends) == 0 else { throw SystemFailure(code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }

  /// The system's `pipe`, which the property of the same name would hide.
  private static func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { openPipe(ends) }

  private func closePipe() {
    close(pipe.reading)
    close(pipe.writing)
  }

  // MARK: What happens

  /// The next event, waiting for it where it must.
  ///
  /// After `resized` and `resumed` a frame is to be painted again. A signal interrupts nothing.
  ///
  /// - Parameter timeout: How long to wait; without, for ever.
  /// - Returns: `nil` where nothing has happened in that time.
  /// - Throws: `SystemFailure` where the terminal cannot be read or be taken again after a stop.
  public func next(timeout: Duration? = nil) throws(SystemFailure) -> TerminalEvent? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while !hasEnded, !hasLeft {
      let isReady = try wait(until: [deadline, flushTime].compactMap(\.self).min())
      if isReady.pipe, let event = try takeSignals() { return event }
      if isReady.input {
        if let event = try takeInput() { return event }
      } else if let flushTime, flushTime <= .now {
        self.flushTime = nil
        let keys = decoder.flush()
        if !keys.isEmpty { return .keys(keys) }
      } else if let deadline, deadline <= .now {
        return nil
      }
    }
    return .ended
  }

  private func wait(
    until time: ContinuousClock.Instant?
  ) throws(SystemFailure) -> (input: Bool, pipe: Bool) {
    var requests = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0),
    ]
    var milliseconds: Int32 = -1
    if let time {
      let left = ContinuousClock.now.duration(to: time)
      // Rounded up, lest the last millisecond be spent in a circle; an hour at a time is enough.
      milliseconds = Int32(max(0, min(3_600_000, (left / .milliseconds(1)).rounded(.up))))
    }
    if poll(&requests, nfds_t(requests.count), milliseconds) < 0 {
      if errno == EINTR || errno == EAGAIN { return (false, false) }
      throw SystemFailure(code: errno)
    }
    return (requests[0].revents != 0, requests[1].revents != 0)
  }

  /// What the bytes in the pipe tell, if anything is new.
  private func takeSignals() throws(SystemFailure) -> TerminalEvent? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(pipe.reading, &bytes, bytes.count)
    let told = bytes.prefix(max(0, count))
    if told.isEmpty { return nil }
    let hasContinued = told.contains(TerminalRestoration.continuedByte)
    // Also where a stop came without a chance to leave, and somebody has changed the modes.
    if hasContinued {
      do {
        try TerminalRestoration.enter(raw: raw)
      } catch {
        // A window that is closed continues its programs, too.
        guard Self.meansNobodyIsThere(error.code) else { throw error }
        hasEnded = true
        return nil
      }
    }
    // Even a window that has its former size again may have lost what it showed.
    painter.reset()
    let former = size
    size = windowSize(output.descriptor, environment: environment)
    return hasContinued && size == former ? .resumed : .resized(size)
  }

  private func takeInput() throws(SystemFailure) -> TerminalEvent? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(input, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    if count < 0, !Self.meansNobodyIsThere(errno) { throw SystemFailure(code: errno) }
    var keys = decoder.decode(bytes.prefix(max(0, count)))
    if count <= 0 {
      // A terminal that hung up has nothing more to say.
      hasEnded = true
      keys += decoder.flush()
    }
    flushTime = decoder.patience.map { .now + .milliseconds($0) }
    return keys.isEmpty ? nil : .keys(keys)
  }

  // MARK: What is shown

  /// Shows a frame, in one write of what differs from the frame before.
  ///
  /// - Throws: `SystemFailure` where the terminal cannot be written to. One that nobody is at any
  ///   more is no failure; the next event tells.
  public func paint(_ frame: Frame) throws(SystemFailure) {
    if hasLeft || hasEnded { return }
    do {
      hasEnded = try !output.write(painter.paint(frame))
    } catch {
      guard Self.meansNobodyIsThere(error.code) else { throw error }
      hasEnded = true
    }
  }

  /// Whether a reason is one that systems give once a terminal's window is closed.
  private static func meansNobodyIsThere(_ code: Int32) -> Bool {
    code == EIO || code == ENOTTY || code == ENXIO
  }

  /// Gives the terminal back for as long as something else needs it, such as an editor.
  ///
  /// In that time Ctrl-C and Ctrl-\ mean nothing to this program. Afterwards nothing is known to be
  /// shown, so a frame is to be painted.
  ///
  /// - Throws: What `body` throws, or `SystemFailure` where the terminal cannot be taken again.
  public func suspend<Result>(_ body: () throws -> Result) throws -> Result {
    TerminalRestoration.leave()
    TerminalRestoration.yieldSignals()
    defer { TerminalRestoration.reclaimSignals() }
    let result = Swift.Result { try body() }
    try TerminalRestoration.enter(raw: raw)
    painter.reset()
    size = windowSize(output.descriptor, environment: environment)
    return try result.get()
  }

  /// Sets what is said, on a line of its own, where Ctrl-C or another request ends the program: that
  /// all is saved, and how to go on. It is written to standard error.
  ///
  /// - Parameter text: Must have been made visible before; its line end is added.
  public func setFarewell(_ text: String) { TerminalRestoration.setFarewell(text + "\n") }

  /// Gives the terminal back for good. Further calls do nothing.
  public func leave() {
    if hasLeft { return }
    hasLeft = true
    TerminalRestoration.leave()
    TerminalRestoration.disarm()
    closePipe()
  }
}

private func openPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
