#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What another program makes of an input: started, fed, listened to and, if need be, ended.
enum PipedProcess {
  /// How it went.
  enum Outcome {
    /// There is no such program, or it cannot be started.
    case notStarted
    case ended(status: Int32, output: [UInt8], errors: String)
    /// It took longer, or wrote more, than it may, or this program is about to end.
    case stopped
  }

  /// What it may do.
  struct Limits {
    var seconds: Int
    var outputBytes = 500_000_000
    /// The rest of what it says is thrown away.
    var errorBytes = 20_000
  }

  static func run(
    _ words: [String], input: [UInt8] = [], variables: [String: String]? = nil, _ limits: Limits
  ) -> Outcome {
    EndingSignals.held {
      guard let toChild = Pipe(), let output = Pipe(), let errors = Pipe(),
        let child = ChildProcess(
          words,
          descriptors: [
            toChild.readEnd.descriptor, output.writeEnd.descriptor, errors.writeEnd.descriptor,
          ],
          variables: variables, leadsGroup: true)
      else { return .notStarted }
      toChild.readEnd.close()
      output.writeEnd.close()
      errors.writeEnd.close()
      var exchange = Exchange(
        input: input, to: toChild.writeEnd, output: output.readEnd, errors: errors.readEnd, limits)
      // Whoever has closed its ends may still go on.
      guard exchange.run(), let status = child.wait(until: { exchange.isOver }) else {
        child.kill()
        _ = child.wait()
        return .stopped
      }
      return .ended(
        status: status, output: exchange.written,
        errors: String(decoding: exchange.said, as: UTF8.self))
    }
  }
}

/// One end of a pipe, closed once.
private final class PipeEnd {
  private(set) var descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }
  deinit { close() }

  func close() {
    guard descriptor >= 0 else { return }
    _ = closeDescriptor(descriptor)
    descriptor = -1
  }
}

/// The system's `close`, which the method of the same name would hide.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// Two ends, closed when nobody needs them any more.
private struct Pipe {
  let readEnd: PipeEnd
  let writeEnd: PipeEnd

  init?() {
    guard let ends = PipeDescriptors() else { return nil }
    readEnd = PipeEnd(ends.readEnd)
    writeEnd = PipeEnd(ends.writeEnd)
  }
}

/// Writes and reads as the other program is ready for it, until it has closed its ends.
private struct Exchange {
  private let input: [UInt8]
  private let to: PipeEnd
  private let output: PipeEnd
  private let errors: PipeEnd
  private let limits: PipedProcess.Limits
  /// When the time is over.
  private let end: Int
  private var sent = 0
  private(set) var written: [UInt8] = []
  private(set) var said: [UInt8] = []

  init(
    input: [UInt8], to: PipeEnd, output: PipeEnd, errors: PipeEnd, _ limits: PipedProcess.Limits
  ) {
    self.input = input
    self.to = to
    self.output = output
    self.errors = errors
    self.limits = limits
    end = Self.now + limits.seconds
    _ = fcntl(to.descriptor, F_SETFL, O_NONBLOCK)
  }

  var isOver: Bool { Self.now > end || EndingSignals.haveCome }

  /// - Returns: `false` where a limit was reached.
  mutating func run() -> Bool {
    if input.isEmpty { to.close() }
    while output.descriptor >= 0 || errors.descriptor >= 0 {
      guard !isOver else { return false }
      var polled = [
        // A descriptor of -1 is passed over.
        pollfd(fd: to.descriptor, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.descriptor, events: Int16(POLLIN), revents: 0),
        // Wakes; what has come is seen above.
        pollfd(fd: EndingSignals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&polled, nfds_t(polled.count), 1000) >= 0 || errno == EINTR else { return false }
      if polled[0].revents != 0 { send() }
      if polled[1].revents != 0 { Self.receive(output, into: &written, limits.outputBytes + 1) }
      if polled[2].revents != 0 { Self.receive(errors, into: &said, limits.errorBytes) }
      guard written.count <= limits.outputBytes else { return false }
    }
    return true
  }

  private mutating func send() {
    let count = input[sent...].withUnsafeBytes { write(to.descriptor, $0.baseAddress, $0.count) }
    if count > 0 { sent += count }
    // Where nobody reads any more, the program's end will say why.
    let failed = count < 0 && errno != EINTR && errno != EAGAIN
    if failed || sent == input.count { to.close() }
  }

  private static func receive(_ end: PipeEnd, into bytes: inout [UInt8], _ limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(end.descriptor, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer.prefix(min(count, max(limit - bytes.count, 0)))
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      end.close()
    }
  }

  private static var now: Int {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Int(moment.tv_sec)
  }
}
