import ArgumentParser
import Clusters
import Comparison
import Documents
import Encoding
import Language
import Questionnaire
import Rendering
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

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: SummaryFormat = .text

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
    let language = console.texts.language
    switch format {
    case .text: try console.print(.summary(summary, scope, most: top, in: language))
    case .md:
      try console.print(
        MarkdownRenderer().text(.summary(summary, scope, most: top, in: language)))
    case .json: try console.print(json: EncodedSummary(summary, scope))
    case .csv: try console.print(CSVRenderer().text(.summary(summary)))
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

/// How the page is written.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
  case text, md, json, csv
}
