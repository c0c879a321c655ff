import Foundation
import Testing

/// `plan` and `score --set` as people run them, on a cluster that ships with the program.
@Suite struct PlanCommandTests {
  private static func prepared() throws -> Folder {
    let folder = try Folder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for name in ["questionnaires", "results"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appending(path: name), withDestinationURL: root.appending(path: name))
    }
    return folder
  }

  static let texts = [
    (
      language: "en",
      text: """
      Plan to the level “Emerging”: Energetikos klasteris „Saulės bendrija“, 2025
      Questionnaire  Cluster maturity assessment, version 1.0.0
      Status         submitted
      Coverage       44 of 50 answered; 1 question not applicable

      Level 1 of 5: Cluster initiative. Total 19.2 of 100 (between 17.5 and 26.9,
      depending on the answers still open).

      Effort 2; answers to improve: 2. No other plan attains the level with less
      effort.

      What to improve

      Question  Now     To      Gain  Effort
      --------  ------  ------  ----  ------
      PRO-04    4       5        0.0       1
      HUM-01    1 of 5  2 of 5  +1.0       1
      --------  ------  ------  ----  ------
      Total                     +1.0       2

        1. PRO-04 How many independent members did the cluster have on the last day of
           the reporting year? – 5 (needed for: at least 5 independent members)
        2. HUM-01 Who runs the cluster from day to day? – 2. One person coordinates
           alongside another job, at less than 0.5 FTE (needed for: somebody
           coordinates)

      How scores will change

      Capacity         Now  Then  Change
      --------------  ----  ----  ------
      Human capacity  14.3  21.4    +7.1
      --------------  ----  ----  ------
      Total           19.2  20.3    +1.0
      """
    ),
    (
      language: "lt",
      text: """
      Planas, kaip pasiekti lygį „Besiformuojantis“: Energetikos klasteris „Saulės
      bendrija“, 2025
      Klausimynas  Klasterio brandos vertinimas, 1.0.0 versija
      Būsena       pateikta
      Išsamumas    atsakyta 44 iš 50; 1 klausimas netaikomas

      1 lygis iš 5: Klasterio iniciatyva. Bendras įvertis 19,2 iš 100 (nuo 17,5 iki
      26,9, nelygu, kokie bus likę atsakymai).

      Pastangos: 2; gerintinų atsakymų: 2. Mažesnėmis pastangomis šio lygio
      nepasieksite.

      Ką gerinti

      Klausimas  Dabar   Siekis  Prieaugis  Pastangos
      ---------  ------  ------  ---------  ---------
      PRO-04     4       5             0,0          1
      HUM-01     1 iš 5  2 iš 5       +1,0          1
      ---------  ------  ------  ---------  ---------
      Bendras                         +1,0          2

        1. PRO-04 Kiek nepriklausomų narių turėjo klasteris paskutinę ataskaitinių
           metų dieną? – 5 (reikalaujama: ne mažiau kaip 5 nepriklausomi nariai)
        2. HUM-01 Kas kasdien rūpinasi klasterio veikla? – 2. Vienas žmogus
           koordinuoja greta kito darbo, skirdamas mažiau kaip 0,5 etato
           (reikalaujama: yra kas koordinuoja)

      Kaip pasikeis įverčiai

      Pajėgumai              Dabar  Tada  Pokytis
      ---------------------  -----  ----  -------
      Žmogiškieji pajėgumai   14,3  21,4     +7,1
      ---------------------  -----  ----  -------
      Bendras                 19,2  20,3     +1,0
      """
    ),
  ]

  @Test(arguments: texts) func tellsTheWayToTheNextLevel(
    _ expected: (language: String, text: String)
  ) throws {
    let run = try Program.run(
      ["plan", "saules-bendrija"], in: Self.prepared(), language: expected.language)
    #expect(run.end == .exited(0))
    #expect(run.output == expected.text + "\n")
  }

  /// Arguments, exit code, the beginnings of what is written and said.
  static let runs: [(arguments: String, exit: Int32, output: String, errors: String)] = [
    ("plan mechatronikos-ratas --to 2", 0, "Plan to the level “Emerging”:", ""),
    ("plan saules-bendrija --to top", 64, "", "branda: the questionnaire has no level “top”;"),
    (
      "score saules-bendrija --set members=5 --set coordination=2", 0, "Maturity profile:",
      "As if answered: members=5 and coordination=2. Nothing has been written.\n"
    ),
    (
      "score saules-bendrija --set coordination=9", 65, "",
      "--set:1:15: error: there is no step 9: the question has 5 steps"
    ),
    ("score saules-bendrija --set coordination", 64, "", "branda: “coordination” does not say"),
    ("score --set members=5", 64, "", "branda: --set is for the score of one cluster\n"),
  ]

  @Test(arguments: runs) func endsAsPromised(
    _ run: (arguments: String, exit: Int32, output: String, errors: String)
  ) throws {
    let arguments = run.arguments.split(separator: " ").map(String.init)
    let result = try Program.run(arguments, in: Self.prepared(), language: "en")
    #expect(result.end == .exited(run.exit), "\(result.errors)")
    #expect(result.output.hasPrefix(run.output) && result.output.isEmpty == run.output.isEmpty)
    #expect(result.errors.hasPrefix(run.errors), "\(result.errors)")
  }

  /// The answers of the plan, tried out, come to what its certificate says.
  @Test func theCertificateHoldsWhenTriedOut() throws {
    struct Read: Decodable {
      struct Plan: Decodable {
        struct Improvement: Decodable {
          var question: String
          var to: Int
        }
        struct Certificate: Decodable {
          var level: String
          var total: Double
        }
        var effort: Double
        var improvements: [Improvement]
        var certificate: Certificate
      }
      var schema: String
      var outcome: String
      var isSmallest: Bool
      var plan: Plan
    }
    struct Score: Decodable {
      struct Total: Decodable { var score: Double }
      struct Level: Decodable { var id: String }
      var total: Total
      var level: Level
    }
    let folder = try Self.prepared()
    let run = try Program.run(["plan", "saules-bendrija", "--format", "json"], in: folder)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let read = try decoder.decode(Read.self, from: Data(run.output.utf8))
    #expect(read.schema == "branda.plan/1" && read.outcome == "attainable" && read.isSmallest)
    let settings = read.plan.improvements.flatMap { ["--set", "\($0.question)=\($0.to)"] }
    let tried = try Program.run(
      ["score", "saules-bendrija", "--format", "json"] + settings, in: folder)
    let score = try JSONDecoder().decode(Score.self, from: Data(tried.output.utf8))
    #expect(score.level.id == read.plan.certificate.level)
    #expect(score.total.score == read.plan.certificate.total)
  }
}
