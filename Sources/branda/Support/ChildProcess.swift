#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program, started without a shell.
struct ChildProcess {
  private let identifier: pid_t
  private let leadsGroup: Bool

  /// Starts a program, looked for in `PATH` unless its name has a slash.
  ///
  /// - Parameters:
  ///   - words: The program, then its arguments.
  ///   - descriptors: What it has as its standard input, output and errors; by default what this
  ///     program has.
  ///   - variables: Its environment; by default this program's.
  ///   - leadsGroup: Whether it is set apart with all that it starts, and so out of the terminal's reach.
  /// - Returns: `nil` where there is no such program, or it cannot be started.
  init?(
    _ words: [String], descriptors: [Int32] = [], variables: [String: String]? = nil,
    leadsGroup: Bool = false
  ) {
    self.leadsGroup = leadsGroup
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
      var actions: posix_spawn_file_actions_t?
    #else
      var attributes = posix_spawnattr_t()
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that this program ignores are the other's own business.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // So is what is blocked on the thread that starts it.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if leadsGroup {
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= POSIX_SPAWN_SETPGROUP
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    let arguments = words.map { strdup($0) } + [nil]
    let entries = variables?.sorted { $0.key < $1.key }.map { strdup($0.key + "=" + $0.value) }
    defer { for text in arguments + (entries ?? []) { free(text) } }
    var identifier = pid_t()
    let error = PipeDescriptors.betweenOpenings {
      if let entries {
        posix_spawnp(
          &identifier, words.first ?? "", &actions, &attributes, arguments, entries + [nil])
      } else {
        posix_spawnp(&identifier, words.first ?? "", &actions, &attributes, arguments, environ)
      }
    }
    guard error == 0 else { return nil }
    self.identifier = identifier
  }

  /// Waits for its end.
  ///
  /// - Returns: The exit status; more than 128 where a signal ended it; -1 where that cannot be known.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return Self.exitStatus(status)
  }

  /// Waits for its end for some time.
  ///
  /// - Parameter isOver: Whether the time is over.
  /// - Returns: As without a limit; `nil` where it goes on.
  func wait(until isOver: () -> Bool) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(identifier, &status, WNOHANG)
      if ended == identifier { return Self.exitStatus(status) }
      if ended < 0, errno != EINTR { return -1 }
      if isOver() { return nil }
      usleep(1000)
    }
  }

  /// By the system's layout of the number: the signal in the low bits, else the status above them.
  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Ends it at once, and where it leads a group, everything that it has started.
  func kill() { _ = endProcess(leadsGroup ? -identifier : identifier, SIGKILL) }
}

/// The system's `kill`, which the method of the same name would hide.
private func endProcess(_ identifier: pid_t, _ signal: Int32) -> Int32 { kill(identifier, signal) }
