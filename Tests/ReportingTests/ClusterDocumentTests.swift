import Diagnostics
import Documents
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

  @Test(arguments: ["en", "lt"]) func clusterReport(_ language: String) throws {
    let before = try SmallModel.assessed(period: "2025", SmallModel.complete)
    let now = try SmallModel.assessed(
      SmallModel.ofEachState, earlier: [.init(period: "2025", score: before.score)])
    let document = Document.clusterReport(of: ReportedCluster(now), in: LanguageTag(language))
    #expect(MarkdownRenderer().text(document) == Self.reports[language])
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

    **Level 1 of 2: Beginning**. Total 33.3 (between 27.8 and 38.9, depending on the answers still open).

    | Capacity | Score | 0–100 | Range | Coverage |
    | --- | --: | --- | --: | --: |
    | People | 50.0 | █████▒▒░░░ | 33.3–66.7 | 1 of 2 |
    | Money | 25.0 | ███░░░░░░░ | 25.0 | 2 of 2 |
    | **Total** | 33.3 | ███▒░░░░░░ | 27.8–38.9 | 3 of 4 |

    ## Conditions of the next level, Growing

    | Condition | State | Now |
    | --- | --- | --- |
    | total at least 70 | ✗ not met | 33.3 |
    | there is a reserve | ✗ not met |  |
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

    **1 lygis iš 2: Pradedantis**. Bendras įvertis 33,3 (nuo 27,8 iki 38,9, nelygu, kokie bus likę atsakymai).

    | Pajėgumai | Įvertis | 0–100 | Ribos | Išsamumas |
    | --- | --: | --- | --: | --: |
    | Žmonės | 50,0 | █████▒▒░░░ | 33,3–66,7 | 1 iš 2 |
    | Pinigai | 25,0 | ███░░░░░░░ | 25,0 | 2 iš 2 |
    | **Bendras** | 33,3 | ███▒░░░░░░ | 27,8–38,9 | 3 iš 4 |

    ## Kito lygio (Augantis) sąlygos

    | Sąlyga | Būsena | Dabar |
    | --- | --- | --- |
    | bendras įvertis ne mažesnis kaip 70 | ✗ netenkinama | 33,3 |
    | yra atsarga | ✗ netenkinama |  |
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

  private static let reports = [
    "en": #"""
    # Maturity report: Alfa

    - **Cluster:** Alfa
    - **Period:** 2026
    - **Questionnaire:** Small model, version 1.2.0
    - **Status:** draft
    - **Coverage:** 3 of 4 answered; 1 question not applicable

    ## Summary

    **Level 1 of 2: Beginning**. Total 33.3 (between 27.8 and 38.9, depending on the answers still open). The first step is made.

    ### Strengths

    - People: **50.0**

    ### Gaps

    - Money: **25.0**

    ### Next steps

    1. **Save**. Put money aside.
    2. **Form a team**. One person is too few.

    ## Profile by capacity

    | Capacity | Score | 0–100 | Range | Coverage |
    | --- | --: | --- | --: | --: |
    | People | 50.0 | █████▒▒░░░ | 33.3–66.7 | 1 of 2 |
    | Money | 25.0 | ███░░░░░░░ | 25.0 | 2 of 2 |
    | **Total** | 33.3 | ███▒░░░░░░ | 27.8–38.9 | 3 of 4 |

    ## Conditions of the next level, Growing

    | Condition | State | Now |
    | --- | --- | --- |
    | total at least 70 | ✗ not met | 33.3 |
    | there is a reserve | ✗ not met |  |
    | half of the members are trained | ? not known yet | waiting for answers: PEO-02 |
    | People at least 20 | ✓ met | 50.0 |
    | Money at least 20 | ✓ met | 25.0 |

    ## Changes since 2025

    | Capacity | 2025 | Now | Change |
    | --- | --: | --: | --: |
    | People | 95.0 | 50.0 | -45.0 |
    | Money | 83.3 | 25.0 | -58.3 |
    | **Total** | 87.2 | 33.3 | -53.9 |

    ## Answers

    ### People

    **50.0** (between 33.3 and 66.7, depending on the answers still open; 1 of 2 answered)

    Who does the work.

    | Question | Answer | Points | Comments and evidence |
    | --- | --- | --: | --- |
    | PEO-01 Who runs it? | 2. Somebody | 3 | Part-time<br>Evidence: Contract 4 |
    | PEO-02 Share of members trained? | no data | – |  |
    | PEO-03 Patents? | not applicable: A service cluster | – |  |

    ### Money

    **25.0** (2 of 2 answered)

    | Question | Answer | Points | Comments and evidence |
    | --- | --- | --: | --- |
    | MON-01 Is there a reserve? | no | 1 | confidential |
    | MON-03 Sources of income? | Fees | 3 |  |

    Not asked: MON-02; answered before and put aside: MON-02.

    ### About the cluster

    | Question | Answer | Comments and evidence |
    | --- | --- | --- |
    | PRO-01 How many members? | 1,200 |  |

    ## Readiness checks

    | Check | State | What is missing |
    | --- | --- | --- |
    | Ready for the grant | ? not known yet | members are trained (waiting for answers: PEO-02) |

    ## Recommendations

    - **Save** (priority: high). Put money aside.
    - **Form a team** (priority: low). One person is too few.

    ## How the numbers come about

    - **Total**: 33.3; weighted mean: Σ weight × score ÷ Σ weight = 100 ÷ 3
      - **People**: 50.0; weight 1; weighted mean: Σ weight × score ÷ Σ weight = 100 ÷ 2 (small.yaml:14)
      - **Money**: 25.0; weight 2; weighted mean: Σ weight × score ÷ Σ weight = 50 ÷ 2 (small.yaml:35)

    - **Level 1 of 2: Beginning**; the highest whose conditions, and those of all below, are met
      - **Level 1, Beginning**: met (small.yaml:58)
      - **Level 2, Growing**: not met (small.yaml:61)
        - **total at least 70**: not met; is 33.3 (small.yaml:61)
        - **People at least 20**: met; is 50.0 (small.yaml:61)
        - **Money at least 20**: met; is 25.0 (small.yaml:61)
        - **there is a reserve**: not met; reserve == 'yes': reserve = 'no' (small.yaml:65)
        - **half of the members are trained**: not known yet; training \>= 50: training = unknown; waiting for answers: PEO-02 (small.yaml:66)

    Down to each answer: branda explain alfa

    ## Method and limits

    - An answer earns 1 to 5 points; its score is 0 for the fewest points and 100 for the most, and proportional in between.
    - The score of a capacity is the weighted mean of its questions’ scores.
    - The total is the weighted mean of the capacities’ scores.
    - A capacity has a score only if at least 40% of the weight of its applicable questions is answered; the total needs a score for every capacity.
    - The range beside a score shows what it would be if every answer still open turned out the worst or the best.
    - A level is reached when its thresholds and must-haves, and those of every lower level, are met. A condition that cannot be decided yet counts as not met for now.
    - Scores are computed exactly and rounded only where they are shown: to one decimal place, halves away from zero.
    - A score comes from the cluster’s own answers only; other clusters never change it.

    ### How missing answers count

    - **unanswered:** left out of the score
    - **no data:** left out of the score
    - **not applicable:** left out of the score

    ## Privacy

    This report shows the cluster’s own answers, including the confidential ones. Everyone who receives it sees them.

    """#,
    "lt": #"""
    # Brandos ataskaita: Alfa

    - **Klasteris:** Alfa
    - **Laikotarpis:** 2026
    - **Klausimynas:** Mažas modelis, 1.2.0 versija
    - **Būsena:** juodraštis
    - **Išsamumas:** atsakyta 3 iš 4; 1 klausimas netaikomas

    ## Santrauka

    **1 lygis iš 2: Pradedantis**. Bendras įvertis 33,3 (nuo 27,8 iki 38,9, nelygu, kokie bus likę atsakymai). Žengtas pirmas žingsnis.

    ### Stiprybės

    - Žmonės: **50,0**

    ### Spragos

    - Pinigai: **25,0**

    ### Tolesni žingsniai

    1. **Taupykite**. Atidėkite pinigų.
    2. **Burkite komandą**. Vieno žmogaus per maža.

    ## Pajėgumų profilis

    | Pajėgumai | Įvertis | 0–100 | Ribos | Išsamumas |
    | --- | --: | --- | --: | --: |
    | Žmonės | 50,0 | █████▒▒░░░ | 33,3–66,7 | 1 iš 2 |
    | Pinigai | 25,0 | ███░░░░░░░ | 25,0 | 2 iš 2 |
    | **Bendras** | 33,3 | ███▒░░░░░░ | 27,8–38,9 | 3 iš 4 |

    ## Kito lygio (Augantis) sąlygos

    | Sąlyga | Būsena | Dabar |
    | --- | --- | --- |
    | bendras įvertis ne mažesnis kaip 70 | ✗ netenkinama | 33,3 |
    | yra atsarga | ✗ netenkinama |  |
    | apmokyta pusė narių | ? dar nežinoma | laukiama atsakymų: PEO-02 |
    | Žmonės – ne mažiau kaip 20 | ✓ tenkinama | 50,0 |
    | Pinigai – ne mažiau kaip 20 | ✓ tenkinama | 25,0 |

    ## Pokyčiai nuo 2025

    | Pajėgumai | 2025 | Dabar | Pokytis |
    | --- | --: | --: | --: |
    | Žmonės | 95,0 | 50,0 | −45,0 |
    | Pinigai | 83,3 | 25,0 | −58,3 |
    | **Bendras** | 87,2 | 33,3 | −53,9 |

    ## Atsakymai

    ### Žmonės

    **50,0** (nuo 33,3 iki 66,7, nelygu, kokie bus likę atsakymai; atsakyta 1 iš 2)

    Kas dirba.

    | Klausimas | Atsakymas | Balai | Pastabos ir įrodymai |
    | --- | --- | --: | --- |
    | PEO-01 Kas vadovauja? | 2. Kažkas | 3 | Part-time<br>Įrodymai: Contract 4 |
    | PEO-02 Apmokytų narių dalis? | nėra duomenų | – |  |
    | PEO-03 Patentai? | netaikoma: A service cluster | – |  |

    ### Pinigai

    **25,0** (atsakyta 2 iš 2)

    | Klausimas | Atsakymas | Balai | Pastabos ir įrodymai |
    | --- | --- | --: | --- |
    | MON-01 Ar yra atsarga? | ne | 1 | konfidencialu |
    | MON-03 Pajamų šaltiniai? | Mokesčiai | 3 |  |

    Neklausta: MON-02; anksčiau atsakyta ir atidėta: MON-02.

    ### Apie klasterį

    | Klausimas | Atsakymas | Pastabos ir įrodymai |
    | --- | --- | --- |
    | PRO-01 Kiek narių? | 1 200 |  |

    ## Parengties patikros

    | Patikra | Būsena | Ko trūksta |
    | --- | --- | --- |
    | Pasirengta dotacijai | ? dar nežinoma | nariai apmokyti (laukiama atsakymų: PEO-02) |

    ## Rekomendacijos

    - **Taupykite** (svarba – didelė). Atidėkite pinigų.
    - **Burkite komandą** (svarba – maža). Vieno žmogaus per maža.

    ## Kaip apskaičiuota

    - **Bendras įvertis**: 33,3; svertinis vidurkis: Σ svoris × įvertis ÷ Σ svoris = 100 ÷ 3
      - **Žmonės**: 50,0; svoris 1; svertinis vidurkis: Σ svoris × įvertis ÷ Σ svoris = 100 ÷ 2 (small.yaml:14)
      - **Pinigai**: 25,0; svoris 2; svertinis vidurkis: Σ svoris × įvertis ÷ Σ svoris = 50 ÷ 2 (small.yaml:35)

    - **1 lygis iš 2: Pradedantis**; aukščiausias, kurio ir visų žemesnių lygių sąlygos tenkinamos
      - **1 lygis, Pradedantis**: tenkinama (small.yaml:58)
      - **2 lygis, Augantis**: netenkinama (small.yaml:61)
        - **bendras įvertis ne mažesnis kaip 70**: netenkinama; yra 33,3 (small.yaml:61)
        - **Žmonės – ne mažiau kaip 20**: tenkinama; yra 50,0 (small.yaml:61)
        - **Pinigai – ne mažiau kaip 20**: tenkinama; yra 25,0 (small.yaml:61)
        - **yra atsarga**: netenkinama; reserve == 'yes': reserve = 'no' (small.yaml:65)
        - **apmokyta pusė narių**: dar nežinoma; training \>= 50: training = nežinoma; laukiama atsakymų: PEO-02 (small.yaml:66)

    Iki kiekvieno atsakymo: branda explain alfa

    ## Metodas ir jo ribos

    - Už atsakymą skiriama nuo 1 iki 5 balų; mažiausią balų skaičių atitinka įvertis 0, didžiausią – 100, tarpiniai skaičiuojami proporcingai.
    - Pajėgumų įvertis – jų klausimų įverčių svertinis vidurkis.
    - Bendras įvertis – pajėgumų įverčių svertinis vidurkis.
    - Pajėgumai turi įvertį tik tada, kai atsakyti klausimai sudaro bent 40 % taikomų klausimų svorio; bendram įverčiui reikia visų pajėgumų įverčių.
    - Ribos šalia įverčio rodo, koks jis būtų, jei visi dar nepateikti atsakymai būtų patys blogiausi arba patys geriausi.
    - Lygis pasiektas, kai tenkinamos jo ir visų žemesnių lygių ribos ir būtinosios sąlygos. Sąlyga, kurios dar negalima patikrinti, kol kas laikoma netenkinama.
    - Įverčiai skaičiuojami tiksliai ir apvalinami tik rodant – iki vieno skaitmens po kablelio, pusė – tolyn nuo nulio.
    - Įvertis priklauso tik nuo paties klasterio atsakymų; kiti klasteriai jo nekeičia.

    ### Kaip vertinami trūkstami atsakymai

    - **neatsakyta:** į įvertį neįtraukiama
    - **nėra duomenų:** į įvertį neįtraukiama
    - **netaikoma:** į įvertį neįtraukiama

    ## Privatumas

    Šioje ataskaitoje rodomi paties klasterio atsakymai, taip pat ir konfidencialūs. Juos matys kiekvienas, gavęs ataskaitą.

    """#,
  ]
}
