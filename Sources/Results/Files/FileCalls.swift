/// The calls of the system that `FileSystem` is made of, so that a test can put a disk of its own
/// under it: one that forgets what was not flushed, and refuses when told to.
package protocol FileCalls: Sendable {
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any OpenFile
  func list(_ path: String) throws(SystemError) -> [String]
  func makeFolder(_ path: String) throws(SystemError)
  /// Makes the names in a folder durable.
  func flushFolder(_ path: String) throws(SystemError)
  func rename(_ path: String, to other: String) throws(SystemError)
  func remove(_ path: String) throws(SystemError)
}

/// A file that is open; closed when the last reference goes.
package protocol OpenFile: AnyObject, Sendable {
  func status() throws(SystemError) -> FileStatus
  /// Reads on, at most as many bytes as the buffer holds.
  ///
  /// - Returns: How many; 0 at the end.
  func read(into buffer: inout [UInt8]) throws(SystemError) -> Int
  /// - Returns: How many bytes were written; there may be fewer than given.
  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemError) -> Int
  func truncate(to length: Int) throws(SystemError)
  func flush() throws(SystemError)
  /// Tries once, without waiting.
  ///
  /// - Returns: Whether the lock is held now, until the file is closed.
  func lock() throws(SystemError) -> Bool
}

/// How to open a file. None follows a symbolic link in the place of a file that Branda makes anew.
package enum OpenMode: Sendable {
  /// - Parameter waits: Whether to wait for the other end of a pipe.
  case reading(waits: Bool)
  /// Only a file that is there.
  case writing
  /// A file that may have to be made.
  case making
  /// A file that must not be there yet.
  case makingAnew
  /// A file whose content does not matter, to be locked.
  case locking
}

/// What is known of an open file.
package struct FileStatus: Sendable {
  package enum Kind: Sendable { case file, folder, other }

  package var kind: Kind
  /// In bytes.
  package var size: Int
  /// When its content was changed last.
  package var modified: Instant?

  package init(kind: Kind, size: Int, modified: Instant? = nil) {
    self.kind = kind
    self.size = size
    self.modified = modified
  }
}

/// The number by which the system says why it refuses.
package struct SystemError: Error, Equatable {
  package let number: Int32

  package init(_ number: Int32) { self.number = number }
}
