public import ArgumentParser
public import Terminal

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: .text("option.lang", valueName: "option.lang.value"))
  var language: String?

  @Option(help: .text("option.color", valueName: "option.color.value"))
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: .text("option.quiet"))
  var quiet = false
}

extension ColorChoice: ExpressibleByArgument {}

/// Where answers and models are.
struct FolderOptions: ParsableArguments {
  @Option(help: .text("option.results", valueName: "option.folder"))
  var results = "results"

  @Option(
    parsing: .upToNextOption,
    help: .text("option.questionnaire", valueName: "option.file"))
  var questionnaire: [String] = []
}
