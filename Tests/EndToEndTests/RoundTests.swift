import Foundation
import Testing

/// A round as manager and facilitator work through it, and the next one that begins with it.
@Suite struct RoundTests {
  static let model = """
    questionnaire: round
    version: 1.0.0
    languages: [en, lt]
    title: {en: A round, lt: Laikotarpis}
    profile:
      - {id: name, ask: {en: Name?, lt: Pavadinimas?}, answer: {text: {lines: 1, max: 50}}, required: true}
      - {id: members, ask: {en: Members?, lt: Nariai?}, answer: {integer: {min: 1}}, confirm: facilitator}
    capacities:
      - id: people
        title: {en: People, lt: Žmonės}
        questions:
          - {id: lead, ask: {en: Who leads?, lt: Kas vadovauja?}, answer: {ladder: [{en: Nobody, lt: Niekas}, {en: One, lt: Vienas}, {en: A team, lt: Komanda}]}, confirm: facilitator}
          - {id: share, ask: {en: What share?, lt: Kokia dalis?}, answer: {percent: {places: 1}}, points: {linear: {from: 0, to: 100}}}
    levels:
      - {id: first, title: {en: First, lt: Pirmas}}
      - {id: second, title: {en: Second, lt: Antras}, gates: [{id: five, if: "members >= 5 && review.gates_confirmed", say: {en: five members, lt: penki nariai}}]}
    """

  private let folder: Folder
  private let fill = ["fill", "round", "--cluster", "oak", "--period"]
  private let review = ["review", "oak", "--by", "Rasa"]

  init() throws {
    folder = try Folder()
    try folder.write(Self.model, to: "questionnaires/round.yaml")
  }

  private func run(
    _ arguments: [String], input: String = "", on day: String = "2026-03-02",
    language: String? = nil
  ) throws -> Program.Run {
    let time = try #require(ISO8601DateFormatter().date(from: day + "T10:00:00Z"))
    return try Program.run(
      arguments, in: folder, input: input, language: language,
      after: "export SOURCE_DATE_EPOCH=\(Int(time.timeIntervalSince1970))")
  }

  private func body(_ period: String) throws -> String {
    let text = try folder.read("results/oak/round-\(period).yaml")
    return text.split(separator: "\n").filter {
      $0.hasPrefix("  ") || $0.hasPrefix("status") || $0.hasPrefix("changed")
        || $0.hasPrefix("resume_at")
    }.joined(separator: "\n")
  }

  @Test func aWholeRound() throws {
    // The manager fills in and hands in.
    let filled = try run(
      fill + ["2024"], input: "Oak\n4\n/proof Contract\n2\n12.5\nsubmit\n", on: "2025-01-20")
    #expect(filled.end == .exited(0))
    #expect(filled.output.hasSuffix("\nHanded in. Now it is the facilitator’s turn.\n"))
    #expect(try body("2024").hasPrefix("status: submitted\nchanged: {by: \"manager\", at: "))

    // Now it takes no answers, and says what to do.
    let refused = try run(fill + ["2024"], input: "5\n")
    #expect(refused.end == .exited(1) && refused.output == "")
    #expect(
      refused.errors == """
        branda: this assessment is submitted; the facilitator is going through it
          = to change an answer, ask the facilitator to return it: branda review oak --by NAME

        """)

    // The facilitator returns one answer and confirms the other.
    let reviewed = try run(
      review, input: "grąžinti Are all four independent?\nconfirm\nreturn\n", on: "2025-02-01")
    #expect(reviewed.end == .exited(0))
    #expect(
      reviewed.output == """
        Review: A round
        Cluster: oak. Period: 2024.
        2 answers need a confirmation or decide a must-have.
        Commands: “?” for help, “confirm”, “return”, “note”, “list”, “end”, “quit”.

        Answer 1 of 2
        Members?
        Needed for the level “Second”: five members.
        Answer: 4
        “confirm”, or “return” and what is to be corrected. An empty line leaves it
        as it is.
        >\u{20}
        To be corrected.

        Answer 2 of 2
        Who leads?
        Answer: 2. One
        Evidence: Contract
        “confirm”, or “return” and what is to be corrected. An empty line leaves it
        as it is.
        >\u{20}
        Confirmed.

        Summary
        1 of 2 confirmed, to be corrected: 1.

        “return” gives the assessment back to the manager. An empty line leaves it
        in review.
        >\u{20}
        The assessment has gone back to the manager, who sees your notes.

        """)
    #expect(
      reviewed.errors
        == "oak, 2024: 1 confirmed, 1 to be corrected; status: returned\n")
    #expect(
      try body("2024") == """
        status: returned
        changed: {by: "Rasa", at: 2025-02-01T10:00:00Z}
        resume_at: members
          name: {value: "Oak", at: 2025-01-20T10:00:00Z}
          members: {value: 4, at: 2025-01-20T10:00:00Z, returned: {by: "Rasa", on: 2025-02-01, note: "Are all four independent?"}}
          lead: {value: 2, at: 2025-01-20T10:00:00Z, evidence: [{text: "Contract"}], confirmed: {by: "Rasa", on: 2025-02-01}}
          share: {value: 12.5, at: 2025-01-20T10:00:00Z}
        """)
    let history = try folder.read("results/oak/round-2024.history.jsonl")
    #expect(history.contains(#""reason":"Are all four independent?"}"#))

    // The manager begins at it, sees the note, corrects, and hands in again.
    let corrected = try run(fill + ["2024"], input: "5\nsubmit\n", on: "2025-02-03")
    #expect(corrected.end == .exited(0))
    #expect(
      corrected.output.contains(
        "\n! Returned for correction (Rasa, 1 February 2025): Are all four independent?\n"))
    #expect(try body("2024").contains("members: {value: 5, at: 2025-02-03T10:00:00Z}"))

    // The rest is confirmed, and the whole, and it is locked.
    #expect(try run(review + ["--confirm-all", "--lock"], on: "2025-02-04").end == .exited(0))
    #expect(try body("2024").contains("confirmed: {by: \"Rasa\", on: 2025-02-04}}\n  lead"))
    #expect(
      try run(["score", "oak", "--format", "json"]).output.contains(#""id" : "second""#))
    #expect(try run(review + ["--confirm", "lead"]).end == .exited(1))

    // The next round offers it, takes over nothing by itself, and all of it when told.
    let next = try run(fill + ["2025"], input: "same\nsame\nquit\n", language: "lt_LT.UTF-8")
    #expect(next.end == .exited(10))
    #expect(
      next.output.contains("\nPraeitą kartą (2024): 5. Jei niekas nepasikeitė – „kaip anksčiau“.\n")
    )
    #expect(try run(fill + ["2025", "--take-over", "--submit"]).end == .exited(0))
    #expect(
      try body("2025") == """
        status: submitted
        changed: {by: "manager", at: 2026-03-02T10:00:00Z}
          name: {value: "Oak", at: 2026-03-02T10:00:00Z, from: "2024"}
          members: {value: 5, at: 2026-03-02T10:00:00Z, from: "2024"}
          lead: {value: 2, at: 2026-03-02T10:00:00Z, from: "2024", evidence: [{text: "Contract"}]}
          share: {value: 12.5, at: 2026-03-02T10:00:00Z, from: "2024"}
        """)

    let status = try run(["status", "--format", "csv"])
    #expect(
      status.output
        == """
        cluster,name,questionnaire,version,period,status,since,by,answered,asked,updated,confirmed,to_confirm,returned,members,level,facilitators
        oak,,round,1.0.0,2024,locked,2025-02-04,Rasa,4,4,2025-02-03,2,2,0,0,second,0
        oak,,round,1.0.0,2025,submitted,2026-03-02,manager,4,4,2026-03-02,0,2,0,0,first,0

        """.replacing("\n", with: "\r\n"))
  }

  /// Arguments after `fill … 2024` or `review oak --by Rasa`, the state of the assessment before,
  /// and how it ends with which sentence.
  static let refusals: [(String, String, Int32, String)] = [
    ("fill --submit", "draft", 65, "error: “name” stands in the way of handing in"),
    ("fill --from 2023", "draft", 66, "branda: cluster “oak” has no assessment of 2023"),
    ("fill --from last", "draft", 64, "branda: “last” is not a round"),
    ("fill --take-over", "draft", 66, "branda: there is no earlier round"),
    ("fill --as jonas", "draft", 64, "branda: “jonas” does not name anybody who answers"),
    ("fill --as member:jonas", "draft", 64, "branda: the questionnaire asks nothing of members"),
    ("fill --as member:../x", "draft", 64, "branda: “../x” cannot be a member’s identifier"),
    ("fill --submit", "locked", 1, "branda: this assessment is locked"),
    ("review", "draft", 1, "branda: this assessment is draft, not handed in for review"),
    ("review", "returned", 1, "branda: this assessment is returned, not handed"),
    ("review", "confirmed", 1, "branda: this assessment is confirmed; its review is over"),
    ("review --lock", "submitted", 1, "branda: an assessment that is submitted cannot take"),
    ("review --reopen", "draft", 1, "branda: an assessment that is draft cannot take"),
    (
      "review --confirm nobody", "submitted", 64,
      "branda: the questionnaire has no question “nobody”"
    ),
    ("review --confirm lead", "submitted", 1, "branda: “lead” has no answer to confirm"),
    (
      "review --return lead", "submitted", 64, "branda: “lead” does not have the form question=note"
    ),
    (
      "review --return lead=", "submitted", 64,
      "branda: “lead=” does not have the form question=note"
    ),
    ("review --confirm-all --return lead=x", "submitted", 64, "branda: --confirm-all and --return"),
    (
      "review --by manager", "submitted", 64,
      "branda: “manager” cannot be the name of a facilitator"
    ),
    ("review --period 2023", "submitted", 66, "branda: cluster “oak” has no assessment of 2023"),
  ]

  @Test(arguments: refusals)
  func refusesWithAReason(
    arguments: String, status: String, code: Int32, sentence: String
  ) throws {
    try folder.write("members: 7\n", to: "answers.yaml")
    _ = try run(fill + ["2024", "--answers", "answers.yaml"])
    let file = "results/oak/round-2024.yaml"
    try folder.write(
      folder.read(file).replacing("status: draft", with: "status: \(status)"), to: file)
    let before = try folder.read(file)
    var words = arguments.split(separator: " ").map(String.init)
    let command = words.removeFirst()
    let result = try run((command == "fill" ? fill + ["2024"] : review) + words)
    #expect(result.end == .exited(code))
    #expect(result.errors.hasPrefix(sentence))
    #expect(try folder.read(file) == before)
  }
}
