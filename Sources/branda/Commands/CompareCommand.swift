import ArgumentParser
import Comparison
import DisplayWidth
import Language
import Questionnaire
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

  @Option(help: .text("option.sort", valueName: "option.sort.value"))
  var sort = "total"

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: OutputFormat = .text

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(of: clusters, .init(period), folders, console)
    let table = try assessments.table(folders)
    let order = try ComparisonOrder(sort, table.questionnaire)
    switch format {
    case .text:
      try console.print(
        .comparison(
          table, period: period, order: order, leftOut: assessments.leftOut,
          in: console.texts.language))
    case .json:
      try console.print(
        json: EncodedComparison(table, period: period, leftOut: assessments.leftOut))
    case .csv:
      let clusters = Dictionary(grouping: assessments.clusters, by: \.id)
      let ordered = table.rows(in: order).flatMap { row in
        clusters[row.cluster.id, default: []].filter { $0.period == row.cluster.period }
      }
      try console.print(CSVRenderer().text(.scores(ordered)))
    }
    try assessments.finish()
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
