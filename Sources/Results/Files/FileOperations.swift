/// What the room does with files: few operations, each complete in itself, so that a test can make
/// any of them fail.
public protocol FileOperations: Sendable {
  /// The whole content of a file; refused is one of more than `limit` bytes, and whatever is no
  /// file: a pipe or a device could keep a reader for ever.
  func read(_ path: String, limit: Int) throws(ResultsError) -> [UInt8]
  /// The names in a folder, in no order, without `.` and `..`.
  func list(_ path: String) throws(ResultsError) -> [String]
  /// Creates a folder and those it stands in, where they are missing, and makes all of them durable.
  func createFolder(_ path: String) throws(ResultsError)
  /// Writes bytes behind the first `length` bytes of a file, which are all it has, and flushes to
  /// the disk; a file that is not there yet is made where `length` is 0. On failure the file keeps
  /// `length` bytes if at all possible.
  ///
  /// - Throws: `ResultsError.changed` where the file has another length: somebody else has written.
  func append(_ bytes: [UInt8], to path: String, after length: Int) throws(ResultsError)
  /// Cuts off what stands behind the first `length` bytes of a file, and flushes to the disk.
  func cut(_ path: String, to length: Int) throws(ResultsError)
  /// Makes durable what another process may have written without living to flush it, or flushed in
  /// vain: writes bytes once more where they stand already, and flushes the file and its folder.
  func settle(_ path: String, _ bytes: ArraySlice<UInt8>, at offset: Int) throws(ResultsError)
  /// Gives a file new content in one step: readers and crashes find the old content or the new.
  func replace(_ path: String, with bytes: [UInt8]) throws(ResultsError)
  /// Gives a file another name beside it, replacing what has that name.
  func rename(_ path: String, to other: String) throws(ResultsError)
  /// Takes the one lock on a path; held until the value is released, at the latest until the
  /// process ends.
  ///
  /// - Throws: `ResultsError.locked` when another holder has it.
  func lock(_ path: String) throws(ResultsError) -> any FileLock
}

/// A lock that is given back when the last reference goes.
public protocol FileLock: AnyObject, Sendable {}
