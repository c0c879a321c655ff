import ArgumentParser
import Clusters
import Comparison
import DisplayWidth
import Documents
import Encoding
import Language
import Numbers
import Questionnaire
import Rendering
import Reporting

/// `branda match [CLUSTER]`: partners for a maturity session.
struct MatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "match", abstract: Texts.spoken("command.match"))
  }

  @Argument(help: .text("argument.match-cluster", valueName: "argument.clusters.value"))
  var cluster: String?

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @OptionGroup var selection: ClusterSelection

  @Option(help: .text("option.target", valueName: "option.number.value"))
  var target = 100

  @Option(help: .text("option.top-pairs", valueName: "option.number.value"))
  var top = 5

  @Option(help: .text("option.groups-of", valueName: "option.number.value"))
  var groupsOf: Int?

  @OptionGroup var codes: CodeOptions

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: OutputFormat = .text

  @OptionGroup var csv: CSVOptions

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !(1...100).contains(target) { throw ValidationError(Texts.spoken("exit.target")) }
    if top < 0 { throw ValidationError(Texts.spoken("exit.top")) }
    if let groupsOf, !(2...5).contains(groupsOf) || cluster != nil {
      throw ValidationError(Texts.spoken("exit.groups-of"))
    }
  }

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(
      of: [], .init(period), folders, readsByNewest: true, console)
    var comparables = try Comparables(assessments, folders, console)
    try comparables.select(selection)
    if let cluster, !comparables.clusters.contains(where: { $0.id == cluster }) {
      throw Failure(
        "exit.no-cluster",
        ["cluster": .text(cluster.madeVisible), "folder": .text(folders.results.madeVisible)],
        exit: .missingInput)
    }
    var scope = ComparisonScope(period: period, leftOut: assessments.leftOut + comparables.others)
    scope.selection = try selection.meaning(in: comparables.model)
    scope.answeredVersions = comparables.answeredVersions
    let key = try codes.key(for: comparables.clusters.map(\.id), &scope, console)
    if let key { comparables.makeAnonymous(key) }
    let wanted = cluster.map { key?.code(of: $0) ?? $0 }
    do {
      let matching = try Matching(
        comparables.model, comparables.compared, target: Rational(target))
      let (groups, left) = try groupsOf.map { try matching.groups(of: $0) } ?? ([], [])
      let findings = PartnerFindings(
        matching, pairs: try matching.pairs(with: wanted, limit: top), isOfPairs: top > 0,
        groups: groups, left: left,
        mentors: try wanted.map { try matching.mentors(for: $0, limit: top) } ?? [],
        for: wanted.flatMap { id in comparables.compared.first { $0.id == id } })
      try show(findings, scope, console)
    } catch is ComparisonFailure {
      throw Failure("exit.numbers-too-large", exit: .badData)
    } catch is ArithmeticFailure {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
    try assessments.finish()
  }

  private func show(
    _ findings: PartnerFindings, _ scope: ComparisonScope, _ console: Console
  ) throws {
    switch format {
    case .text: try console.print(.partners(findings, scope, in: console.texts.language))
    case .json: try console.print(json: EncodedPartners(findings, scope))
    case .csv: try console.print(csv.renderer.text(.partners(findings)))
    }
  }
}
