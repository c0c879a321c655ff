import ArgumentParser
import Clusters
import DisplayWidth
import Documents
import Encoding
import Language
import Planning
import Questionnaire
import Reporting
import Scoring

/// `branda plan CLUSTER [--to LEVEL]`: the smallest set of improvements that attains a level.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plan", abstract: Texts.spoken("command.plan"))
  }

  @Argument(help: .text("argument.cluster", valueName: "argument.clusters.value"))
  var cluster: String

  @Option(name: .customLong("to"), help: .text("option.to", valueName: "option.to.value"))
  var level: String?

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: Format = .text

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  func run() throws {
    let console = try Console(common)
    let assessments = try Assessments(of: [cluster], .init(period), folders, console)
    let assessed = try assessments.one()
    let model = assessed.score.questionnaire
    let plan = Planner(Scorer(model)).plan(
      assessed.interview, to: try target(in: model),
      background: assessed.background)
    switch format {
    case .text: try console.print(.plan(plan, for: assessed, in: console.texts.language))
    case .json: try console.print(json: EncodedPlan(plan, for: assessed))
    }
    try assessments.finish()
    switch plan.outcome {
    case .reached, .attainable: break
    case .impossible, .undecided: throw Failure.silent(.finding)
    }
  }

  /// The level asked for; `nil` for the next one.
  private func target(in model: Questionnaire) throws(Failure) -> Int? {
    guard let level else { return nil }
    let place = model.levels.firstIndex { $0.id == level || String($0.number) == level }
    guard let place else {
      throw Failure(
        "exit.no-level",
        ["level": .text(level.madeVisible), "levels": .list(model.levels.map(\.id))],
        exit: .usage)
    }
    return place
  }
}
