import DisplayWidth
import Language

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of one's own that goes away with all that is in it.
final class TemporaryFolder {
  let path: String

  /// - Throws: where none can be made.
  init() throws(Failure) {
    let parent = FileManager.default.temporaryDirectory.path
    // `mkdtemp` puts letters of its own in place of the last six.
    var template = Array("\(parent)/branda-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        "exit.cannot-create", ["file": .text(parent.madeVisible), "reason": .reason(errno)],
        exit: .cannotCreate)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    // A program that was ended a moment ago may have put something in meanwhile.
    for _ in 0..<10 {
      try? FileManager.default.removeItem(atPath: path)
      guard FileManager.default.fileExists(atPath: path) else { return }
      usleep(10_000)
    }
  }
}

/// Whether the program runs as the system's administrator.
var isRoot: Bool { geteuid() == 0 }
