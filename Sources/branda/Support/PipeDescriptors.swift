import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The descriptors of a new pipe, which programs that any thread starts do not get unless handed over:
/// who held a copy of a write end would keep its reader waiting.
struct PipeDescriptors {
  let readEnd: Int32
  let writeEnd: Int32

  /// Held between opening and marking, when no program may be started.
  private static let opening = Mutex(())

  init?() {
    var ends: [Int32] = [-1, -1]
    let isOpen = Self.opening.withLock { _ in
      guard pipe(&ends) == 0 else { return false }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return true
    }
    guard isOpen else { return nil }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  /// Starts a program while no pipe is half open.
  static func betweenOpenings<Result>(_ start: () -> Result) -> Result {
    opening.withLock { _ in start() }
  }
}
