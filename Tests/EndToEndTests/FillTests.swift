import Foundation
import TestKit
import Testing

/// `branda fill` at a terminal, as a person meets it.
@Suite struct FillTests {
  @Test func aPersonFillsAShortModelInLithuanian() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let session = try TerminalSession(
      [
        "fill", "short.yaml", "--cluster", "azuolas", "--period", "2025", "--lang", "lt", "--plain",
      ],
      in: folder)
    #expect(
      try session.screen() == """
        ataskaitose klasteris bus vadinamas „azuolas“; jo pavadinimą nurodykite su --name
        Trumpas vertinimas
        Klasteris: azuolas. Laikotarpis: 2025.
        8 klausimai. Kiekvienas atsakymas išsaugomas iš karto: galite bet kada
        baigti ir vėliau tęsti nuo tos pačios vietos.
        Komandos: „?“ – pagalba, „atgal“, „praleisti“, „skyriai“, „peržiūra“,
        „baigti“.

        Skyrius: Apie klasterį

        Klausimas 1 iš 8
        Klasterio pavadinimas
        Įrašykite atsakymą.
        Jei nežinote – „nežinau“. Tuščia eilutė – praleisti. Komandos veikia ir čia;
        žodį „atgal“ kaip tekstą rašykite „//atgal“.
        >\u{20}
        """)
    // The terminal shows what is typed, then the program answers.
    #expect(
      try session.answer("Ąčęėįšųūž „Žalgiris“").hasPrefix(
        "Ąčęėįšųūž „Žalgiris“\nIšsaugota: Ąčęėįšųūž „Žalgiris“\n\nKlausimas 2 iš 8 (P-2)\n"))
    try session.answer("1 234")
    try session.answer("2024-05-03")
    try session.answer("2")
    try session.answer("taip")
    // One back, and the branch closes: the answer given in it is put aside.
    #expect(try session.answer("atgal").contains("\nDabartinis atsakymas: taip\n"))
    #expect(try session.answer("atgal").contains("\nDabartinis atsakymas: 2. Vienas žmogus\n"))
    #expect(
      try session.answer("1").hasPrefix(
        """
        1
        Išsaugota: 1. Niekas
        Dėl šio atsakymo 1 klausimas nebeaktualus. 1 jau duotas atsakymas atidėtas;
        jis grįš, jei klausimo vėl prireiks.

        Klausimas 5 iš 9
        Kiek darbuotojų mokėsi?
        """))
    #expect(
      try session.answer("netaikoma")
        == """
        netaikoma
        Kodėl netaikoma? Įrašykite priežastį.
        Tuščia eilutė – grįžti prie klausimo. Komandos veikia ir čia; žodį „atgal“
        kaip tekstą rašykite „//atgal“.
        >\u{20}
        """)
    try session.answer("darbuotojų dar nėra")
    try session.answer("1 2")
    try session.answer("nežinau")
    try session.answer("12,5")
    try session.answer("Augti")
    try session.answer("ir žydėti.")
    #expect(
      try session.answer("") == """

        Išsaugota: Augti

        Suvestinė
        Atsakyta 7 iš 9, netaikoma 1, nėra duomenų 1.

        Įvertis dabar: 50,0 iš 100.
        Lygis: Besiformuojantis (2 iš 2).
        Vertinami klausimai: atsakyta 2 iš 2.

        Jei norite ką nors pakeisti, įrašykite klausimo numerį; „peržiūra“ – visi
        atsakymai. Tuščia eilutė – baigti.
        „pateikti“ – pateikti vertinimą fasilitatoriui.
        >\u{20}
        """)
    session.type("")
    #expect(
      try session.rest() == """

        Išsaugota faile results/azuolas/short-2025.yaml
        Įvertį parodo: branda score azuolas --questionnaire short.yaml

        """)
    #expect(session.wait() == .exited(0))
    #expect(
      try folder.read("results/azuolas/short-2025.yaml").withoutTimes == """
        branda: assessment/1
        cluster: azuolas
        period: "2025"
        questionnaire: {id: short, version: 1.0.0, digest: "sha256:…"}
        form: full
        language: lt
        status: draft
        sequence: 12

        answers:
          name: {value: "Ąčęėįšųūž „Žalgiris“", at: …}
          members: {value: 1234, at: …}
          agreed: {value: 2024-05-03, at: …}
          coordination: {value: 1, at: …}
          training: {not_applicable: "darbuotojų dar nėra", at: …}
          services: {value: [training, fairs], at: …}
          turnover: {no_data: true, at: …}
          budget: {value: 12.5, at: …}
          plan: {value: "Augti\\nir žydėti.", at: …}
        parked:
          handover: {value: yes, at: …}

        """)
  }

  /// Leaving by command, by the end of the input and by Ctrl-C: everything is on disk each time.
  @Test func leavesAndResumesAtTheExactQuestion() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let arguments = ["fill", "short.yaml", "--cluster", "oak", "--period", "2025", "--plain"]
    let farewell = """
      Saved in results/oak/short-2025.yaml
      For the score: branda score oak --questionnaire short.yaml
      To continue: branda fill short.yaml --cluster oak --period 2025

      """

    var session = try TerminalSession(arguments, in: folder)
    _ = try session.screen()
    try session.answer("Oak")
    session.type("quit")
    #expect(try session.rest() == "quit\n" + farewell)
    #expect(session.wait() == .exited(10))

    session = try TerminalSession(arguments, in: folder)
    #expect(
      try session.screen().hasPrefix(
        "Short assessment\nCluster: oak. Period: 2025.\nContinuing at question 2 of 8.\n"))
    try session.answer("12")
    session.press(TerminalSession.endOfInput)
    #expect(try session.rest() == "\n" + farewell)
    #expect(session.wait() == .exited(10))

    session = try TerminalSession(arguments, in: folder)
    #expect(try session.screen().contains("\nContinuing at question 3 of 9.\n"))
    try session.answer("2024-05-03")
    session.press(TerminalSession.interrupt)
    #expect(
      try session.rest() == """
        ^C
        Everything is saved in results/oak/short-2025.yaml
        To continue: branda fill short.yaml --cluster oak --period 2025

        """)
    #expect(session.wait() == .killed(signal: SIGINT))

    session = try TerminalSession(arguments, in: folder)
    #expect(try session.screen().contains("\nContinuing at question 4 of 9.\n"))
  }

  /// A pipe in place of a person, and answers all at once: the same values on disk.
  @Test func batchEqualsPlain() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let lines = [
      "Oak", "12", "2024-05-03", "3", "job description", "yes", "12.5%", "1 2", "dk", "0.125",
      "One", "Two", "", "",
    ]
    let plain = try Program.run(
      ["fill", "short.yaml", "--cluster", "plain", "--period", "2025"], in: folder,
      input: lines.joined(separator: "\n") + "\n")
    #expect(plain.end == .exited(0))
    try folder.write(
      """
      name: Oak
      members: 12
      agreed: 2024-05-03
      coordination: {value: 3, evidence: [{text: job description}]}
      handover: yes
      training: 12.5
      services: [training, fairs]
      turnover: {no_data: true}
      budget: 0.125
      plan: "One\\nTwo"
      """, to: "answers.yaml")
    try folder.write(
      """
      {"answers": {"name": "Oak", "members": 12, "agreed": "2024-05-03",
       "coordination": {"value": 3, "evidence": [{"text": "job description"}]}, "handover": "yes",
       "training": 12.5, "services": ["training", "fairs"], "turnover": {"no_data": true},
       "budget": 0.125, "plan": "One\\nTwo"}}
      """, to: "answers.json")
    for file in ["yaml", "json"] {
      let batch = try Program.run(
        [
          "fill", "short.yaml", "--cluster", file, "--period", "2025", "--answers",
          "answers.\(file)",
        ], in: folder)
      #expect(
        batch
          == Program.Run(
            output: "",
            errors: """
              reports will say “\(file)”; give the cluster’s name with --name
              10 answers recorded
              Saved in results/\(file)/short-2025.yaml
              For the score: branda score \(file) --questionnaire short.yaml

              """, end: .exited(0)))
      #expect(
        try folder.read("results/\(file)/short-2025.yaml").answers
          == folder.read("results/plain/short-2025.yaml").answers)
    }
  }

  /// A whole assessment as the answers of another cluster is a mistake; those of another period are
  /// taken over, which is said, and so is that nobody has confirmed them.
  @Test func answersOfAnotherAssessmentAreToldOf() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    try folder.write("members: 12\nhandover: yes", to: "answers.yaml")
    func fill(_ cluster: String, _ period: String, _ answers: String) throws -> Program.Run {
      try Program.run(
        [
          "fill", "short.yaml", "--cluster", cluster, "--period", period, "--answers", answers,
          "--results", "r",
        ], in: folder)
    }
    _ = try fill("oak", "2024", "answers.yaml")
    try folder.write(
      folder.read("r/oak/short-2024.yaml").replacing(
        "members: {value: 12,", with: "members: {value: 12, confirmed: {by: R, on: 2025-03-02},"),
      to: "oak.yaml")
    let other = try fill("elm", "2024", "oak.yaml")
    #expect(other.end == .exited(65) && !folder.exists("r/elm"))
    #expect(
      other.errors == """
        oak.yaml:2:10: error: these are the answers of “oak”, not of “elm” \
        [fill.answers-of-other-cluster]
           | cluster: oak
           |          ^~~
           = choose the right file or --cluster; to take them over all the same, give the \
        `answers:` alone
        nothing was recorded: 1 error

        """)
    let later = try fill("oak", "2025", "oak.yaml")
    #expect(later.end == .exited(10))
    #expect(
      later.errors.hasPrefix(
        """
        oak.yaml:3:9: note: these answers are of 2024; they are recorded for 2025 \
        [fill.answers-of-other-period]
           | period: "2024"
           |         ^~~~~~
        reports will say “oak”; give the cluster’s name with --name
        note: 1 confirmation in the file does not count: whoever fills in cannot confirm \
        [fill.confirmations-dropped]

        """), "\(later.errors)")
    #expect(try !folder.read("r/oak/short-2025.yaml").contains("confirmed"))
  }

  /// What to type next finds what was filled in: models elsewhere, rounds before the last, names
  /// that a shell would take apart.
  @Test func theNextCommandFindsWhatWasFilledIn() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "questionnaires/a.yaml")
    try folder.write(shortModel, to: "it's mine/b.yaml")
    try folder.write("members: 12", to: "answers.yaml")
    let runs: [(model: String, period: String, arguments: String)] = [
      ("questionnaires/a.yaml", "2025", ""), ("./questionnaires/a.yaml", "2025", ""),
      ("short", "2024", " --period 2024"),
      (
        "it's mine/b.yaml", "2024",
        #" --questionnaire 'it'\''s mine/b.yaml' --period 2024"#
      ),
    ]
    for run in runs {
      let fill = try Program.run(
        [
          "fill", run.model, "--cluster", "oak", "--period", run.period, "--answers",
          "answers.yaml", "--results", "r",
        ], in: folder)
      #expect(
        fill.errors.contains("\nFor the score: branda score oak\(run.arguments) --results r\n"),
        "\(fill.errors)")
    }
  }

  /// The round is the last that is over; asked by a pipe that ends at once.
  @Test func theRoundIsTheLastThatIsOver() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    let run = try Program.run(["fill", "short.yaml", "--cluster", "oak"], in: folder)
    let year = Calendar(identifier: .gregorian).component(.year, from: .now) - 1
    #expect(run.end == .exited(10))
    #expect(folder.exists("results/oak/short-\(year).yaml"))
  }
}

extension String {
  /// The file without what differs from run to run.
  var withoutTimes: String {
    replacing(/at: [-0-9T:]+Z/, with: "at: …").replacing(/sha256:[0-9a-f]+/, with: "sha256:…")
  }

  /// The answers of an assessment file, without their times.
  var answers: String {
    let text = withoutTimes
    return String(text[(text.firstRange(of: "\nanswers:")?.lowerBound ?? text.startIndex)...])
  }
}
