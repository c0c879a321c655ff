import Foundation
import Testing

/// Members answer each for themselves; what others see of it are counts, and means from three on.
@Suite struct MembersTests {
  private static let model = """
    questionnaire: views
    version: 1.0.0
    languages: [en, lt]
    title: {en: Views, lt: Požiūriai}
    profile:
      - {id: name, ask: {en: Name?, lt: Pavadinimas?}, answer: {text: {lines: 1, max: 50}}}
      - {id: turnover, ask: {en: Turnover?, lt: Apyvarta?}, answer: {money: {currency: EUR}}, asked_of: [members]}
      - {id: wish, ask: {en: What do you wish?, lt: Ko norėtumėte?}, answer: {text: {lines: 1, max: 50}}, asked_of: [members]}
    capacities:
      - id: people
        title: {en: People, lt: Žmonės}
        questions:
          - {id: trust, ask: {en: Trust?, lt: Pasitikėjimas?}, answer: {ladder: [{en: A, lt: A}, {en: B, lt: B}, {en: C, lt: C}, {en: D, lt: D}]}, asked_of: [manager, members]}
    levels:
      - {id: first, title: {en: First, lt: Pirmas}}
      - {id: second, title: {en: Second, lt: Antras}, gates: [{id: seen, if: members_mean.trust >= 2.0 && members_mean.turnover > 0.0, say: {en: members trust, lt: nariai pasitiki}}]}
    recommendations:
      - {id: talk, when: members_mean.trust - trust <= -1.0, priority: high, title: {en: Talk, lt: Kalbėkitės}, say: {en: Talk about trust., lt: Kalbėkitės apie pasitikėjimą.}}
    """

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Self.model, to: "questionnaires/views.yaml")
    try folder.write("name: Oak\ntrust: 4\n", to: "manager.yaml")
    _ = try run([
      "fill", "views", "--cluster", "oak", "--period", "2025", "--answers", "manager.yaml",
    ])
  }

  private func run(_ arguments: [String], input: String = "") throws -> Program.Run {
    try Program.run(arguments, in: folder, input: input)
  }

  /// The number and the words by which this member's answers would be known anywhere.
  private static func marks(of member: Int) -> [String] {
    ["73195\(member)", "slaptas\(member)"]
  }

  private func answer(_ member: Int, trust: Int) throws -> Program.Run {
    let marks = Self.marks(of: member)
    try folder.write(
      "turnover: \(marks[0])\nwish: \(marks[1])\ntrust: \(trust)\n", to: "answers.yaml")
    return try run([
      "fill", "views", "--cluster", "oak", "--period", "2025", "--as", "member:m\(member)",
      "--answers", "answers.yaml", "--submit",
    ])
  }

  private func gate() throws -> String {
    let score = try run(["score", "oak", "--format", "json"]).output
    return ["met", "unmet", "unknown"].first { score.contains("\"status\" : \"\($0)\"") } ?? ""
  }

  @Test func nobodyIsShownASingleMembersAnswers() throws {
    #expect(try answer(1, trust: 3).end == .exited(0))
    #expect(try answer(2, trust: 2).end == .exited(0))
    #expect(try gate() == "unknown")
    #expect(try !run(["score", "oak"]).output.contains("Talk"))
    #expect(try answer(3, trust: 3).end == .exited(0))
    #expect(try gate() == "met")
    // (3 + 2 + 3) / 3 is a step and more below the manager's 4.
    #expect(try run(["score", "oak"]).output.contains("Talk"))
    #expect(try run(["explain", "oak", "talk"]).output.contains("2.67"))
    // A file with mistakes is told of, and not quoted.
    let file = "results/oak/members/views-2025.m3.yaml"
    try folder.write(
      folder.read(file).replacing("value: 731953", with: "valeu: 731953"), to: file)
    #expect(try gate() == "unknown")

    // Files that come by mail: other answers, and answers that are wrong.
    let own = try folder.read("results/oak/members/views-2025.m1.yaml")
    try folder.write(
      own.replacing("731951", with: "7319519").replacing("slaptas1", with: "slaptas19"),
      to: "mail.yaml")
    try folder.write(own.replacing("731951", with: "x731951"), to: "wrong.yaml")

    let members = "results/oak/members"
    let commands: [[String]] = [
      ["score"], ["score", "oak", "--format", "json"], ["score", "--format", "csv"],
      ["explain", "oak"], ["explain", "oak", "seen"], ["explain", "oak", "turnover"],
      ["explain", "oak", "talk", "--format", "json"], ["plan", "oak"],
      ["compare"], ["compare", "--format", "json"], ["compare", "--format", "csv"],
      ["report", "oak"], ["report", "oak", "--format", "json"],
      ["report", "oak", "--format", "csv"],
      ["report", "--together"], ["status"], ["status", "--format", "json"],
      ["status", "--format", "csv"],
      ["verify"], ["verify", "oak"], ["eval", "members_mean.trust", "--cluster", "oak"],
      [
        "eval", "turnover", "--questionnaire", "views", "--answers",
        members + "/views-2025.m1.yaml",
      ],
      [
        "fill", "views", "--cluster", "oak", "--period", "2025", "--answers",
        members + "/views-2025.m1.yaml",
      ],
      ["review", "oak", "--by", "Rasa"], ["repair"], ["repair", "--dry-run"],
      ["import", members + "/views-2025.m1.yaml", "--dry-run"],
      ["import", "mail.yaml", "--dry-run"],
      ["import", "wrong.yaml"], ["import", "mail.yaml", "--take", "all"], ["export", "views"],
      ["export", "--results", "results"], ["match"], ["summary"],
    ]
    for command in commands {
      let result = try run(command)
      let told = result.output + result.errors
      let marks = (1...3).flatMap(Self.marks)
      #expect(marks.filter(told.contains) == [], "\(command)")
    }
    let status = try run(["status", "--format", "csv"]).output
    #expect(status.contains(",0,0,0,2,first"), "\(status)")
  }

  @Test func membersAreAskedTheirOwnQuestionsOnly() throws {
    let filled = try run(
      ["fill", "views", "--cluster", "oak", "--period", "2025", "--as", "member:m1"],
      input: "5000\nmore fairs\n2\npateikti\n")
    #expect(filled.end == .exited(0))
    #expect(filled.output.contains("\nYou answer as the member “m1”. Nobody is shown"))
    #expect(filled.output.contains("\nQuestion 1 of 3\nTurnover?\n"))
    #expect(!filled.output.contains("Name?"))
    #expect(filled.errors == "Saved in results/oak/members/views-2025.m1.yaml\n")
    let history = try folder.read("results/oak/members/views-2025.m1.history.jsonl")
    #expect(history.contains(#""by":"member:m1","question":"turnover""#))
    // The manager's own is another file, and nobody else's lock.
    #expect(try folder.read("results/oak/views-2025.yaml").contains("trust: {value: 4"))
    let again = try run(
      ["fill", "views", "--cluster", "oak", "--period", "2025", "--as", "member:m1"])
    #expect(again.end == .exited(1))
  }
}
