import Interview
import TestKit
import Testing

@testable import Screens

/// What a person is told whose line is no answer, and what may be written where nothing fits.
@Suite struct MistakenAnswersTests {
  /// Lines that no answer can be, and what is said of them; the question stays.
  static let refused: [(line: String, String)] = [
    ("/perziureti", "! Komandos „perziureti“ nėra. Visos komandos: „?“."),
    ("/atgal", "! Tai pirmas klausimas."),
    ("/ištrinti", "! Šis klausimas dar neturi atsakymo."),
    ("/eiti 99", "! Klausimo „99“ nėra. Įrašykite numerį nuo 1 iki 8."),
    ("\u{1B}[A", "! Eilutėje yra valdymo ženklų (gal paspausta rodyklė?). Įrašykite dar kartą."),
    (
      "Š\u{FFFD}",
      "! Kai kurių ženklų perskaityti nepavyko (terminalas turi siųsti UTF-8). Įrašykite dar kartą."
    ),
    ("/pastaba", "! Po žodžio „pastaba“ įrašykite jos tekstą."),
    ("pastaba", "! Po žodžio „pastaba“ įrašykite jos tekstą."),
    ("eiti", "! Po žodžio „eiti“ įrašykite klausimo numerį arba kodą, pavyzdžiui, „eiti 3“."),
    ("/eiti handover", "! Šio klausimo dabar neklausiama: Ar yra perdavimo tvarka?"),
  ]

  @Test(arguments: refused) func refusesWithAReason(_ line: String, _ message: String) {
    var session = PlainSession("lt")
    _ = session.start()
    #expect(session.type(line).replacing("\n  ", with: " ") == message + "\n> ")
    #expect(session.asks == "name")
    #expect(session.stored.isEmpty)
  }

  /// What is said of lines that are no answer to a question, in both languages.
  static let mistaken: [(question: String, line: String, english: String, lithuanian: String)] = [
    (
      "agreed", "2001-02-30", "There is no such day as 2001-02-30.",
      "Tokios dienos – 2001-02-30 – nėra."
    ),
    (
      "agreed", "2001-13-1", "There is no such day as 2001-13-1.",
      "Tokios dienos – 2001-13-1 – nėra."
    ),
    (
      "agreed", "3.5.2024", "Enter a date as year-month-day, for example 2026-10-23.",
      "Įrašykite datą (metai-mėnuo-diena), pavyzdžiui, 2026-10-23."
    ),
    ("members", "99999999999999999999", "The number is too large.", "Skaičius per didelis."),
    (
      "members", "99 999 999 999 999 999 999", "The number is too large.", "Skaičius per didelis."
    ),
    ("members", "-99999999999999999999", "The number is too small.", "Skaičius per mažas."),
    (
      "members", "99999999999999999999x", "Enter a number from 1 to 5,000, for example 12.",
      "Įrašykite skaičių nuo 1 iki 5\u{A0}000, pavyzdžiui, 12."
    ),
    (
      "members", "x99999999999999999999", "Enter a number from 1 to 5,000, for example 12.",
      "Įrašykite skaičių nuo 1 iki 5\u{A0}000, pavyzdžiui, 12."
    ),
    (
      "members", "9999", "Enter a number from 1 to 5,000.",
      "Įrašykite skaičių nuo 1 iki 5\u{A0}000."
    ),
    ("members", "1.5", "Enter a whole number.", "Įrašykite sveikąjį skaičių."),
    (
      "training", "12.55", "Enter a number with no more than 1 decimal place.",
      "Po kablelio rašykite ne daugiau kaip 1 skaitmenį."
    ),
    (
      "training", "100.5", "Enter a number from 0 to 100.", "Įrašykite skaičių nuo 0 iki 100."
    ),
    (
      "training", "half", "Enter a number from 0 to 100, for example 12.5.",
      "Įrašykite skaičių nuo 0 iki 100, pavyzdžiui, 12,5."
    ),
    (
      "training", "0.12345678901234567890", "Enter a number with no more than 1 decimal place.",
      "Po kablelio rašykite ne daugiau kaip 1 skaitmenį."
    ),
    (
      "turnover", "1.2345", "Enter a number with no more than 2 decimal places.",
      "Po kablelio rašykite ne daugiau kaip 2 skaitmenis."
    ),
    (
      "turnover", "-5", "Enter a number of at least 0.", "Įrašykite skaičių, ne mažesnį kaip 0."
    ),
    (
      "turnover", "99999999999999999999 EUR", "The number is too large.", "Skaičius per didelis."
    ),
    (
      "turnover", "12 %", "Enter a number, for example 12.5.",
      "Įrašykite skaičių, pavyzdžiui, 12,5."
    ),
  ]

  @Test(arguments: mistaken) func saysWhatIsWrongWithAnAnswer(
    _ question: String, _ line: String, _ english: String, _ lithuanian: String
  ) {
    for (language, reason) in [("en", english), ("lt", lithuanian)] {
      var session = PlainSession(language)
      _ = session.start()
      session.type("/go 2", "5", "/go \(question)")
      let shown = session.type(line)
      #expect(shown.replacing("\n  ", with: " ") == "! \(reason)\n> ")
    }
  }

  /// A year is written without groups, and the end of the calendar is no limit anybody set.
  @Test func aYearIsNoNumberWithGroups() {
    let text = shortModel.replacing("{integer: {min: 1, max: 5000", with: "{year: {min: 1950")
      .replacing(", unit: {lt: nariai, en: members}", with: "")
    var session = PlainSession("lt", of: PlainSession.load(text))
    _ = session.start()
    session.type("Ąžuolas")
    #expect(
      session.type("seniai")
        == "! Įrašykite metus keturiais skaitmenimis, pavyzdžiui, 1950.\n> ")
  }

  /// A list without a choice for it takes “none”, and says so; it is no answer where one is needed.
  @Test(arguments: ["0", "none", "Nė viena", "ne vienas"]) func nothingOfAList(_ line: String) {
    let text = shortModel.replacing(", en: None, alone: true", with: ", en: Other")
    var session = PlainSession(of: PlainSession.load(text))
    _ = session.start()
    #expect(
      session.type("/go services").contains(
        """

        Enter the numbers of all answers that fit, for example 1 3. If none of them
        fits: “none” or 0.
        """))
    session.type(line)
    #expect(session.response("services")?.answer == .value(.choices([])))
  }
}
