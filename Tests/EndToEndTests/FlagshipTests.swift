import Foundation
import Testing

/// The real questionnaire, every question of it, through a terminal in Lithuanian; then its score.
@Suite struct FlagshipTests {
  @Test func aPersonFillsTheFlagshipAndSeesItsScore() throws {
    let folder = try Folder()
    let arguments = [
      "fill", "cluster-maturity", "--cluster", "azuolu-slenis", "--period", "2025", "--lang", "lt",
      "--plain",
    ]
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "questionnaires"),
      withDestinationURL: URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "questionnaires"))
    let session = try TerminalSession(arguments, in: folder)
    let asked = try fill(session)
    #expect(asked == flagshipAnswers.map(\.code))
    session.type("")
    #expect(
      try session.rest() == """

        Išsaugota faile results/azuolu-slenis/cluster-maturity-2025.yaml
        Įvertį parodo: branda score azuolu-slenis

        """)
    #expect(session.wait() == .exited(0))

    let file = try folder.read("results/azuolu-slenis/cluster-maturity-2025.yaml")
    let stored = file.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^ {2}(\w+): \{((?:value|not_applicable|no_data): .*?), at:/)
        .map { "\($0.1) \($0.2)" }
    }
    // The answer given before the branch closed stands behind all others, among the parked.
    let parked = flagshipAnswers.filter { $0.id == "loyal_members" }
    let expected = flagshipAnswers.filter { $0.id != "loyal_members" } + parked
    #expect(stored == expected.map { "\($0.id) \($0.stored)" })
    #expect(file.withoutTimes.hasSuffix("\nparked:\n  loyal_members: {value: 6, at: …}\n"))

    let run = try Program.run(["score", "azuolu-slenis", "--format", "json"], in: folder)
    #expect(run.end == .exited(0))
    let score = try JSONDecoder().decode(Score.self, from: Data(run.output.utf8))
    let capacities = Self.capacities
    for (capacity, value) in zip(score.capacities, capacities) {
      #expect(abs(capacity.score - value) < 1e-9, "\(capacity.id)")
    }
    #expect(score.capacities.count == 7)
    #expect(abs(score.total.score - capacities.reduce(0, +) / 7) < 1e-9)
    #expect(score.level.id == "developing")
    #expect(score.level.number == 4)
  }

  /// Answers what is asked, in its order, and tells what was asked first in which order; goes back
  /// once, to change the year in which the cluster began.
  private func fill(_ session: TerminalSession) throws -> [String] {
    var asked: [String] = []
    var shown = try session.screen()
    var hasGoneBack = false
    for _ in 0..<300 where !shown.contains("\nSuvestinė\n") {
      guard let match = shown.firstMatch(of: /\nKlausimas \d+ iš \d+ \(([A-Z]{3}-\d\d)\)\n/) else {
        // Proof is asked for.
        shown = try session.answer("2025-11-20 protokolas Nr. 4")
        continue
      }
      let code = String(match.1)
      if !hasGoneBack, code == "PRO-08" {
        hasGoneBack = true
        shown = try session.answer("atgal")
        shown = try session.answer("eiti PRO-03")
        shown = try session.answer("2023")
      } else if shown.contains("\nDabartinis atsakymas: ") {
        shown = try session.answer("")
      } else {
        guard let answer = flagshipAnswers.first(where: { $0.code == code }) else { break }
        asked.append(code)
        for line in answer.typed { shown = try session.answer(line) }
      }
    }
    return asked
  }

  /// The scores of the capacities by the catalogue's rule: the weighted mean of (points − 1) / 4.
  private static var capacities: [Double] {
    ["HUM", "TEC", "SCI", "CAP", "INN", "PAR", "INT"].map { capacity in
      let answers = flagshipAnswers.filter { $0.code.hasPrefix(capacity) }
      var sum = 0.0
      var weights = 0.0
      for answer in answers {
        guard let points = answer.points else { continue }
        sum += (points - 1) / 4 * 100 * answer.weight
        weights += answer.weight
      }
      return sum / weights
    }
  }

  private struct Score: Decodable {
    struct Part: Decodable {
      var id: String
      var score: Double
    }
    struct Total: Decodable { var score: Double }
    struct Level: Decodable {
      var id: String
      var number: Int
    }
    var capacities: [Part]
    var total: Total
    var level: Level
  }
}
