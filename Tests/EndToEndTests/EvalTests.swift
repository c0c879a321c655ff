import Foundation
import TestKit
import Testing

/// `branda eval`: an expression alone, on a questionnaire, on answers, on a cluster's assessment.
@Suite struct EvalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var output = ""
    var errors = ""
    var exit: Int32 = 0
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases = [
    Case(
      arguments: ["1 + 2.5"],
      output: """
        Type   double
        Value  3.5

        """),
    Case(
      arguments: ["1 + 2.5", "--profile", "strict"],
      errors: """
        expression:1:1: error: “+” does not work between int and double [expression.operand-types]
           | 1 + 2.5
           | ^~~~~~~
           = both sides must be of one type; convert one of them: int(…), double(…), string(…)

        """, exit: 65),
    Case(
      arguments: ["members >= 5 && coordination > 1", "--questionnaire", "short.yaml"],
      output: """
        Type   bool
        Value  unknown

        Waiting for answers
          members       How many members has the cluster?
          coordination  Who runs the cluster from day to day?

        Because
          members >= 5 && coordination > 1 → unknown
            members >= 5 → unknown
              members → unknown
            coordination > 1 → unknown
              coordination → unknown

        """),
    Case(
      arguments: [
        "training > 10.0 || handover == 'yes' || members > 2", "--questionnaire", "short.yaml",
        "--answers", "answers.json", "--lang", "lt",
      ],
      output: """
        Tipas    bool
        Reikšmė  nežinoma

        Neklausiama
          handover  Ar yra perdavimo tvarka?
          training  Kiek darbuotojų mokėsi?

        Kas tai lėmė
          training > 10.0 || handover == 'yes' || members > 2 → nežinoma
            training > 10.0 → nežinoma
              training → nežinoma
            handover == 'yes' → nežinoma
              handover → nežinoma

        """),
    Case(
      arguments: [
        "handover == 'yes' && capacity.technical > 10", "--questionnaire", "short.yaml",
        "--answers", "answers.json",
      ],
      output: """
        Type   bool
        Value  unknown

        Not asked
          handover  Is there a handover procedure?

        Because
          handover == 'yes' && capacity.technical > 10 → unknown
            handover == 'yes' → unknown
              handover → unknown

        """),
    Case(
      arguments: [
        "reporting_year - 2000 > members && total >= 40", "--questionnaire", "short.yaml",
        "--cluster", "oak",
      ],
      output: """
        Type   bool
        Value  false

        Because
          reporting_year - 2000 > members && total >= 40 → false
            total >= 40 → false
              total → 25.0

        """),
    Case(
      arguments: ["membrs > 5 && 1 +", "--questionnaire", "short.yaml", "--lang", "lt"],
      errors: """
        reiškinys:1:1: klaida: vardas „membrs“ nežinomas [expression.unknown-name]
           | membrs > 5 && 1 +
           | ^~~~~~
           = gal turėta omenyje „members“?
        reiškinys:1:15: klaida: prie „&&“ čia turi būti sąlyga, o yra int [expression.not-condition]
           | membrs > 5 && 1 +
           |               ^~~
           = su kuo nors palyginkite, pavyzdžiui, `members > 0`
        reiškinys:1:18: klaida: reiškinys per anksti baigiasi [expression.unexpected-end]
           | membrs > 5 && 1 +
           |                  ^
           = pabaigoje trūksta reikšmės

        """, exit: 65),
    Case(
      arguments: [
        "100 / (members - 2)", "--questionnaire", "short.yaml", "--answers", "answers.json",
      ],
      output: """
        Type   int
        Value  error

        Because
          100 / (members - 2) → error
            members - 2 → 0
              members → 2

        """,
      errors: """
        expression:1:1: error: division by zero with “/” [expression.division-by-zero]
           | 100 / (members - 2)
           | ^~~~~~~~~~~~~~~~~~~
           = check before: x != 0 && a / x > 1

        """, exit: 1),
    Case(
      arguments: [
        "services == ['fairs'] && turnover > 1.0", "--questionnaire", "short.yaml", "--answers",
        "answers.json", "--format", "json",
      ],
      output: """
        {
          "explanation" : {
            "parts" : [
              {
                "parts" : [
                  {
                    "parts" : [

                    ],
                    "source" : "turnover",
                    "status" : "unknown",
                    "value" : null
                  }
                ],
                "source" : "turnover > 1.0",
                "status" : "unknown",
                "value" : null
              }
            ],
            "source" : "services == ['fairs'] && turnover > 1.0",
            "status" : "unknown",
            "value" : null
          },
          "expression" : "services == ['fairs'] && turnover > 1.0",
          "findings" : [

          ],
          "not_applicable" : [

          ],
          "not_asked" : [

          ],
          "schema" : "branda.evaluation/1",
          "status" : "unknown",
          "type" : "bool",
          "value" : null,
          "waiting_for" : [
            "turnover"
          ],
          "waiting_for_confirmation" : [

          ],
          "waiting_for_earlier_rounds" : false,
          "waiting_for_members" : [

          ],
          "without_points" : [

          ]
        }

        """),
    Case(
      arguments: ["{'a': [1, 2u, 0.5, null, b'a', 1.0 / 0.0]}", "--format", "json"],
      output: """
        {
          "explanation" : {
            "parts" : [

            ],
            "source" : "{'a': [1, 2u, 0.5, null, b'a', 1.0 / 0.0]}",
            "status" : "known",
            "value" : {
              "a" : [
                1,
                2,
                0.5,
                null,
                "b'a'",
                "inf"
              ]
            }
          },
          "expression" : "{'a': [1, 2u, 0.5, null, b'a', 1.0 / 0.0]}",
          "findings" : [

          ],
          "not_applicable" : [

          ],
          "not_asked" : [

          ],
          "schema" : "branda.evaluation/1",
          "status" : "known",
          "type" : "map(string, list(dyn))",
          "value" : {
            "a" : [
              1,
              2,
              0.5,
              null,
              "b'a'",
              "inf"
            ]
          },
          "waiting_for" : [

          ],
          "waiting_for_confirmation" : [

          ],
          "waiting_for_earlier_rounds" : false,
          "waiting_for_members" : [

          ],
          "without_points" : [

          ]
        }

        """),
    Case(
      arguments: ["members > 1", "--answers", "answers.json"],
      errors: """
        branda: --answers and --period need a questionnaire
          = name it: --questionnaire FILE

        """, exit: 64),
    Case(
      arguments: ["members > 1", "--answers", "answers.json", "--cluster", "oak"],
      errors: """
        branda: --answers and --cluster cannot both be given
          = name either a file of answers or a cluster

        """, exit: 64),
  ]

  @Test(arguments: cases) func shows(_ test: Case) throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    try folder.write(
      #"{"members": 2, "coordination": 1, "services": ["fairs"]}"#, to: "answers.json")
    _ = try Program.run(
      ["fill", "short.yaml", "--cluster", "oak", "--period", "2025", "--answers", "answers.json"],
      in: folder)
    let run = try Program.run(["eval"] + test.arguments, in: folder)
    #expect(run.output == test.output)
    #expect(run.errors == test.errors)
    #expect(run.end == .exited(test.exit))
  }

  @Test func theManualShowsWhatItDoes() throws {
    let manual = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/cel.md")
    let shown = try #require(Self.cases.first { $0.arguments[0].contains("coordination > 1") })
    let command = "$ branda eval '\(shown.arguments[0])' --questionnaire short.yaml\n"
    #expect(try String(contentsOf: manual, encoding: .utf8).contains(command + shown.output))
  }
}
