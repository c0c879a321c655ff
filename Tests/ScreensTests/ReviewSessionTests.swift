import Interview
import Language
import Numbers
import Questionnaire
import Testing

@testable import Screens

@Suite struct ReviewSessionTests {
  private static let model = PlainSession.load(
    """
    questionnaire: small
    version: 1.0.0
    languages: [lt, en]
    title: {lt: Mažas, en: Small}
    profile:
      - {id: a, code: A-1, ask: {lt: Pirmas?, en: First?}, answer: {integer: {}}, confirm: facilitator}
      - {id: b, ask: {lt: Antras?, en: Second?}, answer: {integer: {}}}
      - {id: c, ask: {lt: Trečias?, en: Third?}, answer: {integer: {}}}
      - {id: d, ask: {lt: Ketvirtas?, en: Fourth?}, answer: {integer: {}}, show_if: a > 100, confirm: facilitator}
    capacities:
      - id: k
        title: {lt: K, en: K}
        questions: [{id: e, ask: {lt: Penktas?, en: Fifth?}, answer: yes_no}]
    levels:
      - {id: one, title: {lt: Vienas, en: One}, gates: [{id: g, if: b > 3, say: {lt: daugiau kaip 3, en: more than 3}}]}
    """)

  private static func number(_ number: Int) -> Response {
    Response(answer: .value(.number(DecimalNumber(number))))
  }

  private static let today = Day(year: 2026, month: 3, day: 2)

  private func session(
    _ language: String = "lt", a: Response? = number(1), lastRound: LastRound? = nil
  ) throws -> ReviewSession {
    var responses = [1: Self.number(5)]
    responses[0] = a
    return ReviewSession(
      Interview(Self.model, context: .init(reportingYear: 2025), responses: responses),
      occasion: ReviewOccasion(
        cluster: "Ąžuolas", period: "2025", reviewer: "Rasa", today: try #require(Self.today),
        lastRound: lastRound),
      language: LanguageTag(language))
  }

  /// What is typed, and what it leads to: the effects, and where the session waits then.
  static let steps: [(String, String)] = [
    ("", "@1"),
    ("patvirtinti", "0 confirmed @1"),
    ("confirm", "0 confirmed @1"),
    ("/OK", "0 confirmed @1"),
    ("patvirtinti;patvirtinti", "0 confirmed, 1 confirmed @end"),
    ("grąžinti kodėl?", "0 returned “kodėl?” @1"),
    ("grazinti;kodėl?", "0 returned “kodėl?” @1"),
    ("return;", "@0"),
    ("grąžinti \u{1B}[2J", "@0"),
    ("patvirtinti;atgal;atšaukti", "0 confirmed, 0 open @0"),
    ("return no;back;undo", "0 returned “no”, 0 open @0"),
    ("return no;back;confirm", "0 returned “no”, 0 confirmed @1"),
    ("confirm;back;return no", "0 confirmed, 0 returned “no” @1"),
    ("undo", "@0"),
    ("atgal", "@0"),
    ("2", "@1"),
    ("3", "@0"),
    ("nonsense", "@0"),
    ("pastaba", "@0"),
    ("pastaba gerai", "0 open @0"),
    ("list;2", "@1"),
    ("end", "@end"),
    ("end;1", "@0"),
    ("end;back", "@1"),
    ("end;undo", "@end"),
    ("end;return", "@end"),
    ("end;confirm", "confirm, finish @over"),
    ("return no;end;confirm", "0 returned “no” @end"),
    ("return no;end;return", "0 returned “no”, giveBack, finish @over"),
    ("end;", "finish @over"),
    ("quit", "finish @over"),
    ("quit;confirm", "finish @over"),
    ("kalba;?", "@0"),
  ]

  @Test(arguments: steps)
  func linesLeadToEffects(typed: String, expected: String) throws {
    var session = try session()
    var effects = session.start().effects
    for line in typed.split(separator: ";", omittingEmptySubsequences: false) {
      effects += session.handle(String(line)).effects
    }
    let told = effects.map { effect in
      switch effect {
      case .accept(let question, let response, let reason):
        let state =
          response.returned.map { "returned “\($0.note)”" }
          ?? (response.confirmation == nil ? "open" : "confirmed")
        #expect(reason == response.returned?.note)
        return "\(question) \(state)"
      case .confirm: return "confirm"
      case .giveBack: return "giveBack"
      case .finish: return "finish"
      }
    }
    let place =
      switch session.mode {
      case .answer(let place), .note(let place): String(place)
      case .summary: "end"
      case .finished: "over"
      }
    #expect((told.joined(separator: ", ") + " @" + place).trimmed == expected)
  }

  @Test func showsAllThatHelpsToJudge() throws {
    let day = try #require(Self.today)
    let response = Response(
      answer: Self.number(1).answer, comment: "Be filialų",
      evidence: [
        Evidence(text: "Sutartis", validUntil: Day(year: 2026, month: 3, day: 1)),
        Evidence(text: "Sąrašas", validUntil: day), Evidence(text: "Tinklalapis"),
      ], carried: "2024", returned: Return(by: "Jonas", on: day, note: "Ar tikrai?"))
    let last = LastRound(
      period: "2023", responses: [0: Self.number(7)], start: day, on: Self.model)
    var session = try session(a: response, lastRound: last)
    _ = session.start()
    let shown = session.handle("1").lines.map(\.text).joined(separator: "\n")
    #expect(
      shown == """

        Atsakymas 1 iš 2 (A-1)
        Pirmas?
        Atsakymas: 1
        Perimta iš praeito karto (2024).
        Praeitą kartą (2023): 7
        Pastaba: Be filialų
        ! Šis įrodymas galiojo iki 2026 m. kovo 1 d.: Sutartis
        Įrodymas, galioja iki 2026 m. kovo 2 d.: Sąrašas
        Įrodymas: Tinklalapis
        ! Grąžinta taisyti (Jonas, 2026 m. kovo 2 d.): Ar tikrai?
        „patvirtinti“ arba „grąžinti“ ir ką reikia taisyti. Tuščia eilutė – palikti,
        kaip yra.
        >\u{20}
        """)
    // A comment goes behind the manager's own.
    _ = session.handle("pastaba Žr. sutartį")
    #expect(session.interview.response(to: 0)?.comment == "Be filialų\nRasa: Žr. sutartį")
    // Confirming takes the wish for a correction back.
    _ = session.handle("patvirtinti")
    #expect(session.interview.response(to: 0)?.returned == nil)
  }

  @Test func whatIsNotAnsweredCannotBeConfirmed() throws {
    var session = try session("en", a: nil)
    #expect(session.start().lines.contains { $0.text == "Answer: unanswered" })
    let refused = session.handle("confirm")
    #expect(refused.effects == [])
    #expect(
      refused.lines.map(\.text) == [
        "! There is no answer to confirm. You can return it with a note.", "> ",
      ])
    #expect(session.handle("return Please answer").effects.count == 1)
  }
}
