#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The calls of the system that the program runs on.
struct SystemCalls: FileCalls {
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any OpenFile {
    try Descriptor(path, mode.flags)
  }

  /// Names are decoded as UTF-8; what is none comes with replacement characters.
  func list(_ path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw SystemError(errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw SystemError(errno) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  func makeFolder(_ path: String) throws(SystemError) { try checked(mkdir(path, 0o777)) }

  /// File systems that cannot flush folders say `EINVAL`; there is nothing to be done about it.
  func flushFolder(_ path: String) throws(SystemError) {
    do {
      try Descriptor(path, O_RDONLY | O_DIRECTORY).flush()
    } catch  where error.number == EINVAL {}
  }

  func rename(_ path: String, to other: String) throws(SystemError) {
    #if canImport(Glibc)
      try checked(Glibc.rename(path, other))
    #else
      try checked(Darwin.rename(path, other))
    #endif
  }

  func remove(_ path: String) throws(SystemError) { try checked(unlink(path)) }
}

/// An open file of the system.
private final class Descriptor: OpenFile {
  private let number: Int32

  init(_ path: String, _ flags: Int32) throws(SystemError) {
    number = uninterrupted { open(path, flags | O_CLOEXEC, 0o666) }
    guard number >= 0 else { throw SystemError(errno) }
  }

  deinit {
    guard number >= 0 else { return }
    // A lock belongs to all copies of the descriptor, and a process being started holds one until it
    // runs its own program: closing ours alone would leave the lock to it for that while. Without a
    // lock this does nothing.
    _ = uninterrupted { flock(number, LOCK_UN) }
    close(number)
  }

  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    try checked(fstat(number, &status))
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    #if canImport(Darwin)
      let modified = status.st_mtimespec.tv_sec
    #else
      let modified = status.st_mtim.tv_sec
    #endif
    return FileStatus(
      kind: kind, size: Int(status.st_size), modified: Instant(secondsSince1970: modified))
  }

  func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    let count = uninterrupted { systemRead(number, &buffer, buffer.count) }
    try checked(count)
    return count
  }

  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemError) -> Int {
    let count = bytes.withUnsafeBytes { bytes in
      uninterrupted { pwrite(number, bytes.baseAddress, bytes.count, off_t(offset)) }
    }
    try checked(count)
    return count
  }

  func truncate(to length: Int) throws(SystemError) {
    try checked(uninterrupted { ftruncate(number, off_t(length)) })
  }

  func flush() throws(SystemError) {
    #if canImport(Darwin)
      // fsync leaves data in the drive's cache there; where F_FULLFSYNC is unknown, fsync remains.
      if fcntl(number, F_FULLFSYNC) == 0 { return }
    #endif
    try checked(uninterrupted { fsync(number) })
  }

  func lock() throws(SystemError) -> Bool {
    if uninterrupted({ flock(number, LOCK_EX | LOCK_NB) }) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw SystemError(errno) }
    return false
  }
}

extension OpenMode {
  fileprivate var flags: Int32 {
    switch self {
    // Without O_NONBLOCK even opening a pipe waits for somebody at its other end.
    case .reading(let waits): O_RDONLY | (waits ? 0 : O_NONBLOCK)
    case .writing: O_WRONLY
    case .making: O_WRONLY | O_CREAT
    case .makingAnew: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    case .locking: O_RDWR | O_CREAT | O_NOFOLLOW
    }
  }
}

private func systemRead(_ file: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.read(file, &buffer, count)
  #else
    Darwin.read(file, &buffer, count)
  #endif
}

/// Repeats a call that a signal interrupted.
private func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

private func checked(_ result: some SignedInteger) throws(SystemError) {
  guard result >= 0 else { throw SystemError(errno) }
}
