#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes text to a file descriptor, whole.
public struct Output: Sendable, Hashable {
  /// The system's number for the open file; never closed here.
  public let descriptor: Int32

  /// Standard output, for what was asked for.
  public static let standard = Output(descriptor: 1)
  /// Standard error, for findings and notices, so that piped results stay clean.
  public static let error = Output(descriptor: 2)

  /// - Parameter descriptor: Stays open.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a person's terminal is at the other end, not a pipe or a file.
  public var isTerminal: Bool { Terminal.isTerminal(descriptor) }

  /// Lets a reader that goes away (`branda … | head`) be told to `write` instead of ending the
  /// process. To be called once, at the start of a program.
  public static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Lets a limit on the size of files be told to `write` instead of ending the process. To be
  /// called once, at the start of a program.
  public static func ignoreSizeLimits() { signal(SIGXFSZ, SIG_IGN) }

  /// Writes all of the text, however many calls it takes.
  ///
  /// - Returns: Whether anybody still reads; `false` is a reason to stop quietly, not a failure.
  /// - Throws: `SystemFailure` for every other reason, such as a full disk.
  @discardableResult
  public func write(_ text: String) throws(SystemFailure) -> Bool {
    try write(Array(text.utf8))
  }

  /// Writes all of the bytes, whatever they are.
  ///
  /// - Returns: Whether anybody still reads; `false` is a reason to stop quietly, not a failure.
  /// - Throws: `SystemFailure` for every other reason, such as a full disk.
  @discardableResult
  public func write(_ bytes: [UInt8]) throws(SystemFailure) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        let rest = UnsafeRawBufferPointer(rebasing: all[written...])
        return systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilReady(descriptor, POLLOUT)
      case EPIPE: return false
      default: throw SystemFailure(code: errno)
      }
    }
    return true
  }
}

/// The system's `write`, which the method of the same name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
