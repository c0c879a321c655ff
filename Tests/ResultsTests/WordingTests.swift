import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit
import Testing

@testable import Language

@Suite struct WordingTests {
  @Test(arguments: ["en", "lt"])
  func everyProblemAndEveryRefusalHasItsWords(language: String) throws {
    let texts = Texts.texts(try #require(Texts.available.first { $0.rawValue == language }))
    let names = Set(texts.names)
    // Only the terminal meets what follows from other answers, or cannot be written in a file.
    let terminalOnly: Set<Problem.Code> = [
      .constraint, .required, .evidenceMissing, .conditionFailed,
    ]
    var needed = Problem.Code.allCases.map(\.rawValue)
    needed += Problem.Code.allCases.filter { !terminalOnly.contains($0) }
      .map { "assessment." + $0.rawValue.dropFirst("answer.".count) }
    let actions: [ResultsError.Action] = [
      .read, .list, .write, .flush, .rename, .lock, .create, .createFolder,
    ]
    needed += actions.map {
      ResultsError.refused($0, path: "", errno: 1).diagnostic.code.rawValue
    }
    #expect(needed.filter { !names.contains($0) } == [])
  }

  @Test func findingsReadAsSentences() throws {
    let model = try Fixture.model()
    let text = "members: 0\nlegal_form: asociation\nhandover: true\nmembres: 1\n"
    let read = AnswersFile.read(SourceFile(name: "a.yaml", text: text), on: model)
    #expect(
      read.diagnostics.printed(in: LanguageTag("lt")) == """
        a.yaml:1:10: klaida: skaičius nėra tarp 1 ir 500 [assessment.number-outside-limits]
           | members: 0
           |          ^
        a.yaml:2:13: klaida: klausimas neturi varianto „asociation“ [assessment.unknown-choice]
           | legal_form: asociation
           |             ^~~~~~~~~~
           = gal turėta omenyje „association“?
        a.yaml:3:11: klaida: „true“ čia netinka: turi būti yes (taip) arba no (ne) [assessment.wrong-value]
           | handover: true
           |           ^~~~
        a.yaml:4:1: klaida: klausimo „membres“ nėra [assessment.unknown-question]
           | membres: 1
           | ^~~~~~~
           = gal turėta omenyje „members“?

        """)
  }
}
