import Foundation
import TestKit
import Testing

/// `branda diff` and `branda verify`: what a new version changes, and whether what is stored holds.
@Suite struct VersionCommandTests {
  /// A question renamed, one new, another weight, a threshold, a choice retired, a text.
  private static let new =
    shortModel
    .replacing("version: 1.0.0", with: "version: 2.0.0")
    .replacing("- id: members\n", with: "- id: member_count\n    renamed_from: [members]\n")
    .replacing("members >= ", with: "member_count >= ")
    .replacing("weight: 2", with: "weight: 3")
    .replacing("total: 40", with: "total: 80")
    .replacing("{id: fairs, lt:", with: "{id: fairs, retired: true, lt:")
    .replacing("en: What are the plans?", with: "en: What is planned?")
    .replacing(
      "      - id: turnover\n",
      with:
        "      - {id: site, ask: {lt: Ar yra svetainė?, en: Is there a website?}, answer: yes_no}\n"
        + "      - id: turnover\n"
    )

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(shortModel, to: "old.yaml")
    try folder.write(Self.new, to: "new.yaml")
    try folder.write(
      "{name: Alfa, members: 12, coordination: 3, handover: 'yes', training: 50, services: [fairs]}",
      to: "answers.yaml")
    let run = try Program.run(
      [
        "fill", "old.yaml", "--cluster", "alfa", "--period", "2026", "--answers", "answers.yaml",
        "--quiet",
      ], in: folder)
    #expect(run.end == .exited(10), "\(run)")
    return folder
  }

  @Test func aDifferenceIsToldWithItsPlaces() throws {
    let run = try Program.run(
      ["diff", "old.yaml", "new.yaml", "--results", "results"], in: try folder())
    #expect(run.errors == "" && run.end == .exited(0))
    #expect(run.output == Self.difference)
  }

  @Test func aSoundFolderVerifiesAndAChangedOneDoesNot() throws {
    let folder = try folder()
    let sound = try Program.run(["verify", "--questionnaire", "old.yaml"], in: folder)
    #expect(sound.errors == "1 assessment and 0 scores checked: everything is in order\n")
    #expect(sound.end == .exited(0))
    let score = try Program.run(
      ["score", "alfa", "--questionnaire", "old.yaml", "--format", "json"], in: folder)
    try folder.write(score.output, to: "score.json")
    let arguments = ["verify", "--score", "score.json", "--questionnaire", "old.yaml"]
    #expect(try Program.run(arguments, in: folder).end == .exited(0))
    let file = "results/alfa/short-2026.yaml"
    try folder.write(
      try folder.read(file).replacing("training: {value: 50", with: "training: {value:  60"),
      to: file)
    let changed = try Program.run(["verify", "--questionnaire", "old.yaml"], in: folder)
    #expect(changed.end == .exited(1))
    #expect(
      changed.errors.contains("[results.not-canonical]")
        && changed.errors.contains("“training” in the file is not the one in its history"))
    let other = try Program.run(arguments, in: folder)
    #expect(other.end == .exited(1))
    #expect(other.errors.contains("total.score is "), "\(other.errors)")
    #expect(
      try Program.run(
        ["verify", "--score", "score.json", "--questionnaire", "new.yaml"], in: folder
      )
      .end == .exited(66))
  }
}

extension VersionCommandTests {
  fileprivate static let difference = """
    What changes in “short”
    Old version  1.0.0, old.yaml
    New version  2.0.0, new.yaml

    The whole questionnaire

      • questionnaire: version: 1.0.0 → 2.0.0

    Questions

      • question “member_count”: renamed, formerly “members” (old.yaml:10 →
        new.yaml:10)
      • question “coordination”: weight: 2 → 3 (old.yaml:23 → new.yaml:24)
      • question “site”: added (new.yaml:56)
      • choice “fairs” of “services”: no longer offered (old.yaml:47 → new.yaml:48)

    Levels

      • level “emerging”: total: 40 → 80 (old.yaml:74 → new.yaml:76)

    Texts

    1 text changed.

    Assessments

    Assessments that change in score, level or questions asked: 1 of 1.

                                                              By
                             Total,   Total,    By the   missing     Core,     Core,
    Cluster  Period  Level      old      new     rules   answers       old       new
    ───────  ──────  ─────  ───────  ───────  ────────  ────────  ────────  ────────
    alfa     2026    2 → 1     68.8     70.0      +1.3       0.0      62.5      62.5

    The core is the 3 questions that both versions score in the same way; only on
    them can the versions be compared fairly.

    “By the rules”: how the new version scores the answers it has. “By missing
    answers”: how the answers that it lacks change the score.

    alfa, 2026

      • Level: 2 Emerging → 1 Initiative
      • Newly asked: site
      • Not answered yet: site
      • Because of question “coordination”: weight: 2 → 3 (old.yaml:23 →
        new.yaml:24)
      • Because of question “site”: added (new.yaml:56)
      • Because of level “emerging”: total: 40 → 80 (old.yaml:74 → new.yaml:76)

    """
}
