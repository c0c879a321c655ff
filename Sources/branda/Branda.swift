import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Terminal

/// The program: arguments in, exit code out. Every rule lives in a room below.
@main struct Branda: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "branda",
      abstract: Texts.spoken("command.branda"),
      version: "0.1.0",
      subcommands: [
        LintCommand.self, TestCommand.self, EvalCommand.self, FillCommand.self, ReviewCommand.self,
        ScoreCommand.self,
        ExplainCommand.self, PlanCommand.self,
        CompareCommand.self, MatchCommand.self, SummaryCommand.self, StatusCommand.self,
        ReportCommand.self, PrintCommand.self, TemplatesCommand.self, DiffCommand.self,
        VerifyCommand.self, RepairCommand.self, ImportCommand.self, ExportCommand.self,
      ])
  }

  /// Parses, runs, and turns what went wrong into one sentence and an exit code.
  static func main() {
    Output.ignoreBrokenPipes()
    Output.ignoreSizeLimits()
    do {
      try refuseUnknownCommand()
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.report()
      exit(withError: ArgumentParser.ExitCode(failure.exit.rawValue))
    } catch {
      end(with: error)
    }
  }

  /// Says what the parser has to say, help as data, and ends as it wants to.
  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = ParserWords(.spoken).translated(fullMessage(for: error))
    if !message.isEmpty { (code.isSuccess ? Output.standard : .error).say(message + "\n") }
    exit(withError: code)
  }

  /// A word in the place of a command that is none: the parser would find fault with what follows it.
  private static func refuseUnknownCommand() throws(Failure) {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      !commands.contains(word), word != "help"
    else { return }
    let suggestion = Diagnostics.suggestion(
      for: word, among: commands, within: max(1, word.count / 2))
    var arguments: [String: TextArgument] = [
      "word": .text(word.madeVisible), "known": .list(commands),
    ]
    arguments["suggestion"] = suggestion.map { .text($0) }
    throw Failure(
      suggestion == nil ? "exit.unknown-command" : "exit.unknown-command-suggestion", arguments,
      exit: .usage)
  }
}
