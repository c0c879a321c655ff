import ArgumentParser
import Clusters
import Documents
import Encoding
import Language
import Rendering
import Reporting
import Scoring

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

  @OptionGroup var csv: CSVOptions

  @Option(name: .customLong("set"), help: .text("option.set", valueName: "option.set.value"))
  var settings: [String] = []

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(of: clusters, .init(period), folders, console)
    let scored = try tried(assessments, console)
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
      try assessments.requireOneModel(folders)
      try console.print(csv.renderer.text(.scores(scored)))
    }
    try assessments.finish()
  }

  /// The clusters, or the one as if it were answered as `--set` says.
  private func tried(
    _ assessments: Assessments, _ console: Console
  ) throws(Failure) -> [AssessedCluster] {
    guard !settings.isEmpty else { return assessments.clusters }
    guard clusters.count == 1, assessments.clusters.count == 1, let one = assessments.clusters.first
    else { throw Failure("exit.set-one", exit: .usage) }
    let whatIf = try WhatIf(settings, on: one.score.questionnaire, console)
    return [whatIf.applied(to: one, console)]
  }
}
