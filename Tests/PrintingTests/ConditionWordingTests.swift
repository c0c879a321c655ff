import Diagnostics
import Documents
import Foundation
import Language
import Printing
import Questionnaire
import Testing

/// Conditions as sentences, in both languages.
@Suite struct ConditionWordingTests {
  /// One question of every kind, parts, named scores, practices, a check and capability levels.
  private static let yaml = """
    questionnaire: wording
    version: 1.0.0
    languages: [en, lt]
    title: {en: Wording, lt: Žodžiai}
    scoring:
      points: {from: 1, to: 5}
      aspects: {of: [{id: doing, title: {en: Doing, lt: Darbai}}, {id: writing, title: {en: Writing, lt: Raštai}}]}
    profile:
      - {id: founded, code: P1, ask: {en: Since when?, lt: Nuo kada?}, answer: year}
      - {id: members, code: P2, ask: {en: Members?, lt: Kiek narių?}, answer: integer}
      - {id: turnover, code: P3, ask: {en: Turnover?, lt: Apyvarta?}, answer: {money: {currency: EUR}}}
      - {id: signed, code: P4, ask: {en: Signed on?, lt: Kada pasirašyta?}, answer: date}
      - {id: form, code: P5, ask: {en: Which form?, lt: Kokia forma?}, answer: {single: [{id: a, en: Association, lt: Asociacija}, {id: b, en: Company, lt: Bendrovė}, {id: c, en: None, lt: Jokia}]}}
      - {id: types, code: P6, ask: {en: Which types?, lt: Kokie tipai?}, answer: {multiple: [{id: sme, en: Firms, lt: Įmonės}, {id: ngo, en: Societies, lt: Draugijos}]}}
      - {id: name, code: P7, ask: {en: The name?, lt: Koks pavadinimas?}, answer: text}
    capacities:
      - id: people
        title: {en: People, lt: Žmonės}
        questions:
          - {id: leader, code: Q1, ask: {en: Who leads?, lt: Kas vadovauja?}, answer: {ladder: [{en: Nobody, lt: Niekas}, {en: One, lt: Vienas}, {en: A team, lt: Komanda}]}, asked_of: [manager, members], confirm: facilitator}
          - {id: plan, code: Q2, ask: {en: A plan?, lt: Ar yra planas?}, answer: yes_no, practice: {level: begun}, asked_of: [manager, members]}
          - {id: active, code: Q3, ask: {en: Active?, lt: Kokia dalis aktyvi?}, answer: percent, points: [{below: 50, is: 1}, {is: 5}], asked_of: [manager, members]}
          - {id: open, ask: {en: Is it open?, lt: Ar atvira?}, answer: yes_no}
      - id: money
        title: {en: Money, lt: Pinigai}
        questions:
          - {id: reserve, code: Q4, ask: {en: A reserve?, lt: Ar yra atsarga?}, answer: yes_no}
    capability_levels:
      - {id: begun, title: {en: Begun, lt: Pradėta}}
      - {id: managed, title: {en: Managed, lt: Valdoma}}
    levels:
      - {id: low, title: {en: Low, lt: Žemas}}
      - {id: high, title: {en: High, lt: Aukštas}, requires: {total: 50}}
    checks:
      - {id: ready, title: {en: Ready, lt: Pasirengta}, conditions: [{id: five, if: members >= 5, say: {en: five, lt: penki}}]}
    recommendations:
      - {id: advice, when: CONDITION, priority: low, title: {en: Advice, lt: Patarimas}, say: {en: Do it., lt: Darykite.}}
    """

  @Test(arguments: [
    // Numbers, with the signs that answers have.
    ("members >= 5", "P2 is at least 5", "P2 – ne mažiau kaip 5"),
    ("5 > members", "P2 is less than 5", "P2 – mažiau nei 5"),
    ("members <= 5", "P2 is at most 5", "P2 – ne daugiau kaip 5"),
    ("members != 5", "P2 is not 5", "P2 – ne 5"),
    ("active > 12.5", "Q3 is more than 12.5%", "Q3 – daugiau nei 12,5 %"),
    ("turnover >= 1000000", "P3 is at least €1,000,000", "P3 – ne mažiau kaip 1 000 000 €"),
    // Steps by number and title; between two of them there is none.
    ("leader >= 2", "Q1 is at least step 2 (“One”)", "Q1 – bent 2 pakopa („Vienas“)"),
    ("leader > 2", "Q1 is at least step 3 (“A team”)", "Q1 – bent 3 pakopa („Komanda“)"),
    ("leader < 2", "Q1 is at most step 1 (“Nobody”)", "Q1 – daugiausia 1 pakopa („Niekas“)"),
    ("leader == 3", "Q1 is step 3 (“A team”)", "Q1 – 3 pakopa („Komanda“)"),
    ("leader != 3", "Q1 is not step 3 (“A team”)", "Q1 – ne 3 pakopa („Komanda“)"),
    (
      "leader in [1, 3]", "Q1 is step 1 (“Nobody”) or step 3 (“A team”)",
      "Q1 – 1 pakopa („Niekas“) arba 3 pakopa („Komanda“)"
    ),
    // Choices by their titles.
    ("plan == 'yes'", "Q2 is “yes”", "Q2 – „taip“"),
    ("form == 'a'", "P5 is “Association”", "P5 – „Asociacija“"),
    ("form in ['a', 'b']", "P5 is “Association” or “Company”", "P5 – „Asociacija“ arba „Bendrovė“"),
    (
      "form != 'a' && form != 'b'", "P5 is neither “Association” nor “Company”",
      "P5 – nei „Asociacija“, nei „Bendrovė“"
    ),
    (
      "(form == 'a' || form == 'b') && members > 3",
      "(P5 is “Association” or “Company”) and P2 is more than 3",
      "(P5 – „Asociacija“ arba „Bendrovė“) ir P2 – daugiau nei 3"
    ),
    ("'sme' in types", "“Firms” is ticked in P6", "P6 – pažymėta „Įmonės“"),
    ("!('sme' in types)", "“Firms” is not ticked in P6", "P6 – nepažymėta „Įmonės“"),
    (
      "count(types) >= 2", "the number of answers ticked in P6 is at least 2",
      "P6 pažymėtų atsakymų skaičius – ne mažiau kaip 2"
    ),
    ("open == 'yes'", "“Is it open?” is “yes”", "„Ar atvira?“ – „taip“"),
    // Years and days.
    (
      "reporting_year - founded >= 5",
      "the number of years from P1 to the reporting year is at least 5",
      "metų skaičius nuo P1 iki ataskaitinių metų – ne mažiau kaip 5"
    ),
    ("founded <= 2020", "P1 is not later than 2020", "P1 – ne vėliau kaip 2020"),
    (
      "signed >= date('2026-07-01')", "P4 is not earlier than 1 July 2026",
      "P4 – ne anksčiau kaip 2026 m. liepos 1 d."
    ),
    // Computed values.
    ("members + 2 > 5", "P2 plus 2 is more than 5", "P2 plius 2 – daugiau nei 5"),
    (
      "turnover * active / 100.0 >= 2000000.0", "P3 × Q3 ÷ 100 is at least €2,000,000",
      "P3 × Q3 ÷ 100 – ne mažiau kaip 2 000 000 €"
    ),
    (
      "turnover / (members + 1) > 5.0", "P3 ÷ (P2 plus 1) is more than €5",
      "P3 ÷ (P2 plius 1) – daugiau nei 5 €"
    ),
    ("double(members) / 2.0 >= 5.0", "P2 ÷ 2 is at least 5", "P2 ÷ 2 – ne mažiau kaip 5"),
    (
      "sum(members, leader) > 4", "(the sum of P2, Q1) is more than 4",
      "(šių dydžių suma: P2, Q1) – daugiau nei 4"
    ),
    (
      "max(capacity.people, capacity.money) - min(capacity.people, capacity.money) >= 40.0",
      "the highest score of a capacity minus the lowest score of a capacity is at least 40",
      "didžiausias pajėgumų įvertis minus mažiausias pajėgumų įvertis – ne mažiau kaip 40"
    ),
    (
      "(members > 10 ? 2 : 1) == leader", "(2 if P2 is more than 10; else 1) is Q1",
      "(2, jei P2 – daugiau nei 10; kitais atvejais 1) – Q1"
    ),
    (
      "members > 10 ? plan == 'yes' : open == 'yes'",
      "if P2 is more than 10, Q2 is “yes”, and if not, “Is it open?” is “yes”",
      "jei P2 – daugiau nei 10, tai Q2 – „taip“, o jei ne – „Ar atvira?“ – „taip“"
    ),
    // Scores, levels, changes.
    ("total >= 50.0", "the total is at least 50", "bendras įvertis – ne mažiau kaip 50"),
    (
      "score.people.writing < 20.5", "the score of “People, Writing” is less than 20.5",
      "„Žmonės, Raštai“ įvertis – mažiau nei 20,5"
    ),
    ("points.leader == 5.0", "the number of points for Q1 is 5", "balai už Q1 – 5"),
    (
      "level >= 2", "the level reached is at least level 2 (“High”)",
      "pasiektas brandos lygis – bent 2 lygis („Aukštas“)"
    ),
    (
      "capability.people == 0", "the capability level of “People” is none",
      "„Žmonės“ gebėjimų lygis – joks"
    ),
    ("completeness < 80.0", "the completeness is less than 80%", "išsamumas – mažiau nei 80 %"),
    (
      "abs(change.total) < 3.0",
      "the change of the total since the round before (up or down) is less than 3",
      "bendro įverčio pokytis nuo ankstesnio vertinimo (į bet kurią pusę) – mažiau nei 3"
    ),
    // Members.
    (
      "leader - members_mean.leader >= 1.0",
      "Q1 minus the mean of members’ answers to Q1 is at least 1",
      "Q1 minus narių atsakymų į Q1 vidurkis – ne mažiau kaip 1"
    ),
    (
      "members_mean.plan < 0.5", "the share of members who answer “yes” to Q2 is less than 50%",
      "dalis narių, į Q2 atsakiusių „taip“ – mažiau nei 50 %"
    ),
    (
      "members_mean.active >= 30.0", "the mean of members’ answers to Q3 is at least 30%",
      "narių atsakymų į Q3 vidurkis – ne mažiau kaip 30 %"
    ),
    // What is true or false by itself.
    (
      "confirmed.leader", "a facilitator has confirmed Q1",
      "atsakymą į Q1 patvirtino fasilitatorius"
    ),
    (
      "!confirmed.leader", "no facilitator has confirmed Q1",
      "atsakymo į Q1 fasilitatorius nepatvirtino"
    ),
    ("met.plan", "the practice of Q2 is fulfilled", "įvykdyta praktika Q2"),
    ("!check.ready", "the check “Ready” is not met", "netenkinama patikra „Pasirengta“"),
    (
      "met.plan == false", "the practice of Q2 is not fulfilled", "neįvykdyta praktika Q2"
    ),
    // Missing answers.
    ("answered(members)", "P2 is answered", "atsakyta į P2"),
    ("!answered(members)", "P2 is not answered", "neatsakyta į P2"),
    ("answered(score.people)", "the score of “People” is known", "yra žinoma: „Žmonės“ įvertis"),
    (
      "countAnswered([members, turnover]) >= 1",
      "(how many of these are known: P2, P3) is at least 1",
      "(kiek iš šių žinoma: P2, P3) – ne mažiau kaip 1"
    ),
    (
      "coalesce(members, 0) > 5", "(P2, or, where that is not known, 0) is more than 5",
      "(P2, o jei nežinoma – 0) – daugiau nei 5"
    ),
    // Grouping and denial.
    (
      "members >= 5 && (plan == 'yes' || leader > 2)",
      "P2 is at least 5 and (Q2 is “yes” or Q1 is at least step 3 (“A team”))",
      "P2 – ne mažiau kaip 5 ir (Q2 – „taip“ arba Q1 – bent 3 pakopa („Komanda“))"
    ),
    (
      "!(members >= 5 && plan == 'yes')", "P2 is less than 5 or Q2 is not “yes”",
      "P2 – mažiau nei 5 arba Q2 – ne „taip“"
    ),
    (
      "members > 1 || leader > 2 || plan == 'yes' || active > 5.0",
      "at least one of these holds:\n1) P2 is more than 1\n2) Q1 is at least step 3 (“A team”)\n"
        + "3) Q2 is “yes”\n4) Q3 is more than 5%",
      "tenkinama bent viena iš šių sąlygų:\n1) P2 – daugiau nei 1\n"
        + "2) Q1 – bent 3 pakopa („Komanda“)\n3) Q2 – „taip“\n4) Q3 – daugiau nei 5 %"
    ),
    // What has no words is a formula, with what its names stand for.
    (
      "name.startsWith('A') && members > 5",
      "the formula P7.startsWith('A') holds and P2 is more than 5\nP2 – Members?\nP7 – The name?",
      "tenkinama formulė P7.startsWith('A') ir P2 – daugiau nei 5\nP2 – Kiek narių?\n"
        + "P7 – Koks pavadinimas?"
    ),
    (
      "!types.exists(t, t != 'sme')",
      "it is not so that the formula P6.exists(t, t != 'sme') holds\nP6 – Which types?",
      "netiesa, kad tenkinama formulė P6.exists(t, t != 'sme')\nP6 – Kokie tipai?"
    ),
  ]) func sentence(_ expression: String, _ english: String, _ lithuanian: String) throws {
    let yaml = Self.yaml.replacing("CONDITION", with: "\"\(expression)\"")
    let model = try #require(
      Questionnaire.load(SourceFile(name: "wording.yaml", text: yaml)).value)
    let told = ["en", "lt"].map { language in
      Document.printed(model, in: LanguageTag(language)).blocks.compactMap { block in
        if case .definitions(let items) = block { items.first?.text } else { nil }
      }.last?.replacing("\u{A0}", with: " ")
    }
    #expect(told == [english, lithuanian])
  }
}
