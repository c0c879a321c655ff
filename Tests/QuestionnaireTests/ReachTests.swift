import Diagnostics
import Questionnaire
import TestKit
import Testing

/// How far scores can go, as `level-unreachable` tells: the bound is met by some answers, so a level
/// exactly on it stays silent and one just above it does not.
@Suite struct ReachTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let node: String
    let best: String
    let above: String

    var testDescription: String { node }
  }

  /// Points run from 0 to 10; `q(…)` is a ladder of three steps with these points.
  static let cases = [
    Case(node: "questions: [q(0, 4, 8)]", best: "80", above: "80.01"),
    Case(node: "questions: [q(2, 4, 8) reverse: true]", best: "80", above: "80.01"),
    Case(node: "questions: [q(0, 4, 8), q(0, 1, 6) weight: 3]", best: "65", above: "65.01"),
    Case(node: "roll_up: minimum, questions: [q(0, 4, 8), q(0, 1, 6)]", best: "60", above: "60.01"),
    Case(
      node: "roll_up: median, questions: [q(0, 4, 8), q(0, 1, 6), q(0, 1, 2)]", best: "60",
      above: "60.01"),
    Case(
      node: "roll_up: {best: 2}, questions: [q(0, 4, 8), q(0, 1, 6), q(0, 1, 2)]", best: "70",
      above: "70.01"),
    Case(node: "roll_up: sum, questions: [q(0, 4, 8), q(0, 1, 6)]", best: "14", above: "14.01"),
    // What may drop out raises the mean by doing so, and lowers it to nobody.
    Case(
      node: "questions: [q(0, 4, 8), q(0, 1, 2) show_if: p == 'yes']", best: "80", above: "80.01"),
    Case(
      node: "questions: [q(0, 4, 8), q(0, 1, 2) not_applicable: allowed]", best: "80",
      above: "80.01"),
    Case(
      node: "not_applicable: zero, questions: [q(0, 4, 8), q(0, 1, 2) not_applicable: allowed]",
      best: "50", above: "50.01"),
    Case(
      node: "scale: {from: 0, to: 3}, parts: [{id: b, title: B, questions: [q(0, 4, 5)]}]",
      best: "1.5", above: "1.51"),
    Case(
      node: "questions: [{id: x, ask: X, answer: yes_no, leads_to: {'yes': 9, 'no': 1}}]",
      best: "90", above: "90.01"),
  ]

  @Test(arguments: cases) func levelsAreReachableUpToTheBest(_ item: Case) {
    for (needed, expected) in [
      (item.best, []), (item.above, ["10:7 warning questionnaire.level-unreachable"]),
    ] {
      var questions = 0
      var node = item.node
      while let call = node.firstMatch(of: /q\(([0-9, ]+)\)((?: \w+: (?:\w+ == 'yes'|\w+))?)/) {
        questions += 1
        let more = call.output.2.isEmpty ? "" : "," + call.output.2
        node.replaceSubrange(
          call.range,
          with:
            "{id: q\(questions), ask: Q?, answer: {ladder: [x, y, z]}, points: [\(call.output.1)]\(more)}"
        )
      }
      let text = """
        questionnaire: reach
        version: 1.0.0
        languages: [en]
        title: Reach
        scoring: {points: {from: 0, to: 10}}
        profile: [{id: p, ask: P?, answer: yes_no}]
        capacities:
        - {id: a, title: A, \(node)}
        levels:
        - id: low
          title: Low
          requires: {capacities: {a: \(needed)}}
        """
      let loaded = Questionnaire.load(SourceFile(name: "reach.yaml", text: text))
      #expect(loaded.diagnostics.summary == expected, "\(loaded.diagnostics.printed())")
    }
  }
}
