#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads lines of text from a file descriptor: a terminal in its ordinary line mode, a pipe, a file.
public struct LineReader: ~Copyable {
  /// What came next.
  public enum Input: Sendable, Hashable {
    /// A line without its end (LF or CR LF); bytes that are no UTF-8 stand as U+FFFD.
    case line(String)
    /// A line longer than the limit; it was read to its end and dropped.
    case tooLong
    /// Nothing will follow.
    case end
  }

  /// The longest line, in bytes.
  public static let limit = 65_536

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var hasEnded = false

  /// - Parameter descriptor: Stays open; 0 is standard input.
  public init(descriptor: Int32 = 0, limit: Int = LineReader.limit) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line, waiting for it where it must; a last line without an end counts.
  ///
  /// - Throws: `SystemFailure` where reading fails. An interruption by a signal is no failure.
  public mutating func next() throws(SystemFailure) -> Input {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if position == buffer.count {
        try fill()
        if buffer.isEmpty { return line.isEmpty && !isTooLong ? .end : input(line, isTooLong) }
      }
      let rest = buffer[position...]
      let piece = rest.prefix { $0 != UInt8(ascii: "\n") }
      if line.count + piece.count > limit {
        isTooLong = true
      } else {
        line += piece
      }
      position = piece.endIndex
      if position < buffer.count {
        position += 1
        return input(line, isTooLong)
      }
    }
  }

  private func input(_ line: [UInt8], _ isTooLong: Bool) -> Input {
    if isTooLong { return .tooLong }
    let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    return .line(String(decoding: text, as: UTF8.self))
  }

  /// Replaces the buffer by what comes next; leaves it empty at the end.
  private mutating func fill() throws(SystemFailure) {
    buffer.removeAll(keepingCapacity: true)
    position = 0
    if hasEnded { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 {
        buffer += bytes.prefix(count)
        return
      }
      if count == 0 {
        hasEnded = true
        return
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilReady(descriptor, POLLIN)
      // A terminal that hung up has nothing more to say.
      case EIO where isTerminal(descriptor):
        hasEnded = true
        return
      default: throw SystemFailure(code: errno)
      }
    }
  }
}

/// Waits until a descriptor that does not block can be read or written.
func waitUntilReady(_ descriptor: Int32, _ event: Int32) {
  var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  _ = poll(&request, 1, -1)
}
