import Clusters
import Diagnostics
import Documents
import Encoding
import Interview
import Language
import Questionnaire
import Rendering
import Reporting
import Scoring
import Testing

/// The whole text of what `branda score` and `branda report` write about one cluster.
@Suite struct ClusterDocumentTests {
  @Test(arguments: ["en", "lt"]) func scoreProfile(_ language: String) throws {
    let document = Document.scoreProfile(
      of: try SmallModel.assessed(SmallModel.ofEachState), in: LanguageTag(language))
    #expect(MarkdownRenderer().text(document) == Self.profiles[language])
  }

  /// Nothing answered, nothing applicable, one capacity without a score: the true reason, and
  /// sentences that begin with a capital.
  @Test(arguments: [
    ("en", [:], "No total: too few answers (between", "**Not scored: too few answers** (between"),
    ("lt", [:], "Bendro įverčio nėra, nes per mažai atsakymų (nuo", "**Neįvertinta, nes per mažai"),
    (
      "en", Self.nothingApplies, ". No total: none of the scored questions applies.",
      "**Not scored: none of the scored questions applies**\n"
    ),
    (
      "lt", Self.nothingApplies,
      ". Bendro įverčio nėra, nes netaikomas nė vienas vertinamas klausimas.",
      "**Neįvertinta, nes netaikomas"
    ),
    (
      "en", Self.onePartMissing, ". No total: it needs a score for People (between",
      "**Not scored: too few"
    ),
    (
      "lt", Self.onePartMissing, "nes neįvertinti pajėgumai: Žmonės (nuo",
      "**Neįvertinta, nes per mažai"
    ),
  ])
  func reasons(
    _ language: String, _ responses: [String: Response], _ total: String, _ capacity: String
  ) throws {
    let text = MarkdownRenderer().text(
      .clusterReport(
        of: ReportedCluster(try SmallModel.assessed(responses)), in: LanguageTag(language)))
    #expect(text.contains(total) && text.contains(capacity), "\(text)")
  }

  static let nothingApplies = SmallModel.complete.mapValues { _ in
    Response(answer: .notApplicable(reason: nil))
  }

  static let onePartMissing = SmallModel.complete.filter {
    ["members", "reserve", "months", "sources"].contains($0.key)
  }

  /// Each kind of waiting has words of its own.
  @Test(arguments: ["en", "lt"]) func waiting(_ language: String) throws {
    let text = """
      questionnaire: waiting
      version: 1.0.0
      languages: [en]
      title: Waiting
      forms: [{id: short, title: Short}]
      capacities:
        - id: x
          title: X
          questions:
            - {id: a, code: A, ask: A, answer: yes_no, confirm: facilitator, forms: [short]}
            - {id: b, code: B, ask: B, answer: yes_no, forms: [short]}
            - {id: c, code: C, ask: C, answer: yes_no, forms: [short], show_if: a == 'no'}
            - {id: d, code: D, ask: D, answer: yes_no, not_applicable: allowed, forms: [short]}
            - {id: e, code: E, ask: E, answer: yes_no}
      levels:
        - {id: l1, title: L}
        - id: l2
          title: L
          gates:
            - {id: g1, if: review.gates_confirmed && a == 'yes' && b == 'yes', say: G1}
            - {id: g2, if: c == 'yes' || d == 'yes' || e == 'yes', say: G2}
            - {id: g3, if: members_mean.b > 0.0, say: G3}
      """
    let loaded = Questionnaire.load(SourceFile(name: "waiting.yaml", text: text))
    let model = try #require(loaded.value, "\(loaded.diagnostics)")
    let interview = Interview(
      model, context: .init(reportingYear: 2026, form: 0),
      responses: [
        0: Response(answer: .value(.yesNo(true))), 3: Response(answer: .notApplicable(reason: nil)),
      ])
    let assessed = AssessedCluster(
      id: "a", name: nil, period: "2026", status: "draft", interview: interview,
      score: score(interview))
    let rows = MarkdownRenderer().text(.scoreProfile(of: assessed, in: LanguageTag(language)))
      .split(separator: "\n").filter { $0.hasPrefix("| G") }
      .map { String($0.split(separator: "|")[2].dropFirst().dropLast()) }
    #expect(rows == Self.waitings[language])
    let json = try JSONRenderer().text(EncodedScore(assessed)).filter { !$0.isWhitespace }
    #expect(json.contains(#""waiting_for_confirmation":["a"]"#))
    #expect(json.contains(#""not_asked":["c","e"]"#))
  }

  private static let waitings = [
    "en": [
      "waiting for answers: B; waiting for a facilitator to confirm: A",
      "not asked: C; not part of this form: E; not applicable: D",
      "waiting for answers of more members: B",
    ],
    "lt": [
      "laukiama atsakymų: B; laukiama, kol fasilitatorius patvirtins: A",
      "neklausiama: C; šioje formoje nėra: E; netaikoma: D",
      "laukiama daugiau narių atsakymų: B",
    ],
  ]

  private static let profiles = [
    "en": #"""
    # Maturity profile: Alfa, 2026

    - **Questionnaire:** Small model, version 1.2.0
    - **Status:** draft
    - **Coverage:** 3 of 4 answered; 1 question not applicable

    **Level 1 of 2: Beginning**. Total 33.3 of 100 (between 27.8 and 38.9, depending on the answers still open).

    | Capacity | Score | 0–100 | Range | Coverage |
    | --- | --: | --- | --: | --: |
    | People | 50.0 | █████▒▒░░░ | 33.3–66.7 | 1 of 2 |
    | Money | 25.0 | ███░░░░░░░ | 25.0 | 2 of 2 |
    | **Total** | 33.3 | ███▒░░░░░░ | 27.8–38.9 | 3 of 4 |

    ## Conditions of the next level, Growing

    | Condition | State | Now |
    | --- | --- | --- |
    | total at least 70 | ✗ not met | 33.3 |
    | there is a reserve | ✗ not met | MON-01: confidential |
    | half of the members are trained | ? not known yet | waiting for answers: PEO-02 |
    | People at least 20 | ✓ met | 50.0 |
    | Money at least 20 | ✓ met | 25.0 |

    ## Readiness checks

    | Check | State | What is missing |
    | --- | --- | --- |
    | Ready for the grant | ? not known yet | members are trained (waiting for answers: PEO-02) |

    ## Recommendations

    - **Save** (priority: high). Put money aside.
    - **Form a team** (priority: low). One person is too few.

    """#,
    "lt": #"""
    # Brandos profilis: Alfa, 2026

    - **Klausimynas:** Mažas modelis, 1.2.0 versija
    - **Būsena:** juodraštis
    - **Išsamumas:** atsakyta 3 iš 4; 1 klausimas netaikomas

    **1 lygis iš 2: Pradedantis**. Bendras įvertis 33,3 iš 100 (nuo 27,8 iki 38,9, nelygu, kokie bus likę atsakymai).

    | Pajėgumai | Įvertis | 0–100 | Ribos | Išsamumas |
    | --- | --: | --- | --: | --: |
    | Žmonės | 50,0 | █████▒▒░░░ | 33,3–66,7 | 1 iš 2 |
    | Pinigai | 25,0 | ███░░░░░░░ | 25,0 | 2 iš 2 |
    | **Bendras** | 33,3 | ███▒░░░░░░ | 27,8–38,9 | 3 iš 4 |

    ## Kito lygio (Augantis) sąlygos

    | Sąlyga | Būsena | Dabar |
    | --- | --- | --- |
    | bendras įvertis ne mažesnis kaip 70 | ✗ netenkinama | 33,3 |
    | yra atsarga | ✗ netenkinama | MON-01: konfidencialu |
    | apmokyta pusė narių | ? dar nežinoma | laukiama atsakymų: PEO-02 |
    | Žmonės – ne mažiau kaip 20 | ✓ tenkinama | 50,0 |
    | Pinigai – ne mažiau kaip 20 | ✓ tenkinama | 25,0 |

    ## Parengties patikros

    | Patikra | Būsena | Ko trūksta |
    | --- | --- | --- |
    | Pasirengta dotacijai | ? dar nežinoma | nariai apmokyti (laukiama atsakymų: PEO-02) |

    ## Rekomendacijos

    - **Taupykite** (svarba – didelė). Atidėkite pinigų.
    - **Burkite komandą** (svarba – maža). Vieno žmogaus per maža.

    """#,
  ]
}
