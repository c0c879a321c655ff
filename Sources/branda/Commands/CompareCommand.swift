public import ArgumentParser
import Clusters
public import Comparison
import DisplayWidth
import Documents
import Encoding
import Language
import Numbers
import Questionnaire
import Rendering
import Reporting

/// `branda compare [CLUSTER…]`: clusters side by side.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "compare", abstract: Texts.spoken("command.compare"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @OptionGroup var selection: ClusterSelection

  @Option(help: .text("option.by", valueName: "option.by.value"))
  var by: Breakdown?

  @Option(help: .text("option.sort", valueName: "option.sort.value"))
  var sort = "total"

  @OptionGroup var peers: PeerOptions

  @Option(
    name: .customLong("for"), help: .text("option.for", valueName: "option.cluster.value"))
  var viewer: String?

  @OptionGroup var codes: CodeOptions

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: OutputFormat = .text

  @OptionGroup var csv: CSVOptions

  @OptionGroup var views: ComparisonViews
  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if viewer != nil, codes.anonymous || !clusters.isEmpty || selection.isNarrow {
      throw ValidationError(Texts.spoken("exit.for-alone"))
    }
  }

  func run() throws {
    let console = try Console(common)
    let view = try views.chosen(hasViewer: viewer != nil)
    if view != nil { try refuseOptionsOfTheTable() }
    if case .trend(let since) = view { return try showTrend(since, console) }
    let assessments = try Assessments(
      of: clusters, .init(period), folders, readsByNewest: true, console)
    var comparables = try Comparables(assessments, folders, console)
    try comparables.select(selection)
    var scope = ComparisonScope(period: period, leftOut: assessments.leftOut + comparables.others)
    scope.selection = try selection.meaning(in: comparables.model)
    scope.answeredVersions = comparables.answeredVersions
    let isSound = view == nil ? true : try comparables.addFacilitators(folders, console)
    let key = try codes.key(
      for: comparables.clusters.map(\.id), &scope, minimum: try peers.least, console)
    if let key { comparables.makeAnonymous(key) }
    switch view {
    case .doubt(let terms): try show(try comparables.doubt(terms), scope, console)
    case .agreement: try show(comparables.agreement, scope, console)
    case .trend, nil: try showTable(comparables, scope, console)
    }
    try assessments.finish()
    if !isSound { throw Failure.silent(.badData) }
  }

  /// What only the table of capacities knows would do nothing in another view.
  private func refuseOptionsOfTheTable() throws(Failure) {
    let given = [
      ("--by", by != nil), ("--sort", sort != "total"), ("--peers", peers.word != nil),
      ("--minimum", peers.minimum != PeerGroups.standardMinimum && !codes.anonymous),
    ]
    guard let (option, _) = given.first(where: \.1) else { return }
    throw Failure("exit.option-of-table", ["option": .text(option)], exit: .usage)
  }

  private func showTable(
    _ comparables: Comparables, _ scope: ComparisonScope, _ console: Console
  ) throws {
    let grouping = try peers.grouping(in: comparables.model, hasViewer: viewer != nil)
    let table = try comparables.table(
      by: by ?? .capacity, peers: grouping, minimum: try peers.least,
      isAnonymous: scope.isAnonymous, console)
    if let viewer {
      try show(try position(of: viewer, table), scope, console)
    } else if clusters.count == 2, by == nil, let pair = try pair(table) {
      try show(pair, table, scope, console)
    } else {
      try show(table, scope, console)
    }
  }

  private func show(
    _ table: ComparisonTable, _ scope: ComparisonScope, _ console: Console
  ) throws {
    let order = try ComparisonOrder(sort, table.questionnaire)
    switch format {
    case .text:
      try console.print(.comparison(table, scope, order: order, in: console.texts.language))
    case .json: try console.print(json: EncodedComparison(table, scope))
    case .csv: try console.print(csv.renderer.text(.comparison(table, order: order)))
    }
  }

  private func show(
    _ position: PublishedPosition, _ scope: ComparisonScope, _ console: Console
  ) throws {
    switch format {
    case .text: try console.print(.position(position, scope, in: console.texts.language))
    case .json: try console.print(json: EncodedComparison(position, scope))
    case .csv: try console.print(csv.renderer.text(.position(position)))
    }
  }

  private func show(
    _ pair: PairDifference, _ table: ComparisonTable, _ scope: ComparisonScope, _ console: Console
  ) throws {
    switch format {
    case .text: try console.print(.pair(pair, scope, in: console.texts.language))
    case .json: try console.print(json: EncodedComparison(table, scope, pair: pair))
    case .csv: try console.print(csv.renderer.text(.comparison(table, order: .total)))
    }
  }

  /// The two clusters named, in the order named where names are shown.
  private func pair(_ table: ComparisonTable) throws -> PairDifference? {
    let rows = table.rows.map(\.cluster)
    guard rows.count == 2, let a = rows.first, let b = rows.last else { return nil }
    let isTurned = !codes.anonymous && b.id == clusters.first
    do {
      return try isTurned ? PairDifference(b, a) : PairDifference(a, b)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
  }

  private func position(of viewer: String, _ table: ComparisonTable) throws -> PublishedPosition {
    guard let row = table.rows.first(where: { $0.cluster.id == viewer }) else {
      throw Failure(
        "exit.no-cluster",
        ["cluster": .text(viewer.madeVisible), "folder": .text(folders.results.madeVisible)],
        exit: .missingInput)
    }
    do {
      return try PublishedPosition(table, of: row)
    } catch {
      throw Failure("exit.numbers-too-large", exit: .badData)
    }
  }
}

extension Breakdown: ExpressibleByArgument {}

/// Whom clusters are compared with.
struct PeerOptions: ParsableArguments {
  @Option(
    name: .customLong("peers"), help: .text("option.peers", valueName: "option.peers.value"))
  var word: String?

  @Option(help: .text("option.minimum", valueName: "option.number.value"))
  var minimum = PeerGroups.standardMinimum

  /// The least number that may be asked for: of two clusters each would know the other's score.
  static let leastMinimum = 3

  /// The minimum.
  ///
  /// - Throws: where it is too small.
  var least: Int {
    get throws(Failure) { try Self.checked(minimum) }
  }

  static func checked(_ minimum: Int) throws(Failure) -> Int {
    guard minimum >= leastMinimum else {
      throw Failure("exit.minimum", ["least": .text(String(leastMinimum))], exit: .usage)
    }
    return minimum
  }

  /// By default everyone; for one cluster the narrowest group that the model offers.
  func grouping(in model: Questionnaire, hasViewer: Bool) throws(Failure) -> PeerGrouping {
    if let word { return try PeerGrouping(word, in: model) }
    return hasViewer ? PeerGrouping.offered(by: model).first ?? .all : .all
  }
}

extension ComparisonOrder {
  /// `total`, `name`, `level`, or a capacity by its id or short name.
  fileprivate init(_ text: String, _ questionnaire: Questionnaire) throws(Failure) {
    let capacities = questionnaire.capacities
    switch text {
    case "total": self = .total
    case "name": self = .name
    case "level": self = .level
    default:
      let wanted = text.lowercased()
      guard
        let capacity = capacities.first(where: {
          $0.id == wanted || $0.code?.lowercased() == wanted
        })
      else {
        throw Failure(
          "exit.unknown-order",
          [
            "order": .text(text.madeVisible),
            "known": .list(["total", "name", "level"] + capacities.map(\.id)),
          ], exit: .usage)
      }
      self = .capacity(capacity.capacity)
    }
  }
}
