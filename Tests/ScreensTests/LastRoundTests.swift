import Interview
import Numbers
import Questionnaire
import Testing

@testable import Screens

@Suite struct LastRoundTests {
  private static let model = PlainSession.model

  private static func place(_ id: String) -> Int { model.index(of: id) ?? -1 }

  private static func round() throws -> LastRound {
    let evidence = Evidence(text: "Sutartis", validUntil: Day(year: 2024, month: 12, day: 31))
    return LastRound(
      period: "2024",
      responses: [
        place("members"): Response(answer: .value(.number(DecimalNumber(1234)))),
        place("agreed"): Response(answer: .notApplicable(reason: nil)),
        place("coordination"): Response(
          answer: .value(.step(2)), comment: "Nuo pavasario", evidence: [evidence]),
        place("plan"): Response(answer: .noData),
      ], unfit: [place("services")], start: try #require(Day(year: 2025, month: 1, day: 1)),
      on: model)
  }

  @Test func offersStandBesideQuestionsAndAreTakenByAWord() throws {
    var session = PlainSession("lt", lastRound: try Self.round())
    #expect(
      session.start().contains(
        """

        Prie 3 klausimų rodomi praeito karto (2024) atsakymai. Jie įskaitomi tik
        juos perėmus: „kaip anksčiau“.
        Nuo praeito karto (2024) šie klausimai pasikeitė, todėl ankstesnių atsakymų
        nesiūlome: „Kokias paslaugas teikiate?“

        """))
    #expect(session.type("kaip anksčiau").hasPrefix("! Perimti nėra ko"))
    #expect(
      session.type("Ąžuolas").contains(
        "Praeitą kartą (2024): 1\u{A0}234\u{A0}(nariai). Jei niekas nepasikeitė – „kaip\nanksčiau“."
      ))
    #expect(session.stored.count == 1)
    #expect(session.type("=").hasPrefix("Išsaugota: 1\u{A0}234"))
    #expect(
      session.response("members")
        == Response(answer: .value(.number(DecimalNumber(1234))), carried: "2024"))
    #expect(
      session.type("SAME").contains("\nŠis įrodymas galiojo iki 2024 m. gruodžio 31 d.: Sutartis\n")
    )
    #expect(session.type("Kaip anksciau").hasPrefix("Išsaugota: 2. Vienas žmogus"))
    #expect(
      session.response("coordination")
        == Response(answer: .value(.step(2)), comment: "Nuo pavasario", carried: "2024"))
    // What is taken over is offered no longer; another answer is not from then.
    #expect(!session.type("atgal").contains("Praeitą kartą"))
    session.type("3", "atgal")
    #expect(session.response("coordination")?.carried == nil)
    #expect(session.response("coordination")?.comment == "Nuo pavasario")
  }

  @Test func handingInWaitsForWhatTheModelRequires() {
    var session = PlainSession("lt")
    _ = session.start()
    session.type("", "12")
    #expect(
      session.type("pateikti") == """
        ! Pateikti dar negalima:
        ! 1. Į šį klausimą atsakyti būtina.
        >\u{20}
        """)
    #expect(!session.isSubmitted && session.isComplete == nil)
    session.type("eiti 1", "Ąžuolas")
    #expect(
      session.type("pateikti") == """
        7 klausimai lieka be atsakymo; klausimynas tai leidžia.
        Pateikta. Toliau atsakymus tikrins fasilitatorius.
        """)
    #expect(session.isSubmitted && session.isComplete == false)
  }

  @Test func returnedAnswersShowTheNote() throws {
    let day = try #require(Day(year: 2026, month: 3, day: 2))
    let returned = Response(
      answer: .value(.number(DecimalNumber(12))),
      returned: Return(by: "Rasa", on: day, note: "Ar tikrai visi nepriklausomi?"))
    var session = PlainSession("lt", stored: [1: returned], at: 1)
    let shown = session.start()
    #expect(
      shown.contains("\n! Taisyti grąžintas 1 atsakymas. Pastaba rodoma prie klausimo.\n"))
    #expect(
      shown.contains(
        "\n! Grąžinta taisyti (Rasa, 2026 m. kovo 2 d.): Ar tikrai visi nepriklausomi?\n"))
    session.type("12")
    #expect(session.response("members")?.returned != nil)
    session.type("atgal", "11")
    #expect(session.response("members")?.returned == nil)
  }

  @Test func membersAreToldThatNobodySeesTheirAnswers() {
    var session = PlainSession("en", rater: .member("oak-ltd"))
    #expect(
      session.start().contains(
        """

        You answer as the member “oak-ltd”. Nobody is shown what a single member
        answered: reports say only how many members answered, and the mean of three
        or more.

        """))
  }
}
