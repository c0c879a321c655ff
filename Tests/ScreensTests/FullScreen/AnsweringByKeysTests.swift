import Interview
import Numbers
import Questionnaire
import Terminal
import TestKit
import Testing

@testable import Screens

/// What keys make of each kind of question.
@Suite struct AnsweringByKeysTests {
  /// Keys at a question, and what is on disk after them; `nil` where nothing may be.
  static let answers: [(question: String, keys: String, Answer?)] = [
    ("name", "“Ąžuolų slėnis” enter", .value(.text("Ąžuolų slėnis"))),
    ("name", "“  Oak  ” enter", .value(.text("Oak"))),
    ("name", "“quit” enter", .value(.text("quit"))),
    ("name", "“Oakx” backspace enter", .value(.text("Oak"))),
    ("name", "enter", nil),
    ("members", "“1 234” enter", .value(.number(1234))),
    ("members", "“12,5” enter", nil),
    ("members", "“abc” enter", nil),
    ("members", "“abc” enter backspace*3 “12” enter", .value(.number(12))),
    ("members", "“5001” enter", nil),
    ("members", "ctrl-n", .noData),
    ("agreed", "“2024-05-03” enter", Day(year: 2024, month: 5, day: 3).map { .value(.day($0)) }),
    ("agreed", "“2024-02-30” enter", nil),
    ("agreed", "ctrl-n enter", .noData),
    ("agreed", "ctrl-n down enter enter", .notApplicable(reason: nil)),
    ("agreed", "ctrl-n down enter “Nėra” enter", .notApplicable(reason: "Nėra")),
    ("agreed", "ctrl-n esc enter", nil),
    ("coordination", "“2” enter", .value(.step(2))),
    ("coordination", "down enter", .value(.step(1))),
    ("coordination", "up enter enter", .value(.step(3))),
    ("coordination", "down*2 enter", .value(.step(2))),
    ("coordination", "enter", nil),
    ("coordination", "“9” enter", nil),
    ("handover", "“t” enter", .value(.yesNo(true))),
    ("handover", "“n” enter", .value(.yesNo(false))),
    ("handover", "“2” enter", .value(.yesNo(false))),
    ("training", "“12,5” enter", .value(.number(tenths(125)))),
    ("training", "“12.5” enter", .value(.number(tenths(125)))),
    ("training", "“12,5 %” enter", .value(.number(tenths(125)))),
    ("training", "“101” enter", nil),
    ("training", "ctrl-n down enter enter", nil),
    ("training", "ctrl-n down enter “Naujas” enter", .notApplicable(reason: "Naujas")),
    ("services", "space down space enter", .value(.choices([0, 1]))),
    ("services", "space down*2 space enter", .value(.choices([2]))),
    ("services", "“3” space up space enter", .value(.choices([1]))),
    ("services", "enter", nil),
    ("turnover", "“1 234,5 €” enter", .value(.number(tenths(12345)))),
    ("turnover", "“1 234,50” enter", .value(.number(tenths(12345)))),
    ("budget", "“1,234” enter", nil),
    ("budget", "“1,234” enter enter", nil),
    ("budget", "“1,234” enter “2” enter", .value(.number(1234))),
    ("budget", "“1,234” enter esc enter esc backspace*5 “7” enter", .value(.number(7))),
    ("plan", "“Augti” ctrl-j “ir augti” enter", .value(.text("Augti\nir augti"))),
  ]

  private static func tenths(_ count: Int64) -> DecimalNumber {
    DecimalNumber(significand: count, scale: 1) ?? 0
  }

  @Test(arguments: answers)
  func keepsWhatWasMeant(_ question: String, _ keys: String, _ answer: Answer?) throws {
    var session = try Self.session(at: question)
    session.press(Key.script(keys))
    #expect(session.response(question)?.answer == answer)
    // Only what is kept leads on by Enter, or what was left open on purpose.
    if answer != nil { #expect(session.asks != question) }
  }

  /// A session on a question of the short model, every question asked.
  static func session(at question: String, _ language: String = "lt") throws -> ScreenSession {
    let model = PlainSession.model
    let index = try #require(model.index(of: question))
    let needed = ["members": Answer.value(.number(5)), "coordination": .value(.step(2))]
    var stored: [Int: Response] = [:]
    for (id, answer) in needed where id != question {
      if let place = model.index(of: id) { stored[place] = Response(answer: answer) }
    }
    var session = ScreenSession(language, stored: stored, at: index)
    session.press(.enter)
    try #require(session.asks == question)
    return session
  }

  @Test func aWrongTextStaysInTheFieldWithWhatToWrite() throws {
    var session = try Self.session(at: "training")
    session.press(Key.script("“120” enter"))
    #expect(session.text.contains("▏ 120\n"))
    #expect(session.text.contains("! Įrašykite skaičių nuo 0 iki 100."))
    #expect(session.asks == "training")
  }

  @Test func anEmptySetAsksOnce() throws {
    let text = shortModelWithoutNone
    var session = ScreenSession("en", of: PlainSession.load(text), at: 6)
    session.press(Key.script("enter enter"))
    #expect(session.asks == "services")
    #expect(session.text.contains("press Enter once more"))
    session.press(.enter)
    #expect(session.response("services")?.answer == .value(.choices([])))
    #expect(session.asks == "turnover")
  }

  private var shortModelWithoutNone: String {
    shortModel.replacing("- {id: none, lt: Jokių, en: None, alone: true}", with: "")
  }

  @Test func pastingLinesAnswersOneQuestion() throws {
    var session = try Self.session(at: "plan")
    session.press(.paste("viena\ndvi\ntrys"))
    #expect(session.asks == "plan")
    session.press(.enter)
    #expect(session.response("plan")?.answer == .value(.text("viena\ndvi\ntrys")))
    session = try Self.session(at: "name")
    session.press(.paste("viena\ndvi\ntrys"), .enter)
    #expect(session.response("name")?.answer == .value(.text("viena dvi trys")))
    #expect(session.asks == "members")
  }

  @Test func longTextGoesToTheEditorAndComesBack() throws {
    var session = try Self.session(at: "plan")
    session.press(Key.script("“Augti” ctrl-e"))
    #expect(session.textToEdit == "Augti")
    session.giveBack("Augti\n\nir augti\n")
    #expect(session.response("plan") == nil)
    session.press(.enter)
    #expect(session.response("plan")?.answer == .value(.text("Augti\n\nir augti")))
    session = try Self.session(at: "plan")
    session.press(Key.script("“Augti” ctrl-e"))
    session.giveBack(nil)
    session.press(.enter)
    #expect(session.response("plan")?.answer == .value(.text("Augti")))
  }

  @Test func remarksAreKeptBesideTheAnswer() throws {
    var session = try Self.session(at: "coordination")
    session.press(Key.script("“3” enter"))
    #expect(session.text.contains("Kuo pagrįstas šis atsakymas?"))
    session.press(Key.script("“Sutartis” enter “2027-12-31” enter"))
    #expect(session.asks == "handover")
    session.press(Key.script("backtab f6 “Nuo pavasario” enter f7 “Nuoroda” enter enter esc"))
    let end = try #require(Day(year: 2027, month: 12, day: 31))
    #expect(
      session.response("coordination")
        == Response(
          answer: .value(.step(3)), comment: "Nuo pavasario",
          evidence: [
            Evidence(text: "Sutartis", validUntil: end), Evidence(text: "Nuoroda"),
          ]))
    session.press(Key.script("f7 f8 esc f6 backspace*20 enter f8"))
    #expect(session.response("coordination") == nil)
    #expect(session.text.contains("Atsakymas pašalintas."))
  }
}
