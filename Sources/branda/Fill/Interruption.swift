#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is said when Ctrl-C ends an interview: nothing has to be done then but to say so.
///
/// The program dies of the signal, so a shell sees what happened.
enum Interruption {
  /// Prepares the sentence; from now on Ctrl-C says it.
  static func say(_ sentence: String) {
    // A line of its own: the cursor stands behind what was typed. Never freed: a handler may be
    // reading it.
    let bytes = Array("\n\(sentence)\n".utf8)
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    interruptionLength = bytes.count
    interruptionText = UnsafePointer(copy)
    signal(SIGINT) { _ in
      // Only calls that are safe in a handler: write, signal, raise.
      if let text = interruptionText { _ = write(2, text, interruptionLength) }
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
  }
}

/// Set once before the handler is, and only read by it.
nonisolated(unsafe) private var interruptionText: UnsafePointer<UInt8>?
nonisolated(unsafe) private var interruptionLength = 0
