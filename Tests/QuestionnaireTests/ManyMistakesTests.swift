import Diagnostics
import Questionnaire
import Testing

@Suite struct ManyMistakesTests {
  /// Looking for the nearest name takes a search through all of them; it ends after fifty.
  @Test func nearestNamesAreLookedForInTheFirstExpressionsOnly() {
    let questions = (0..<80).map { number in
      let condition = number == 0 ? "" : "\n        show_if: qestion_0 == 'yes'"
      return """
              - id: question_\(number)
                ask: Question \(number)?
                answer: yes_no\(condition)
        """
    }
    let model = """
      questionnaire: many
      version: 1.0.0
      languages: [en]
      title: Many
      capacities:
        - id: all
          title: All
          questions:

      """
    let text = model + questions.joined(separator: "\n") + "\n"
    let findings = Questionnaire.load(SourceFile(name: "many.yaml", text: text)).diagnostics
      .filter { $0.code.rawValue == "expression.unknown-name" }
    #expect(findings.map { $0.arguments["suggestion"] != nil } == (0..<79).map { $0 < 50 })
  }
}
