import DisplayWidth

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

/// The person's own editor of texts: what `VISUAL` names, else `EDITOR`, else nano, else vi.
struct Editor {
  /// An editor that could not be started, or that did not end well.
  struct Failure: Error {
    /// As it was to be started, made visible.
    let editor: String
  }

  /// The largest text that is taken back, in bytes.
  private static let limit = 1_000_000

  private let candidates: [[String]]

  init(_ environment: [String: String]) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
      .compactMap(ShellWords.split).first { !$0.isEmpty }
    candidates = named.map { [$0] } ?? [["nano"], ["vi"]]
  }

  /// Opens a text in the editor and waits for its end.
  ///
  /// - Returns: What is in the file then, without the line end that editors put at its end.
  /// - Throws: `Failure` where there is no editor, or where it or its file failed.
  func edit(_ text: String) throws -> String {
    let failure = Failure(editor: (candidates.first ?? []).joined(separator: " ").madeVisible)
    guard let path = Self.write(text + "\n") else { throw failure }
    defer { unlink(path) }
    for words in candidates {
      switch Self.run(words + [path]) {
      case nil: continue
      case 0: break
      default: throw failure
      }
      guard let data = FileManager.default.contents(atPath: path), data.count <= Self.limit,
        let edited = String(validating: data, as: UTF8.self)
      else { throw failure }
      return edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
    }
    throw failure
  }

  /// A new file that only its owner can read; `nil` where none can be made.
  private static func write(_ text: String) -> String? {
    let folder = FileManager.default.temporaryDirectory.path
    // `mkstemps` puts letters of its own in place of the last six before the ending.
    var template = Array("\(folder)/branda-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array(text.utf8)
    guard systemWrite(descriptor, bytes, bytes.count) == bytes.count else {
      unlink(path)
      return nil
    }
    return path
  }

  /// The exit status of a program; `nil` where there is no such program.
  private static func run(_ words: [String]) -> Int32? {
    // 127: the shell's and the system's word for “not found”.
    ChildProcess(words).map { $0.wait() }.flatMap { $0 == 127 ? nil : $0 }
  }
}

/// The system's `write`, which the method of the same name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
