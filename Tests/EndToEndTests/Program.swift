import Foundation
import TestKit
import Testing

/// The built program, run as people run it: arguments in, output and exit code out.
struct Program {
  /// How a run ended.
  enum End: Equatable, CustomStringConvertible {
    case exited(Int32)
    case killed(signal: Int32)

    /// The same as the tests of the terminal say it.
    init(_ end: ProgramEnd) {
      switch end {
      case .exited(let code): self = .exited(code)
      case .killed(let signal): self = .killed(signal: signal)
      }
    }

    var description: String {
      switch self {
      case .exited(let code): "exit \(code)"
      case .killed(let signal): "signal \(signal)"
      }
    }
  }

  struct Run: Equatable {
    var output: String
    var errors: String
    var end: End
  }

  /// What the program sees of the machine: the same everywhere, so that its texts are, too.
  static let environment = [
    "LANG": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1", "PATH": "/usr/bin:/bin",
  ]

  /// The product `branda`.
  static let path = builtProgram("branda")

  /// Runs the program to its end, with `input` on its standard input.
  ///
  /// - Parameter preparation: What a shell does before it becomes the program.
  static func run(
    _ arguments: [String], in folder: Folder, input: String = "", language: String? = nil,
    after preparation: String? = nil, environment more: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let preparation {
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", preparation + #" && exec "$0" "$@""#, path] + arguments
    }
    process.currentDirectoryURL = folder.url
    process.environment = environment.merging(
      language.map { ["LANG": $0] } ?? [:], uniquingKeysWith: { $1 }
    ).merging(more, uniquingKeysWith: { $1 })
    // Files, not pipes: nothing to fill up, nothing to wait for.
    let streams = try ["input", "output", "errors"].map { name in
      let url = folder.url.appending(path: ".\(name)-\(UUID().uuidString)")
      try Data(name == "input" ? input.utf8 : "".utf8).write(to: url)
      return url
    }
    defer { for url in streams { try? FileManager.default.removeItem(at: url) } }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    // A program that hangs is a failed test, not a test run that never ends.
    let deadline = Date.now.addingTimeInterval(60)
    while process.isRunning {
      if Date.now > deadline { kill(process.processIdentifier, SIGKILL) }
      usleep(500)
    }
    process.waitUntilExit()
    return Run(
      output: try String(contentsOf: streams[1], encoding: .utf8),
      errors: try String(contentsOf: streams[2], encoding: .utf8),
      end: process.terminationReason == .exit
        ? .exited(process.terminationStatus) : .killed(signal: process.terminationStatus))
  }
}

/// An empty folder of a test's own, removed with it.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath()
      .appending(path: "branda-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and tells its name.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return name
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// The text of a file, or of everything inside it where it is a workbook.
  func readUnpacked(_ name: String) throws -> String {
    guard name.hasSuffix(".xlsx") else { return try read(name) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unzip")
    process.arguments = ["-p", url.appending(path: name).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !text.isEmpty else { throw POSIXError(.EIO) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Puts the shipped model and results in here, under their usual names.
  func linkShipped() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for name in ["results", "questionnaires"] {
      try FileManager.default.createSymbolicLink(
        at: url.appending(path: name), withDestinationURL: root.appending(path: name))
    }
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }
}
