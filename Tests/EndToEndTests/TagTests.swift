import Foundation
import Testing

/// Tags: given when filling in, kept by tables and from round to round, selected by.
@Suite struct TagTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(
      """
      questionnaire: small
      version: 1.0.0
      languages: [en, lt]
      title: {en: Small, lt: Mažas}
      capacities:
        - id: people
          title: {en: People, lt: Žmonės}
          questions:
            - {id: trust, ask: {en: Trust?, lt: Pasitikėjimas?}, answer: {ladder: [{en: A, lt: A}, {en: B, lt: B}, {en: C, lt: C}]}}
      """, to: "questionnaires/small.yaml")
    for (step, cluster) in ["oak", "elm", "ash", "fir"].enumerated() {
      try folder.write("trust: \(1 + step % 3)\n", to: "answers.yaml")
      let tags = step < 2 ? ["--tag", "pilot", "--tag", step == 0 ? "esca" : "pilot"] : []
      _ = try run(
        ["fill", "small", "--cluster", cluster, "--period", "2025", "--answers", "answers.yaml"]
          + tags)
    }
  }

  private func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(arguments, in: folder)
  }

  private func clusters(_ arguments: [String]) throws -> [Substring] {
    try run(arguments + ["--format", "csv", "-q"]).output.split(separator: "\r\n").dropFirst()
      .compactMap { $0.split(separator: ",").first }
  }

  @Test func givenOnceTheyStandInFileHistoryAndTheNextRound() throws {
    let stem = "results/oak/small-2025"
    #expect(try folder.read(stem + ".yaml").contains("\ntags: [esca, pilot]\nperiod:"))
    #expect(try folder.read(stem + ".history.jsonl").contains(#""tags":["esca","pilot"]"#))
    #expect(try run(["verify"]).end == .exited(0))
    // What the file lost the history has.
    try folder.write("", to: stem + ".yaml")
    _ = try run(["repair", "oak"])
    #expect(try folder.read(stem + ".yaml").contains("\ntags: [esca, pilot]\n"))
    let next = ["fill", "small", "--cluster", "oak", "--period", "2026", "--answers"]
    _ = try run(next + ["answers.yaml"])
    #expect(try folder.read("results/oak/small-2026.yaml").contains("\ntags: [esca, pilot]\n"))
    _ = try run(next + ["answers.yaml", "--tag", "none"])
    #expect(try !folder.read("results/oak/small-2026.yaml").contains("tags:"))
  }

  @Test func theySelect() throws {
    #expect(try clusters(["compare", "--tag", "pilot"]) == ["elm", "oak"])
    #expect(try clusters(["compare", "--tag", "esca"]) == ["oak"])
    #expect(try clusters(["compare", "--tag", "esca", "--tag", "pilot"]) == ["elm", "oak"])
    let selection =
      #""selection" : {"groups" : {},"levels" : [],"statuses" : [],"tags" : ["esca","pilot"]}"#
    for command in [
      ["compare"], ["compare", "--doubt"], ["compare", "--agreement"], ["compare", "--trend"],
      ["match"], ["summary"],
    ] {
      let asked = try run(
        command + ["--tag", "pilot", "--tag", "esca", "--format", "json", "-q"]
      ).output
      let packed = asked.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .joined()
      #expect(packed.contains(selection), "\(command) \(asked)")
      let all = try run(command + ["--format", "json", "-q"]).output
      #expect(all.contains(#""selection" : null"#), "\(command) \(all)")
    }
    let text = try run(["compare", "--tag", "pilot", "-q"]).output
    #expect(text.contains("Only           tag: pilot\n"), "\(text)")
    #expect(try run(["summary", "--tag", "pilot", "-q"]).output.contains("2 clusters"))
  }

  /// By state of the work as by tag; the table tells whose is which.
  @Test func statesSelect() throws {
    _ = try run(["fill", "small", "--cluster", "ash", "--period", "2025", "--submit"])
    #expect(try clusters(["compare", "--status", "submitted"]) == ["ash"])
    #expect(try clusters(["compare", "--status", "draft", "--tag", "pilot"]) == ["elm", "oak"])
    let scores = try run(["score", "--format", "csv", "-q"]).output
    #expect(scores.contains("ash,,2025,submitted,") && scores.contains("oak,,2025,draft,"))
    _ = try run(["report", "--together", "--status", "draft", "--tag", "pilot", "-q"])
    #expect(folder.exists("reports/all-tag-pilot-status-draft.en.md"))
    let unknown = try run(["summary", "--status", "done"])
    #expect(
      unknown.end == .exited(64)
        && unknown.errors.hasPrefix("branda: there is no state “done”\n"))
  }

  @Test func tablesKeepThem() throws {
    let table = try run(["export", "--period", "2025"]).output
    #expect(table.hasPrefix("cluster,period,name,") && table.contains(",esca pilot,"))
    try folder.write(table, to: "table.csv")
    for shape in ["--wide", "--long"] {
      let table = try run(["export", shape]).output
      try folder.write(table, to: "table.csv")
      let imported = try run(
        ["import", "table.csv", "--restore", "--results", "again" + shape])
      #expect(imported.end == .exited(0), "\(imported.errors)")
      #expect(
        try folder.read("again\(shape)/oak/small-2025.yaml")
          == folder.read("results/oak/small-2025.yaml"))
    }
    try folder.write(
      "cluster,period,tags,trust\nyew,2025,\"pilot; Ne\",2\n", to: "wrong.csv")
    let wrong = try run(["import", "wrong.csv", "--lang", "en"])
    #expect(wrong.end == .exited(65))
    #expect(
      wrong.errors.contains("“Ne” cannot be a tag [assessment.invalid-tag]"), "\(wrong.errors)")
  }

  @Test(arguments: [
    (["compare", "--tag", "Pilot"], "branda: “Pilot” cannot be a tag\n"),
    (
      ["fill", "small", "--cluster", "oak", "--tag", "none", "--tag", "esca"],
      "branda: --tag none takes all tags away, so it cannot be combined with another\n"
    ),
    (
      ["fill", "small", "--cluster", "oak", "--tag", "esca", "--as", "facilitator:rasa"],
      "branda: tags belong to the cluster’s own assessment, so --tag does not go with --as\n"
    ),
  ])
  func refused(_ arguments: [String], _ message: String) throws {
    let refused = try run(arguments)
    #expect(refused.end == .exited(64) && refused.errors.hasPrefix(message), "\(refused.errors)")
  }
}
