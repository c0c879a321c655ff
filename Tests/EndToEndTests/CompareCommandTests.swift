import Foundation
import Testing

/// `compare`, `match` and `summary` as people run them, on the results that ship with the program.
@Suite struct CompareCommandTests {
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

  private static func run(_ arguments: String, in folder: Folder) throws -> Program.Run {
    try Program.run(arguments.split(separator: " ").map(String.init), in: folder, language: "en")
  }

  /// Arguments, exit code, the beginning of the output, the beginning of what is said.
  static let runs: [(arguments: String, exit: Int32, output: String, errors: String)] = [
    ("compare --field c", 0, "Comparison of maturity: 4 clusters, latest", ""),
    ("compare --size 10..20 --level formed", 0, "Comparison of maturity: 3 clusters", ""),
    ("compare --level 5 --level 4", 0, "Comparison of maturity: 5 clusters", ""),
    ("compare --age ..5 --size ..10", 0, "Comparison of maturity: 2 clusters", ""),
    ("compare --period 2023 --by area", 0, "Comparison of maturity: 8 clusters, 2023", ""),
    (
      "compare sviesos-slenis saules-bendrija --period 2025", 0,
      "Fotonikos klasteris „Šviesos slėnis“ and Energetikos klasteris „Saulės", ""
    ),
    ("compare --for nemuno-maistas", 0, "Position among peers: Maisto klasteris", ""),
    ("match --top 0 --groups-of 5", 0, "Partners for a maturity session\n", ""),
    ("match zemaitijos-agro", 0, "Partners for a maturity session: Žemaitijos", ""),
    ("summary --format md", 0, "# Maturity of clusters: 12 clusters\n", ""),
    ("summary --period 2023 --minimum 9", 0, "Maturity of clusters: 8 clusters\n", ""),
    ("compare --region north", 64, "", "branda: the questionnaire does not group clusters by"),
    ("compare --peers region", 64, "", "branda: the questionnaire does not group clusters by"),
    ("compare --size 10..15", 64, "", "branda: there is no group “10..15” by size\n"),
    ("compare --level top", 64, "", "branda: the questionnaire has no level “top”"),
    ("compare --minimum 2", 64, "", "branda: figures of fewer than 3 clusters are never shown\n"),
    ("compare --anonymous", 64, "", "Error: codes need a key that leads back"),
    ("compare --for nemuno-maistas --field c", 64, "", "Error: --for compares with everyone"),
    ("compare --for nobody", 66, "", "branda: no cluster “nobody” in “results”\n"),
    ("compare --field c --anonymous --key key", 64, "", "branda: codes hide nobody among 4"),
    ("compare --anonymous --key questionnaires/README.md", 65, "", "branda: “questionnaires/RE"),
    ("match nobody", 66, "", "branda: no cluster “nobody” in “results”\n"),
    ("match --groups-of 9", 64, "", "Error: --groups-of is a number from 2 to 5"),
    ("summary --results nowhere", 66, "", "branda: there are no assessments in “nowhere”\n"),
  ]

  @Test(arguments: runs) func endsAsPromised(
    _ run: (arguments: String, exit: Int32, output: String, errors: String)
  ) throws {
    let result = try Self.run(run.arguments, in: try Self.prepared())
    #expect(result.end == .exited(run.exit), "\(result.errors)")
    #expect(
      result.output.hasPrefix(run.output) && result.output.isEmpty == run.output.isEmpty,
      "\(result.output)")
    #expect(
      result.errors.hasPrefix(run.errors) && result.errors.isEmpty == run.errors.isEmpty,
      "\(result.errors)")
  }

  /// What is told to one cluster names no other and holds no score of another.
  @Test(arguments: ["text", "json", "csv"]) func tellsAClusterNothingOfAnother(_ format: String)
    throws
  {
    struct Comparison: Decodable {
      let clusters: [Cluster]
      struct Cluster: Decodable {
        let cluster: String
        let total: Double
        let capacities: [String: Double]
      }
    }
    let folder = try Self.prepared()
    let all = try JSONDecoder().decode(
      Comparison.self, from: Data(try Self.run("compare --format json", in: folder).output.utf8))
    let told = try Self.run("compare --for saules-bendrija --format \(format)", in: folder).output
    #expect(told.contains("aul"))
    for cluster in all.clusters where cluster.cluster != "saules-bendrija" {
      #expect(!told.contains(cluster.cluster))
      for score in [cluster.total] + cluster.capacities.values where score.description.count > 8 {
        #expect(!told.contains(score.description), "\(cluster.cluster) \(score)")
      }
    }
  }

  /// Codes stay with their clusters from run to run, and no name of a cluster is left in any format.
  @Test func codesReplaceEveryName() throws {
    let folder = try Self.prepared()
    let first = try Self.run("compare --anonymous --key key.csv", in: folder)
    #expect(first.end == .exited(0) && first.errors.contains("key.csv"))
    let path = folder.url.appending(path: "key.csv").path
    let key = try String(contentsOfFile: path, encoding: .utf8)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600 && key.hasPrefix("code,cluster\n"))
    let pairs = key.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(pairs.count == 12)
    let runs = try [
      "compare", "compare --format json", "compare --format csv", "compare --peers field",
      "compare --by question", "match --top 99 --groups-of 3", "match --format json",
      "compare sviesos-slenis nemuno-maistas pajurio-logistika zemaitijos-agro garsu-dirbtuves",
    ].map { try Self.run($0 + " --anonymous --key key.csv", in: folder) }
    #expect(runs[0].output == first.output && runs[0].errors == "")
    for run in runs {
      #expect(run.end == .exited(0), "\(run.errors)")
      for pair in pairs { #expect(!run.output.contains(pair[1])) }
      #expect(!run.output.lowercased().contains("klasteris"))
    }
    #expect(pairs.allSatisfy { first.output.contains($0[0]) })
    #expect(try String(contentsOfFile: path, encoding: .utf8) == key)
  }

  /// Who is in which field and how large is known, so groups shown beside codes would tell whose they
  /// may be.
  @Test(arguments: ["text", "json", "csv"]) func codesGiveNoGroupThatTellsWhoseTheyAre(
    _ format: String
  ) throws {
    let folder = try Self.prepared()
    let codes = " --anonymous --key key.csv --format \(format)"
    let all = try Self.run("compare" + codes, in: folder)
    for grouping in ["field", "size", "age"] {
      let run = try Self.run("compare --peers \(grouping)" + codes, in: folder)
      #expect(run.end == .exited(0) && run.output == all.output)
      #expect(run.errors.hasPrefix("with codes, these groups would narrow down"), "\(run.errors)")
    }
  }

  /// What is selected stands above the table, and whom ranks are among below it.
  @Test func saysWhatIsSelected() throws {
    let folder = try Self.prepared()
    let run = try Self.run("compare --level 5 --level 4 --size 20.. --size 10..20", in: folder)
    #expect(
      run.output.contains(
        "\nOnly           level: Developing, Mature; by size: 10–19, 20 and more\n"),
      "\(run.output)")
    #expect(run.output.contains("Ranks and quartiles are among the clusters shown here"))
    #expect(!(try Self.run("compare", in: folder)).output.contains("clusters shown here"))
  }

  /// Assessments of another questionnaire are left out and named; those of another version are scored
  /// by the newest, with what both have.
  @Test func standsOnOneVersionOfOneQuestionnaire() throws {
    let folder = try ReportingCommandsTests.prepared()
    let model = try String(
      contentsOf: folder.url.appending(path: "questionnaires/small.yaml"), encoding: .utf8)
    try folder.write(
      model.replacing("version: 1.0.0", with: "version: 1.1.0")
        .replacing(
          "id: coordination\n", with: "id: manager\n        renamed_from: [coordination]\n"),
      to: "questionnaires/small-1.1.yaml")
    try folder.write(
      model.replacing("questionnaire: small", with: "questionnaire: other"),
      to: "questionnaires/other.yaml")
    try folder.write(
      String(
        contentsOf: folder.url.appending(path: "results/beta/small-2026.yaml"), encoding: .utf8
      ).replacing("cluster: beta", with: "cluster: gama").replacing("id: small", with: "id: other"),
      to: "results/gama/other-2026.yaml")
    let run = try Self.run("compare", in: folder)
    #expect(run.end == .exited(0))
    #expect(run.output.hasPrefix("Comparison of maturity: 2 clusters, latest"), "\(run.output)")
    #expect(run.output.contains("version 1.1.0") && run.output.contains("gama 2026"))
    // The renamed question counts: beta answered nothing else.
    let rows = try Self.run("compare --format csv -q", in: folder).output
    #expect(rows.contains("beta,'=Beta,2026,draft,small,1.1.0,"), "\(rows)")
    #expect(
      run.errors.contains(
        "1 assessment is not by the questionnaire “small” and is left out: gama 2026"),
      "\(run.errors)")
  }

  /// The same bytes whatever the order in which the system lists folders: `results` is read in one
  /// order, so clusters are named here in another.
  @Test func theOrderOfNamesDecidesNothing() throws {
    let folder = try Self.prepared()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "results").path)
    for options in ["--peers size --format json", "--by question", "--format csv --by area"] {
      let all = try Self.run("compare \(options)", in: folder).output
      let turned = names.sorted(by: >).joined(separator: " ")
      #expect(try Self.run("compare \(turned) \(options)", in: folder).output == all)
    }
  }
}
