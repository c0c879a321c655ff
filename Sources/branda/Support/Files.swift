import Diagnostics
import DisplayWidth
import Language
import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files that commands read and write themselves: models and reports. Results have a room of
/// their own.
enum Files {
  /// The largest file read; models and answers are thousands of times smaller.
  static let largest = 64 << 20

  /// All bytes of a file.
  static func read(_ path: String) throws(Failure) -> SourceFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw reading(path, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes {
        systemRead(descriptor, $0)
      }
      if count == 0 { return SourceFile(name: path, bytes: bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        throw reading(path, errno)
      }
      bytes += chunk[..<count]
      guard bytes.count <= largest else { throw reading(path, EFBIG) }
    }
  }

  /// The files of a folder whose names end so, sorted; empty where there is no such folder.
  static func list(_ folder: String, ending suffix: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { folder + "/" + $0 }
  }

  /// Writes a file whole or not at all: under another name first, then renamed.
  static func write(_ text: String, to path: String) throws(Failure) {
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw creating(path, errno) }
    var error: Int32?
    do { try Output(descriptor: descriptor).write(text) } catch let failure { error = failure.code }
    if close(descriptor) != 0, error == nil { error = errno }
    if error == nil, rename(temporary, path) != 0 { error = errno }
    guard let error else { return }
    unlink(temporary)
    throw Failure(
      "exit.cannot-write",
      ["file": .text(path.madeVisible), "reason": FileReason(error).argument], exit: .inputOutput)
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolder(_ path: String) throws(Failure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
      guard mkdir(made, 0o755) != 0, errno != EEXIST, errno != EISDIR else { continue }
      throw creating(made, errno)
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw creating(path, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw creating(path, ENOTDIR) }
  }

  private static func reading(_ path: String, _ error: Int32) -> Failure {
    let file = TextArgument.text(path.madeVisible)
    if error == ENOENT { return Failure("exit.no-file", ["file": file], exit: .missingInput) }
    return Failure(
      "exit.cannot-read", ["file": file, "reason": FileReason(error).argument],
      exit: .missingInput)
  }

  private static func creating(_ path: String, _ error: Int32) -> Failure {
    Failure(
      "exit.cannot-create",
      ["file": .text(path.madeVisible), "reason": FileReason(error).argument], exit: .cannotCreate)
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// Why the system refused, in words.
struct FileReason {
  let argument: TextArgument

  init(_ error: Int32) {
    argument =
      switch error {
      case ENOENT: .phrase("reason.missing")
      case EACCES, EPERM: .phrase("reason.permission")
      case EISDIR: .phrase("reason.is-folder")
      case ENOTDIR: .phrase("reason.no-folder")
      case ENOSPC, EDQUOT: .phrase("reason.full")
      case EROFS: .phrase("reason.read-only")
      case EFBIG: .phrase("reason.too-large")
      default: .text(String(cString: strerror(error)))
      }
  }
}
