#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps the promise that the terminal is as it was whenever the program is not on it: at its end,
/// however that comes about, and while it is stopped.
///
/// What the handlers of signals read lies in memory that is never freed, is written before they are
/// installed, and is reached through pointers, because Swift's own checks of access are none of the
/// things that a handler may do. Handlers make only calls that POSIX calls safe in a signal handler.
enum TerminalRestoration {
  /// Alternate screen, pastes in brackets, no wrapping at the edge, a cursor to be seen.
  static let enterSequence = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?7l\u{1B}[?25h"
  /// The opposite. Where there is no alternate screen, the screen is at least clear.
  static let leaveSequence =
    "\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  /// The byte in the pipe that tells of a change of the window.
  static let resizedByte = UInt8(ascii: "w")
  /// The byte in the pipe that tells that the program goes on after a stop.
  static let continuedByte = UInt8(ascii: "c")

  /// Ends of the program that somebody asks for. A second one during the first ends at once.
  private static let requests = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  /// Ends of the program by a mistake of its own.
  private static let crashes = [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE]

  /// Whether the terminal is the program's just now.
  static var isEntered: Bool { shared.pointee.isEntered }

  /// Remembers how the terminal is, and installs the handlers.
  ///
  /// - Parameters:
  ///   - ordinary: The modes to come back to.
  ///   - pipe: Where a handler writes the bytes that tell of signals.
  /// - Returns: `false` where a terminal is kept already: signals are the whole process's.
  static func arm(input: Int32, output: Int32, ordinary: termios, pipe: Int32) -> Bool {
    guard !shared.pointee.isArmed else { return false }
    shared.pointee.isArmed = true
    shared.pointee.input = input
    shared.pointee.output = output
    shared.pointee.pipe = pipe
    shared.pointee.ordinary.pointee = ordinary
    provideStack()
    registerAtExit()
    for number in requests where !isIgnored(number) {
      install(number, endByRequest, SA_NODEFER, Int(SA_RESETHAND))
    }
    for number in crashes { install(number, endByCrash) }
    if !isIgnored(SIGTSTP) { install(SIGTSTP, stop, SA_RESTART) }
    install(SIGCONT, { _ in post(TerminalRestoration.continuedByte) }, SA_RESTART)
    install(SIGWINCH, { _ in post(TerminalRestoration.resizedByte) }, SA_RESTART)
    return true
  }

  /// Puts the handlers back that were there before. The terminal must have been left.
  static func disarm() {
    for number in requests + crashes + [SIGTSTP, SIGCONT, SIGWINCH] {
      if shared.pointee.installed[Int(number)] {
        sigaction(number, shared.pointee.previous + Int(number), nil)
        shared.pointee.installed[Int(number)] = false
      }
    }
    shared.pointee.isArmed = false
  }

  /// Takes the terminal: raw modes, then the alternate screen.
  ///
  /// What was typed before is dropped, so that it cannot answer a question nobody has seen; nothing
  /// is where the terminal was the program's already. In the background the system stops the program
  /// here until it is in the foreground.
  static func enter(raw: termios) throws(SystemFailure) {
    let when = shared.pointee.isEntered ? TCSANOW : TCSAFLUSH
    shared.pointee.isEntered = true
    var raw = raw
    while tcsetattr(shared.pointee.input, when, &raw) != 0 {
      if errno == EINTR { continue }
      let failure = SystemFailure(code: errno)
      shared.pointee.isEntered = false
      throw failure
    }
    try Output(descriptor: shared.pointee.output).write(enterSequence)
  }

  /// Gives the terminal back.
  static func leave() { restore() }

  /// Sets what is said behind the last frame where somebody asks the program to end.
  static func setFarewell(_ text: String) {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    copy.initialize(from: bytes, count: bytes.count)
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    sigprocmask(SIG_SETMASK, &all, &before)
    let old = shared.pointee.farewell
    shared.pointee.farewell = copy
    shared.pointee.farewellLength = bytes.count
    sigprocmask(SIG_SETMASK, &before, nil)
    old?.deallocate()
  }

  /// While another program has the terminal: Ctrl-C and Ctrl-\ are meant for it, and Ctrl-Z stops
  /// this one without ado.
  static func yieldSignals() {
    for number in [SIGINT, SIGQUIT] where shared.pointee.installed[Int(number)] {
      // Not ignored: the other program would inherit that.
      setAction(number, { _ in }, SA_RESTART)
    }
    if shared.pointee.installed[Int(SIGTSTP)] {
      sigaction(SIGTSTP, shared.pointee.previous + Int(SIGTSTP), nil)
    }
  }

  /// The opposite of `yieldSignals`.
  static func reclaimSignals() {
    for number in [SIGINT, SIGQUIT] where shared.pointee.installed[Int(number)] {
      setAction(number, endByRequest, SA_NODEFER, Int(SA_RESETHAND))
    }
    if shared.pointee.installed[Int(SIGTSTP)] { setAction(SIGTSTP, stop, SA_RESTART) }
  }

  // MARK: Installing

  private static func isIgnored(_ number: Int32) -> Bool {
    var current = sigaction()
    sigaction(number, nil, &current)
    // A pointer that means “ignore”, which cannot be compared as a function.
    return unsafeBitCast(current.handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func install(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void, _ flags: Int32 = 0,
    _ further: Int = 0
  ) {
    sigaction(number, nil, shared.pointee.previous + Int(number))
    setAction(number, handler, flags, further)
    shared.pointee.installed[Int(number)] = true
  }

  fileprivate static func setAction(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void, _ flags: Int32 = 0,
    _ further: Int = 0
  ) {
    var action = sigaction()
    action.handler = handler
    sigemptyset(&action.sa_mask)
    action.sa_flags = flags | Int32(truncatingIfNeeded: further) | Int32(SA_ONSTACK)
    sigaction(number, &action, nil)
  }

  /// A stack for the handlers, because one of the ends of a program is that its own is full.
  private static func provideStack() {
    var current = stack_t()
    guard sigaltstack(nil, &current) == 0, current.ss_flags & Int32(SS_DISABLE) != 0 else { return }
    let size = 65_536
    var stack = stack_t()
    stack.ss_sp = .allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  private static func registerAtExit() {
    if shared.pointee.isRegistered { return }
    shared.pointee.isRegistered = true
    atexit { restore() }
  }
}

/// What the handlers share.
private struct Shared {
  var isArmed = false
  var isEntered = false
  var isRegistered = false
  var input: Int32 = 0
  var output: Int32 = 1
  var pipe: Int32 = -1
  let ordinary = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  let leaveBytes: UnsafeMutablePointer<UInt8>
  let leaveLength: Int
  var farewell: UnsafeMutablePointer<UInt8>?
  var farewellLength = 0
  /// By the number of the signal.
  let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
  let installed = UnsafeMutablePointer<Bool>.allocate(capacity: 64)

  init() {
    let bytes = Array(TerminalRestoration.leaveSequence.utf8)
    leaveBytes = .allocate(capacity: bytes.count)
    leaveBytes.initialize(from: bytes, count: bytes.count)
    leaveLength = bytes.count
    ordinary.initialize(to: termios())
    previous.initialize(repeating: sigaction(), count: 64)
    installed.initialize(repeating: false, count: 64)
  }
}

nonisolated(unsafe) private let shared: UnsafeMutablePointer<Shared> = {
  let pointer = UnsafeMutablePointer<Shared>.allocate(capacity: 1)
  pointer.initialize(to: Shared())
  return pointer
}()

// MARK: Handlers

/// Gives the terminal back, if it is the program's. May be called in a handler.
private func restore() {
  guard shared.pointee.isEntered else { return }
  // In the background the terminal is somebody else's by now.
  let foreground = tcgetpgrp(shared.pointee.output)
  guard foreground < 0 || foreground == getpgrp() else { return }
  // The modes first: this cannot block, while a terminal may be slow to read what is written. What
  // was typed and not yet read is dropped, lest the shell take the rest of a paste for commands.
  while tcsetattr(shared.pointee.input, TCSAFLUSH, shared.pointee.ordinary) != 0, errno == EINTR {}
  writeAll(shared.pointee.output, shared.pointee.leaveBytes, shared.pointee.leaveLength)
  shared.pointee.isEntered = false
}

private func writeAll(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ length: Int) {
  var written = 0
  while written < length {
    let count = write(descriptor, bytes + written, length - written)
    if count > 0 {
      written += count
    } else if count == 0 || errno != EINTR {
      return
    }
  }
}

private func post(_ byte: UInt8) {
  let before = errno
  var byte = byte
  // Where the pipe is full, nothing new is told.
  _ = write(shared.pointee.pipe, &byte, 1)
  errno = before
}

/// Here the signal has its former meaning again already, so that a second one ends at once.
private func endByRequest(_ number: Int32) {
  restore()
  if let farewell = shared.pointee.farewell {
    writeAll(2, farewell, shared.pointee.farewellLength)
  }
  raise(number)
}

private func endByCrash(_ number: Int32) {
  restore()
  // Whoever wanted to know of crashes before, such as the printer of backtraces, learns of this one.
  sigaction(number, shared.pointee.previous + Int(number), nil)
  raise(number)
}

/// Ctrl-Z: off the terminal, stopped, and on again in the main loop.
private func stop(_ number: Int32) {
  let before = errno
  restore()
  sigaction(number, shared.pointee.previous + Int(number), nil)
  raise(number)
  var these = sigset_t()
  sigemptyset(&these)
  sigaddset(&these, number)
  sigprocmask(SIG_UNBLOCK, &these, nil)
  // Here the program stands still until it is continued.
  TerminalRestoration.setAction(number, stop, SA_RESTART)
  post(TerminalRestoration.continuedByte)
  errno = before
}

extension sigaction {
  /// The function of a handler without details.
  fileprivate var handler: (@convention(c) (Int32) -> Void)? {
    get {
      #if canImport(Darwin)
        __sigaction_u.__sa_handler
      #else
        __sigaction_handler.sa_handler
      #endif
    }
    set {
      #if canImport(Darwin)
        __sigaction_u.__sa_handler = newValue
      #else
        __sigaction_handler.sa_handler = newValue
      #endif
    }
  }
}
