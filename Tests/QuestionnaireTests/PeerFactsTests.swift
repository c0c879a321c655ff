import Diagnostics
import Numbers
import Questionnaire
import TestKit
import Testing

@Suite struct PeerFactsTests {
  private static func text(_ peers: String) -> String {
    """
    questionnaire: small
    version: 1.0.0
    languages: [en]
    title: Small
    profile:
      - {id: field, ask: F, answer: {single: [{id: a, en: A}, {id: b, en: B}]}}
      - {id: place, ask: P, answer: {single: [{id: n, en: N}, {id: s, en: S}]}, confidential: true}
      - {id: members, ask: M, answer: {integer: {min: 1}}, confidential: true}
      - {id: founded, ask: Y, answer: {year: {min: 1990}}}
    capacities:
      - {id: c, title: C, questions: [{id: q, ask: Q, answer: yes_no}]}
    peers: \(peers)
    """
  }

  @Test func reading() throws {
    let text = Self.text(
      """
      {classifier: {id: NACE, version: 2.0}, field: field, size: {of: members, bands: [5, 7.5]},
        age: {of: founded, bands: [10]}, facts: [field]}
      """)
    let checked = Questionnaire.load(SourceFile(name: "m", text: text))
    #expect(checked.diagnostics.printed() == "")
    let peers = try #require(checked.value).peers
    #expect(peers.classifier == PeerFacts.Classifier(id: "NACE", version: "2.0"))
    #expect(peers.field == 0 && peers.region == nil && peers.others == [0])
    #expect(peers.questions == [0, 2, 3])
    #expect(peers.age?.isSinceYear == true && peers.size?.isSinceYear == false)
    let bands = ["4", "5", "7.4", "7.5", "900"].compactMap { DecimalNumber(text: $0) }
    #expect(bands.map { peers.size?.band(of: $0) } == [0, 1, 1, 2, 2])
  }

  /// A group is named by a choice, but not by the number that lies in its band.
  @Test(arguments: [
    "{region: ⟦place⟧}", "{facts: [field, ⟦place⟧]}",
  ]) func confidential(_ peers: String) {
    let marked = Marked(Self.text(peers))
    let findings = Questionnaire.load(SourceFile(name: "m", text: marked.text)).diagnostics
    #expect(findings.map(\.code.rawValue) == ["questionnaire.peer-confidential"])
    #expect(findings.compactMap(\.place?.range) == marked.ranges)
  }

  @Test(arguments: ["{size: {of: ⟦founded⟧, bands: [5]}}", "{age: {of: ⟦field⟧, bands: [5]}}"])
  func unfitKinds(_ peers: String) {
    let marked = Marked(Self.text(peers))
    let findings = Questionnaire.load(SourceFile(name: "m", text: marked.text)).diagnostics
    #expect(findings.map(\.code.rawValue) == ["questionnaire.peer-kind"])
    #expect(findings.compactMap(\.place?.range) == marked.ranges)
  }
}
