#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The files of the system.
public struct FileSystem: FileOperations {
  /// Nothing to set.
  public init() {}

  /// Never waits: a pipe or device is refused with `ENXIO`, a folder with `EISDIR`, more than
  /// `limit` with `EFBIG`.
  public func read(_ path: String, limit: Int) throws(ResultsError) -> [UInt8] {
    try read(path, limit: limit, allowsPipes: false)
  }

  /// The whole content of a file, or, where a person names it, of a pipe.
  ///
  /// - Parameters:
  ///   - limit: In bytes; what is longer is refused, unread where its size tells.
  ///   - allowsPipes: Whether to wait for what comes through a pipe or from a device, too.
  public func read(
    _ path: String, limit: Int, allowsPipes: Bool
  ) throws(ResultsError) -> [UInt8] {
    // Without O_NONBLOCK even opening a pipe waits for somebody at its other end.
    let file = try Descriptor(path, O_RDONLY | (allowsPipes ? 0 : O_NONBLOCK), .read)
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw failure(.read, path) }
    var content: [UInt8] = []
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard status.st_size <= limit else { throw .refused(.read, path: path, errno: EFBIG) }
      content.reserveCapacity(Int(status.st_size) + 1)
    case S_IFDIR: throw .refused(.read, path: path, errno: EISDIR)
    default:
      guard allowsPipes else { throw .refused(.read, path: path, errno: ENXIO) }
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = uninterrupted { Self.read(file.number, &buffer) }
      if count == 0 { return content }
      guard count > 0 else { throw failure(.read, path) }
      content += buffer[..<count]
      guard content.count <= limit else {
        throw .refused(.read, path: path, errno: EFBIG)
      }
    }
  }

  /// Names are decoded as UTF-8; what is none comes with replacement characters.
  public func list(_ path: String) throws(ResultsError) -> [String] {
    guard let folder = opendir(path) else { throw failure(.list, path) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw failure(.list, path) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Flushes the parent of each folder made; what is already there is left alone.
  public func createFolder(_ path: String) throws(ResultsError) {
    var current = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let parent = current.isEmpty ? "." : current
      current += current.isEmpty || current == "/" ? String(part) : "/" + part
      if mkdir(current, 0o777) == 0 {
        try flushFolder(parent)
      } else if errno != EEXIST {
        throw failure(.createFolder, current)
      }
    }
  }

  /// On failure the file is cut back to `length` bytes; the first bytes of a file flush its folder,
  /// too.
  public func append(
    _ bytes: [UInt8], to path: String, after length: Int
  ) throws(ResultsError) {
    let file = try Descriptor(path, O_WRONLY | O_CREAT, .write)
    let end = off_t(length)
    do throws(ResultsError) {
      let size = lseek(file.number, 0, SEEK_END)
      guard size <= end || uninterrupted({ ftruncate(file.number, end) }) == 0,
        lseek(file.number, end, SEEK_SET) == end
      else { throw failure(.write, path) }
      try write(bytes, to: file, path)
      try flush(file, path)
      if length == 0 { try flushFolder(Self.folder(of: path)) }
    } catch {
      _ = uninterrupted { ftruncate(file.number, end) }
      throw error
    }
  }

  /// Writes and flushes `PATH.new`, then renames it; where the writing fails, the old content
  /// stays.
  public func replace(_ path: String, with bytes: [UInt8]) throws(ResultsError) {
    // The lock allows one writer, so one name for the new content does; a crash leaves it behind
    // and the next writer takes it over.
    let temporary = path + ".new"
    do throws(ResultsError) {
      let file = try Descriptor(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, .create)
      try write(bytes, to: file, temporary)
      try flush(file, temporary)
    } catch {
      unlink(temporary)
      throw error
    }
    try rename(temporary, to: path)
  }

  /// Flushes the folder after it, so that the new name outlasts a crash.
  public func rename(_ path: String, to other: String) throws(ResultsError) {
    guard Self.rename(path, other) == 0 else { throw failure(.rename, other) }
    try flushFolder(Self.folder(of: other))
  }

  /// Tries `flock` once, without waiting, and writes process and host into the file for whoever
  /// comes second.
  public func lock(_ path: String) throws(ResultsError) -> any FileLock {
    let file = try Descriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW, .lock)
    guard uninterrupted({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 else {
      guard errno == EWOULDBLOCK else { throw failure(.lock, path) }
      let holder = (try? read(path, limit: 200)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw .locked(path: path, by: holder.split(separator: "\n").first.map(String.init) ?? "")
    }
    // The words are for the message of whoever comes second; the lock holds without them.
    _ = uninterrupted { ftruncate(file.number, 0) }
    try write(Array(Self.introduction.utf8), to: file, path)
    return HeldLock(file)
  }
}

extension FileSystem {
  /// `4711 @ host`.
  private static var introduction: String {
    var name = [CChar](repeating: 0, count: 256)
    let host = gethostname(&name, name.count - 1) == 0 ? name.prefix { $0 != 0 } : []
    return "\(getpid()) @ \(String(decoding: host.map { UInt8(bitPattern: $0) }, as: UTF8.self))\n"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func read(_ file: Int32, _ buffer: inout [UInt8]) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, &buffer, buffer.count)
    #else
      Darwin.read(file, &buffer, buffer.count)
    #endif
  }

  private static func rename(_ path: String, _ other: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.rename(path, other)
    #else
      Darwin.rename(path, other)
    #endif
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(file, bytes.baseAddress, bytes.count)
    #endif
  }

  private func write(
    _ bytes: [UInt8], to file: Descriptor, _ path: String
  ) throws(ResultsError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        uninterrupted { Self.write(file.number, UnsafeRawBufferPointer(rebasing: all[written...])) }
      }
      guard count > 0 else { throw failure(.write, path) }
      written += count
    }
  }

  private func flush(_ file: Descriptor, _ path: String) throws(ResultsError) {
    #if canImport(Darwin)
      // fsync leaves data in the drive's cache there; where F_FULLFSYNC is unknown, fsync remains.
      if fcntl(file.number, F_FULLFSYNC) == 0 { return }
    #endif
    guard uninterrupted({ fsync(file.number) }) == 0 else { throw failure(.flush, path) }
  }

  /// Makes names in a folder durable; file systems that cannot flush folders say `EINVAL`.
  private func flushFolder(_ path: String) throws(ResultsError) {
    let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY, .flush)
    guard uninterrupted({ fsync(folder.number) }) == 0 || errno == EINVAL else {
      throw failure(.flush, path)
    }
  }
}

/// An open file; closed when the last reference goes.
private final class Descriptor: Sendable {
  let number: Int32

  init(_ path: String, _ flags: Int32, _ action: ResultsError.Action) throws(ResultsError) {
    number = uninterrupted { open(path, flags | O_CLOEXEC, 0o666) }
    guard number >= 0 else { throw failure(action, path) }
  }

  deinit { if number >= 0 { close(number) } }
}

/// Closing the file gives the lock back.
private final class HeldLock: FileLock {
  private let file: Descriptor

  init(_ file: Descriptor) { self.file = file }
}

/// Repeats a call that a signal interrupted.
private func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

private func failure(_ action: ResultsError.Action, _ path: String) -> ResultsError {
  switch errno {
  case ENOSPC, EDQUOT: .diskFull(path: path)
  case ENOENT where action == .read || action == .list: .missing(path: path)
  case let number: .refused(action, path: path, errno: number)
  }
}
