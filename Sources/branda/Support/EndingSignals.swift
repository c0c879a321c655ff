import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals by which a person or the system ends this program, held back while something is at work
/// that must be tidied up: other programs are ended, temporary folders go, no file stays half written.
/// Then the signal has the effect that it had before.
enum EndingSignals {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Does something. Should a signal come meanwhile, this does not return.
  ///
  /// What takes long looks at `haveCome`, or waits for `descriptor` as well, and stops early. A second
  /// signal waits for nothing. May be called within itself and on several threads: the last to leave
  /// ends the program.
  static func held<Result, Problem: Error>(
    _ body: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    hold()
    defer { release() }
    return try body()
  }

  /// Whether the program is about to end.
  static var haveCome: Bool { received.load(ordering: .acquiring) != 0 }

  /// Has something to read from the moment that a signal has come; -1 where nothing is held.
  static var descriptor: Int32 { wakeReading.load(ordering: .acquiring) }

  // MARK: Handlers

  private struct Holding {
    var depth = 0
    /// What the signals did before.
    var previous: [(number: Int32, handler: (@convention(c) (Int32) -> Void)?)] = []
  }

  private static let holding = Mutex(Holding())

  private static func hold() {
    holding.withLock { holding in
      holding.depth += 1
      guard holding.depth == 1 else { return }
      openPipe()
      for number in numbers {
        let before = signal(number) { number in
          // Only calls that are safe in a handler: write, signal, raise, and atomics without locks.
          guard received.exchange(number, ordering: .acquiringAndReleasing) == 0 else {
            signal(number, SIG_DFL)
            raise(number)
            return
          }
          let error = errno
          var byte: UInt8 = 0
          _ = write(wakeWriting.load(ordering: .acquiring), &byte, 1)
          errno = error
        }
        // Whoever started this program has asked that it go on, as `nohup` does.
        if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
          signal(number, SIG_IGN)
        } else {
          holding.previous.append((number, before))
        }
      }
    }
  }

  private static func release() {
    let isOver = holding.withLock { holding in
      holding.depth -= 1
      guard holding.depth == 0 else { return false }
      for (number, handler) in holding.previous { signal(number, handler) }
      holding.previous = []
      return true
    }
    let number = received.load(ordering: .acquiring)
    // To the process, not to this thread, which may have signals blocked.
    if isOver, number != 0 { kill(getpid(), number) }
  }

  /// Opened once; the system closes it.
  private static func openPipe() {
    guard wakeReading.load(ordering: .acquiring) < 0 else { return }
    guard let ends = PipeDescriptors() else { return }
    wakeWriting.store(ends.writeEnd, ordering: .releasing)
    wakeReading.store(ends.readEnd, ordering: .releasing)
  }
}

/// The first signal that came while they were held; 0 for none.
private let received = Atomic<Int32>(0)
/// The ends of the pipe that wakes who waits: the one that is waited for, and the one that is written to.
private let wakeReading = Atomic<Int32>(-1)
private let wakeWriting = Atomic<Int32>(-1)
