import Diagnostics
import Language
import Questionnaire
import TestKit
import Testing

/// A model with one mistake: ⟦…⟧ marks where the finding must point.
struct Mistake: CustomTestStringConvertible, Sendable {
  let code: String
  let text: String

  init(_ code: String, _ text: String) {
    self.code = code
    self.text = text
  }

  var testDescription: String { code }

  static let questions = [
    Mistake("questionnaire.missing-key", "{⟦ask⟧: A, answer: yes_no}"),
    Mistake("questionnaire.missing-key", "{⟦id⟧: a, answer: yes_no}"),
    Mistake("questionnaire.unknown-key", "{id: a, ask: A, answer: yes_no, ⟦wieght⟧: 2}"),
    Mistake("questionnaire.invalid-id", "{id: ⟦Ą b⟧, ask: A, answer: yes_no}"),
    Mistake("questionnaire.reserved-id", "{id: ⟦level⟧, ask: A, answer: yes_no}"),
    Mistake("questionnaire.duplicate-id", "{id: ⟦first⟧, ask: A, answer: yes_no}"),
    Mistake("questionnaire.invalid-option", "{id: a, ask: A, answer: ⟦yesno⟧}"),
    Mistake("questionnaire.one-kind", "{id: a, ask: A, answer: ⟦{year: {}, date: {}}⟧}"),
    Mistake("questionnaire.too-few", "{id: a, ask: A, answer: {⟦ladder⟧: [Only]}}"),
    Mistake(
      "questionnaire.limits-reversed",
      "{id: a, ask: A, answer: {percent: ⟦{min: 9, max: 3}⟧}, weight: 0}"),
    Mistake("questionnaire.points-missing", "{id: ⟦a⟧, ask: A, answer: percent}"),
    Mistake(
      "questionnaire.points-not-for-kind", "{id: a, ask: A, answer: text, points: ⟦[{is: 5}]⟧}"),
    Mistake(
      "questionnaire.points-count", "{id: a, ask: A, answer: {ladder: [x, y]}, points: ⟦[1, 2, 3]⟧}"
    ),
    Mistake(
      "questionnaire.points-out-of-scale", "{id: a, ask: A, answer: percent, points: [{is: ⟦6⟧}]}"),
    Mistake(
      "questionnaire.bands-hole",
      "{id: a, ask: A, answer: percent, points: [{below: 10, is: 1}, ⟦{below: 20, is: 2}⟧]}"),
    Mistake(
      "questionnaire.bands-overlap",
      "{id: a, ask: A, answer: percent, points: [{below: 10, is: 1}, {below: ⟦10⟧, is: 2}, {is: 3}]}"
    ),
    Mistake(
      "questionnaire.band-unreachable",
      "{id: a, ask: A, answer: percent, points: [{below: ⟦0⟧, is: 1}, {is: 3}]}"),
    Mistake(
      "questionnaire.points-conflict",
      "{id: a, ask: A, answer: percent, points: {linear: {from: 0, to: 9}, expression: ⟦this⟧}}"),
    Mistake(
      "questionnaire.invalid-number", "{id: a, ask: A, answer: {text: {lines: ⟦0⟧}}, weight: 0}"),
    Mistake("questionnaire.weight-negative", "{id: a, ask: A, answer: yes_no, weight: ⟦-1⟧}"),
    Mistake("questionnaire.invalid-number", "{id: a, ask: A, answer: yes_no, weight: ⟦much⟧}"),
    Mistake("questionnaire.wrong-shape", "{id: a, ask: A, answer: yes_no, required: ⟦perhaps⟧}"),
    Mistake(
      "questionnaire.hidden-character", #"{id: a, ask: "Red ⟦\e⟧[31m", answer: yes_no}"#),
    Mistake(
      "questionnaire.hidden-character", #"{id: a, ask: "Turned ⟦\u202e⟧", answer: yes_no}"#),
    Mistake("questionnaire.empty-text", "{id: a, ask: ⟦\"\"⟧, answer: yes_no}"),
    Mistake("questionnaire.unknown-reference", "{id: a, ask: A, answer: yes_no, forms: [⟦brief⟧]}"),
    Mistake("expression.unknown-name", "{id: a, ask: A, answer: yes_no, show_if: ⟦membrs⟧ > 3}"),
    Mistake(
      "expression.unknown-name",
      "{id: a, ask: A, answer: yes_no, show_if: \"members > 3 \\\n            && ⟦totl⟧ > 2\"}"),
    Mistake(
      "expression.integer-division",
      "{id: a, ask: A, answer: integer, points: {expression: ⟦this / 2⟧ + 1}}"),
    Mistake(
      "expression.negative-comparison",
      "{id: a, ask: A, answer: yes_no, show_if: members > 2 && ⟦first != 1⟧}"),
    Mistake("expression.never-true", "{id: a, ask: A, answer: yes_no, show_if: ⟦first > 3⟧}"),
    Mistake("expression.always-true", "{id: a, ask: A, answer: yes_no, show_if: ⟦members >= 1⟧}"),
    Mistake("questionnaire.cycle", "{id: a, ask: A, answer: yes_no, show_if: ⟦a == 'yes'⟧}"),
    Mistake(
      "questionnaire.later-question",
      "{id: a, ask: A, answer: yes_no, show_if: ⟦b == 'yes'⟧}\n      - {id: b, ask: B, answer: yes_no}"
    ),
  ]

  static let rules = [
    Mistake("questionnaire.unknown-reference", "peers: {region: ⟦first⟧}"),
    Mistake("questionnaire.peer-kind", "peers: {field: ⟦members⟧}"),
    Mistake("questionnaire.peer-bands", "peers: {size: {of: members, bands: ⟦[20, 20]⟧}}"),
    Mistake("questionnaire.peer-bands", "peers: {size: {of: members, bands: ⟦[]⟧}}"),
    Mistake("questionnaire.invalid-number", "peers: {size: {of: members, bands: [⟦many⟧]}}"),
    Mistake("questionnaire.missing-key", "peers: {age: {⟦of⟧: members}}"),
    Mistake("questionnaire.wrong-shape", "levels: ⟦3⟧"),
    Mistake(
      "questionnaire.threshold-out-of-range",
      "levels: [{id: a, title: A, requires: {total: ⟦120⟧}}]"),
    Mistake(
      "questionnaire.threshold-falls",
      "levels: [{id: a, title: A, requires: {total: 20}}, {id: ⟦b⟧, title: B, requires: {total: 10}}]"
    ),
    Mistake(
      "questionnaire.unknown-reference",
      "levels: [{id: a, title: A, requires: {capacities: {⟦humn⟧: 10}}}]"),
    Mistake(
      "expression.unknown-name",
      "levels: [{id: a, title: A, gates: [{id: g, if: ⟦level⟧ > 1, say: G}]}]"),
    Mistake(
      "expression.true-unanswered",
      "levels: [{id: a, title: A, gates: [{id: g, if: '⟦!answered(members)⟧', say: G}]}]"),
    Mistake(
      "expression.true-unanswered",
      "recommendations: [{id: r, when: '⟦coalesce(members, 0) != 1⟧', priority: low, title: R, say: S}]"
    ),
    Mistake(
      "questionnaire.invalid-option",
      "recommendations: [{id: r, when: members > 1, priority: ⟦urgent⟧, title: R, say: S}]"),
    Mistake("questionnaire.unknown-key", "⟦recommendation⟧: []"),
    Mistake("questionnaire.form-empty", "forms: [{id: ⟦brief⟧, title: Brief}]"),
    Mistake("yaml.duplicate-key", "⟦title⟧: Again"),
    Mistake(
      "questionnaire.unknown-reference",
      "level_caps: [{id: c, if: members > 1, at_most: ⟦low⟧, say: S}]"),
    Mistake(
      "questionnaire.quota-too-large",
      "levels: [{id: a, title: A, gates: [{id: g, at_least: ⟦3⟧, of: [members > 1, members > 2], say: G}]}]"
    ),
    Mistake(
      "questionnaire.one-of",
      "levels: [{id: a, title: A, gates: [{id: g, if: members > 1, of: ⟦[members > 1]⟧, say: G}]}]"),
    Mistake(
      "questionnaire.one-of",
      "levels: [{id: a, title: A, gates: [{⟦id⟧: g, of: [members > 1], say: G}]}]"),
    Mistake(
      "questionnaire.quota-too-large",
      "levels: [{id: a, title: A, requires: {practices: {should: ⟦50⟧}}}]"),
    Mistake(
      "questionnaire.unknown-reference",
      "levels: [{id: a, title: A, requires: {every_capability: ⟦mil1⟧}}]"),
    Mistake(
      "questionnaire.duplicate-id",
      "levels: [{id: a, title: A}]\ncapability_levels: [{id: ⟦a⟧, title: A}]"),
    Mistake(
      "questionnaire.threshold-falls",
      "levels: [{id: a, title: A, requires: {capacities: {human: 20}}}, {id: ⟦b⟧, title: B, requires: {capacities: {human: 10}}}]"
    ),
    Mistake(
      "expression.unknown-name",
      "levels: [{id: a, title: A, gates: [{id: g, if: ⟦met⟧.first, say: G}]}]"),
  ]

  /// What is well written and can never come about. Answers: `members` from 1, `first` 1–3.
  static let unreachable = [
    // Where one comparison alone can never hold, that one is told.
    Mistake(
      "expression.never-true",
      "levels: [{id: a, title: A, gates: [{id: g, if: ⟦first > 3⟧, say: G}]}]"),
    Mistake(
      "questionnaire.never-true",
      "levels: [{id: a, title: A, gates: [{id: g, at_least: 1, of: [first == 3, ⟦first == 2 && a == 'yes' && first == 3⟧], say: G}]}]"
    ),
    // The number of members is not gone through, and need not be.
    Mistake(
      "expression.never-true",
      "levels: [{id: a, title: A, gates: [{id: g, if: ⟦first > 3⟧ && members > 2, say: G}]}]"),
    Mistake(
      "questionnaire.never-true",
      "checks: [{id: c, title: C, conditions: [{id: d, if: ⟦points.first > 5.0⟧, say: S}]}]"),
    Mistake(
      "expression.never-true",
      "level_caps: [{id: c, if: completeness < 0.0 && ⟦first > 3⟧, at_most: a, say: S}]\nlevels: [{id: a, title: A}]"
    ),
    Mistake(
      "questionnaire.never-true",
      "recommendations: [{id: r, when: ⟦level > 2⟧, title: T, say: S}]\nlevels: [{id: a, title: A}, {id: b, title: B}]"
    ),
    Mistake(
      "questionnaire.level-without-practices", "capability_levels: [{id: ⟦mil1⟧, title: M}]"),
  ]

  /// A capacity more.
  static let nodes = [
    Mistake("questionnaire.missing-key", "{⟦id⟧: b, questions: [$q]}"),
    Mistake("questionnaire.duplicate-id", "{id: ⟦human⟧, title: B, questions: [$q]}"),
    Mistake(
      "questionnaire.invalid-option", "{id: b, title: B, roll_up: ⟦average⟧, questions: [$q]}"),
    Mistake(
      "questionnaire.invalid-number", "{id: b, title: B, roll_up: {best: ⟦0⟧}, questions: [$q]}"),
    Mistake(
      "questionnaire.line-flat", "{id: b, title: B, scale: ⟦{from: 3, to: 3}⟧, questions: [$q]}"),
    Mistake(
      "questionnaire.negative-scale",
      "{id: b, title: B, roll_up: ⟦geometric_mean⟧, scale: {from: -1, to: 1}, questions: [$q]}"),
    Mistake(
      "questionnaire.unequal-weights",
      "{id: b, title: B, roll_up: ⟦median⟧, questions: [$q, {id: r, ask: R, answer: yes_no, weight: 2}]}"
    ),
    Mistake(
      "questionnaire.nothing-scored",
      "{id: ⟦b⟧, title: B, questions: [{id: r, ask: R, answer: text, weight: 0}]}"),
    Mistake(
      "questionnaire.nothing-weighs",
      "{id: b, title: B, parts: [{id: ⟦c⟧, title: C, weight: 0, questions: [$q]}]}"),
    Mistake(
      "questionnaire.threshold-out-of-range",
      "{id: b, title: B, scale: {from: 0, to: 3}, questions: [$q], caps: [{id: c, if: first > 1, at_most: ⟦4⟧, say: S}]}"
    ),
    Mistake(
      "expression.unknown-name",
      "{id: b, title: B, questions: [$q], caps: [{id: c, if: ⟦total⟧ > 1.0, at_most: 4, say: S}]}"),
    Mistake(
      "questionnaire.sum-direction",
      "{id: b, title: B, roll_up: ⟦sum⟧, questions: [$q], parts: [{id: c, title: C, roll_up: mean, scale: {from: 9, to: 0}, questions: [{id: r, ask: R, answer: yes_no}]}]}"
    ),
    Mistake(
      "questionnaire.unknown-reference",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, aspect: ⟦done⟧}]}"),
    Mistake(
      "questionnaire.practice-undecided",
      "{id: b, title: B, questions: [$q, {id: r, ask: R, answer: text, weight: 0, practice: ⟦{}⟧}]}"
    ),
    Mistake(
      "questionnaire.met-without-practice",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: text, points: ⟦met⟧}]}"),
    Mistake(
      "questionnaire.unknown-reference",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, practice: {level: ⟦gold⟧}}]}"),
    Mistake(
      "questionnaire.unknown-reference",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, practice: {after: [⟦first⟧]}}]}"
    ),
    Mistake(
      "questionnaire.without-effect",
      "{id: b, title: B, questions: [$q, {id: r, ask: R, answer: yes_no, weight: 0, reverse: ⟦true⟧}]}"
    ),
    Mistake(
      "questionnaire.effort-count",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, improve: {effort: ⟦[1, 2]⟧}}]}"
    ),
    Mistake(
      "questionnaire.one-of",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, improve: ⟦{effort: 1, per_year: 2}⟧}]}"
    ),
    Mistake(
      "questionnaire.renaming-kept",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, renamed_from: [⟦first⟧]}]}"),
    Mistake(
      "questionnaire.too-few",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: {⟦single⟧: [{id: x, en: X}, {id: y, en: Y, retired: true}]}, weight: 0}, {id: r, ask: R, answer: yes_no}]}"
    ),
    Mistake(
      "expression.never-true",
      "{id: b, title: B, questions: [$q, {id: r, ask: R, answer: {ladder: [x, y]}, practice: {if: ⟦this == 3⟧}}]}"
    ),
    Mistake(
      "expression.never-true",
      "{id: b, title: B, questions: [$q], caps: [{id: c, if: ⟦first == 4⟧, at_most: 5, say: S}]}"),
    Mistake(
      "questionnaire.never-true",
      "{id: b, title: B, questions: [$q, {id: r, ask: R, answer: yes_no, show_if: ⟦q == 'yes' && q == 'no'⟧}]}"
    ),
    Mistake(
      "expression.never-true",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: {ladder: [x, y]}, require: [{if: ⟦this > 2⟧, say: S}]}]}"
    ),
    Mistake(
      "questionnaire.band-unreachable",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: {integer: {min: 0}}, points: [{below: 10.2, is: 1}, {below: ⟦10.8⟧, is: 2}, {is: 5}]}]}"
    ),
    Mistake(
      "questionnaire.band-unreachable",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: percent, points: [{below: 101, is: 1}, ⟦{is: 5}⟧]}]}"
    ),
    Mistake(
      "questionnaire.band-unreachable",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: {multiple: [{id: x, en: X}, {id: y, en: Y}]}, points: [{below: 1, is: 1}, {below: 3, is: 4}, ⟦{is: 5}⟧]}]}"
    ),
    Mistake(
      "questionnaire.practice-cycle",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, practice: ⟦{after: [r]}⟧}, {id: r, ask: R, answer: yes_no, practice: {if: met.q}}]}"
    ),
    Mistake(
      "questionnaire.practice-cycle",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, points: met, practice: ⟦{if: points.q > 1.0}⟧}]}"
    ),
    Mistake(
      "questionnaire.score-cycle",
      "{id: b, title: B, questions: [$q], caps: [{id: c, if: ⟦score.b > 5.0⟧, at_most: 4, say: S}]}"
    ),
    Mistake(
      "questionnaire.score-cycle",
      "{id: b, title: B, parts: [{id: c, title: C, questions: [$q], caps: [{id: d, if: score.e > 5.0, at_most: 4, say: S}]}, {id: e, title: E, questions: [{id: r, ask: R, answer: yes_no}], caps: [{id: f, if: ⟦capacity.b > 5.0⟧, at_most: 4, say: S}]}]}"
    ),
    Mistake("questionnaire.path-missing", "{id: b, title: B, roll_up: ⟦path⟧, questions: [$q]}"),
    Mistake(
      "questionnaire.path-kind",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: integer, leads_to: ⟦{1: 2}⟧}]}"),
    Mistake(
      "questionnaire.path-open",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, leads_to: ⟦{'yes': 5}⟧}]}"),
    Mistake(
      "questionnaire.path-unreached",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, leads_to: {'yes': 5, 'no': 1}}, {id: ⟦r⟧, ask: R, answer: yes_no, leads_to: {'yes': 5, 'no': 1}}]}"
    ),
    Mistake(
      "questionnaire.points-out-of-scale",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, leads_to: {'yes': ⟦6⟧, 'no': 1}}]}"
    ),
    Mistake(
      "questionnaire.path-conflict",
      "{id: b, title: B, roll_up: ⟦mean⟧, questions: [{id: q, ask: Q, answer: yes_no, leads_to: {'yes': 5, 'no': 1}}]}"
    ),
    Mistake(
      "questionnaire.path-conflict",
      "{id: b, title: B, questions: [{id: q, ask: Q, answer: yes_no, weight: ⟦2⟧, leads_to: {'yes': 5, 'no': 1}}]}"
    ),
    Mistake(
      "questionnaire.cycle",
      "{id: b, title: B, questions: [{id: ⟦q⟧, ask: Q, answer: yes_no, leads_to: {'yes': q, 'no': 1}}]}"
    ),
  ]
}

@Suite struct MistakeTests {
  @Test(arguments: Mistake.questions) func isFoundInQuestion(_ mistake: Mistake) {
    expect(mistake.code, in: ModelText.around(question: mistake.text))
  }

  @Test(arguments: Mistake.rules) func isFoundInRules(_ mistake: Mistake) {
    expect(mistake.code, in: ModelText.around(more: mistake.text))
  }

  @Test(arguments: Mistake.nodes) func isFoundInNode(_ mistake: Mistake) {
    let node = mistake.text.replacing("$q", with: "{id: q, ask: Q, answer: yes_no}")
    expect(mistake.code, in: ModelText.around(more: "  - " + node))
  }

  @Test(arguments: Mistake.unreachable) func isFoundAsUnreachable(_ mistake: Mistake) {
    expect(mistake.code, in: ModelText.around(more: mistake.text))
  }

  private func expect(_ code: String, in text: String) {
    let marked = Marked(text)
    let findings = Questionnaire.load(SourceFile(name: "small.yaml", text: marked.text)).diagnostics
    let found = findings.map {
      "\($0.code.rawValue) \($0.place.map { "\($0.range)" } ?? "nowhere")"
    }
    #expect(found == marked.ranges.map { "\(code) \($0)" })
  }

  @Test func everyMistakeIsReportedInOneRunAndInBothLanguages() {
    let text = ModelText.around(
      question: "{id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}",
      more: "levels: [{id: top, title: Top, gates: [{id: g, if: first == 'x', say: G}]}]")
    let findings = Questionnaire.load(SourceFile(name: "small.yaml", text: text)).diagnostics
    #expect(
      findings.printed() == """
        small.yaml:13:10: error: the key “ask” is missing here [questionnaire.missing-key]
           |       - {id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}
           |          ^~
           = add `ask:` to this block
        small.yaml:13:42: error: the name “membrs” is not known [expression.unknown-name]
           |       - {id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}
           |                                          ^~~~~~
           = did you mean “members”?
        small.yaml:13:55: error: the key “wieght” is not known here [questionnaire.unknown-key]
           | … {id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}
           |                                                 ^~~~~~
           = did you mean “weight”?
        small.yaml:14:52: error: “==” does not work between int and string [expression.operand-types]
           | …ls: [{id: top, title: Top, gates: [{id: g, if: first == 'x', say: G}]}]
           |                                                 ^~~~~~~~~~~~
           = both sides must be of one type; convert one of them: int(…), double(…), string(…)

        """)
    #expect(
      findings.printed(in: LanguageTag("lt")) == """
        small.yaml:13:10: klaida: čia trūksta rakto „ask“ [questionnaire.missing-key]
           |       - {id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}
           |          ^~
           = įrašykite į šį bloką `ask:`
        small.yaml:13:42: klaida: vardas „membrs“ nežinomas [expression.unknown-name]
           |       - {id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}
           |                                          ^~~~~~
           = gal turėta omenyje „members“?
        small.yaml:13:55: klaida: raktas „wieght“ čia nežinomas [questionnaire.unknown-key]
           | … {id: a, answer: yes_no, show_if: membrs >= 3, wieght: 2}
           |                                                 ^~~~~~
           = gal turėta omenyje „weight“?
        small.yaml:14:52: klaida: ženklas „==“ netinka tarp tipų int ir string [expression.operand-types]
           | …ls: [{id: top, title: Top, gates: [{id: g, if: first == 'x', say: G}]}]
           |                                                 ^~~~~~~~~~~~
           = abi pusės turi būti to paties tipo; vieną jų paverskite: int(…), double(…), string(…)

        """)
  }
}
