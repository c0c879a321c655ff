#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Files on a disk, so written that a crash at any moment leaves them readable.
///
/// Two rules make it so. Bytes count as written when the file is flushed; names – of a new file, of
/// one renamed – when the folder is flushed after them.
public struct FileSystem: FileOperations {
  private let calls: any FileCalls

  /// The files of the system.
  public init() { calls = SystemCalls() }

  /// The files behind other calls than the system's.
  package init(calls: any FileCalls) { self.calls = calls }

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
    try told(.read, path) { () throws(SystemError) in
      let file = try calls.open(path, .reading(waits: allowsPipes))
      let status = try file.status()
      var content: [UInt8] = []
      switch status.kind {
      case .file:
        guard status.size <= limit else { throw SystemError(EFBIG) }
        content.reserveCapacity(status.size + 1)
      case .folder: throw SystemError(EISDIR)
      case .other: guard allowsPipes else { throw SystemError(ENXIO) }
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try file.read(into: &buffer)
        if count == 0 { return content }
        content += buffer[..<count]
        guard content.count <= limit else { throw SystemError(EFBIG) }
      }
    }
  }

  /// Names are decoded as UTF-8; what is none comes with replacement characters.
  public func list(_ path: String) throws(ResultsError) -> [String] {
    try told(.list, path) { () throws(SystemError) in try calls.list(path) }
  }

  /// Flushes the parents of folders that were there already, too: whoever made them may not have
  /// lived to do it. Where it is not allowed, they are not of our making.
  public func createFolder(_ path: String) throws(ResultsError) {
    var current = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let parent = current.isEmpty ? "." : current
      current += current.isEmpty || current == "/" ? String(part) : "/" + part
      let isNew: Bool
      do {
        try calls.makeFolder(current)
        isNew = true
      } catch  where error.number == EEXIST {
        isNew = false
      } catch {
        throw failure(.createFolder, current, error)
      }
      do {
        try calls.flushFolder(parent)
      } catch  where !isNew && [EACCES, EPERM, EROFS].contains(error.number) {
      } catch {
        throw failure(.flush, parent, error)
      }
    }
  }

  /// On failure the file is cut back to `length` bytes; the first bytes of a file flush its folder,
  /// too.
  public func append(
    _ bytes: [UInt8], to path: String, after length: Int
  ) throws(ResultsError) {
    // A file that was there and is gone must not come back with a hole where its lines were.
    let mode = length == 0 ? OpenMode.making : .writing
    let file = try told(.write, path) { () throws(SystemError) in try calls.open(path, mode) }
    let size = try told(.write, path) { () throws(SystemError) in try file.status().size }
    guard size == length else { throw .changed(path: path) }
    do throws(ResultsError) {
      try write(bytes, to: file, at: length, path)
      try flush(file, path)
      if length == 0 { try flushFolder(of: path) }
    } catch {
      do { try file.truncate(to: length) } catch {}
      throw error
    }
  }

  /// Leaves alone what is no longer than that.
  public func cut(_ path: String, to length: Int) throws(ResultsError) {
    let file: any OpenFile
    do {
      file = try calls.open(path, .writing)
    } catch  where error.number == ENOENT && length == 0 {
      return
    } catch {
      throw failure(.write, path, error)
    }
    try told(.write, path) { () throws(SystemError) in
      if try file.status().size > length { try file.truncate(to: length) }
    }
    try flush(file, path)
  }

  /// After a flush that failed, the system shows the bytes until it forgets them, and the next
  /// flush brings nothing to the disk; so they are written again.
  public func settle(
    _ path: String, _ bytes: ArraySlice<UInt8>, at offset: Int
  ) throws(ResultsError) {
    let file = try told(.write, path) { () throws(SystemError) in
      try calls.open(path, .writing)
    }
    try write(Array(bytes), to: file, at: offset, path)
    try flush(file, path)
    try flushFolder(of: path)
  }

  /// Writes and flushes `PATH.new`, then renames it; where the writing fails, the old content
  /// stays.
  public func replace(_ path: String, with bytes: [UInt8]) throws(ResultsError) {
    // The lock allows one writer, so one name for the new content does. What a crash has left there
    // is taken away, not written over: it could be another name of a file that counts.
    let temporary = path + ".new"
    do { try calls.remove(temporary) } catch {}
    do throws(ResultsError) {
      let file = try told(.create, temporary) { () throws(SystemError) in
        try calls.open(temporary, .makingAnew)
      }
      try write(bytes, to: file, at: 0, temporary)
      try flush(file, temporary)
    } catch {
      do { try calls.remove(temporary) } catch {}
      throw error
    }
    try rename(temporary, to: path)
  }

  /// Flushes the folder after it, so that the new name outlasts a crash.
  public func rename(_ path: String, to other: String) throws(ResultsError) {
    try told(.rename, other) { () throws(SystemError) in try calls.rename(path, to: other) }
    try flushFolder(of: other)
  }

  /// Tries `flock` once, without waiting, and writes process and host into the file for whoever
  /// comes second.
  public func lock(_ path: String) throws(ResultsError) -> any FileLock {
    let file = try told(.lock, path) { () throws(SystemError) in try calls.open(path, .locking) }
    let isHeld = try told(.lock, path) { () throws(SystemError) in try file.lock() }
    guard isHeld else { throw .locked(path: path, by: LockHolder(of: file)) }
    // The words are for the message of whoever comes second; the lock holds without them.
    try told(.lock, path) { () throws(SystemError) in try file.truncate(to: 0) }
    try write(Array(LockHolder.introduction.utf8), to: file, at: 0, path)
    return HeldLock(file)
  }
}

extension FileSystem {
  private func write(
    _ bytes: [UInt8], to file: any OpenFile, at offset: Int, _ path: String
  ) throws(ResultsError) {
    var written = 0
    while written < bytes.count {
      written += try told(.write, path) { () throws(SystemError) in
        let count = try file.write(bytes[written...], at: offset + written)
        guard count > 0 else { throw SystemError(EIO) }
        return count
      }
    }
  }

  private func flush(_ file: any OpenFile, _ path: String) throws(ResultsError) {
    try told(.flush, path) { () throws(SystemError) in try file.flush() }
  }

  private func flushFolder(of path: String) throws(ResultsError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    try told(.flush, folder) { () throws(SystemError) in try calls.flushFolder(folder) }
  }
}

/// Closing the file gives the lock back.
private final class HeldLock: FileLock {
  private let file: any OpenFile

  init(_ file: any OpenFile) { self.file = file }

  /// Whoever comes next must not be told of one who has left.
  deinit { do { try file.truncate(to: 0) } catch {} }
}

private func told<Result>(
  _ action: ResultsError.Action, _ path: String, _ call: () throws(SystemError) -> Result
) throws(ResultsError) -> Result {
  do { return try call() } catch { throw failure(action, path, error) }
}

private func failure(
  _ action: ResultsError.Action, _ path: String, _ error: SystemError
) -> ResultsError {
  switch error.number {
  case ENOSPC, EDQUOT: .diskFull(path: path)
  case ENOENT where action == .read || action == .list: .missing(path: path)
  default: .refused(action, path: path, errno: error.number)
  }
}
