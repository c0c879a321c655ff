import Diagnostics
import Numbers
import Questionnaire
import Scoring
import TestKit
import TestVectors
import Testing

@Suite struct TestVectorTests {
  private let model = Questionnaire.load(SourceFile(name: "short.yaml", text: shortModel)).value

  private func suite(_ text: String) throws -> Checked<TestSuite?> {
    TestSuite.read(SourceFile(name: "short.tests.yaml", text: text), on: try #require(model))
  }

  @Test func vectorsThatHoldGiveNoDifference() throws {
    let suite = try #require(try suite(sound).value)
    let outcome = suite.run()
    #expect(outcome.results.flatMap(\.differences).summary == [])
    #expect(outcome.results.map(\.vector.name) == ["a team", "two people", "nobody yet"])
    #expect(outcome.reach.findings.printed() == missed)
    #expect(outcome.reach.count - outcome.reach.reached == outcome.reach.findings.count)
  }

  @Test func everyKindOfDifferenceStandsAtItsExpectation() throws {
    let marked = Marked(wrong)
    let suite = try #require(try suite(marked.text).value)
    let differences = suite.run().results.flatMap(\.differences)
    #expect(differences.map(\.place?.range) == marked.ranges)
    #expect(differences.printed() == differencesInEnglish)
  }

  @Test(arguments: broken) func brokenFilesAreLocatedFindings(_ text: String, _ found: String)
    throws
  {
    let checked = try suite(text)
    #expect(checked.value == nil)
    #expect(checked.diagnostics.summary.joined(separator: "\n") == found)
  }

  @Test(arguments: [
    ("57.5", "115/2", true), ("57.5", "172/3", false), ("172/3", "172/3", true),
    ("~57.33", "172/3", true), ("~57.34", "172/3", false), ("~57", "115/2", false),
    ("~58", "115/2", true), ("-3", "-3", true),
  ]) func numbersAreExactUnlessTheySayOtherwise(_ written: String, _ score: String, _ holds: Bool)
    throws
  {
    guard case .exactly(let value)? = ExpectedNumber(text: score) else {
      throw IssueFound()
    }
    #expect(ExpectedNumber(text: written)?.isMet(by: value) == holds)
  }

  private struct IssueFound: Error {}
}

private let sound = """
  tests: short
  vectors:
    - name: a team
      answers:
        members: 12
        coordination: 3
        handover: 'yes'
        training: 50
        services: [training, fairs]
        budget: 0
      expect:
        asked: [handover, training]
        points: {coordination: 5, training: 3, plan: none}
        scores: {human: 87.5, technical: 100, total: 93.75}
        ranges: {total: [93.75, 93.75]}
        level: emerging
        gates: {five: met}
        problems: [name, coordination, budget]
    - name: two people
      based_on: a team
      answers: {members: 2, coordination: 2}
      expect:
        not_asked: [training]
        scores: {human: ~66.7, total: 250/3}
        level: initiative
        gates: {five: unmet}
    - name: nobody yet
      answers: {coordination: 1}
      unanswered: [services]
      expect:
        scores: {human: 0, technical: none, total: none}
        ranges: {total: [0, 200/3]}
        gates: {five: unknown}
  """

private let missed = """
  short.yaml:47:13: warning: no vector gets the points of a band: services: 1 [test.unreached-band]
     |       - id: services
     |             ^~~~~~~~
  short.yaml:47:13: warning: no vector gets the points of a band: services: 3 [test.unreached-band]
     |       - id: services
     |             ^~~~~~~~
  short.yaml:65:18: warning: no vector answers “budget” against this condition [test.unreached-violated]
     |           - {if: this <= turnover, say: {lt: biudžetas negali viršyti apyvartos, en: the budget…
     |                  ^~~~~~~~~~~~~~~~
  short.yaml:66:18: warning: no vector answers “budget” as this condition requires [test.unreached-allowed]
     |           - {if: this > 0, say: {lt: biudžetas nulinis – ar tikrai?, en: "no budget at all: rea…
     |                  ^~~~~~~~

  """

private let wrong = """
  tests: short
  vectors:
    - name: a team
      answers: {members: 12, coordination: 3, handover: 'yes', training: 50, services: [fairs]}
      expect:
        asked: [training]
        not_asked: [⟦handover⟧]
        points: {coordination: ⟦4⟧}
        scores: {human: ⟦70⟧, technical: ⟦none⟧}
        ranges: {total: ⟦[0, 100]⟧}
        level: ⟦initiative⟧
        gates: {five: ⟦unmet⟧}
        problems: [⟦budget⟧, name, coordination]
  """

private let differencesInEnglish = """
  short.tests.yaml:7:19: error: “handover” is asked, but should not be [test.asked]
     |       not_asked: [handover]
     |                   ^~~~~~~~
     in the vector “a team”
  short.tests.yaml:8:30: error: “coordination” has 5 points, not 4 [test.points]
     |       points: {coordination: 4}
     |                              ^
     in the vector “a team”
  short.tests.yaml:9:23: error: “human” scores 87.5, not 70 [test.score]
     |       scores: {human: 70, technical: none}
     |                       ^~
     in the vector “a team”
  short.tests.yaml:9:38: error: “technical” scores 50, not none [test.score]
     |       scores: {human: 70, technical: none}
     |                                      ^~~~
     in the vector “a team”
  short.tests.yaml:10:23: error: “total” has the range 68.75 … 68.75, not 0 … 100 [test.range]
     |       ranges: {total: [0, 100]}
     |                       ^~~~~~~~
     in the vector “a team”
  short.tests.yaml:11:14: error: the level is “emerging”, not “initiative” [test.level]
     |       level: initiative
     |              ^~~~~~~~~~
     in the vector “a team”
  short.tests.yaml:12:21: error: “five” is met, not unmet [test.status]
     |       gates: {five: unmet}
     |                     ^~~~~
     in the vector “a team”
  short.tests.yaml:13:18: error: nothing is wrong with the answer to “budget”, but something should be [test.no-problem]
     |       problems: [budget, name, coordination]
     |                  ^~~~~~
     in the vector “a team”

  """

private let broken: [(String, String)] = [
  ("", "1:1 error test.empty"),
  ("tests: short\nvectors: []", "1:1 error test.empty"),
  ("tests: long\nvectors: []", "1:8 error test.other-questionnaire"),
  (
    "tests: short\nvectors:\n  - {name: a, expect: {}}\n  - {name: a, expect: {level: high}}",
    """
    3:23 error test.nothing-expected
    4:12 error test.repeated-name
    4:31 error test.unknown-level
    """
  ),
  (
    """
    tests: short
    vectors:
      - name: a
        based_on: b
        answers: {coordination: 7, colour: blue}
        unanswered: [shape]
        confirmed: none
        period: summer
        form: express
        members_mean: {coordination: high}
        speed: 3
        expect:
          scores: {social: 50, human: fifty}
          ranges: {total: [1]}
          level_range: [initiative]
          gates: {six: met, five: maybe}
          checks: {eccp: met}
          recommendations: [rest]
          verdict: good
    """,
    """
    4:15 error test.unknown-vector
    5:29 error assessment.unknown-step
    5:32 error assessment.unknown-question
    6:18 error assessment.unknown-question
    7:16 error test.unknown-word
    8:13 error assessment.invalid-period
    9:11 error assessment.unknown-form
    10:34 error test.not-a-number
    11:5 error assessment.unknown-key
    13:16 error test.unknown-score
    13:35 error test.not-a-number
    14:23 error test.not-a-range
    15:20 error test.not-a-range
    16:15 error test.unknown-gate
    16:31 error test.unknown-word
    17:16 error test.unknown-check
    18:25 error test.unknown-recommendation
    19:7 error assessment.unknown-key
    """
  ),
]
