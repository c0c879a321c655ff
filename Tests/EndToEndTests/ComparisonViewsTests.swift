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

  private static func assessment(_ cluster: String, _ period: String, _ answers: [String]) -> String
  {
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
    #expect(
      run.output
        == """
        Ranks and their doubt: 5 clusters, latest assessment of each
        Questionnaire  Small model, version 1.0.0
        Weights        each up to 25% up or down; 10,000 draws, seed 1

                               Answers   Weights   One left      Other  Level in the
        Cluster  Total  Rank   missing     drawn        out      views  draws
        ───────  ─────  ────  ────────  ────────  ─────────  ─────────  ────────────────
        Alfa      95.8    =1         1         1          1          1  Growing 100%
        Gama      95.8    =1         1         1          1        1–2  Growing 100%
        Eta       54.2     3         3       3–4        1–5          3  Beginning 87%,
                                                                        Growing 13%
        Delta     45.8     4         4       3–4        1–4        3–4  Beginning 100%
        Beta       8.3     5         5         5        4–5          5  Beginning 100%

        Ranks go by the total; “=” marks equal totals. The columns after the rank say
        which ranks remain possible: while answers are missing; in 90% of the draws of
        other weights; without any one question or capacity; and, where members or
        facilitators have answered, with their answers in place of the manager’s. The
        conditions of levels stay as they are.

        In words

          • Alfa: place 1 of 5; ahead of 75% of the others in at least 95% of the draws;
            the same total as Gama
          • Gama: place 1 of 5; ahead of 75% of the others in at least 95% of the draws;
            the same total as Alfa
          • Eta: place 3 to 4 of 5; ahead of 25% of the others in at least 95% of the
            draws
          • Delta: place 3 to 4 of 5; ahead of 25% of the others in at least 95% of the
            draws
          • Beta: place 5 of 5

        Without a rank

          • Zeta: there is no total

        What moves ranks most

        Left out                Mean change of rank  Levels changed
        ──────────────────────  ───────────────────  ──────────────
        Is there funding?                       1.2               1
        Money                                   1.2               1
        People                                  0.6               1
        How is it coordinated?                  0.2               0
        Are members trained?                    0.0               1

        """)
    #expect(run.errors == "" && run.end == .exited(0))
    let arguments = ["compare", "--doubt", "-q", "--draws", "200", "--format", "json"]
    let first = try Program.run(arguments, in: folder)
    #expect(first.output.hasPrefix("{\n") && first.output.contains(#""schema" : "branda.doubt/1""#))
    #expect(
      try Program.run(arguments + ["zeta", "gama", "eta", "delta", "beta", "alfa"], in: folder)
        == first)
    #expect(try Program.run(arguments + ["--seed", "2"], in: folder) != first)
  }

  @Test func changes() throws {
    let folder = try Self.prepared()
    let all = try Program.run(["compare", "--trend", "-q"], in: folder)
    #expect(
      all.output
        == """
        How maturity has changed: 6 clusters
        Questionnaire  Small model, version 1.0.0

                                                                             Up / same /
        Cluster  Rounds       Before   Now  Change  By answers  By coverage         down
        ───────  ───────────  ──────  ────  ──────  ──────────  ───────────  ───────────
        Alfa     2024 → 2026    54.2  95.8   +41.7       +41.7          0.0    2 / 1 / 0
        Beta     2024 → 2026     8.3   8.3     0.0         0.0          0.0    0 / 3 / 0
        Delta    2024 → 2026   100.0  45.8   -54.2       -54.2          0.0    0 / 1 / 2
        Eta      2024 → 2026       –  54.2       –           –            –            –
        Gama     2026              –  95.8       –           –            –            –
        Zeta     2026              –     –       –           –            –            –

        Cluster  Level
        ───────  ───────────────────
        Alfa     Beginning → Growing
        Beta     Beginning
        Delta    Growing → Beginning
        Eta      Beginning
        Gama     –
        Zeta     –

        The change is the sum of what other answers do and what questions do that count
        in one of the rounds only (coverage); where there is such a column, also of what
        caps on scores do. Up / same / down: questions that count in both rounds.

        The total of 1 cluster rose, of 1 it stayed the same, of 1 it fell.

        The totals of 3 clusters cannot be compared: they have no earlier round, or no
        total in one of the two.

        From level to level: rows – 2024, columns – 2026
        Level        1  2  In all
        ───────────  ─  ─  ──────
        1 Beginning  2  1       3
        2 Growing    1  0       1
        ───────────  ─  ─  ──────
        In all       3  1       4

        Nothing here says that a change is statistically significant: with fewer than
        five rounds no test could.

        """)
    #expect(all.errors == "" && all.end == .exited(0))
    let one = try Program.run(["compare", "--trend", "-q", "--lang", "lt", "alfa"], in: folder)
    #expect(
      one.output
        == """
        Brandos pokyčiai: 1 klasteris
        Klausimynas  Mažas modelis, 1.0.0 versija

                                                                                Pakilo /
                                                               Dėl        Dėl     liko /
        Klasteris  Vertinimai   Anksčiau  Dabar  Pokytis  atsakymų   išsamumo      krito
        ─────────  ───────────  ────────  ─────  ───────  ────────  ─────────  ─────────
        Alfa       2024 → 2026      54,2   95,8    +41,7     +41,7        0,0  2 / 1 / 0

        Klasteris  Lygis
        ─────────  ──────────────────────
        Alfa       Pradedantis → Augantis

        Pokytį sudaro tai, ką lėmė kitokie atsakymai, ir tai, ką lėmė tik viename iš
        vertinimų įskaityti klausimai (išsamumas); jei yra toks stulpelis – dar ir
        įverčių ribojimai. Pakilo / liko / krito – abiejuose vertinimuose įskaityti
        klausimai.

        Vertinimai

        Laikotarpis  Lygis        Bendras  Ribos  Žmonės  Pinigai
        ───────────  ───────────  ───────  ─────  ──────  ───────
        2024         Pradedantis     54,2   54,2     8,3    100,0
        2026         Augantis        95,8   95,8    91,7    100,0

        Pajėgumai

        Pajėgumai  Pokytis  Poveikis bendram įverčiui
        ─────────  ───────  ─────────────────────────
        Žmonės       +83,3                      +41,7
        Pinigai        0,0                        0,0
        ─────────  ───────  ─────────────────────────
        Bendras      +41,7                      +41,7

        Kas lėmė labiausiai

        Klausimas            Anksčiau  Dabar  Poveikis bendram įverčiui
        ───────────────────  ────────  ─────  ─────────────────────────
        Ar nariai mokomi?         0,0  100,0                      +33,3
        Kaip koordinuojama?      25,0   75,0                       +8,3

        Čia neteigiama, kad pokyčiai statistiškai reikšmingi: kol vertinimų mažiau nei
        penki, to negalėtų parodyti joks kriterijus.

        """)
    #expect(one.errors == "" && one.end == .exited(0))
  }

  @Test func agreement() throws {
    let folder = try Self.prepared()
    let run = try Program.run(["compare", "--agreement", "-q", "--format", "csv"], in: folder)
    let figures = run.output.split(separator: "\r\n").last?.split(separator: ",").dropFirst()
      .compactMap { Double($0) }.map { ($0 * 1000).rounded() / 1000 }
    #expect(figures == [5, 0.747, 0.714, 0.882, 0.179, 0.987, -0.4])
    // Four clusters are too few for any figure.
    let few = try Program.run(
      ["compare", "--agreement", "-q", "--format", "csv", "alfa", "beta", "delta", "eta"],
      in: folder)
    #expect(
      few.output
        == "question,with,clusters,alpha,kappa,icc,icc_low,icc_high,difference\r\ncoordination,members,,,,,,,\r\n"
    )
  }

  /// A facilitator rates apart from the manager: no score changes, and no name is told.
  @Test func facilitators() throws {
    let folder = try Self.prepared()
    let scores = try Program.run(["score", "-q", "--format", "json"], in: folder).output
    let managersDoubt = try Program.run(
      ["compare", "--doubt", "-q", "--format", "json"], in: folder
    ).output
    for (cluster, step) in [("alfa", 3), ("beta", 3), ("delta", 2), ("eta", 2), ("gama", 3)] {
      try folder.write(
        "coordination: \(step)\ntraining: no\nfunding: yes\n", to: "ratings.yaml")
      let filled = try Program.run(
        [
          "fill", "small", "--cluster", cluster, "--period", "2026", "--as",
          "facilitator:rasa-slapta", "--answers", "ratings.yaml", "--submit", "--lang", "en",
        ], in: folder)
      let file = "results/\(cluster)/facilitators/small-2026.rasa-slapta"
      #expect(
        filled.errors == "3 answers recorded\nhanded in; thank you\nSaved in \(file).yaml\n")
      #expect(
        try folder.read(file + ".history.jsonl").contains(#""by":"facilitator:rasa-slapta""#))
    }
    #expect(try Program.run(["score", "-q", "--format", "json"], in: folder).output == scores)
    let run = try Program.run(["compare", "--agreement", "-q", "--format", "csv"], in: folder)
    let rows = run.output.split(separator: "\r\n").map { $0.split(separator: ",").prefix(3) }
    #expect(
      rows.dropFirst().map { $0.joined(separator: " ") } == [
        "coordination members 5", "coordination facilitators 5", "training facilitators 5",
        "funding facilitators 5", "coordination all 5",
      ])
    let doubt = try Program.run(["compare", "--doubt", "-q", "--format", "json"], in: folder)
    // Gama’s lead over Delta rests on the manager’s word: by the facilitator Gama has 58.3.
    #expect(doubt.output != managersDoubt && doubt.end == .exited(0))
    for view in ["--agreement", "--doubt"] {
      for format in ["text", "json", "csv"] {
        let told = try Program.run(
          ["compare", view, "--format", format, "--anonymous", "--key", "key.csv"], in: folder)
        #expect(told.end == .exited(0) && !told.output.isEmpty)
        #expect(!(told.output + told.errors).contains("slapta"))
      }
    }
    // Even where a file cannot be read.
    let file = "results/beta/facilitators/small-2026.rasa-slapta.yaml"
    try folder.write(folder.read(file).replacing("value: 3", with: "value: 9"), to: file)
    let broken = try Program.run(["compare", "--agreement", "--lang", "en"], in: folder)
    #expect(broken.end == .exited(65) && !broken.errors.contains("slapta"))
    #expect(
      broken.errors.contains(
        """
        warning: a facilitator’s ratings of “beta” for 2026 cannot be read, so they count for \
        nothing [results.facilitator-unreadable]
        """), "\(broken.errors)")
  }

  @Test(arguments: [
    ("--doubt --trend", "--doubt, --trend and --agreement are three different views: choose one"),
    ("--draws 500", "--draws can only be used with --doubt"),
    (
      "--trend --peers size",
      "--peers is for the table of capacities: it goes with none of --doubt, --trend and --agreement"
    ),
    (
      "--agreement --minimum 9",
      "--minimum is for the table of capacities: it goes with none of --doubt, --trend and --agreement"
    ),
    ("--doubt --since 2024", "--since can only be used with --trend"),
    ("--doubt --draws 99", "“99” does not fit --draws: give a number from 100 to 1000000"),
    ("--doubt --seed -1", "“-1” does not fit --seed: give a number from 0 to 18446744073709551615"),
    ("--doubt --noise 101", "“101” does not fit --noise: give a number from 1 to 100"),
    (
      "--doubt --noise 5 --dirichlet 5",
      "--noise and --dirichlet are two ways of drawing weights: choose one"
    ),
    (
      "--doubt --for alfa",
      "--for tells a cluster only what it may know; --doubt, --trend and --agreement speak of everyone"
    ), ("--trend --since x", "“x” is not a period"),
  ])
  func refusals(_ arguments: String, _ message: String) throws {
    let options = arguments.replacing("--seed -1", with: "--seed=-1").split(separator: " ")
    let run = try Program.run(["compare"] + options.map(String.init), in: Self.prepared())
    #expect(run.end == .exited(64) && run.errors.hasPrefix("branda: \(message)\n"), "\(run)")
  }
}
