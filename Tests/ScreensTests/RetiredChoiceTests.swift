import Interview
import Testing

@testable import Screens

@Suite struct RetiredChoiceTests {
  private static let model = PlainSession.load(
    """
    questionnaire: retired
    version: 2.0.0
    languages: [en]
    title: Retired
    profile:
      - id: channel
        ask: How do you meet?
        answer: {single: [{id: fax, en: By fax, retired: true}, {id: call, en: By call}, {id: room, en: In a room}]}
      - id: tools
        ask: What with?
        answer: {multiple: [{id: pen, en: Pen}, {id: disk, en: Disk, retired: true}, {id: pad, en: Pad}]}
    """)

  /// The choices that are left keep their numbers; the one that is gone can no longer be typed.
  @Test func isNotOffered() {
    var session = PlainSession(of: Self.model)
    let shown = session.start()
    #expect(shown.contains("  2. By call\n  3. In a room\n") && !shown.contains("By fax"))
    session.type("1")
    #expect(session.asks == "channel" && session.response("channel") == nil)
    let next = session.type("3")
    #expect(session.response("channel")?.answer == .value(.choice(2)))
    #expect(next.contains("  1. Pen\n  3. Pad\n") && !next.contains("Disk"))
    session.type("1 2")
    #expect(session.asks == "tools" && session.response("tools") == nil)
  }

  /// An old answer stays what it was, and reads back in its words.
  @Test func staysAnAnswer() {
    var response = Response()
    response.answer = .value(.choice(0))
    var session = PlainSession(of: Self.model, stored: [0: response], at: 0)
    #expect(session.start().contains("By fax"))
  }
}
