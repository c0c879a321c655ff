import Diagnostics
import Numbers
import Questionnaire
import TestKit
import Testing

/// What a model says of the tree of scores, as the loader resolves it.
@Suite struct TreeTests {
  private func load(_ rest: String) throws -> Questionnaire {
    let text = """
      questionnaire: tree
      version: 1.0.0
      languages: [en]
      title: Tree

      """
    let loaded = Questionnaire.load(SourceFile(name: "tree.yaml", text: text + rest))
    return try #require(loaded.value, "\(loaded.diagnostics.printed())")
  }

  @Test func everyNodeKnowsItsPlaceAndWhatItInherits() throws {
    let model = try load(
      """
      scoring: {unanswered: zero, minimum_coverage: 0, scale: {from: 0, to: 3}}
      profile: [{id: p, ask: P?, answer: yes_no}]
      capacities:
        - id: a
          title: A
          roll_up: minimum
          not_applicable: full
          questions: [{id: a1, ask: Q?, answer: yes_no}]
          parts:
            - id: b
              title: B
              scale: {from: 100, to: 0}
              unanswered: block
              questions: [{id: b1, ask: Q?, answer: yes_no}, {id: b2, ask: Q?, answer: yes_no}]
              parts: [{id: c, title: C, roll_up: {best: 2}, questions: [{id: c1, ask: Q?, answer: yes_no}]}]
            - {id: d, title: D, weight: 0, questions: [{id: d1, ask: Q?, answer: yes_no}]}
        - {id: e, title: E, no_data: zero, questions: [{id: e1, ask: Q?, answer: yes_no}]}
      """)
    let nodes = model.nodes.map { node in
      let rule = node.rule
      return
        "\(node.id) in \(node.parent.map { "\($0)" } ?? "-") of \(node.capacity), \(node.depth) deep, "
        + "\(node.ownQuestions) of \(node.questions), below \(node.children): "
        + "\(rule.rollUp) \(rule.unanswered) \(rule.noData) \(rule.notApplicable) "
        + "\(rule.scale.from)…\(rule.scale.to)"
    }
    #expect(
      nodes == [
        "a in - of 0, 0 deep, 1..<2 of 1..<6, below [1, 3]: minimum zero exclude full 0…3",
        "b in 0 of 0, 1 deep, 2..<4 of 2..<5, below [2]: minimum block exclude full 100…0",
        "c in 1 of 0, 2 deep, 4..<5 of 4..<5, below []: best(2) block exclude full 0…3",
        "d in 0 of 0, 1 deep, 5..<6 of 5..<6, below []: minimum zero exclude full 0…3",
        "e in - of 1, 0 deep, 6..<7 of 6..<7, below []: mean zero zero exclude 0…3",
      ])
    #expect(model.capacities.map(\.id) == ["a", "e"])
    #expect(model.questions.map(\.node) == [nil, 0, 1, 1, 2, 3, 4])
    #expect(model.questions.map(\.capacity) == [nil, 0, 0, 0, 0, 0, 1])
  }

  /// Weights become lengths of rulers, and the ruler of the whole is as long as all of them.
  @Test func sumsHaveTheScaleOfTheirParts() throws {
    let model = try load(
      """
      scoring: {points: {from: 0, to: 4}, total: sum}
      capacities:
        - id: a
          title: A
          weight: 2
          roll_up: sum
          questions:
            - {id: a1, ask: Q?, answer: yes_no, weight: 3}
            - {id: a2, ask: Q?, answer: yes_no, scale: {from: -1, to: 1}}
            - {id: a3, ask: Q?, answer: yes_no, weight: 0}
          caps: [{id: low, if: a1 == 'no', at_most: 3.5, say: Low}]
        - id: b
          title: B
          roll_up: sum
          scale: {from: 0, to: 100}
          questions: [{id: b1, ask: Q?, answer: yes_no, reverse: true, weight: 2.5}]
      levels: [{id: l1, title: L}, {id: l2, title: L, requires: {total: 15, capacities: {a: 6}}}]
      """)
    #expect(model.questions.map(\.weight) == [12, 2, 0, 10])
    #expect(
      model.questions.indices.map(model.statedWeight) == [
        3, 1, 0, Rational(DecimalNumber(text: "2.5") ?? 0),
      ])
    #expect(model.questions.map(\.isReversed) == [false, false, false, true])
    #expect(model.nodes.map(\.rule.scale) == [Scale(from: -1, to: 13), Scale(from: 0, to: 100)])
    #expect(model.nodes.map(\.weight) == [28, 100])
    let total = model.scoring.total.scale
    #expect(total == Scale(from: -2, to: 126))
    #expect(model.nodes[0].rule.caps.map(\.highest) == [Rational(numerator: 450, denominator: 14)])
    #expect(model.levels[1].total == (try total.share(15)))
    #expect(model.levels[1].nodes == [0: 50])
  }

  @Test func practicesKnowTheirLevelsAndEachOther() throws {
    let model = try load(
      """
      scoring:
        practices: {not_applicable: left_out, justification: 20}
        aspects: {combine: {done: 3, written: 1}, of: [{id: done, title: D}, {id: written, title: W}]}
      capacities:
        - id: a
          title: A
          questions:
            - {id: q1, ask: Q?, answer: {ladder: [x, y, z]}, practice: {level: mil2, if: this >= 2, after: [q3]}}
            - {id: q2, ask: Q?, answer: percent, points: met, practice: {strength: should, if: this > 50.0 && met.q1}}
            - {id: q3, ask: Q?, answer: yes_no, aspect: written, practice: {level: gold, strength: suggested}}
          caps: [{id: c, if: "score.a.written < 10.0 || capability.a < 1", at_most: 50, say: S}]
      capability_levels: [{id: mil1, title: M}, {id: mil2, title: M}]
      levels:
        - {id: bronze, title: B}
        - id: gold
          title: G
          requires: {every_capability: mil2, capability: {a: mil1}, practices: {should: 50, suggested: {at_least: 1}}}
          gates:
            - {id: two, at_least: 2, of: [q1 > 1, met.q2, q3 == 'yes'], say: S}
            - {id: half, share: 50, of: [met.q1, score.a > 10.0], say: S}
      level_caps: [{id: c, if: q1 == 1, at_most: bronze, say: S}]
      """)
    let practices = model.questions.compactMap(\.practice).map {
      "\($0.level.map { "\($0)" } ?? "-") \($0.strength) \($0.condition?.source ?? "-") \($0.after)"
    }
    #expect(
      practices == [
        "capability(2) must this >= 2 [2]", "- should this > 50.0 && met.q1 []",
        "level(2) suggested - []",
      ])
    let policy = model.scoring.practices
    #expect(policy.notApplicable == .leftOut && policy.justification == 20)
    #expect(model.scoring.aspects == .mean([3, 1]) && model.questions.map(\.aspect) == [0, 0, 1])
    let level = model.levels[1]
    #expect(level.everyCapability == 2 && level.capability == [0: 1])
    #expect(level.practices == [.should: .share(50), .suggested: .count(1)])
    let gates = level.gates.map { gate in
      guard case .quota(let quota, let parts) = gate.rule else { return "" }
      return "\(quota) " + parts.map(\.source).joined(separator: "; ")
    }
    #expect(
      gates == ["count(2) q1 > 1; met.q2; q3 == 'yes'", "share(50) met.q1; score.a > 10.0"])
    #expect(model.levelCaps.map(\.level) == [1])
  }

  @Test func pathsDecideWhatIsAsked() throws {
    let model = try load(
      """
      scoring: {points: {from: 0, to: 10}}
      capacities:
        - id: a
          title: A
          questions:
            - {id: q1, ask: Q?, answer: yes_no, leads_to: {'no': 0, 'yes': q2}}
            - {id: q2, ask: Q?, answer: {ladder: [x, y, z]}, leads_to: {1: 2.5, 2: q3, 3: q3}}
            - {id: q3, ask: Q?, answer: {single: [{id: b, en: B}, {id: c, en: C}]}, leads_to: {c: 10, b: 7}}
        - {id: e, title: E, questions: [{id: e1, ask: Q?, answer: yes_no}]}
      """)
    let path = try #require(model.nodes[0].path)
    #expect(model.nodes.map(\.rule.rollUp) == [.path, .mean])
    #expect(
      path.questions.map(path.targets) == [
        [.end(points: 0), .question(1)],
        [.end(points: Rational(DecimalNumber(text: "2.5") ?? 0)), .question(2), .question(2)],
        [.end(points: 7), .end(points: 10)],
      ])
    #expect(
      model.questions.map { $0.showIf?.source } == [nil, "q1 == 'yes'", "q2 == 2 || q2 == 3", nil])
    #expect(model.dependencies.order.map(\.question) == [1, 2])
  }

  @Test func improvementsAndOldNames() throws {
    let model = try load(
      """
      profile:
        - {id: years, ask: Q?, answer: integer, improve: {per_year: 1}, renamed_from: [age]}
        - {id: fact, ask: Q?, answer: yes_no, improve: none}
      capacities:
        - id: a
          title: A
          questions:
            - {id: q1, ask: Q?, answer: {ladder: [x, y, z]}, improve: {effort: [1, 2]}}
            - {id: q2, ask: Q?, answer: yes_no, improve: {effort: 3}}
            - id: q3
              ask: Q?
              answer: {single: [{id: b, en: B, renamed_from: [old]}, {id: c, en: C}, {id: d, en: D, retired: true, points: 1}]}
              weight: 0
      """)
    #expect(
      model.questions.map(\.improvement) == [
        .perYear(1), .none, .steps([1, 2]), .effort(3),
        .effort(1),
      ])
    #expect(model.questions[0].renamedFrom == ["age"])
    #expect(model.questions[4].kind.choices.map(\.isRetired) == [false, false, true])
    #expect(model.questions[4].kind.choices.map(\.renamedFrom) == [["old"], [], []])
  }
}
