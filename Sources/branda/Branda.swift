import ArgumentParser
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
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.report()
      exit(withError: ArgumentParser.ExitCode(failure.exit.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
