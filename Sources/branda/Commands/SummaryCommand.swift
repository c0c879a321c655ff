import ArgumentParser
import Clusters
import Comparison
import Documents
import Encoding
import Language
import Questionnaire
import Reporting
import Results
import Scoring

/// `branda summary`: the page on all clusters together.
struct SummaryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "summary", abstract: Texts.spoken("command.summary"))
  }

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @OptionGroup var selection: ClusterSelection

  @Option(help: .text("option.minimum", valueName: "option.number.value"))
  var minimum = PeerGroups.standardMinimum

  @Option(help: .text("option.top-findings", valueName: "option.number.value"))
  var top = 10

  @Option(help: .summaryFormats)
  var format = "text"

  @OptionGroup var csv: CSVOptions

  @Option(name: .shortAndLong, help: .text("option.print-output", valueName: "option.folder"))
  var output = "-"

  @OptionGroup var look: LookOptions
  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 0 { throw ValidationError(Texts.spoken("exit.top")) }
  }

  func run() throws {
    let console = try Console(common)
    let minimum = try PeerOptions.checked(minimum)
    let assessments = try Assessments(of: [], .all, folders, readsByNewest: true, console)
    let comparables = try Comparables(assessments, folders, console)
    let summary = try self.summary(of: comparables, minimum)
    var scope = ComparisonScope(
      period: period, leftOut: assessments.leftOut + comparables.others)
    scope.selection = try selection.meaning(in: comparables.model)
    scope.answeredVersions = comparables.answeredVersions
    let report = SummaryReport(
      summary: summary, scope: scope, suffix: selection.suffix, most: top)
    if format == "text" {
      try console.print(report.document(in: console.texts.language))
    } else {
      let writer = ReportWriter(
        formats: try ReportFormat.list(format), output: output, look: try look.look(console),
        csv: csv.renderer, console: console)
      try writer.write([{ report }])
    }
    try assessments.finish()
  }

  /// All rounds up to the one asked for; the latest of every cluster, or those of that round. What is
  /// selected by is what these say; earlier rounds of the same clusters go with them.
  private func summary(
    of comparables: Comparables, _ minimum: Int
  ) throws -> PortfolioSummary {
    let wanted = try period.map { text in
      guard let period = Period(text: text) else {
        throw Failure("exit.not-a-period", ["period": .text(text)], exit: .usage)
      }
      return period
    }
    var rounds: [(period: Period, clusters: [ComparedCluster])] = []
    var latest: [String: ComparedCluster] = [:]
    var dated = comparables.clusters.compactMap { cluster in
      Period(text: cluster.period).map { (period: $0, cluster: cluster) }
    }
    if selection.isNarrow {
      let fits = try selection.condition(on: comparables.model)
      var last: [String: (period: Period, cluster: AssessedCluster)] = [:]
      for one in dated where wanted.map({ one.period == $0 }) ?? true {
        if last[one.cluster.id].map({ $0.period < one.period }) ?? true {
          last[one.cluster.id] = one
        }
      }
      dated = dated.filter { last[$0.cluster.id].map { fits($0.cluster) } ?? false }
    }
    for (period, group) in Dictionary(grouping: dated, by: \.period).sorted(by: { $0.key < $1.key })
    where wanted.map({ period <= $0 }) ?? true {
      let clusters = group.map { ComparedCluster($0.cluster) }.sorted { $0.id < $1.id }
      rounds.append((period, clusters))
      if wanted == nil || period == wanted {
        for cluster in clusters { latest[cluster.id] = cluster }
      }
    }
    do {
      return try PortfolioSummary(
        comparables.model, latest: latest.values.sorted { $0.id < $1.id },
        rounds: rounds.map { .init(period: $0.period.description, clusters: $0.clusters) },
        minimum: minimum)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
  }
}

/// The page on all clusters, in every format of reports.
private struct SummaryReport: Report {
  let summary: PortfolioSummary
  let scope: ComparisonScope
  let suffix: String
  let most: Int

  var stem: String { (scope.period.map { "summary-" + $0 } ?? "summary") + suffix }

  func document(in language: LanguageTag) -> Document {
    .summary(summary, scope, most: most, in: language)
  }

  func workbook(beside document: Document) -> Workbook { .sections(of: document) }

  func records() -> Records { .summary(summary) }

  func json() throws(Failure) -> String { try Console.json(EncodedSummary(summary, scope)) }
}

extension ArgumentHelp {
  fileprivate static var summaryFormats: ArgumentHelp {
    let formats = ["text"] + ReportFormat.allCases.map(\.rawValue)
    return ArgumentHelp(
      Texts.spoken("option.formats", ["formats": .text(formats.joined(separator: ", "))]),
      valueName: Texts.spoken("option.format.value"))
  }
}
