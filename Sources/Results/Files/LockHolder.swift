#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Who writes an assessment at this moment, as far as the lock file tells.
///
/// The lock itself is the system's (`flock`) and goes with its process, however that ends; so there
/// are no stale locks, and what stands in the file serves the message only.
public struct LockHolder: Sendable, Hashable {
  /// The process's number, and the name of its machine; `nil` where the file does not say.
  public var process: String?
  /// The name of the machine that the process runs on.
  public var host: String?
  /// Since when it has held the lock.
  public var since: Instant?

  /// A holder of whom no more is known than what is given.
  public init(process: String? = nil, host: String? = nil, since: Instant? = nil) {
    self.process = process
    self.host = host
    self.since = since
  }

  /// Reads what the holder wrote, `4711 @ host`, as soon as it held the lock.
  init(of file: any OpenFile) {
    var buffer = [UInt8](repeating: 0, count: 300)
    guard let count = try? file.read(into: &buffer), count > 0 else { return }
    let line = String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard let middle = line.firstRange(of: " @ ") else { return }
    process = String(line[..<middle.lowerBound])
    host = String(line[middle.upperBound...])
    since = (try? file.status())?.modified
  }

  /// `4711 @ host`, of this process.
  static var introduction: String {
    var name = [CChar](repeating: 0, count: 256)
    let host = gethostname(&name, name.count - 1) == 0 ? name.prefix { $0 != 0 } : []
    return "\(getpid()) @ \(String(decoding: host.map { UInt8(bitPattern: $0) }, as: UTF8.self))\n"
  }
}
