import Foundation
import TestKit
import Testing

/// Whatever happens around the program: a clear sentence, a code, and nothing that was accepted is
/// lost.
@Suite struct DurabilityTests {
  private static let arguments = ["fill", "short.yaml", "--cluster", "oak", "--period", "2025"]
  private static let file = "results/oak/short-2025.yaml"
  private static let history = "results/oak/short-2025.history.jsonl"

  private func prepared() throws -> Folder {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    try folder.write("members: 5\n", to: "a.yaml")
    return folder
  }

  private func fill(_ folder: Folder, after preparation: String? = nil) throws -> Program.Run {
    try Program.run(Self.arguments + ["--answers", "a.yaml"], in: folder, after: preparation)
  }

  /// Two processes on one assessment, a hundred rounds: each records three answers that belong
  /// together, or is told to try again later.
  @Test func twoProcessesNeverMixTheirAnswers() async throws {
    let folder = try prepared()
    var accepted = 0
    for round in 1...100 {
      for (tag, members) in [("A", round), ("B", 1000 + round)] {
        try folder.write(
          "name: \(tag) \(round)\nmembers: \(members)\nplan: \(tag) \(round)\n",
          to: "\(tag).yaml")
      }
      let runs = try await withThrowingTaskGroup(of: (String, Program.Run).self) { group in
        for tag in ["A", "B"] {
          group.addTask {
            (tag, try Program.run(Self.arguments + ["--answers", "\(tag).yaml"], in: folder))
          }
        }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      let winners = runs.filter { $0.value.end == .exited(10) }.keys
      accepted += winners.count
      #expect(!winners.isEmpty, "\(runs)")
      #expect(runs.values.allSatisfy { [.exited(10), .exited(75)].contains($0.end) }, "\(runs)")
      let text = try folder.read(Self.file)
      #expect(
        winners.contains { tag in
          text.contains("name: {value: \"\(tag) \(round)\"")
            && text.contains("members: {value: \(tag == "A" ? round : 1000 + round),")
            && text.contains("plan: {value: \"\(tag) \(round)\"")
        }, "\(text)")
    }
    // In the history each process's answers stand together.
    let tags = try folder.read(Self.history).split(separator: "\n").compactMap { line -> String? in
      let new = line.split(separator: ",\"old\"")[0]
      if let match = new.firstMatch(of: /"value":"([AB] \d+)"/) { return String(match.1) }
      guard let match = new.firstMatch(of: /"members","new":{"value":(\d+)}/),
        let number = Int(match.1)
      else { return nil }
      return number > 1000 ? "B \(number - 1000)" : "A \(number)"
    }
    #expect(tags.count == 3 * accepted)
    for start in stride(from: 0, to: tags.count - 2, by: 3) {
      #expect(Set(tags[start..<start + 3]).count == 1)
    }
    let verified = try Program.run(["verify", "--questionnaire", "short.yaml"], in: folder)
    #expect(verified.end == .exited(0), "\(verified)")
  }

  /// The folder of results cannot be made.
  @Test func whatCannotBeCreated() throws {
    let folder = try prepared()
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.path + "/results", withDestinationPath: "nowhere")
    #expect(
      try fill(folder)
        == Program.Run(
          output: "",
          errors:
            "branda: the folder “results/oak” cannot be created: there is no such file or folder\n",
          end: .exited(73)))
  }

  @Test func whatCannotBeWritten() throws {
    let folder = try prepared()
    try folder.write("plan: \(String(repeating: "ė", count: 500))", to: "a.yaml")
    #expect(
      try fill(folder, after: "ulimit -f 1")
        == Program.Run(
          output: "",
          errors: """
            reports will say “oak”; give the cluster’s name with --name
            branda: “\(Self.history)” cannot be written: it is too large

            """,
          end: .exited(74)))
    try FileManager.default.removeItem(atPath: folder.url.path + "/results")
    try FileManager.default.createDirectory(
      atPath: folder.url.path + "/" + Self.history, withIntermediateDirectories: true)
    #expect(
      try fill(folder)
        == Program.Run(
          output: "", errors: "branda: “\(Self.history)” cannot be read: it is a folder\n",
          end: .exited(74)))
  }

  @Test func whoeverIsSecondIsToldWhoIsFirst() throws {
    let folder = try prepared()
    let session = try TerminalSession(Self.arguments + ["--plain"], in: folder)
    _ = try session.screen()
    let run = try Program.run(Self.arguments, in: folder, language: "lt_LT.UTF-8")
    #expect(run.end == .exited(75) && run.output == "")
    #expect(
      run.errors.replacing(
        /procesas \d+ kompiuteryje [^,]+, nuo 20\d\d-\d\d-\d\d \d\d:\d\d UTC/, with: "procesas …")
          == """
          branda: šis vertinimas atvertas kitame lange: procesas …
            = uždarykite kitą langą arba bandykite vėliau

          """)
    // The lock went with its process, which had no time to give it back.
    session.kill(SIGKILL)
    #expect(try folder.read("results/oak/short-2025.lock") != "")
    #expect(try fill(folder).end == .exited(10))
  }

  /// The folder goes away while somebody answers; what was accepted before goes with it, and the
  /// next answer is not taken for accepted.
  @Test func aFolderThatVanishes() throws {
    let folder = try prepared()
    _ = try fill(folder)
    let session = try TerminalSession(Self.arguments + ["--plain"], in: folder)
    _ = try session.screen()
    let path = folder.url.path
    try FileManager.default.moveItem(atPath: path + "/results", toPath: path + "/away")
    session.type("Oak")
    #expect(
      try session.rest().hasSuffix(
        "branda: “\(Self.history)” cannot be written: there is no such file or folder\n"))
    #expect(session.wait() == .exited(74))
    try FileManager.default.moveItem(atPath: path + "/away", toPath: path + "/results")
    #expect(try folder.read(Self.file).contains("members: {value: 5,"))
    #expect(try fill(folder).end == .exited(10))
  }

  /// Somebody else writes in spite of the lock: their lines are not written over.
  @Test func aHistoryThatSomebodyElseWrites() throws {
    let folder = try prepared()
    _ = try fill(folder)
    let session = try TerminalSession(Self.arguments + ["--plain"], in: folder)
    _ = try session.screen()
    let theirs =
      #"{"n":3,"at":"2030-01-01T00:00:00Z","by":"Ona","question":"members","new":{"value":9},"old":{"value":5}}"#
      + "\n"
    try folder.write(folder.read(Self.history) + theirs, to: Self.history)
    session.type("Oak")
    #expect(
      try session.rest().hasSuffix(
        """
        branda: “\(Self.history)” has been changed by somebody else while it was open here; the last answer was not recorded
          = start again: what was accepted before is kept, and so is what the others wrote

        """))
    #expect(session.wait() == .exited(74))
    #expect(try folder.read(Self.history).hasSuffix(theirs))
  }

  /// The whole message of an interrupted interview stands in `FillTests`; a shell sees 130.
  @Test func anInterruptedInterviewEndsBySignal() throws {
    let folder = try prepared()
    let session = try TerminalSession(Self.arguments + ["--plain"], in: folder)
    _ = try session.screen()
    session.press(TerminalSession.interrupt)
    #expect(session.wait() == .killed(signal: SIGINT))
  }

  /// A disk that fills up, where the machine lets a test have one.
  @Test(.enabled(if: SmallDisk.isAllowed, "a small disk cannot be mounted here"))
  func aDiskThatFillsUp() throws {
    let folder = try prepared()
    let disk = try SmallDisk(at: folder.url.path + "/results")
    defer { disk.unmount() }
    _ = try fill(folder)
    var run = Program.Run(output: "", errors: "", end: .exited(10))
    var comments = 0
    while run.end == .exited(10), comments < 100 {
      comments += 1
      try folder.write(
        "members: {value: 5, comment: \"\(comments) \(String(repeating: "x", count: 1500))\"}\n",
        to: "a.yaml")
      run = try fill(folder)
    }
    #expect(run.end == .exited(74) || comments == 100)
    #expect(run.errors.contains("the disk is full: “results/oak/short-2025."), "\(run.errors)")
    // The last comment that was accepted is there, in the one file or in the other.
    let verified = try Program.run(["verify", "--questionnaire", "short.yaml"], in: folder)
    #expect([.exited(0), .exited(1)].contains(verified.end), "\(verified)")
    let history = try folder.read(Self.history)
    #expect(history.contains("\"comment\":\"\(comments - 1) x"))
  }

  /// Damage is found, told, repaired; what is sound is not touched.
  @Test func damageIsFoundAndRepaired() throws {
    let folder = try prepared()
    _ = try fill(folder)
    _ = try Program.run(
      ["fill", "short.yaml", "--cluster", "ash", "--period", "2025", "--answers", "a.yaml"],
      in: folder)
    let sound = try folder.read("results/ash/short-2025.yaml")
    let whole = try folder.read(Self.file)
    try folder.write(String(whole.prefix(whole.count / 2)) + "[", to: Self.file)
    func run(_ arguments: String...) throws -> Program.Run {
      try Program.run(arguments + ["--questionnaire", "short.yaml"], in: folder)
    }
    #expect(try run("verify").end == .exited(1))
    let trial = try run("repair", "--dry-run")
    #expect(trial.end == .exited(1))
    #expect(
      trial.errors.hasSuffix(
        """
        would be written anew: results/oak/short-2025.yaml
        would be kept as it is now: results/oak/short-2025.damaged.yaml
        2 assessments checked, 1 assessment to be repaired; nothing has been changed

        """), "\(trial.errors)")
    #expect(!folder.exists("results/oak/short-2025.damaged.yaml"))
    let repaired = try run("repair")
    #expect(repaired.end == .exited(0))
    #expect(
      repaired.errors.hasSuffix(
        """
        written anew: results/oak/short-2025.yaml
        kept as it was: results/oak/short-2025.damaged.yaml
        2 assessments checked, 1 assessment repaired

        """), "\(repaired.errors)")
    #expect(try folder.read("results/ash/short-2025.yaml") == sound)
    #expect(try folder.read(Self.file).answers == whole.answers)
    #expect(
      try run("repair")
        == Program.Run(
          output: "", errors: "2 assessments checked: nothing to repair\n", end: .exited(0)))
    #expect(try run("verify").end == .exited(0))
    // A history alone is an assessment, too.
    try FileManager.default.removeItem(atPath: folder.url.path + "/" + Self.file)
    #expect(try run("verify", "oak").end == .exited(1))
    #expect(try run("repair", "oak").end == .exited(0))
    #expect(try folder.read(Self.file).answers == whole.answers)
  }
}

/// A disk in memory of a few pages, where the system lets a test mount one.
private struct SmallDisk {
  private let path: String

  static let isAllowed: Bool = {
    guard let folder = try? Folder(), let disk = try? SmallDisk(at: folder.url.path + "/disk")
    else { return false }
    disk.unmount()
    return true
  }()

  init(at path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
    self.path = path
    guard Self.run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=48k", "tmpfs", path]) else {
      throw POSIXError(.EPERM)
    }
  }

  func unmount() { _ = Self.run("/usr/bin/umount", [path]) }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
