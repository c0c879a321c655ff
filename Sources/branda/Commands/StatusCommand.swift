import ArgumentParser
import DisplayWidth
import Encoding
import Language
import Rendering
import Reporting
import Results

/// `branda status [CLUSTER…]`: how far every assessment has come.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: Texts.spoken("command.status"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: OutputFormat = .text

  @OptionGroup var csv: CSVOptions

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(of: clusters, .all, folders, console)
    var list = assessments.list
    let isSound = try list.addFacilitators(in: ResultsFolder(folders.results), console)
    switch format {
    case .text:
      try console.print(
        .status(list, folder: folders.results.madeVisible, in: console.texts.language))
    case .json: try console.print(json: EncodedStatus(list))
    case .csv: try console.print(csv.renderer.text(.status(list)))
    }
    try assessments.finish()
    if !isSound { throw Failure.silent(.badData) }
  }
}
