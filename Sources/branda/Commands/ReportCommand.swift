import ArgumentParser
import Clusters
import Comparison
import DisplayWidth
import Language
import Numbers
import Questionnaire
import Reporting
import Results
import Scoring

/// `branda report [CLUSTER…]`: reports as files.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: Texts.spoken("command.report"),
      discussion: Texts.spoken("command.report.discussion"))
  }

  @Argument(
    help: .text("argument.report-clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Flag(help: .text("option.all"))
  var all = false

  @Flag(help: .text("option.together"))
  var together = false

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @OptionGroup var selection: ClusterSelection
  @OptionGroup var peers: PeerOptions
  @OptionGroup var codes: CodeOptions

  @Option(help: .formats)
  var format = "md"

  @OptionGroup var csv: CSVOptions

  @Option(name: .shortAndLong, help: .text("option.output", valueName: "option.folder"))
  var output = "reports"

  @Option(help: .text("option.date", valueName: "option.date.value"))
  var date: String?

  @OptionGroup var look: LookOptions
  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if selection.isNarrow, !all, !together {
      throw ValidationError(Texts.spoken("exit.selection-of-many"))
    }
    if all, together || !clusters.isEmpty {
      throw ValidationError(Texts.spoken("exit.all-alone"))
    }
    if codes.anonymous, !together {
      throw ValidationError(Texts.spoken("exit.codes-together"))
    }
  }

  func run() throws {
    let console = try Console(common)
    let writer = ReportWriter(
      formats: try ReportFormat.list(format), output: output, look: try look.look(console),
      csv: csv.renderer, console: console)
    guard all || together || !clusters.isEmpty else {
      throw Failure("exit.nothing-to-report", exit: .usage)
    }
    let date = try day()
    if all || together {
      // What is read side by side stands on one version of the questionnaire.
      let assessments = try Assessments(
        of: clusters, .init(period), folders, readsByNewest: true, console)
      try write(assessments, date, to: writer)
      try assessments.finish()
    } else {
      let models = try Models(named: folders.questionnaire, console)
      let takesAny = folders.questionnaire.isEmpty
      let assessments = try Assessments(
        of: clusters, .init(period), by: models, takesAnyModel: takesAny, in: folders.results,
        console)
      let others = try peers(of: assessments, models, takesAnyModel: takesAny, console)
      // Each was read for one version only: by another one it may have been read once more.
      let everyone =
        assessments.list
        + others.flatMap { digest, others in
          others.list.filter { $0.cluster.score.questionnaire.digest == digest }
        }
      try writer.write(try own(assessments.clusters, among: everyone, date))
      try assessments.finish()
      for (_, other) in others { try other.finish() }
    }
  }

  /// Everybody else, for each version of the questionnaire that the clusters reported on are scored by,
  /// by its digest.
  private func peers(
    of assessments: Assessments, _ models: Models, takesAnyModel: Bool, _ console: Console
  ) throws -> [(digest: String, others: Assessments)] {
    let own = Dictionary(grouping: assessments.clusters, by: \.score.questionnaire.digest)
    return try own.sorted { $0.key < $1.key }.compactMap { digest, clusters in
      guard let model = clusters.first?.score.questionnaire else { return nil }
      let isNewest = models.model(of: model.id, digest: nil)?.digest == model.digest
      let others = try Assessments(
        of: [], except: clusters.map(\.id), .init(period),
        by: isNewest ? models : Models(model), takesAnyModel: isNewest && takesAnyModel,
        readsByNewest: true, in: folders.results, console)
      return (digest, others)
    }
  }

  /// Writes the report on all together and, with `--all`, each cluster's own.
  private func write(
    _ assessments: Assessments, _ date: Day?, to writer: ReportWriter
  ) throws(Failure) {
    let console = writer.console
    var comparables = try Comparables(assessments, folders, console)
    try comparables.select(selection)
    var scope = ComparisonScope(
      period: period, leftOut: assessments.leftOut + comparables.others)
    scope.selection = try selection.meaning(in: comparables.model)
    scope.answeredVersions = comparables.answeredVersions
    let selected = comparables.clusters
    let key = try codes.key(
      for: selected.map(\.id), &scope, minimum: try peers.least, console)
    if let key { comparables.makeAnonymous(key) }
    let table = try comparables.table(
      peers: try peers.grouping(in: comparables.model, hasViewer: false),
      minimum: try peers.least, isAnonymous: scope.isAnonymous, console)
    let joint = JointReport(
      portfolio: try comparables.portfolio(table, scope),
      suffix: selection.suffix + (codes.anonymous ? "-codes" : ""), date: date)
    let clusters = !all ? [] : selection.isNarrow ? selected : assessments.clusters
    try writer.write([{ joint }] + (try own(clusters, among: assessments.list, date)))
  }

  /// Each cluster's own report. Its peers are looked for among everyone by the same version of the
  /// questionnaire, however few are reported on: two selections would tell who makes the difference.
  private func own(
    _ clusters: [AssessedCluster], among everyone: [AssessmentProgress], _ date: Day?
  ) throws(Failure) -> [@Sendable () -> any Readable] {
    var tables: [String: ComparisonTable] = [:]
    for digest in Set(clusters.map(\.score.questionnaire.digest)) {
      let comparables = Comparables(
        everyone.filter { $0.cluster.score.questionnaire.digest == digest })
      guard let comparables else { continue }
      let grouping = try peers.grouping(in: comparables.model, hasViewer: true)
      tables[digest] = try comparables.table(peers: grouping, minimum: try peers.least)
    }
    let namesModel = Set(clusters.map(\.score.questionnaire.id)).count > 1
    return clusters.map { cluster in
      let table = tables[cluster.score.questionnaire.digest]
      return { OwnReport(cluster, among: table, namesModel: namesModel, date: date) }
    }
  }

  /// The day that the reports are said to be made on; `nil` leaves it out.
  private func day() throws(Failure) -> Day? {
    guard let date else { return nil }
    if date == "today", let today = Clock.now?.day { return today }
    guard let day = Day(text: date) else {
      throw Failure("exit.not-a-day", ["day": .text(date.madeVisible)], exit: .usage)
    }
    return day
  }
}
