import Foundation
import TestKit
import Testing

/// What ends a run of `branda fill`: whole messages and exit codes.
@Suite struct ExitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var arguments: [String]
    var files: [String: String] = [:]
    var errors: String
    var code: Int32
  }

  static let cases: [Case] = [
    Case(
      testDescription: "no such file", arguments: ["nera.yaml", "--cluster", "a"],
      errors: "branda: nėra failo „nera.yaml“\n", code: 66),
    Case(
      testDescription: "no such id", arguments: ["nera", "--cluster", "a"],
      // Files of test vectors are no questionnaires.
      files: [
        "questionnaires/team.yaml": "questionnaire: team\n",
        "questionnaires/team.tests.yaml": "tests: []\n",
      ],
      errors: """
        branda: aplanke „questionnaires“ klausimyno „nera“ nėra; yra: team
          = nurodykite vieną iš jų arba kelią iki klausimyno failo

        """, code: 66),
    Case(
      testDescription: "an id with a slip", arguments: ["teem", "--cluster", "a"],
      files: ["questionnaires/team.yaml": "questionnaire: team\n"],
      errors: """
        branda: aplanke „questionnaires“ klausimyno „teem“ nėra; yra: team
          = gal turėta omenyje „team“?

        """, code: 66),
    Case(
      testDescription: "no such answers",
      arguments: ["short.yaml", "--cluster", "a", "--answers", "nera.yaml"],
      errors: "branda: nėra failo „nera.yaml“\n", code: 66),
    Case(
      testDescription: "no round of a year",
      arguments: ["short.yaml", "--cluster", "a", "--period", "2025-H1"],
      errors: """
        branda: „2025-H1“ nėra šio klausimyno laikotarpis
          = rašykite, pavyzdžiui, 2026

        """, code: 64),
    Case(
      testDescription: "no forms",
      arguments: ["short.yaml", "--cluster", "a", "--form", "express"],
      errors: "branda: klausimynas trumpesnių formų neturi\n", code: 64),
    Case(
      testDescription: "wrong answers",
      arguments: ["short.yaml", "--cluster", "a", "--answers", "a.yaml"],
      files: ["a.yaml": "mebers: 5\nservices: [training, fair]\ncoordination: 9\n"],
      errors: """
        a.yaml:1:1: klaida: klausimo „mebers“ nėra [assessment.unknown-question]
           | mebers: 5
           | ^~~~~~
           = gal turėta omenyje „members“?
        a.yaml:2:22: klaida: klausimas neturi varianto „fair“ [assessment.unknown-choice]
           | services: [training, fair]
           |                      ^~~~
           = gal turėta omenyje „fairs“?
        a.yaml:3:15: klaida: 9 pakopos nėra: klausimas turi 3 pakopas [assessment.unknown-step]
           | coordination: 9
           |               ^
        nieko neįrašyta: 3 klaidos

        """, code: 65),
    Case(
      testDescription: "answers that do not fit together",
      arguments: ["short.yaml", "--cluster", "a", "--period", "2025", "--answers", "a.yaml"],
      files: ["a.yaml": "turnover: 100\nbudget: 200\nhandover: yes\n"],
      errors: """
        a.yaml:2:1: klaida: klausimo „budget“ atsakymas nedera: biudžetas negali viršyti apyvartos [fill.answer-constraint]
           | budget: 200
           | ^~~~~~
        a.yaml:3:1: pastaba: klausimas „handover“ šiam klasteriui neaktualus; atsakymas išsaugomas, bet neskaičiuojamas [fill.answer-parked]
           | handover: yes
           | ^~~~~~~~
        nieko neįrašyta: 1 klaida

        """, code: 65),
  ]

  /// A name that would act on what stands around it, wherever it is shown.
  @Test(arguments: [
    ("", "the name is blank"), (" \u{A0}", "the name is blank"),
    ("a\nb", "the name contains a line break, a control character or a mark"),
    ("a\u{1B}[2Jb", "the name contains a line break"),
    ("a\u{202E}b", "the name contains a line break"),
    (String(repeating: "ė", count: 201), "the name is longer than 200 characters\n"),
  ])
  func aNameIsOneLine(_ name: String, _ sentence: String) throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let run = try Program.run(
      ["fill", "short.yaml", "--cluster", "oak", "--name", name], in: folder)
    #expect(run.end == .exited(64) && run.output == "")
    #expect(run.errors.hasPrefix("branda: " + sentence), "\(run.errors)")
    #expect(!folder.exists("results"))
  }

  /// The command that was meant, whatever follows the slip.
  @Test(arguments: [
    (["skor", "--lang", "en"], "did you mean “score”?"),
    (["scor"], "did you mean “score”?"), (["xyz"], "commands: lint, test,"),
  ])
  func namesTheCommandThatWasMeant(_ arguments: [String], _ help: String) throws {
    let run = try Program.run(arguments, in: try Folder())
    #expect(run.output == "" && run.end == .exited(64))
    #expect(
      run.errors.hasPrefix("branda: there is no command “\(arguments[0])”\n  = " + help),
      "\(run.errors)")
  }

  /// The words of the parser of arguments: where its English ones change, they are not found any more.
  @Test(arguments: [
    (["score", "--foo"], "Klaida: parinkties „--foo“ nėra; gal turėta omenyje „--set“?\n"),
    (["score", "-x"], "Klaida: parinkties „-x“ nėra\nNaudojimas: branda score "),
    (["fill", "a", "--cluster"], "Klaida: po „--cluster <id>“ trūksta reikšmės\n"),
    (["plan"], "Klaida: trūksta argumento „<klasteris>“\n"),
    (
      ["diff", "a", "b", "c", "d"],
      "Klaida: čia netinka argumentai (2): 'c', 'd'\nNaudojimas: branda diff "
    ),
    (
      ["score", "--format", "xml"],
      """
      Klaida: reikšmė „xml“ netinka: --format <formatas>; galima: text, json ir csv
      Paaiškinimas: --format <formatas>  Išvesties formatas
      Naudojimas:\u{20}
      """
    ),
    (["plan", "a", "b"], "Klaida: argumentas „b“ čia netinka\n"),
    (
      ["compare", "--minimum", "abc"],
      "Klaida: reikšmė „abc“ netinka: --minimum <skaičius>\n"
    ),
    (["score", "--quiet=3"], "Klaida: parinktis „--quiet“ reikšmės neima, o nurodyta „3“\n"),
  ])
  func usageErrorsSpeakTheLanguage(_ arguments: [String], _ said: String) throws {
    let run = try Program.run(arguments, in: try Folder(), language: "lt_LT.UTF-8")
    #expect(run.output == "" && run.end == .exited(64))
    #expect(run.errors.hasPrefix(said), "\(run.errors)")
    let help = try Program.run(["score", "--help"], in: try Folder(), language: "lt_LT.UTF-8")
    #expect(help.errors == "" && help.end == .exited(0))
    #expect(help.output.contains("\nNAUDOJIMAS: branda score ") && !help.output.contains("OPTIONS"))
  }

  /// A limit on the size of files is a sentence and a code, not the end by a signal.
  @Test func aLimitOnSizeIsAnError() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    try folder.write("plan: \(String(repeating: "ė", count: 500))", to: "a.yaml")
    let run = try Program.run(
      [
        "fill", "short.yaml", "--cluster", "oak", "--period", "2025", "--answers", "a.yaml",
        "--name", "Oak",
      ], in: folder, after: "ulimit -f 1")
    #expect(run.end == .exited(74))
    #expect(
      run.errors.hasPrefix(
        "branda: “results/oak/short-2025.history.jsonl” cannot be written: it is too large"),
      "\(run.errors)")
  }

  @Test(arguments: cases) func endsWithAMessageAndACode(_ example: Case) throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    for (name, text) in example.files { try folder.write(text, to: name) }
    let run = try Program.run(["fill"] + example.arguments, in: folder, language: "lt_LT.UTF-8")
    #expect(
      run == Program.Run(output: "", errors: example.errors, end: .exited(example.code)))
    #expect(!folder.exists("results"))
  }

  /// The cluster's id makes a path, so it is checked before anything is touched.
  @Test(arguments: ["Ąžuolas", "../x", "", "a b"])
  func aClusterHasAnIdentifier(_ cluster: String) throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let run = try Program.run(["fill", "short.yaml", "--cluster", cluster], in: folder)
    #expect(run.end == .exited(64))
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("branda: “\(cluster)” "), "\(run.errors)")
    #expect(!folder.exists("results"))
  }

  /// What a facilitator has confirmed or locked is not filled in any more.
  @Test func aClosedAssessmentTakesNoAnswers() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let arguments = ["fill", "short.yaml", "--cluster", "oak", "--period", "2025"]
    _ = try Program.run(arguments, in: folder, input: "Oak\n")
    let file = "results/oak/short-2025.yaml"
    try folder.write(
      folder.read(file).replacing("status: draft", with: "status: confirmed"), to: file)
    let before = try folder.read(file)
    let run = try Program.run(arguments, in: folder, input: "12\n")
    #expect(
      run
        == Program.Run(
          output: "",
          errors: """
            branda: this assessment is confirmed and takes no more answers
              = a facilitator can reopen it: branda review oak --by NAME --reopen

            """,
          end: .exited(1)))
    #expect(try folder.read(file) == before)
  }

  /// Colour only where it is asked for or a terminal shows it, and never in a pipe.
  @Test func coloursOnlyTerminals() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let arguments = ["fill", "short.yaml", "--cluster", "oak"]
    #expect(try !Program.run(arguments, in: folder).output.contains("\u{1B}"))
    #expect(
      try Program.run(arguments + ["--color", "always"], in: folder).output
        .contains("\u{1B}[1mName of the cluster\u{1B}[0m\n"))
  }

  @Test func usageErrorsAreSaid() throws {
    let run = try Program.run(["fill", "short.yaml"], in: Folder())
    #expect(run.end == .exited(64))
    #expect(run.errors.hasPrefix("Error: Missing expected argument '--cluster <id>'\n"))
  }

  @Test func aModelWithMistakesIsNotAsked() throws {
    let folder = try Folder()
    try folder.write(
      shortModel.replacing("members >= 3", with: "membrs >= 3"), to: "short.yaml")
    let run = try Program.run(["fill", "short.yaml", "--cluster", "a"], in: folder)
    #expect(run.end == .exited(65))
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("short.yaml:"))
    #expect(!folder.exists("results"))
  }

  /// A second window is told who holds the assessment, and changes nothing.
  @Test func aSecondWindowIsTurnedAway() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let arguments = ["fill", "short.yaml", "--cluster", "oak", "--period", "2025"]
    let session = try TerminalSession(arguments + ["--plain"], in: folder)
    _ = try session.screen()
    let run = try Program.run(arguments, in: folder)
    #expect(run.end == .exited(75))
    #expect(run.output == "")
    #expect(
      run.errors.replacing(/process \d+ on .*, since 20..-..-.. ..:.. UTC/, with: "process …")
        == """
        branda: the assessment is open in another window: process …
          = close the other window, or try again later

        """)
    // A window that was killed holds nothing.
    session.kill(SIGKILL)
    #expect(try Program.run(arguments, in: folder).end == .exited(10))
  }
}
