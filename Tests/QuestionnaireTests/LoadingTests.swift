import CEL
import Diagnostics
import Numbers
import Questionnaire
import TestKit
import Testing

@testable import Questionnaire

@Suite struct LoadingTests {
  /// FIPS 180-4 and NIST's example messages.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]) func digestsAsPublished(_ message: String, _ digest: String) {
    #expect(sha256(Array(message.utf8)) == digest)
  }

  @Test func readsEveryKindOfAnswerAndPoints() throws {
    let text = ModelText.around(
      scoring: "scoring: {points: {from: 0, to: 10}, roll_up: minimum}",
      question: """
        {id: a, ask: A, answer: {single: [{id: x, en: X, points: 0}, {id: y, en: Y, points: 7.5}]}, points: by_choice}
              - {id: b, ask: B, answer: {multiple: [{id: p, en: P}, {id: none, en: None, alone: true}]}, points: [{below: 1, is: 0}, {is: 10}]}
              - {id: c, ask: C, answer: {money: {currency: EUR, min: 0}}, points: {value: this / members, bands: [{below: 0.5, is: 1}, {is: 9}]}}
              - {id: d, ask: D, answer: percent, points: {linear: {from: 100, to: 0}}}
              - {id: e, ask: E, answer: {year: {min: 1990, max: 2030}}, points: {expression: 'double(reporting_year - this)'}}
              - {id: f, ask: F, answer: {date: {min: 2020-01-01}}, weight: 0, show_if: members >= 3, not_applicable: with_reason}
              - {id: g, ask: G, answer: {text: {lines: 4}}, weight: 0, confidential: true, confirm: facilitator, asked_of: [manager, members]}
        """,
      more:
        "levels: [{id: base, title: Base}, {id: top, title: Top, requires: {total: 62.5, every_capacity: 10}, gates: [{id: g1, if: capacity.human > 3 && review.gates_confirmed, say: G}]}]"
    )
    let loaded = Questionnaire.load(SourceFile(name: "small.yaml", text: text))
    #expect(loaded.diagnostics.printed() == "")
    let model = try #require(loaded.value)
    #expect(
      model.questions.map { "\($0.id) \($0.kind.name) \($0.points.short) \($0.isScored)" } == [
        "members integer unscored false", "first ladder 0 5 10 true", "a single 0 15/2 true",
        "b multiple ticked <1:0 :10 true", "c money value <1/2:1 :9 true",
        "d percent line 100…0 true", "e year expression true", "f date unscored false",
        "g text unscored false",
      ])
    #expect(model.levels.map(\.total) == [nil, Rational(numerator: 125, denominator: 2)])
    #expect(
      model.levels[1].gates[0].expressions[0].reads.map { model.slots.variable(in: $0) } == [
        .capacityScore(0), .gatesConfirmed,
      ])
    #expect(model.digest.hasPrefix("sha256:") && model.digest.count == 71)
  }

  @Test func everySlotIsTheSlotOfItsVariable() {
    let slots = SlotTable(questions: 3, capacities: 2, nodes: 3, aspects: 2, checks: 1)
    let variables = (0..<slots.count).map { slots.variable(in: .init(index: $0)) }
    #expect(Set(variables).count == slots.count && !variables.contains(nil))
    #expect(variables.compactMap { $0.map { slots.slot(of: $0).index } } == Array(0..<slots.count))
  }
}

extension PointsRule {
  fileprivate var short: String {
    switch self {
    case .unscored: "unscored"
    case .steps(let points): points.map(\.description).joined(separator: " ")
    case .choices(let points): points.map { $0?.description ?? "-" }.joined(separator: " ")
    case .bands(let bands, let measure):
      "\(measure.short) "
        + bands.map { "\($0.below.map { "<\($0)" } ?? ""):\($0.points)" }.joined(separator: " ")
    case .linear(let from, let to, _): "line \(from)…\(to)"
    case .expression: "expression"
    case .met: "met"
    }
  }
}

extension PointsRule.Measure {
  fileprivate var short: String {
    switch self {
    case .answer: "answer"
    case .ticked: "ticked"
    case .value: "value"
    }
  }
}
