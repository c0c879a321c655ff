import Diagnostics
import DisplayWidth
import Language
import Results
import Terminal
import YAML

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Files that commands read and write themselves: models and reports. Results have a room of
/// their own, whose way to read files is used here too.
enum Files {
  /// All bytes of a YAML or JSON file.
  ///
  /// - Parameter isNamed: Whether a person named it; then it may be a pipe, too.
  static func read(
    _ path: String, isNamed: Bool = true, limit: Int = YAMLLimits.standard.bytes
  ) throws(Failure) -> SourceFile {
    do throws(ResultsError) {
      return SourceFile(
        name: path, bytes: try FileSystem().read(path, limit: limit, allowsPipes: isNamed))
    } catch .refused(_, _, let number) {
      throw Failure(
        "exit.cannot-read", ["file": .text(path.madeVisible), "reason": .reason(number)],
        exit: SystemReason(errno: number) == .tooLarge ? .badData : .missingInput)
    } catch .missing {
      throw Failure("exit.no-file", ["file": .text(path.madeVisible)], exit: .missingInput)
    } catch {
      throw Failure(error)
    }
  }

  /// The files of a folder whose names end so, sorted; empty where there is no such folder.
  static func list(_ folder: String, ending suffix: String) -> [String] {
    let names = (try? FileSystem().list(folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
      .map { folder + "/" + $0 }
  }

  /// Writes what a person named: a file whole or not at all, the one behind it where it is a symbolic
  /// link; a pipe, a device or the program's own output as bytes come.
  ///
  /// - Parameter isPrivate: Whether nobody but the file's owner may read it.
  static func write(
    _ text: String, to path: String, isPrivate: Bool = false
  ) throws(Failure) {
    try write(Array(text.utf8), to: path, isPrivate: isPrivate)
  }

  /// The same for bytes of any kind.
  static func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false
  ) throws(Failure) {
    switch try Destination(path) {
    case .file(let path): try replace(path, with: bytes, isPrivate: isPrivate)
    case .output(let output): try write(bytes, to: output, path)
    case .pipe: try writeThrough(bytes, path, waitsForReader: true)
    case .device: try writeThrough(bytes, path, waitsForReader: false)
    }
  }

  /// Under another name first, then renamed. A report can be written again, so unlike answers it is not
  /// flushed to the disk.
  private static func replace(
    _ path: String, with bytes: [UInt8], isPrivate: Bool
  ) throws(Failure) {
    let temporary = path + ".\(getpid()).tmp"
    // Ctrl-C waits until the file has its name, so that nothing half written stays behind.
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, number) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &ending, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isPrivate ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw creating(path, errno) }
    var error: Int32?
    do { try Output(descriptor: descriptor).write(bytes) } catch let failure {
      error = failure.code
    }
    if close(descriptor) != 0, error == nil { error = errno }
    if error == nil, rename(temporary, path) != 0 { error = errno }
    guard let error else { return }
    unlink(temporary)
    throw writing(path, error)
  }

  private static func writeThrough(
    _ bytes: [UInt8], _ path: String, waitsForReader: Bool
  ) throws(Failure) {
    var descriptor: Int32
    while true {
      descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      guard descriptor < 0 else { break }
      // A pipe has no reader yet. In short steps, so that signals that are held back can end it.
      guard waitsForReader, errno == ENXIO, !EndingSignals.haveCome else {
        throw writing(path, errno)
      }
      usleep(20_000)
    }
    defer { close(descriptor) }
    try write(bytes, to: Output(descriptor: descriptor), path)
  }

  private static func write(
    _ bytes: [UInt8], to output: Output, _ path: String
  ) throws(Failure) {
    do { try output.write(bytes) } catch { throw writing(path, error.code) }
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

  static func writing(_ path: String, _ error: Int32) -> Failure {
    Failure(
      "exit.cannot-write",
      ["file": .text(path.madeVisible), "reason": .reason(error)], exit: .inputOutput)
  }

  private static func creating(_ path: String, _ error: Int32) -> Failure {
    Failure(
      "exit.cannot-create",
      ["file": .text(path.madeVisible), "reason": .reason(error)], exit: .cannotCreate)
  }
}

extension TextArgument {
  /// Why the system refused: in words of the catalogue, else in the system's.
  static func reason(_ error: Int32) -> TextArgument {
    SystemReason(errno: error).map { .phrase($0.rawValue) }
      ?? .text(SystemFailure(code: error).reason)
  }
}
