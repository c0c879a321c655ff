import Foundation
import Testing

/// `score`, `compare`, `status` and `report` as people run them, on two clusters of a small model.
@Suite struct ReportingCommandsTests {
  /// A folder with a model and results: two rounds of `alfa`, one of `beta`.
  static func prepared() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      questionnaire: small
      version: 1.0.0
      languages: [en, lt]
      title: {en: Small model, lt: Mažas modelis}
      capacities:
        - id: people
          code: PEO
          title: {en: People, lt: Žmonės}
          questions:
            - id: coordination
              ask: {en: Is there a coordinator?, lt: Ar yra koordinatorius?}
              answer: yes_no
            - id: training
              ask: {en: Are members trained?, lt: Ar nariai mokomi?}
              answer: yes_no
      levels:
        - id: beginning
          title: {en: Beginning, lt: Pradedantis}
        - id: growing
          title: {en: Growing, lt: Augantis}
          requires: {total: 60}
      recommendations:
        - id: falling
          when: change.total < 0.0
          priority: high
          title: {en: Stop the fall, lt: Sustabdykite smukimą}
          say: {en: The total has fallen., lt: Bendras įvertis sumažėjo.}
      """, to: "questionnaires/small.yaml")
    try folder.write(
      assessment("alfa", "2025", "coordination: yes, training: yes"),
      to: "results/alfa/small-2025.yaml")
    try folder.write(
      assessment("alfa", "2026", "coordination: yes, training: no"),
      to: "results/alfa/small-2026.yaml")
    try folder.write(
      assessment("beta", "2026", "coordination: yes"), to: "results/beta/small-2026.yaml")
    return folder
  }

  static func assessment(_ cluster: String, _ period: String, _ answers: String) -> String {
    let lines = answers.split(separator: ", ").map { answer in
      let parts = answer.split(separator: ": ")
      return "  \(parts[0]): {value: \(parts[1]), at: 2026-02-11T09:14:03Z}\n"
    }
    return """
      branda: assessment/1
      cluster: \(cluster)
      name: =\(cluster.capitalized)
      period: "\(period)"
      questionnaire: {id: small, version: 1.0.0, digest: "sha256:0"}
      form: full
      status: draft
      sequence: 0

      answers:
      \(lines.joined())
      """
  }

  /// Arguments, exit code, the beginning of the output, the beginning of what is said.
  static let runs: [(arguments: String, exit: Int32, output: String, errors: String)] = [
    ("score alfa -q", 0, "Maturity profile: =Alfa, 2026\n", ""),
    ("score alfa -q --lang lt", 0, "Brandos profilis: =Alfa, 2026\n", ""),
    ("score alfa -q --period 2025 --format csv", 0, "cluster,name,period,", ""),
    ("compare -q", 0, "Comparison of maturity: 2 clusters, latest assessment of each\n", ""),
    ("score alfa alfa -q", 0, "Maturity profile: =Alfa, 2026\n", ""),
    ("compare -q beta alfa beta alfa", 0, "Comparison of maturity: 2 clusters", ""),
    ("compare -q --period 2025", 0, "Comparison of maturity: 1 cluster, 2025\n", ""),
    ("compare -q --sort PEO", 0, "Comparison of maturity", ""),
    ("status -q", 0, "Assessments in “results”\n", ""),
    ("report alfa -q -o -", 0, "# Maturity report: =Alfa, ", ""),
    ("report --together -q -o - --format json", 0, "{\n  \"answered_versions\" : {", ""),
    ("score nobody", 66, "", "branda: no cluster “nobody” in “results”\n"),
    ("score ../alfa", 66, "", "branda: no cluster “../alfa” in “results”\n"),
    ("score alfa --period 2019", 66, "", "branda: cluster “alfa” has no assessment of 2019\n"),
    ("score alfa --period x", 64, "", "branda: “x” is not a period\n"),
    ("compare --results nowhere", 66, "", "branda: there are no assessments in “nowhere”\n"),
    ("status --results nowhere", 0, "Assessments in “nowhere”\n", ""),
    ("compare -q --sort size", 64, "", "branda: rows cannot be sorted by “size”\n"),
    ("compare --questionnaire none.yaml", 66, "", "branda: there is no file “none.yaml”\n"),
    ("compare --lang de", 64, "", "branda: there are no texts in the language “de”"),
    ("report", 64, "", "branda: nothing says what to report on\n"),
    ("report alfa --format doc", 64, "", "branda: “doc” is not a format of this command"),
    ("report alfa --date 2026-02-30", 64, "", "branda: “2026-02-30” is not a day\n"),
    ("report alfa --all", 64, "", "Error: --all takes every cluster"),
    ("report --all --together", 64, "", "Error: --all takes every cluster"),
    ("report alfa --level 1", 64, "", "Error: clusters that are named are not selected further"),
    (
      "report --all --anonymous --key key.csv", 64, "", "Error: codes stand for names in the report"
    ),
    (
      "report -q --together --anonymous --key key.csv", 64, "",
      "branda: codes hide nobody among 2 clusters; at least 5 are needed\n"
    ),
    (
      "report -q --together --minimum 1", 64, "",
      "branda: figures of fewer than 3 clusters are never shown\n"
    ),
    (
      "report -q --together --peers none", 64, "",
      "branda: the questionnaire does not group clusters by “none”\n"
    ),
    (
      "report --all -q -o -", 64, "",
      "branda: standard output takes one report in one format\n"
    ),
    (
      "report alfa -q --format md,csv -o -", 64, "",
      "branda: standard output takes one report in one format\n"
    ),
    (
      "report alfa -q -o results/alfa/small-2026.yaml", 73, "",
      "branda: “results/alfa/small-2026.yaml” cannot be created"
    ),
  ]

  @Test(arguments: runs) func endsAsPromised(
    _ run: (arguments: String, exit: Int32, output: String, errors: String)
  ) throws {
    let folder = try Self.prepared()
    let arguments = run.arguments.split(separator: " ").map(String.init)
    let result = try Program.run(arguments, in: folder, language: "en")
    #expect(result.end == .exited(run.exit), "\(result.errors)")
    #expect(
      result.output.hasPrefix(run.output) && result.output.isEmpty == run.output.isEmpty,
      "\(result.output)")
    #expect(
      result.errors.hasPrefix(run.errors) && result.errors.isEmpty == run.errors.isEmpty,
      "\(result.errors)")
  }

  @Test func writesEveryFormat() throws {
    let folder = try Self.prepared()
    let one = try Program.run(
      ["report", "alfa", "--format", "md,json,csv", "-o", "out/deep"], in: folder, language: "lt")
    let all = try Program.run(
      ["report", "--all", "--format", "md,html,xlsx,json,csv", "-o", "out/deep"], in: folder,
      language: "en")
    #expect([one.end, all.end] == [.exited(0), .exited(0)])
    #expect([one.output, all.output] == ["", ""])
    #expect(one.errors.hasSuffix("įrašyta: out/deep/alfa-2026.csv\n"))
    let names = [
      "alfa-2026.lt.md", "alfa-2026.json", "alfa-2026.csv", "all.en.md", "all.json", "all.csv",
      "alfa-2026.en.md", "beta-2026.en.md", "beta-2026.csv", "beta-2026.json",
    ]
    let texts = try names.map { try folder.read("out/deep/" + $0) }
    for name in ["all.en.html", "all.en.xlsx", "alfa-2026.en.html", "beta-2026.en.xlsx"] {
      #expect(folder.exists("out/deep/" + name), "\(name)")
    }
    // The name begins like a formula: in CSV it is made text.
    #expect(texts[5].contains("alfa,'=Alfa,2026,"))
    for text in [texts[1], texts[4]] { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  }

  /// What cannot be written stands in the way of nothing else.
  @Test func aReportThatFailsStopsNoOther() throws {
    let folder = try Self.prepared()
    try folder.write("", to: "reports/alfa-2026.en.md/x")
    try folder.write("", to: "reports/all.csv/x")
    let run = try Program.run(
      ["report", "--all", "-q", "--format", "md,csv"], in: folder, language: "en")
    #expect(run.end == .exited(74))
    #expect(
      run.errors == """
        branda: “reports/all.csv” cannot be written: it is a folder
        branda: “reports/alfa-2026.en.md” cannot be written: it is a folder

        """)
    for name in ["all.en.md", "alfa-2026.csv", "beta-2026.en.md", "beta-2026.csv"] {
      #expect(try !folder.read("reports/" + name).isEmpty)
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "reports").path)
    #expect(!left.contains { $0.hasSuffix(".tmp") })
  }

  /// Where nothing is answered, or nothing applies, every format is written all the same.
  @Test(arguments: [false, true]) func littleToTellIsNoFailure(isNotApplicable: Bool) throws {
    let folder = try Self.prepared()
    let model = try folder.read("questionnaires/small.yaml")
    try folder.write(
      model.replacing(
        "answer: yes_no", with: "answer: yes_no\n        not_applicable: with_reason"),
      to: "questionnaires/small.yaml")
    for cluster in ["alfa", "beta"] {
      let answers = isNotApplicable ? "coordination: yes, training: yes" : ""
      try folder.write(
        Self.assessment(cluster, "2026", answers).replacing(
          "value: yes", with: "not_applicable: none here"),
        to: "results/\(cluster)/small-2026.yaml")
    }
    let run = try Program.run(
      [
        "report", "--all", "-q", "--format", "md,html,xlsx,csv,json", "--date", "2026-11-23",
      ],
      in: folder, language: "lt")
    #expect(run.end == .exited(0), "\(run)")
    #expect(folder.exists("reports/all.lt.xlsx") && folder.exists("reports/beta-2026.lt.xlsx"))
    #expect(try folder.read("reports/all.lt.md").contains("2026 m. lapkričio 23 d."))
    let own = try folder.read("reports/beta-2026.csv")
    #expect(own.contains(isNotApplicable ? "not_applicable" : "unanswered"), "\(own)")
  }

  /// Five rounds: the reports tell all of them, whichever format.
  @Test func manyRounds() throws {
    let folder = try Self.prepared()
    for year in 2020...2024 {
      try folder.write(
        Self.assessment(
          "alfa", "\(year)", "coordination: \(year % 2 == 0 ? "yes" : "no"), training: yes"),
        to: "results/alfa/small-\(year).yaml")
    }
    let run = try Program.run(
      ["report", "alfa", "-q", "--format", "md,html,xlsx"], in: folder, language: "en")
    #expect(run.end == .exited(0))
    #expect(try folder.read("reports/alfa-2026.en.md").contains("2025"))
  }

  /// Codes stand for names in every format, and in the names of files.
  @Test func codesHideNames() throws {
    let folder = try Self.prepared()
    for cluster in ["gama", "delta", "epsilon", "zeta"] {
      try folder.write(
        Self.assessment(cluster, "2026", "coordination: yes"),
        to: "results/\(cluster)/small-2026.yaml")
    }
    let run = try Program.run(
      [
        "report", "--together", "--anonymous", "--key", "key.csv", "--format",
        "md,html,xlsx,csv,json",
      ], in: folder, language: "en")
    #expect(run.end == .exited(0), "\(run.errors)")
    for name in ["en.md", "en.html", "en.xlsx", "csv", "json"].map({ "all-codes." + $0 }) {
      let text = try folder.readUnpacked("reports/" + name).lowercased()
      for cluster in ["alfa", "beta", "gama", "delta", "epsilon", "zeta"] {
        #expect(!text.contains(cluster), "\(name) tells \(cluster)")
      }
    }
  }

  /// The rounds before feed `change.total`, and the report shows the change.
  @Test func knowsTheRoundBefore() throws {
    let folder = try Self.prepared()
    let report = try Program.run(
      ["report", "alfa", "-q", "-o", "-"], in: folder, language: "en")
    #expect(report.output.contains("| **Total** | 100.0 | 50.0 | -50.0 |"))
    #expect(report.output.contains("**Stop the fall**"))
    let before = try Program.run(
      ["score", "alfa", "-q", "--period", "2025"], in: folder, language: "en")
    #expect(!before.output.contains("Stop the fall"))
  }

  /// Who else is reported on changes nothing in a report, and nobody is a peer of oneself.
  @Test func companyChangesNothing() throws {
    let folder = try Folder()
    try folder.linkShipped()
    let names = ["skaitmenine-sveikata", "nemuno-maistas"]
    let file = "skaitmenine-sveikata-2025.lt.md"
    for (number, arguments) in [names, [names[0]], ["--all"]].enumerated() {
      let run = try Program.run(
        ["report"] + arguments + ["-q", "--lang", "lt", "-o", "\(number)"], in: folder)
      #expect(run.end == .exited(0), "\(run.errors)")
      #expect(try folder.read("\(number)/" + file) == folder.read("0/" + file), "\(arguments)")
    }
  }

  @Test func damagedFilesAreToldOfAndTheRestIsShown() throws {
    let folder = try Self.prepared()
    try folder.write("answers: [", to: "results/beta/small-2026.yaml")
    let run = try Program.run(["compare", "-q"], in: folder, language: "en")
    #expect(run.end == .exited(65))
    #expect(run.errors.hasPrefix("results/beta/small-2026.yaml:1:"))
    #expect(run.output.contains("=Alfa"))
    #expect(run.output.contains("1 assessment could not be read and is left out: beta 2026."))
    let report = try Program.run(
      ["report", "--together", "-q", "-o", "-"], in: folder, language: "lt")
    #expect(report.output.contains("1 vertinimo perskaityti nepavyko"))
  }

  /// An assessment by a questionnaire that is not at hand, or one that cannot be opened, is told of
  /// and stands in nobody else's way; where there is nothing else, that is what is missing.
  @Test(arguments: [false, true]) func whatCannotBeReadIsLeftOut(isFolder: Bool) throws {
    let folder = try Self.prepared()
    try folder.write("notes", to: "results/notes")
    let said: String
    if isFolder {
      try folder.write("", to: "results/gama/small-2026.yaml/x")
      said = "error: “results/gama/small-2026.yaml” cannot be read: it is a folder"
    } else {
      try folder.write(
        Self.assessment("gama", "2026", "").replacing("id: small", with: "id: foreign"),
        to: "results/gama/foreign-2026.yaml")
      said = """
        results/gama/foreign-2026.yaml:5:21: error: there is no questionnaire “foreign” for the \
        assessment of gama, 2026 [assessment.no-model]
        """
    }
    for command in ["score", "compare", "status", "report --together -o -"] {
      let run = try Program.run(
        command.split(separator: " ").map(String.init) + ["-q"], in: folder, language: "en")
      #expect(run.end == .exited(65) && run.output.contains("=Beta"), "\(run)")
      #expect(run.errors.hasPrefix(said), "\(run.errors)")
    }
    let alone = try Program.run(["score", "gama", "-q"], in: folder, language: "en")
    #expect(alone.end == .exited(66) && alone.output.isEmpty && alone.errors.hasPrefix(said))
  }

  /// Of several versions, each assessment is read by the one whose digest it names, others by the
  /// highest.
  @Test func eachAssessmentIsReadByItsOwnVersion() throws {
    let folder = try Self.prepared()
    let model = try folder.read("questionnaires/small.yaml")
    // Sorted by name, the highest version stands between the others.
    for (name, version) in [("a", "1.10.0"), ("z", "1.9.0")] {
      try folder.write(
        model.replacing("1.0.0", with: version).replacing("Small", with: "Model \(version)"),
        to: "questionnaires/\(name).yaml")
    }
    func score(_ cluster: String) throws -> String {
      try Program.run(["score", cluster, "--format", "json", "-q"], in: folder).output
    }
    #expect(try score("beta").contains("\"version\" : \"1.10.0\""))
    for (name, version) in [("z", "1.9.0"), ("small", "1.0.0")] {
      let fill = try Program.run(
        ["fill", "questionnaires/\(name).yaml", "--cluster", name, "--period", "2025", "-q"],
        in: folder)
      #expect(fill.end == .exited(10))
      #expect(try score(name).contains("\"version\" : \"\(version)\""))
    }
  }

  @Test func sameAnswersGiveTheSameBytes() throws {
    let folder = try Self.prepared()
    for arguments in [["report", "--together", "-o", "-"], ["compare", "--format", "json"]] {
      let runs = try (0..<3).map { _ in try Program.run(arguments, in: folder, language: "lt") }
      #expect(Set(runs.map(\.output)).count == 1)
    }
  }
}
