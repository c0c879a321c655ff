import Interview
import Language
import Numbers
import Questionnaire
import Terminal
import TestKit
import Testing

@testable import Screens

/// The ways between screens, and what is told on them.
@Suite struct GoingAboutTests {
  /// Keys from the first question of the short model, and the question on the screen after them.
  static let ways: [(keys: String, question: String?)] = [
    ("tab", "members"), ("tab backtab", "name"), ("backtab", "name"), ("tab*2", "agreed"),
    ("esc", nil), ("esc esc", "name"), ("esc down enter", "members"),
    ("f2 down enter", "coordination"), ("ctrl-g end enter", "services"), ("f2 esc", "name"),
    ("f3", nil), ("f3 enter", "name"), ("f3 down*2 enter", "agreed"),
    ("f3 down*2 enter ctrl-n enter", nil), ("f3 “/apyv” enter", "turnover"),
    ("esc down*9 enter “H-1” enter", "coordination"), ("esc down*9 enter “3” enter", "agreed"),
    ("esc down*9 enter “99” enter", nil), ("f1 esc", "name"), ("f4 f4", nil), ("f4 esc", "name"),
    ("f10", nil), ("f10 backtab enter", "name"), ("f10 down enter", "name"),
  ]

  @Test(arguments: ways) func leadsTo(_ keys: String, _ question: String?) throws {
    var session = ScreenSession("lt")
    session.press(.enter)
    session.press(Key.script(keys))
    #expect(session.asks == question, "\(session.text)")
  }

  @Test func whatWasEnteredIsThereWhenOneComesBack() throws {
    var session = try AnsweringByKeysTests.session(at: "training")
    session.press(Key.script("“12,5” backtab tab"))
    #expect(session.text.contains("▏ 12,5\n"))
    session.press(Key.script("f3"))
    #expect(
      session.text.contains("! Atsakyta, bet klavišu „Enter“ nepatvirtinta – klausimas 6."))
    session.press(.enter, .enter)
    #expect(
      session.response("training")?.answer == .value(.number(DecimalNumber(text: "12.5") ?? 0)))
  }

  @Test func languageChangesInTheMiddle() throws {
    var session = try AnsweringByKeysTests.session(at: "coordination")
    session.press(Key.script("down*2 f9"))
    #expect(session.effects.last == .language(LanguageTag("en")))
    #expect(session.text.contains("› 2. One person"))
    session.press(Key.script("f9 enter"))
    #expect(session.response("coordination")?.answer == .value(.step(2)))
  }

  @Test func branchingIsToldAndCounted() throws {
    var session = ScreenSession("lt", at: PlainSession.model.index(of: "coordination"))
    session.press(.enter)
    #expect(session.text.contains("Klausimas 4 iš 8 · H-1"))
    session.press(Key.script("“2” enter"))
    #expect(session.text.contains("Klausimas 5 iš 9"))
    #expect(session.text.contains("Dėl šio atsakymo atsirado 1 papildomas klausimas."))
    session.press(.down)
    session.press(Key.script("enter"))
    #expect(!session.text.contains("atsirado"))
  }

  @Test func warningsNeverBlockAndComeBackAtReview() throws {
    var session = try AnsweringByKeysTests.session(at: "budget")
    session.press(Key.script("“0” enter"))
    #expect(session.asks == "plan")
    #expect(session.text.contains("! Biudžetas nulinis – ar tikrai?"))
    session.press(Key.script("f3 tab"))
    #expect(session.text.contains("! Biudžetas nulinis – ar tikrai?"))
  }

  @Test func positionIsToldAndOfferedAgain() throws {
    var session = ScreenSession("lt")
    session.press(Key.script("enter “Ąžuolas” enter “12” enter"))
    let agreed = PlainSession.model.index(of: "agreed")
    #expect(session.position == agreed)
    session.press(Key.script("f3 f10 enter"))
    #expect(session.isComplete == false && session.position == agreed)
    var again = ScreenSession("lt", stored: session.stored, at: session.position)
    #expect(again.text.contains("› 1. Tęsti nuo 3 klausimo iš 9"))
    again.press(.enter)
    #expect(again.asks == "agreed")
  }

  @Test func aCompleteAssessmentCanBeHandedIn() throws {
    var session = ScreenSession("lt")
    session.press(Key.script("enter f10 esc down*4 enter"))
    #expect(
      session.text.contains("! Pateikti dar negalima:")
        || session.text.contains("Pateikti dar negalima:"))
    #expect(session.text.contains("! 1. "))
    session = ScreenSession("lt")
    session.press(
      Key.script(
        "enter “Ąžuolas” enter “12” enter ctrl-n enter “2” enter “t” enter “50” enter space enter"))
    session.press(Key.script("ctrl-n “5” enter “Augti” enter"))
    #expect(session.text.contains("Peržiūra"))
    session.press(Key.script("f10 enter"))
    #expect(session.effects.suffix(2) == [.submit, .finish(complete: true)])
    #expect(session.position == nil)
  }

  @Test func lastRoundStandsBesideAndIsTakenOverByAKey() throws {
    let model = PlainSession.model
    let members = try #require(model.index(of: "members"))
    let lastRound = LastRound(
      period: "2024", responses: [members: Response(answer: .value(.number(1234)))], unfit: [],
      start: try #require(Day(year: 2025, month: 1, day: 1)), on: model)
    var session = ScreenSession("lt", at: members, lastRound: lastRound)
    #expect(session.text.contains("Prie 1 klausimo rodomas praeito karto (2024) atsakymas."))
    session.press(.enter)
    #expect(session.text.contains("Praeitą kartą (2024): 1\u{A0}234\u{A0}(nariai) – perimti: F5."))
    #expect(session.stored.isEmpty)
    session.press(.character("="))
    #expect(
      session.response("members")
        == Response(answer: .value(.number(1234)), carried: "2024"))
    #expect(session.asks == "agreed")
    session.press(.function(5))
    #expect(session.text.contains("! Perimti nėra ko"))
  }

  @Test func aSmallWindowSaysSoAndTakesNoKeys() {
    var session = ScreenSession("lt", window: WindowSize(columns: 30, rows: 8))
    #expect(
      session.text == """
        Langas per mažas. Padidinkite
        jį bent iki 40 stulpelių ir 12
        eilučių; viskas išsaugota.
        """)
    session.press(.enter, .function(10), .enter)
    #expect(session.effects.isEmpty && !session.screens.isOver)
    session.window = WindowSize(columns: 40, rows: 12)
    session.press(.enter)
    #expect(session.asks == "name")
  }
}
