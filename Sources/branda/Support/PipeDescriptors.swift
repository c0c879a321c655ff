#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The descriptors of a new pipe, which programs started by any thread do not get unless handed over:
/// who held a copy of a write end would keep its reader waiting.
struct PipeDescriptors {
  let readEnd: Int32
  let writeEnd: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      // Between the two calls another thread may start a program; `ChildProcess` hands it nothing.
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
    #endif
    readEnd = ends[0]
    writeEnd = ends[1]
  }
}
