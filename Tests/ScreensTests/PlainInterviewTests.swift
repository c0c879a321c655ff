import Interview
import Numbers
import Testing

@testable import Screens

@Suite struct PlainInterviewTests {
  /// One question, whole, in both languages: what is asked, why, what it decides, what to write.
  @Test func showsAQuestionWhole() {
    var session = PlainSession("lt")
    #expect(
      session.start() == """
        Trumpas vertinimas
        Klasteris: laser. Laikotarpis: 2025.
        8 klausimai. Kiekvienas atsakymas išsaugomas iš karto: galite bet kada
        baigti ir vėliau tęsti nuo tos pačios vietos.
        Komandos: „?“ – pagalba, „atgal“, „praleisti“, „skyriai“, „peržiūra“,
        „baigti“.

        Skyrius: Apie klasterį

        Klausimas 1 iš 8
        Klasterio pavadinimas
        Įrašykite atsakymą.
        Jei nežinote – „nežinau“. Tuščia eilutė – praleisti. Komandos veikia ir čia;
        žodį „atgal“ kaip tekstą rašykite „//atgal“.
        >\u{20}
        """)
    #expect(
      session.type("Ąžuolų slėnis") == """
        Išsaugota: Ąžuolų slėnis

        Klausimas 2 iš 8 (P-2)
        Kiek narių turi klasteris?
        Kodėl klausiama: lemia 2 lygį
        Būtina lygiui „Besiformuojantis“: bent 5 nariai.
        Įrašykite sveikąjį skaičių (nuo 1 iki 5\u{A0}000). Matavimo vienetas: nariai.
        Jei nežinote – „nežinau“. Tuščia eilutė – praleisti.
        >\u{20}
        """)
    #expect(
      session.type("kalba") == """

        Section: About the cluster

        Question 2 of 8 (P-2)
        How many members has the cluster?
        Why we ask: decides level 2
        Needed for the level “Emerging”: at least 5 members.
        Enter a whole number (from 1 to 5,000). Unit: members.
        If you don’t know: “dk”. An empty line skips the question.
        >\u{20}
        """)
  }

  /// Lines typed at the first question of that identifier, and the answer they leave on disk.
  static let answers: [(question: String, lines: [String], Answer?)] = [
    ("name", ["  Lazerių slėnis "], .value(.text("Lazerių slėnis"))),
    ("name", ["//x"], .value(.text("x"))),
    ("name", ["///x"], .value(.text("/x"))),
    ("name", ["back"], nil),
    ("name", ["//back"], .value(.text("back"))),
    ("name", ["Back to back"], .value(.text("Back to back"))),
    ("name", ["//"], nil),
    ("name", ["/dk"], .noData),
    ("name", ["dk"], .noData),
    ("members", ["23"], .value(.number(23))),
    ("members", ["1 234"], .value(.number(1234))),
    ("members", ["1,234"], nil),
    ("members", ["1,234", "1"], .value(.number(1234))),
    ("members", ["1,234", "1234"], .value(.number(1234))),
    ("members", ["1,234", ""], nil),
    ("members", ["0"], nil),
    ("members", ["12.5"], nil),
    ("members", ["daug"], nil),
    ("members", ["NEŽINAU"], .noData),
    ("members", ["nezinau"], .noData),
    ("members", ["na"], nil),
    ("agreed", ["2024-05-03"], .value(.day(day(2024, 5, 3)))),
    ("agreed", ["2024.5.3"], .value(.day(day(2024, 5, 3)))),
    ("agreed", ["2024 05 03"], .value(.day(day(2024, 5, 3)))),
    ("agreed", ["2023-02-29"], nil),
    ("agreed", ["1999-12-31"], nil),
    ("agreed", ["netaikoma"], .notApplicable(reason: nil)),
    ("agreed", ["na dar ne"], .notApplicable(reason: "dar ne")),
    ("coordination", ["2"], .value(.step(2))),
    ("coordination", ["2."], .value(.step(2))),
    ("coordination", ["4"], nil),
    ("coordination", ["0"], nil),
    ("handover", ["t"], .value(.yesNo(true))),
    ("handover", ["TAIP"], .value(.yesNo(true))),
    ("handover", ["ne"], .value(.yesNo(false))),
    ("handover", ["n"], .value(.yesNo(false))),
    ("handover", ["1"], .value(.yesNo(true))),
    ("handover", ["2"], .value(.yesNo(false))),
    ("handover", ["gal"], nil),
    ("training", ["12,5"], .value(.number(tenths(125)))),
    ("training", ["12.5"], .value(.number(tenths(125)))),
    ("training", ["12,5 %"], .value(.number(tenths(125)))),
    ("training", ["12,5\u{A0}%"], .value(.number(tenths(125)))),
    ("training", ["12,55"], nil),
    ("training", ["100,5"], nil),
    ("training", ["netaikoma", "nėra darbuotojų"], .notApplicable(reason: "nėra darbuotojų")),
    ("training", ["na", ""], nil),
    ("training", ["na", "/back"], nil),
    ("training", ["na", "back"], nil),
    ("training", ["na", "grizti"], nil),
    ("training", ["na", "QUIT"], nil),
    ("training", ["na", "//quit"], .notApplicable(reason: "quit")),
    ("training", ["na", "?", "quit early"], .notApplicable(reason: "quit early")),
    (
      "training", ["na", String(repeating: "x", count: 2001), "new"], .notApplicable(reason: "new")
    ),
    ("services", ["2 1"], .value(.choices([0, 1]))),
    ("services", ["1,2"], .value(.choices([0, 1]))),
    ("services", ["3"], .value(.choices([2]))),
    ("services", ["1 3"], nil),
    ("services", ["1 9"], nil),
    ("services", ["0"], .value(.choices([2]))),
    ("services", ["nė vienas"], .value(.choices([2]))),
    ("turnover", ["1 234,5"], .value(.number(tenths(12345)))),
    ("turnover", ["1 234,5 Eur"], .value(.number(tenths(12345)))),
    ("budget", ["1,234", "2"], .value(.number(decimal("1.234")))),
    ("plan", ["viena", "dvi", ""], .value(.text("viena\ndvi"))),
    ("plan", ["viena", "//back", "."], .value(.text("viena\nback"))),
    ("plan", ["viena", "dvi", "atgal"], .value(.text("viena\ndvi"))),
    ("plan", ["viena", "baigti"], .value(.text("viena"))),
    ("plan", ["viena", "?", "/note x", "dvi", ""], .value(.text("viena\ndvi"))),
    ("plan", ["viena"], nil),
  ]

  @Test(arguments: answers) func readsAnswers(
    _ question: String, _ lines: [String], _ answer: Answer?
  ) {
    var session = PlainSession()
    _ = session.start()
    session.type("/go 2", "5", "go 4", "2", "go 1", "/go \(question)")
    #expect(session.asks == question)
    if question == "members" { session.type("clear") }
    if question == "coordination" { session.type("clear") }
    for line in lines { session.type(line) }
    #expect(session.response(question)?.answer == answer)
  }

  @Test func asksWhichNumberIsMeant() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("/eiti 2")
    #expect(
      session.type("1.234") == """
        „1.234“ galima suprasti dvejopai. Kurį skaičių turite omenyje?
          1. 1\u{A0}234\u{A0}(nariai)
          2. 1,234\u{A0}(nariai)
        >\u{20}
        """)
  }

  /// What the model forbids is refused with its words; what it only doubts is kept and said.
  @Test func errorsRefuseAndWarningsDoNot() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("/eiti turnover", "100", "/eiti budget")
    #expect(session.type("200").hasPrefix("! Biudžetas negali viršyti apyvartos.\n> "))
    #expect(session.response("budget") == nil)
    #expect(
      session.type("0").hasPrefix("Išsaugota: 0\n! Biudžetas nulinis – ar tikrai?\n\nKlausimas"))
    session.type("/eiti budget", "50", "/eiti turnover")
    // An answer that another one makes wrong stays, and is named.
    #expect(
      session.type("40").hasPrefix(
        """
        Išsaugota: 40\u{A0}€
        ! Klausimas 7 dabar taisytinas: Biudžetas negali viršyti apyvartos.
        """))
    #expect(session.response("budget")?.answer == .value(.number(50)))
    #expect(
      session.type("/peržiūra").contains(
        "\nTaisytina:\n! 7. Biudžetas negali viršyti apyvartos.\n"))
  }

  /// A branch opens and closes; what was answered in it is put aside and comes back.
  @Test func branchesFollowTheAnswers() {
    var session = PlainSession("en")
    _ = session.start()
    session.type("/go coordination")
    #expect(
      session.type("2").hasPrefix(
        "Saved: 2. One person\nThis answer brings 1 more question.\n\nQuestion 5 of 9\n"))
    session.type("yes", "back", "back")
    #expect(session.asks == "coordination")
    #expect(
      session.type("1").hasPrefix(
        """
        Saved: 1. Nobody
        After this answer 1 question is no longer asked. 1 answer already given is
        put aside; it returns if the question does.
        """))
    #expect(session.response("handover")?.answer == .value(.yesNo(true)))
    #expect(session.type("/go coordination", "2").contains("Current answer: yes"))
  }

  @Test func asksForProofWhereItIsWanted() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("/eiti coordination")
    #expect(
      session.type("3") == """
        Išsaugota: 3. Komanda
        Dėl šio atsakymo atsirado 1 papildomas klausimas.
        Kuo pagrįstas šis atsakymas?
        Tinkamas įrodymas: pareigybės aprašymas
        Įrašykite dokumentą ar nuorodą. Tuščia eilutė – pridėsite vėliau. Komandos
        veikia ir čia; žodį „atgal“ kaip tekstą rašykite „//atgal“.
        >\u{20}
        """)
    // Help is no step away, and what no proof can be is not one.
    session.type("?", "\u{1B}[A", String(repeating: "ilgas ", count: 500))
    #expect(session.type("Protokolas Nr. 4").hasPrefix("Įrodymas išsaugotas.\n\nKlausimas"))
    #expect(session.response("coordination")?.evidence == [Evidence(text: "Protokolas Nr. 4")])
  }

  @Test func remarksBelongToAnAnswerButAreNone() {
    var session = PlainSession("lt")
    _ = session.start()
    #expect(session.type("/pastaba dar tariamės") == "Pastaba išsaugota.\n> ")
    session.type("/įrodymas sutartis", "/irodymas priedas")
    let remarks = Response(
      comment: "dar tariamės", evidence: [Evidence(text: "sutartis"), Evidence(text: "priedas")])
    #expect(session.response("name") == remarks)
    session.type("/note -", "/proof -")
    #expect(session.response("name") == nil)
    #expect(session.asks == "name")
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(daysSince1970: 0)!
  }

  private static func tenths(_ number: Int64) -> DecimalNumber {
    DecimalNumber(significand: number, scale: 1) ?? 0
  }

  private static func decimal(_ text: String) -> DecimalNumber { DecimalNumber(text: text) ?? 0 }
}
