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
        Vertinami klausimai: atsakyta 3 iš 3.

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
      let columns = [40, 60, 200][random.below(3)]
      var session = PlainSession("lt", columns: columns)
      var shown = session.start()
      for _ in 0..<60 where session.isComplete == nil {
        shown = session.type(lines[random.below(lines.count)])
        steps += 1
        let widest = shown.split(separator: "\n").map(\.count).max() ?? 0
        if widest > min(columns, 76) || shown.unicodeScalars.contains("\u{1B}") {
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

  /// A rule that cannot be worked out is told of a question that has no number, by its name.
  @Test func aQuestionNotAskedIsNamed() {
    let text = shortModel.replacing("members >= 3", with: "10 / (members - 5) >= 1")
    var session = PlainSession("en", of: PlainSession.load(text))
    _ = session.start()
    let line = "! What share of staff was trained? (not asked now): A rule of the"
    #expect(session.type("/go members", "5").contains("\n\(line)\n"))
    #expect(session.type("review").contains("\nTo put right:\n\(line)\n"))
    #expect(
      session.type("go training") == """
        ! This question is not asked now: What share of staff was trained?
        >\u{20}
        """)
  }

  /// What the summary is asked for and cannot do.
  @Test(arguments: [
    ("go", "! After “go”, write the number or the code of a question, for example “go 3”."),
    ("skip", "! “skip” is for a question: go to one first, by its number."),
    ("/nothing", "! There is no command “nothing”. All commands: “?”."),
    ("99", "! There is no question “99”. Enter a number from 1 to 8."),
  ]) func theSummaryRefusesWithAReason(_ line: String, _ message: String) {
    var session = PlainSession("en")
    _ = session.start()
    session.type("review")
    #expect(session.type(line).replacing("\n  ", with: " ") == message + "\n> ")
  }

  /// Long questions and answers on a narrow screen.
  @Test func listsFitANarrowScreen() {
    let text =
      shortModel
      .replacing(
        "en: What are the plans?",
        with: "en: What are the plans of the cluster for the next three years of its work?"
      )
      .replacing(
        "en: A team",
        with: "en: A team of at least three people whose work is paid for by the members of it")
    var session = PlainSession("en", of: PlainSession.load(text), columns: 60)
    _ = session.start()
    session.type("Oak", "12", "2024-05-03", "3", "")
    let review = session.type("review")
    #expect(
      review.prefix(
        upTo: review.firstRange(of: "\n\nSection: Technical")?.lowerBound ?? review.endIndex)
          == """

          Section: About the cluster
             1. Name of the cluster
                Oak
             2. P-2 How many members has the cluster?
                12 (members)
             3. When was the agreement signed?
                2024-05-03

          Section: Human capacity
             4. H-1 Who runs the cluster from day to day?
                3. A team of at least three people whose work is paid…
              ! Name what proves this answer.
             5. Is there a handover procedure?
                unanswered
             6. What share of staff was trained?
                unanswered
          """.replacing("12 (", with: "12\u{A0}("))
    #expect(
      review.suffix(from: review.firstRange(of: "Summary")?.lowerBound ?? review.endIndex)
        == """
        Summary
        4 of 10 answered.
        6 questions left unanswered:
           5. Is there a handover procedure?
           6. What share of staff was trained?
           7. Which services do you provide?
           8. What is the turnover of members?
           9. What is the budget?
          10. What are the plans of the cluster for the next three…
        To put right:
        ! 4. Name what proves this answer.

        No score yet: it needs a score for Technical capacity.
        Level: Initiative (1 of 2).
        Scored questions answered: 1 of 4.

        An empty line continues with the first open question. You
        may also enter the number of a question, “review”,
        “sections” or “quit”.
        >\u{20}
        """)
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
