import DisplayWidth

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
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
    // What the editor leaves beside the file goes away with the folder.
    guard let folder = try? TemporaryFolder() else { throw failure }
    return try withExtendedLifetime(folder) {
      let path = folder.path + "/branda.txt"
      guard (try? Files.write(text + "\n", to: path, isPrivate: true)) != nil,
        let edited = edited(path)
      else { throw failure }
      return edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
    }
  }

  /// What is in a file after the first editor that there is; `nil` where none is, or where it or the
  /// file failed.
  private func edited(_ path: String) -> String? {
    for words in candidates {
      guard let status = Self.run(words + [path]) else { continue }
      guard status == 0, let data = FileManager.default.contents(atPath: path),
        data.count <= Self.limit
      else { return nil }
      return String(validating: data, as: UTF8.self)
    }
    return nil
  }

  /// The exit status of a program; `nil` where there is no such program.
  private static func run(_ words: [String]) -> Int32? {
    // 127: the shell's and the system's word for “not found”.
    ChildProcess(words).map { $0.wait() }.flatMap { $0 == 127 ? nil : $0 }
  }
}
