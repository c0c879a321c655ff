import Foundation
import TestKit
import Testing

/// Reports on rounds that different versions of one questionnaire were answered in: what is compared is
/// by one version, and says so.
@Suite struct ReportVersionTests {
  /// A question renamed, one gone, one new, other weights, another threshold.
  private static let second: String = {
    let text =
      shortModel.replacing("version: 1.0.0", with: "version: 2.0.0")
      .replacing("- id: members\n", with: "- id: member_count\n    renamed_from: [members]\n")
      .replacing("members >= ", with: "member_count >= ")
      .replacing("weight: 2", with: "weight: 3").replacing("total: 40", with: "total: 60")
      .replacing(
        "      - id: turnover\n",
        with: "      - {id: site, code: T-9, ask: {lt: Ar yra svetainė?, en: Is there a website?}, "
          + "answer: yes_no}\n      - id: turnover\n")
    guard let start = text.range(of: "      - id: handover"),
      let end = text.range(of: "      - id: training")
    else { return text }
    return text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
  }()

  /// Nothing scored keeps its name.
  private static let third = second.replacing("version: 2.0.0", with: "version: 3.0.0")
    .replacing("coordination", with: "coordinators").replacing(
      "id: training\n", with: "id: trained\n"
    )
    .replacing("id: services\n", with: "id: offers\n")

  private static let answers = [
    "1":
      "{name: Alfa, members: 12, coordination: 2, handover: 'yes', training: 50, services: [fairs]}",
    "2": "{name: Alfa, member_count: 14, coordination: 3, training: 70, site: 'yes', "
      + "services: [training, fairs]}",
    "3": "{name: Alfa, member_count: 14, coordinators: 3, trained: 70, site: 'yes', "
      + "offers: [training, fairs]}",
  ]

  /// - Parameter rounds: `alfa 2025 1`: cluster, period, version.
  private func folder(_ rounds: String...) throws -> Folder {
    let folder = try Folder()
    for (name, text) in [("1", shortModel), ("2", Self.second), ("3", Self.third)] {
      try folder.write(text, to: "v\(name).yaml")
      try folder.write(Self.answers[name] ?? "", to: "a\(name).yaml")
    }
    for round in rounds {
      let words = round.split(separator: " ").map(String.init)
      let run = try Program.run(
        [
          "fill", "v\(words[2]).yaml", "--cluster", words[0], "--period", words[1], "--answers",
          "a\(words[2]).yaml", "--quiet",
        ], in: folder)
      #expect(run.end == .exited(10), "\(run)")
    }
    return folder
  }

  /// The part of a document under a heading that begins so.
  private func section(_ heading: String, of text: String) -> String {
    guard let start = text.range(of: "## " + heading) else { return "" }
    let rest = text[start.upperBound...]
    return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
  }

  @Test(arguments: ["en", "lt"]) func likeIsComparedWithLike(_ language: String) throws {
    let run = try Program.run(
      ["report", "alfa", "--questionnaire", "v1.yaml", "v2.yaml", "--lang", language, "-o", "-"],
      in: try folder("alfa 2025 1", "alfa 2026 2"))
    #expect(run.errors == "" && run.end == .exited(0))
    let changes = section(
      language == "en" ? "Changes since 2025" : "Pokyčiai nuo 2025", of: run.output)
    #expect(changes.hasPrefix(Self.changes[language] ?? "–"), "\(changes)")
    // Everywhere else, too: 50.0 by the new version, not the 56.3 of then.
    let total = run.output.split(separator: "\n").first {
      $0.hasPrefix("| **") && $0.contains("█")
    }
    let expected = language == "en" ? "| 96.3 | 50.0 |" : "| 96,3 | 50,0 |"
    #expect(total?.contains(expected) == true, "\(total ?? "")")
    #expect(run.output.contains(Self.notes[language] ?? "–"))
  }

  private static let changes = [
    "en": """


    Not everything was answered with version 2.0.0 of the questionnaire: 2025 (1.0.0). So that like \
    is compared with like, all of it is scored by version 2.0.0 here.

    - 2025 by version 1.0.0, as it was then: **56.3**; Emerging
    - 2025 by version 2.0.0: **50.0**; Initiative

    Not asked in 2025: T-9 Is there a website?

    Asked in 2025, but no longer in version 2.0.0: Is there a handover procedure?

    The total went from 50.0 to 96.3 (+46.3). Level: Initiative → Emerging.

    """,
    "lt": """


    Ne visur atsakinėta pagal klausimyno 2.0.0 versiją: 2025 (1.0.0). Kad būtų lyginama tai, kas \
    palyginama, čia viskas įvertinta pagal 2.0.0 versiją.

    - 2025, pagal 1.0.0 versiją, kaip buvo tada: **56,3**; Besiformuojantis
    - 2025, pagal 2.0.0 versiją: **50,0**; Iniciatyva

    2025 neklausta: T-9 Ar yra svetainė?

    2025 klausta, bet 2.0.0 versijoje nebeklausiama: Ar yra perdavimo tvarka?

    Bendras įvertis buvo 50,0, dabar – 96,3 (+46,3). Lygis: Iniciatyva → Besiformuojantis.

    """,
  ]

  private static let notes = [
    "en": "Change since 2025: +42.5 (both by version 2.0.0).",
    "lt": "Pokytis nuo 2025: +42,5 (abu kartus vertinta pagal 2.0.0 versiją).",
  ]

  /// Without the old file nobody knows what the round came to then, but it is said what was answered.
  @Test func withoutTheOldVersionItIsSaidAsWell() throws {
    let folder = try folder("alfa 2025 1", "alfa 2026 2")
    let run = try Program.run(
      ["report", "alfa", "--questionnaire", "v2.yaml", "--lang", "en", "-o", "-"], in: folder)
    let changes = section("Changes since 2025", of: run.output)
    #expect(changes.contains("with version 2.0.0 of the questionnaire: 2025 (1.0.0)."))
    #expect(!changes.contains("as it was then") && changes.contains("from 50.0 to 96.3 (+46.3)"))
    let old = try Program.run(
      ["score", "alfa", "--period", "2025", "--questionnaire", "v2.yaml", "--lang", "en"],
      in: folder)
    #expect(
      old.output.contains("Short assessment, version 2.0.0 (answered with version 1.0.0)"),
      "\(old.output)")
  }

  /// What the new version cannot score is not compared, and why.
  @Test func whatCannotBeScoredIsNotCompared() throws {
    let folder = try folder("alfa 2026 2", "alfa 2027 3")
    let models = ["--questionnaire", "v1.yaml", "v2.yaml", "v3.yaml", "--lang", "en"]
    let run = try Program.run(["report", "alfa", "-o", "-"] + models, in: folder)
    let changes = section("Changes since 2026", of: run.output)
    #expect(
      changes.contains(
        "- 2026 by version 3.0.0: **Not scored: it needs a score for Human capacity**; Initiative"))
    #expect(
      changes.contains(
        "By version 3.0.0 the answers of 2026 give no total, so the totals and levels of the two "
          + "rounds are not compared."))
    #expect(!changes.contains("Level: ") && !changes.contains("The total went"), "\(changes)")
    let trend = try Program.run(["compare", "--trend", "--format", "csv"] + models, in: folder)
    #expect(
      trend.output.split(separator: "\r\n").last
        == "alfa,2026,2027,,96.25,,,,,initiative,emerging,no,2.0.0,3.0.0,96.25", "\(trend.output)")
  }

  /// Clusters on different versions stand side by side on the newest, and it is said.
  @Test func clustersOnDifferentVersionsStandOnOne() throws {
    let folder = try folder("alfa 2025 1", "alfa 2026 2", "beta 2026 1")
    let models = ["--questionnaire", "v1.yaml", "v2.yaml", "--lang", "en"]
    let sentence =
      "Some assessments were answered with another version of the questionnaire: 1.0.0 – 1. So that "
      + "like is compared with like, all of them are scored by version 2.0.0 here."
    for arguments in [["compare"], ["report", "--together", "-o", "-"], ["match"]] {
      let run = try Program.run(arguments + models, in: folder)
      let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.contains(sentence) && run.end == .exited(0), "\(arguments) \(run.output)")
      #expect(run.errors.contains("[assessment.other-digest]"))
    }
    let trend = try Program.run(["compare", "--trend"] + models, in: folder)
    let words = trend.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("with version 2.0.0 of the questionnaire: alfa 2025 (1.0.0)."))
    // A cluster that stayed with the old version is reported on by it, and so are its peers.
    let old = try Program.run(["report", "beta", "-o", "-"] + models, in: folder)
    #expect(old.output.contains("Short assessment, version 1.0.0\n") && old.end == .exited(0))
  }

  /// Programs are told what was answered by which version; under codes only of how many.
  @Test func programsAreToldOfVersionsAsWell() throws {
    let folder = try folder(
      "alfa 2026 2", "beta 2026 1", "delta 2026 2", "gama 2026 2", "omega 2026 2")
    func output(_ arguments: String...) throws -> String {
      try Program.run(
        arguments + ["--questionnaire", "v2.yaml", "--lang", "en"], in: folder
      ).output
    }
    for command in ["compare", "match", "summary"] {
      let json = try output(command, "--format", "json")
      #expect(json.contains("\"answered_versions\" : {\n    \"1.0.0\" : 1\n  }"), "\(json)")
    }
    let compared = try output("compare", "--format", "json")
    let anonymous = try output("compare", "--format", "json", "--anonymous", "--key", "key.csv")
    #expect(compared.matches(of: #/"answered_version" : "1\.0\.0"/#).count == 1)
    #expect(compared.matches(of: #/"answered_version" : null/#).count == 4)
    #expect(anonymous.matches(of: #/"answered_version" : null/#).count == 5)
    let scores = try output("score", "--format", "csv")
    #expect(scores.contains("beta,,2026,draft,short,2.0.0,1.0.0,full,"), "\(scores)")
    #expect(scores.contains("alfa,,2026,draft,short,2.0.0,,full,"))
    let status = try output("status", "--format", "csv")
    #expect(status.contains("beta,,short,1.0.0,2026,"), "\(status)")
    #expect(status.contains("alfa,,short,2.0.0,2026,"))
  }
}
