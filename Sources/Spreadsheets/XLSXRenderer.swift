internal import CLibXLSXWriter
public import Documents
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why a workbook could not be written.
public struct SpreadsheetFailure: Error, Hashable {
  /// In the words of the library or the system.
  public let reason: String

  /// A reason in words.
  public init(reason: String) { self.reason = reason }
}

/// Writes a workbook as XLSX, the format of ISO/IEC 29500.
public struct XLSXRenderer: Sendable {
  private let folder: String

  /// - Parameter folder: Where the library's file stands on the way; `nil` for the system's folder of
  ///   such files.
  public init(folder: String? = nil) {
    self.folder = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }

  /// The contents of the file: the same for the same workbook, on whatever day and in whatever zone.
  ///
  /// - Throws: where the system gives no room for the file that the library writes on the way.
  public func bytes(_ workbook: Workbook) throws(SpreadsheetFailure) -> [UInt8] {
    try Self.library.withLock { _ throws(SpreadsheetFailure) in try write(workbook) }
  }

  /// One at a time: what the library asks the system for dates and errors stands in memory that
  /// threads share.
  private static let library = Mutex(())

  private func write(_ workbook: Workbook) throws(SpreadsheetFailure) -> [UInt8] {
    let file = try TemporaryFile(in: folder)
    let book = try OpenWorkbook(path: file.path)
    var writing = WorkbookWriting(book)
    try writing.write(workbook)
    try book.close()
    return try file.read()
  }
}

/// The library's workbook; closing or giving it up frees it exactly once.
final class OpenWorkbook {
  let pointer: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true

  init(path: String) throws(SpreadsheetFailure) {
    guard let pointer = workbook_new(path) else {
      throw SpreadsheetFailure(reason: String(cString: strerror(ENOMEM)))
    }
    self.pointer = pointer
  }

  /// Writes the file.
  func close() throws(SpreadsheetFailure) {
    isOpen = false
    try check(workbook_close(pointer))
  }

  deinit { if isOpen { lxw_workbook_free(pointer) } }

  /// - Throws: what the library says.
  func check(_ error: lxw_error) throws(SpreadsheetFailure) {
    guard error != LXW_NO_ERROR else { return }
    throw SpreadsheetFailure(
      reason: lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)")
  }
}

/// A file that the library can write, gone with the value.
private final class TemporaryFile {
  let path: String

  init(in folder: String) throws(SpreadsheetFailure) {
    // `mkstemp` puts letters of its own in place of the last six.
    var template = Array((folder + "/branda-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw SpreadsheetFailure(reason: folder + ": " + String(cString: strerror(errno)))
    }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { unlink(path) }

  func read() throws(SpreadsheetFailure) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw SpreadsheetFailure(reason: path + ": " + String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&part, 1, part.count, file)
      if count == 0 { break }
      bytes += part[..<count]
    }
    guard ferror(file) == 0 else {
      throw SpreadsheetFailure(reason: path + ": " + String(cString: strerror(EIO)))
    }
    return bytes
  }
}
