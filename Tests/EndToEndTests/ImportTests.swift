import Foundation
import TestKit
import Testing

/// Assessments by mail: what is refused, what is taken, what stays.
@Suite struct ImportTests {
  private static let digest = "sha256:0"

  /// A file as it comes by mail. Its digest is none of ours, so that it is read as of another
  /// version of the questionnaire; `current` has that of the model.
  private static func mail(
    cluster: String = "oak", model: String = "short", status: String = "draft",
    digest: String = digest, answers: String = "members: {value: 5, at: 2026-01-01T10:00:00Z}"
  ) -> String {
    """
    branda: assessment/1
    cluster: \(cluster)
    period: "2025"
    questionnaire: {id: \(model), version: 0.9.0, digest: "\(digest)"}
    form: full
    status: \(status)
    answers:
      \(answers)

    """
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var errors: String
    var code: Int32
  }

  static let refused: [Refused] = [
    Refused(
      testDescription: "a path in the place of a cluster", text: mail(cluster: "../../etc"),
      errors: """
        m.yaml:2:10: error: “../../etc” cannot be a cluster’s identifier [assessment.invalid-cluster]
           | cluster: ../../etc
           |          ^~~~~~~~~
           = use lower-case letters a–z, digits and -, beginning with a letter or digit, at most 64 characters
        m.yaml:4:52: warning: the questionnaire has changed since these answers were written (then version 0.9.0, now 1.0.0) [assessment.other-digest]
           | …tionnaire: {id: short, version: 0.9.0, digest: "sha256:0"}
           |                                                 ^~~~~~~~~~
           = look the answers over; the next answer recorded takes over the new version
        nothing was imported

        """, code: 65),
    Refused(
      testDescription: "a questionnaire that is not at hand", text: mail(model: "other"),
      errors: """
        m.yaml:4:21: error: there is no questionnaire “other” for the assessment of oak, 2025 [assessment.no-model]
           | questionnaire: {id: other, version: 0.9.0, digest: "sha256:0"}
           |                     ^~~~~
           = name its file: --questionnaire FILE
        nothing was imported

        """, code: 66),
    Refused(
      testDescription: "what steers a terminal",
      text: mail(answers: #"name: {value: "a\e[2Jb"}"#),
      errors: """
        m.yaml:4:52: warning: the questionnaire has changed since these answers were written (then version 0.9.0, now 1.0.0) [assessment.other-digest]
           | …tionnaire: {id: short, version: 0.9.0, digest: "sha256:0"}
           |                                                 ^~~~~~~~~~
           = look the answers over; the next answer recorded takes over the new version
        m.yaml:8:17: error: the text contains a control character [assessment.control-character]
           |   name: {value: "a\\e[2Jb"}
           |                 ^~~~~~~~~
           = remove it; line breaks and tabs are allowed
        nothing was imported

        """, code: 65),
    Refused(
      testDescription: "a line of the file in the place of a question that is gone",
      text: mail(answers: #""fax: {}\nstatus: locked\nanswers": {value: 1}"#),
      errors: """
        m.yaml:4:52: warning: the questionnaire has changed since these answers were written (then version 0.9.0, now 1.0.0) [assessment.other-digest]
           | …tionnaire: {id: short, version: 0.9.0, digest: "sha256:0"}
           |                                                 ^~~~~~~~~~
           = look the answers over; the next answer recorded takes over the new version
        m.yaml:8:39: error: there is no question “fax: {}␊status: locked␊answers” [assessment.unknown-question]
           |   "fax: {}\\nstatus: locked\\nanswers": {value: 1}
           |                                       ^~~~~~~~~~
           = questions are named by their `id`, such as name, members, agreed, coordination, handover, training, services, turnover, budget, and plan
        nothing was imported

        """, code: 65),
    Refused(
      testDescription: "a member’s file that is no YAML, which is not quoted",
      text:
        "branda: assessment/1\ncluster: oak\nmember: \"ana\"\nanswers:\n  name: {value: \"secret}\n",
      errors: """
        error: m.yaml: 1 finding; it is not quoted, because the file is a member’s [verify.member-file]
           = the member is shown them by `branda fill … --as member:ana`
        nothing was imported

        """, code: 65),
    Refused(
      testDescription: "answers alone", text: "members: 5\n",
      errors: """
        m.yaml:1:1: error: this is not an assessment: the line `branda: assessment/1` is missing [import.not-an-assessment]
           | members: 5
           | ^
           = to record answers alone, use `branda fill QUESTIONNAIRE --cluster ID --answers FILE`
        nothing was imported

        """, code: 65),
  ]

  private func folder(_ files: [String: String] = [:]) throws -> Folder {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func run(_ folder: Folder, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["import"] + arguments + ["--questionnaire", "short.yaml"], in: folder)
  }

  /// The sound file beside it is not imported either.
  @Test(arguments: refused) func nothingIsWrittenOfWhatIsRefused(_ example: Refused) throws {
    let folder = try folder(["m.yaml": example.text, "ash.yaml": Self.mail(cluster: "ash")])
    let run = try run(folder, "m.yaml", "ash.yaml")
    #expect(run == Program.Run(output: "", errors: example.errors, end: .exited(example.code)))
    #expect(!folder.exists("results"))
  }

  @Test func aTryWritesNothing() throws {
    let folder = try folder(["m.yaml": Self.mail()])
    let run = try run(folder, "m.yaml", "--dry-run", "--quiet")
    #expect(run == Program.Run(output: "", errors: "", end: .exited(0)))
    #expect(!folder.exists("results"))
  }

  /// A manager's file at the facilitator's: taken with its times, handed in; changed on both sides;
  /// closed.
  @Test func mailGoesBackAndForth() throws {
    let folder = try folder()
    let home = ["fill", "short.yaml", "--cluster", "oak", "--period", "2025", "--results", "home"]
    func fill(_ answers: String, _ arguments: [String], at second: Int) throws {
      try folder.write(answers, to: "a.yaml")
      _ = try Program.run(
        arguments + ["--answers", "a.yaml"], in: folder,
        after: "export SOURCE_DATE_EPOCH=\(1_770_000_000 + second)")
    }
    func mail() throws {
      try folder.write(folder.read("home/oak/short-2025.yaml"), to: "mail.yaml")
    }
    let here = "results/oak/short-2025.yaml"
    try fill("name: Oak\nmembers: 12\ncoordination: 2\n", home, at: 0)
    try mail()
    #expect(
      try run(folder, "mail.yaml", "--by", "Jonas")
        == Program.Run(
          output: "", errors: "oak, 2025: 3 answers or comments taken, 0 conflicts\n",
          end: .exited(0)))
    #expect(try folder.read(here).answers == folder.read("mail.yaml").answers)
    let first = try folder.read(here)
    #expect(
      try run(folder, "mail.yaml")
        == Program.Run(output: "", errors: "oak, 2025: nothing new\n", end: .exited(0)))
    #expect(try folder.read(here) == first)

    // Here members, there members and the step: one conflict, one answer taken.
    try fill("members: 13\n", Array(home.dropLast(2)), at: 100)
    try fill("members: 14\ncoordination: 3\n", home, at: 200)
    try mail()
    let conflict = try run(folder, "mail.yaml", "--by", "Jonas")
    #expect(conflict.end == .exited(1))
    let place = try folder.read("mail.yaml").split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = (place.firstIndex { $0.hasPrefix("  members:") } ?? 0) + 1
    #expect(
      conflict.errors.replacing("\u{A0}", with: " ") == """
        mail.yaml:\(line):3: warning: “members” was changed here and by the sender: here 13 (members), in the file 14 (members); the answer here stays [import.conflict-answer]
           |   members: {value: 14, at: 2026-02-02T02:43:20Z}
           |   ^~~~~~~
           = to take the one in the file: --take members
        mail.yaml:\(line + 1):3: note: “coordination”: 3. A team in place of 2. One person [import.replaced]
           |   coordination: {value: 3, at: 2026-02-02T02:43:20Z}
           |   ^~~~~~~~~~~~
        oak, 2025: 1 answer or comment taken, 1 conflict

        """)
    #expect(try folder.read(here).contains("members: {value: 13,"))
    #expect(try run(folder, "mail.yaml", "--take", "members", "-q").end == .exited(0))
    #expect(try folder.read(here).contains("members: {value: 14,"))

    // Locked here: nothing more, and nothing new is no failure.
    try folder.write(
      folder.read(here).replacing("status: draft", with: "status: locked"), to: here)
    let locked = try folder.read(here)
    #expect(try run(folder, "mail.yaml", "-q").end == .exited(0))
    try fill("members: 15\n", home, at: 300)
    try mail()
    #expect(
      try run(folder, "mail.yaml")
        == Program.Run(
          output: "",
          errors: """
            branda: the assessment of oak for 2025 is locked and takes no more answers; nothing was imported
              = a facilitator can reopen it: branda review oak --by NAME --reopen

            """, end: .exited(1)))
    #expect(try folder.read(here) == locked)
  }

  @Test func whatTheOptionsRefuse() throws {
    let folder = try folder(["m.yaml": Self.mail(), "n.yaml": Self.mail()])
    #expect(
      try run(folder, "m.yaml", "n.yaml")
        == Program.Run(
          output: "",
          errors: """
            branda: “n.yaml” and “m.yaml” are the same assessment
              = import them one after the other

            """, end: .exited(64)))
    #expect(
      try run(folder, "m.yaml", "--take", "nosuch")
        == Program.Run(
          output: "", errors: "branda: --take: there is no question “nosuch”\n",
          end: .exited(64)))
    #expect(!folder.exists("results"))
  }
}
