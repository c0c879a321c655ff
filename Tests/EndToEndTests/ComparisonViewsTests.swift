import Foundation
import Testing

/// `compare --doubt`, `--trend` and `--agreement` as people run them.
@Suite struct ComparisonViewsTests {
  /// A model with a question for members, six clusters in two rounds, and members of all but one.
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
          title: {en: People, lt: Žmonės}
          questions:
            - id: coordination
              ask: {en: How is it coordinated?, lt: Kaip koordinuojama?}
              asked_of: [manager, members]
              answer: {ladder: [{en: A, lt: A}, {en: B, lt: B}, {en: C, lt: C}, {en: D, lt: D}, {en: E, lt: E}]}
            - id: training
              weight: 2
              ask: {en: Are members trained?, lt: Ar nariai mokomi?}
              answer: yes_no
        - id: money
          title: {en: Money, lt: Pinigai}
          questions:
            - id: funding
              ask: {en: Is there funding?, lt: Ar yra lėšų?}
              answer: yes_no
      levels:
        - {id: beginning, title: {en: Beginning, lt: Pradedantis}}
        - {id: growing, title: {en: Growing, lt: Augantis}, requires: {total: 60}}
      """, to: "questionnaires/small.yaml")
    let rounds: [(String, String, [String])] = [
      ("alfa", "2024", ["2", "no", "yes"]), ("alfa", "2026", ["4", "yes", "yes"]),
      ("beta", "2024", ["3", "no", "no"]), ("beta", "2026", ["3", "no", "no"]),
      ("delta", "2024", ["5", "yes", "yes"]), ("delta", "2026", ["4", "yes", "no"]),
      ("eta", "2024", ["1", "no", "-"]), ("eta", "2026", ["2", "no", "yes"]),
      ("gama", "2026", ["4", "yes", "yes"]), ("zeta", "2026", ["-", "-", "-"]),
    ]
    for (cluster, period, answers) in rounds {
      try folder.write(
        assessment(cluster, period, answers), to: "results/\(cluster)/small-\(period).yaml")
    }
    for (cluster, own) in [("alfa", 4), ("beta", 2), ("delta", 5), ("eta", 1), ("gama", 3)] {
      for (number, member) in ["anna", "jonas", "rita"].enumerated() {
        let step = min(5, max(1, own + number - 1))
        let text = assessment(cluster, "2026", [String(step), "-", "-"])
          .replacing("period:", with: "member: \(member)\nperiod:")
        try folder.write(text, to: "results/\(cluster)/members/small-2026.\(member).yaml")
      }
    }
    return folder
  }

  private static func assessment(_ cluster: String, _ period: String, _ answers: [String]) -> String {
    let lines = zip(["coordination", "training", "funding"], answers).filter { $1 != "-" }
      .map { "  \($0): {value: \($1), at: 2026-02-11T09:14:03Z}\n" }
    return """
      branda: assessment/1
      cluster: \(cluster)
      name: \(cluster.capitalized)
      period: "\(period)"
      questionnaire: {id: small, version: 1.0.0, digest: "sha256:0"}
      form: full
      status: draft
      sequence: 0

      answers:\(lines.isEmpty ? " {}" : "\n" + lines.joined())
      """
  }

  @Test func ranksWithDoubt() throws {
    let folder = try Self.prepared()
    let run = try Program.run(["compare", "--doubt", "-q"], in: folder)
    #expect(run == Program.Run(output: "", errors: "", end: .exited(0)))
    let arguments = ["compare", "--doubt", "-q", "--draws", "200", "--format", "json"]
    let first = try Program.run(arguments, in: folder)
    #expect(first.output.hasPrefix("{\n") && first.output.contains(#""schema" : "branda.doubt/1""#))
    #expect(try Program.run(arguments + ["zeta", "gama", "eta", "delta", "beta", "alfa"], in: folder) == first)
    #expect(try Program.run(arguments + ["--seed", "2"], in: folder) != first)
  }

  @Test func changes() throws {
    let folder = try Self.prepared()
    let all = try Program.run(["compare", "--trend", "-q"], in: folder)
    #expect(all == Program.Run(output: "", errors: "", end: .exited(0)))
    let one = try Program.run(["compare", "--trend", "-q", "--lang", "lt", "alfa"], in: folder)
    #expect(one == Program.Run(output: "", errors: "", end: .exited(0)))
  }

  @Test func agreement() throws {
    let folder = try Self.prepared()
    let run = try Program.run(["compare", "--agreement", "-q", "--format", "csv"], in: folder)
    #expect(run == Program.Run(output: "", errors: "", end: .exited(0)))
    // Four clusters are too few for any figure.
    let few = try Program.run(
      ["compare", "--agreement", "-q", "--format", "csv", "alfa", "beta", "delta", "eta"],
      in: folder)
    #expect(
      few.output
        == "question,clusters,alpha,kappa,icc,icc_low,icc_high,difference\r\ncoordination,,,,,,,\r\n")
  }

  @Test(arguments: [
    ("--doubt --trend", "--doubt, --trend and --agreement are three different views: choose one"),
    ("--draws 500", "--draws is for --doubt only"),
    ("--doubt --since 2024", "--since is for --trend only"),
    ("--doubt --draws 99", "“99” does not fit --draws: give a number from 100 to 1000000"),
    ("--doubt --seed -1", "“-1” does not fit --seed: give a number from 0 to 18446744073709551615"),
    ("--doubt --noise 101", "“101” does not fit --noise: give a number from 1 to 100"),
    (
      "--doubt --noise 5 --dirichlet 5",
      "--noise and --dirichlet are two ways of drawing weights: choose one"
    ),
    ("--trend --since x", "“x” is not a period"),
  ])
  func refusals(_ arguments: String, _ message: String) throws {
    let options = arguments.replacing("--seed -1", with: "--seed=-1").split(separator: " ")
    let run = try Program.run(["compare"] + options.map(String.init), in: Self.prepared())
    #expect(run.end == .exited(64) && run.errors.hasPrefix("branda: \(message)\n"), "\(run)")
  }
}
