import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What stands behind a path that a person names to be written.
enum Destination {
  /// A file that is there or is to be made: the path itself, or what a symbolic link leads to.
  case file(String)
  /// What the program writes to anyway, such as `/dev/stdout`, whatever it has been redirected to.
  case output(Output)
  /// A named pipe.
  case pipe
  /// A device that takes bytes as they come, such as a terminal.
  case device

  /// - Throws: for a folder, a disk, a socket, and a link that leads nowhere.
  init(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let error = errno
      // Where nothing is there, whoever makes the file says what stands in the way.
      guard error == ENOENT, Self.isLink(path) else {
        self = .file(path)
        return
      }
      throw Files.writing(path, error)
    }
    if let output = Self.output(status) {
      self = .output(output)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(try Self.target(of: path))
    case S_IFIFO: self = .pipe
    case S_IFCHR: self = .device
    case S_IFDIR: throw Files.writing(path, EISDIR)
    default: throw Files.writing(path, ENXIO)
    }
  }

  /// The open output that a file is; one that is no file is recognised by its device.
  private static func output(_ status: stat) -> Output? {
    [Output.standard, .error].first { output in
      var other = stat()
      return fstat(output.descriptor, &other) == 0 && other.st_dev == status.st_dev
        && other.st_ino == status.st_ino
    }
  }

  private static func target(of path: String) throws(Failure) -> String {
    guard isLink(path) else { return path }
    guard let resolved = realpath(path, nil) else { throw Files.writing(path, errno) }
    defer { free(resolved) }
    guard let target = String(validatingCString: resolved) else {
      throw Files.writing(path, EILSEQ)
    }
    return target
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
