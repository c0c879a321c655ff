import ArgumentParser
import DisplayWidth
import Language
import Questionnaire
import Rendering
import Reporting
import Scoring

/// `branda report [CLUSTER…]`: reports as files.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "report", abstract: Texts.spoken("command.report"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Flag(help: .text("option.all"))
  var all = false

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .formats)
  var format = "md"

  @Option(name: .shortAndLong, help: .text("option.output", valueName: "option.folder"))
  var output = "reports"

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let formats = try ReportFormat.list(format)
    guard all || !clusters.isEmpty else { throw Failure("exit.nothing-to-report", exit: .usage) }
    let assessments = try Assessments(
      of: clusters, .init(period), folders, readsByNewest: all, console)
    var reports: [(name: String, text: String)] = []
    for format in formats {
      if all {
        reports.append(try portfolio(assessments, format, console))
      } else {
        for cluster in assessments.clusters {
          reports.append(try single(cluster, format, assessments, console))
        }
      }
    }
    try write(reports, console)
    try assessments.finish()
  }

  private func portfolio(
    _ assessments: Assessments, _ format: ReportFormat, _ console: Console
  ) throws -> (name: String, text: String) {
    let comparables = try Comparables(assessments, folders, console)
    let table = try comparables.table()
    let scope = ComparisonScope(
      period: period, leftOut: assessments.leftOut + comparables.others)
    let list = assessments.list.filter {
      $0.cluster.score.questionnaire.digest == comparables.model.digest
    }
    let language = console.texts.language
    let text: String =
      switch format {
      case .markdown:
        MarkdownRenderer().text(
          .portfolioReport(table, list, scope, in: language))
      case .json: try Console.json(EncodedComparison(table, scope))
      case .csv: CSVRenderer().text(.scores(comparables.clusters))
      }
    let stem = period.map { "all-" + $0 } ?? "all"
    return (stem + "." + format.ending(in: language), text)
  }

  private func single(
    _ cluster: AssessedCluster, _ format: ReportFormat, _ assessments: Assessments,
    _ console: Console
  ) throws -> (name: String, text: String) {
    let language = console.texts.language
    let text: String =
      switch format {
      case .markdown:
        MarkdownRenderer().text(
          .clusterReport(of: ReportedCluster(cluster, among: nil), in: language))
      case .json: try Console.json(EncodedReport(cluster))
      case .csv: CSVRenderer().text(.answers(cluster))
      }
    // Identifiers and periods are made of letters, digits and dashes: no name leads elsewhere.
    let models = Set(assessments.clusters.map(\.score.questionnaire.id))
    let model = models.count > 1 ? "-" + cluster.score.questionnaire.id : ""
    let stem = cluster.id + model + "-" + cluster.period
    return (stem + "." + format.ending(in: language), text)
  }

  private func write(_ reports: [(name: String, text: String)], _ console: Console) throws {
    if output == "-" {
      guard reports.count <= 1 else { throw Failure("exit.one-format", exit: .usage) }
      for report in reports { try console.print(report.text) }
      return
    }
    try Files.makeFolder(output)
    for report in reports {
      let path = output + (output.hasSuffix("/") ? "" : "/") + report.name
      try Files.write(report.text, to: path)
      console.say("common.written", ["file": .text(path.madeVisible)])
    }
  }
}

/// A format of reports, by the word that `--format` takes.
enum ReportFormat: String, CaseIterable {
  case markdown = "md"
  case json, csv

  /// The formats named, each once, in the order named.
  static func list(_ text: String) throws(Failure) -> [ReportFormat] {
    var formats: [ReportFormat] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = ReportFormat(rawValue: word.trimmed.lowercased()) else {
        throw Failure(
          "exit.unknown-format",
          [
            "format": .text(word.trimmed.madeVisible), "formats": .list(allCases.map(\.rawValue)),
          ], exit: .usage)
      }
      if !formats.contains(format) { formats.append(format) }
    }
    return formats
  }

  /// The end of a file's name; what people read says its language, too.
  func ending(in language: LanguageTag) -> String {
    self == .markdown ? language.rawValue + "." + rawValue : rawValue
  }
}

extension ArgumentHelp {
  fileprivate static var formats: ArgumentHelp {
    let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return ArgumentHelp(
      Texts.spoken("option.formats", ["formats": .text(formats)]),
      valueName: Texts.spoken("option.format.value"))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
