import ArgumentParser
import DisplayWidth
import Encoding
import Language
import Rendering
import Reporting

/// `branda status [CLUSTER…]`: how far every assessment has come.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: Texts.spoken("command.status"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: OutputFormat = .text

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(of: clusters, .all, folders, console)
    switch format {
    case .text:
      try console.print(
        .status(
          assessments.list, folder: folders.results.madeVisible, in: console.texts.language))
    case .json: try console.print(json: EncodedStatus(assessments.list))
    case .csv: try console.print(CSVRenderer().text(.status(assessments.list)))
    }
    try assessments.finish()
  }
}
