import Foundation
import TestKit
import Testing

/// What becomes of a file that somebody names to be written, whatever it is.
@Suite struct NamedOutputTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.linkShipped()
  }

  private func export(_ path: String, _ preparation: String? = nil) throws -> Program.Run {
    try Program.run(
      ["export", "nemuno-maistas", "--lang", "en", "-o", path], in: folder, after: preparation)
  }

  private func isLink(_ name: String) throws -> Bool {
    try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: name).path)[
      .type] as? FileAttributeType == .typeSymbolicLink
  }

  @Test func aLinkIsFollowedAndItsTargetReplacedWhole() throws {
    let whole = try export("plain.csv")
    #expect(whole == .init(output: "", errors: "written: plain.csv\n", end: .exited(0)))
    let table = try folder.read("plain.csv")
    try folder.write(String(repeating: "old\n", count: 100_000), to: "behind/target.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.csv").path,
      withDestinationPath: "behind/target.csv")
    #expect(try export("link.csv").end == .exited(0))
    #expect(try isLink("link.csv") && folder.read("behind/target.csv") == table)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "behind").path) == ["target.csv"])
  }

  @Test func pipesAndTheOwnOutputAreWrittenThrough() throws {
    let table = try Program.run(["export", "nemuno-maistas"], in: folder).output
    // The reader comes late.
    let piped = try export(
      "pipe", "mkfifo pipe && { (sleep 0.3; exec cat pipe > copy; ) & } && trap '' HUP")
    #expect(piped.end == .exited(0), "\(piped.errors)")
    let deadline = Date.now.addingTimeInterval(10)
    while try folder.read("copy") != table, Date.now < deadline { usleep(5_000) }
    #expect(try folder.read("copy") == table)
    // What stands in a file behind the output already is not written over.
    let through = try export("/dev/stdout", "echo before")
    #expect(through.output == "before\n" + table)
  }

  @Test(arguments: [("behind", "it is a folder"), ("gone.csv", "there is no such file or folder")])
  func whatCannotBeWrittenIsSaid(_ name: String, _ reason: String) throws {
    try folder.write("", to: "behind/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "gone.csv").path, withDestinationPath: "nowhere.csv")
    let run = try export(name)
    #expect(
      run
        == .init(
          output: "", errors: "branda: “\(name)” cannot be written: \(reason)\n",
          end: .exited(74)))
    #expect(try isLink("gone.csv"))
  }
}
