import Interview
import Questionnaire
import TestKit
import Testing

@testable import Screens

@Suite struct PlainFlowTests {
  /// The whole way, to the summary with its score.
  @Test func endsInASummary() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("Ąžuolas", "12", "na", "2", "t", "na", "nėra mokymų", "1 2", "nežinau")
    let summary = session.type("", "")
    #expect(
      summary == """
        Praleista.

        Suvestinė
        Atsakyta 5 iš 10, netaikoma 2, nėra duomenų 1.
        Liko 2 neatsakyti klausimai:
          9. Koks biudžetas?
          10. Kokie planai?

        Įvertis dabar: 83,3 iš 100.
        Lygis: Besiformuojantis (2 iš 2).
        Iš 3 vertinamų klausimų atsakyta: 3.

        Tuščia eilutė – tęsti nuo pirmo neatsakyto. Taip pat galima: klausimo
        numeris, „peržiūra“, „skyriai“, „baigti“.
        >\u{20}
        """)
    #expect(session.position == nil)
    // A question chosen from the summary leads back to it.
    #expect(session.type("9", "5").contains("\nSuvestinė\nAtsakyta 6 iš 10"))
    #expect(session.type("", "Augti", "").contains("Tuščia eilutė – baigti."))
    #expect(session.type("") == "")
    #expect(session.isComplete == true)
  }

  @Test func resumesWhereItWasLeft() {
    var first = PlainSession("en")
    _ = first.start()
    first.type("Oak", "12", "", "/quit")
    #expect(first.isComplete == false)
    let second = PlainSession("en", stored: first.stored, at: first.position)
    var resumed = second
    #expect(
      resumed.start().hasPrefix(
        """
        Short assessment
        Cluster: laser. Period: 2025.
        Continuing at question 4 of 9.
        """))
    #expect(resumed.asks == "coordination")
    // The question left may be asked no longer: then the first one open.
    var elsewhere = PlainSession("en", stored: first.stored, at: 4)
    _ = elsewhere.start()
    #expect(elsewhere.asks == "agreed")
  }

  @Test func theEndOfInputKeepsALongText() {
    var session = PlainSession("en")
    _ = session.start()
    session.type("/go plan", "one", "two")
    session.end()
    #expect(session.response("plan")?.answer == .value(.text("one\ntwo")))
    #expect(session.isComplete == false)
  }

  @Test func sectionsSayHowFarTheyAre() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("Ąžuolas")
    #expect(
      session.type("skyriai") == """

        Skyriai
          1. Apie klasterį – atsakyta 1 iš 3
          2. Žmogiškieji pajėgumai – atsakyta 0 iš 1
          3. Techniniai pajėgumai – atsakyta 0 iš 4
        Įrašykite skyriaus numerį. Tuščia eilutė – grįžti.
        >\u{20}
        """)
    session.type("3")
    #expect(session.asks == "services")
    session.type("sections", "")
    #expect(session.asks == "services")
  }

  @Test func reviewShowsEveryAnswer() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("Ąžuolas", "2", "2024-05-03", "2", "ne")
    let review = session.type("peržiūra")
    let shown = review.prefix(
      upTo: review.firstRange(of: "\n\nSuvestinė")?.lowerBound ?? review.endIndex)
    #expect(
      shown == """

        Skyrius: Apie klasterį
          1. Klasterio pavadinimas
             Ąžuolas
          2. P-2 Kiek narių turi klasteris?
             2\u{A0}(nariai)
          3. Kada pasirašyta sutartis?
             2024-05-03

        Skyrius: Žmogiškieji pajėgumai
          4. H-1 Kas kasdien rūpinasi klasteriu?
             2. Vienas žmogus
          5. Ar yra perdavimo tvarka?
             ne

        Skyrius: Techniniai pajėgumai
          6. Kokias paslaugas teikiate?
             neatsakyta
          7. Kokia narių apyvarta?
             neatsakyta
          8. Koks biudžetas?
             neatsakyta
          9. Kokie planai?
             neatsakyta
        """)
  }

  /// Any sequence of lines leaves a consistent session: what is on disk is what the interview
  /// holds, no line is wider than a narrow terminal, and nothing controls it.
  @Test func anyLinesLeaveAConsistentSession() {
    var random = SplitMix(seed: 20_261_123)
    let lines = [
      "", "", "1", "2", "3", "1 2", "12,5", "1,234", "t", "ne", "2024-05-03", "tekstas", ".", "?",
      "atgal", "back", "praleisti", "ištrinti", "na", "na priežastis", "dk", "note x", "proof y",
      "skyriai", "peržiūra", "-9223372036854775808", "go -9223372036854775808", "go 3", "go H-1",
      "kalba", "/atgal", "/na", "/clear", "//", "/",
      "\u{1B}[A", "nesąmonė", String(repeating: "ilgas ", count: 100),
    ]
    var steps = 0
    for _ in 0..<60 {
      var session = PlainSession("lt")
      var shown = session.start()
      for _ in 0..<60 where session.isComplete == nil {
        shown = session.type(lines[random.below(lines.count)])
        steps += 1
        let widest = shown.split(separator: "\n").map(\.count).max() ?? 0
        if widest > 76 || shown.unicodeScalars.contains("\u{1B}") {
          Issue.record("\(shown)")
        }
      }
      for index in PlainSession.model.questions.indices
      where session.plain.interview.response(to: index) != session.stored[index] {
        Issue.record("\(index)")
      }
    }
    #expect(steps > 1000)
  }

  @Test func backAndForthChangesNothing() {
    var session = PlainSession("en")
    _ = session.start()
    session.type("Oak", "12", "2024-05-03", "3", "")
    let stored = session.stored
    let asks = session.asks
    session.type("back", "back", "/back", "", "", "")
    #expect(session.stored == stored)
    #expect(session.asks == asks)
  }
}
