import Interview
import Testing

@testable import Screens

/// One rule tells commands from text, wherever text is asked for.
@Suite struct CommandsAndTextTests {
  /// Lines typed when proof is asked for, the question asked after them, and the proof kept.
  static let proofs: [(line: String, asks: String?, [String])] = [
    ("", "handover", []), ("skip", "handover", []), ("Praleisti", "handover", []),
    ("back", "agreed", []), ("/back", "agreed", []), ("quit", nil, []), ("perziura", nil, []),
    ("note", nil, []), ("/proof -", nil, []), ("proof", nil, []), ("//", nil, []),
    ("//quit", "handover", ["quit"]), ("quit claim", "handover", ["quit claim"]),
    ("/proof contract", "handover", ["contract"]), ("clear", "coordination", []),
  ]

  @Test(arguments: proofs) func commandsWorkWhereProofIsWanted(
    _ line: String, _ asks: String?, _ proof: [String]
  ) {
    var session = PlainSession()
    _ = session.start()
    session.type("/go coordination", "3", line)
    #expect(session.asks == asks)
    #expect((session.response("coordination")?.evidence ?? []).map(\.text) == proof)
  }

  @Test func aReasonIsAskedForAndCommandsWorkThere() {
    var session = PlainSession()
    _ = session.start()
    session.type("Oak", "12", "/go training")
    #expect(
      session.type("na") == """
        Why does it not apply? Enter the reason.
        An empty line goes back to the question. Commands work here too; to write
        “back” as text: “//back”.
        >\u{20}
        """)
    let help = session.type("?")
    #expect(help.contains("\n  back – ") && help.contains("\n  /comment TEXT – "))
    #expect(!help.contains("Enter a percentage"))
    #expect(session.type("exit") == "")
    #expect(session.isComplete == false)
    #expect(session.response("training") == nil)
  }

  /// The rule is in the help text.
  @Test func helpTellsCommandsFromText() {
    var session = PlainSession()
    _ = session.start()
    let help = session.type("?")
    #expect(
      help.contains("\n  back – the previous question\n") && help.contains("\n  /comment TEXT – "))
    #expect(
      help.hasSuffix(
        """
        A line that is only a command is that command everywhere, with or without
        “/” before it. Where text is asked for, a command with words after it needs
        the “/”. Two of them, “//”, make everything after them text: “//back”.
        >\u{20}
        """))
  }
}
