import Foundation
import TestKit
import Testing

/// `branda test`: the vectors beside a model, their differences, and the rules they miss.
@Suite struct TestCommandTests {
  private static let vectors = """
    tests: short
    vectors:
      - name: a team
        answers: {members: 12, coordination: 3, handover: 'yes', training: 50, services: [fairs]}
        expect:
          scores: {human: 87.5, total: 70}
    """

  @Test func differencesAndMissedRulesAreShown() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    try folder.write(Self.vectors, to: "short.tests.yaml")
    let run = try Program.run(["test", "short.yaml"], in: folder)
    #expect(run.end == .exited(1))
    #expect(
      run.errors.hasPrefix(
        """
        short.tests.yaml:6:36: error: “total” scores 68.75, not 70 [test.score]
           |       scores: {human: 87.5, total: 70}
           |                                    ^~
           in the vector “a team”
        short.yaml:37:18: warning: no vector leaves out the question “handover” [test.unreached-hidden]

        """))
    #expect(
      run.output == """
        short.yaml: 1 vector, 2 expectations, 1 difference; 5 of 15 outcomes of rules reached

        """)
    let lithuanian = try Program.run(["test", "short.yaml", "--lang", "lt"], in: folder)
    #expect(
      lithuanian.output == """
        short.yaml: 1 atvejis, 2 laukiami rezultatai, 1 neatitiktis; taisyklių baigčių pasiekta: 5 iš 15

        """)
  }

  @Test func withoutVectorsThereIsNothingToRun() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let run = try Program.run(["test", "short.yaml"], in: folder)
    #expect(run.end == .exited(66))
    #expect(run.errors == "branda: there is no file “short.tests.yaml”\n")
  }
}
