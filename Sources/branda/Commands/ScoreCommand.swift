import ArgumentParser
import Language
import Reporting

/// `branda score [CLUSTER…]`: what the model's rules say about assessments.
struct ScoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "score", abstract: Texts.spoken("command.score"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: OutputFormat = .text

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(of: clusters, .init(period), folders, console)
    let scored = assessments.clusters
    switch format {
    case .text:
      for (index, assessed) in scored.enumerated() {
        if index > 0 { try console.print("\n") }
        try console.print(.scoreProfile(of: assessed, in: console.texts.language))
      }
    case .json:
      // Whoever asks for one cluster gets an object; all others an array, even of one.
      if clusters.count == 1, scored.count == 1, let one = scored.first {
        try console.print(json: EncodedScore(one))
      } else {
        try console.print(json: scored.map(EncodedScore.init))
      }
    case .csv:
      // The columns are the capacities of one model.
      _ = try assessments.table(folders)
      try console.print(CSVRenderer().text(.scores(scored)))
    }
    try assessments.finish()
  }
}
