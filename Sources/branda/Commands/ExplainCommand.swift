import ArgumentParser
import Clusters
import DisplayWidth
import Encoding
import Explaining
import Language
import Questionnaire
import Reporting

/// `branda explain CLUSTER [WHAT]`: why a result is what it is.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "explain", abstract: Texts.spoken("command.explain"))
  }

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(
    help: .text("argument.explain-cluster", valueName: "argument.explain-cluster.value"))
  var cluster: String

  @Argument(help: .text("argument.explain-what", valueName: "argument.explain-what.value"))
  var what: String?

  @Option(help: .text("option.depth", valueName: "option.depth.value"))
  var depth: Int?

  @Option(help: .text("option.period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: Format = .text

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    if let depth, depth < 1 { throw Failure("exit.depth", exit: .usage) }
    let assessments = try Assessments(of: [cluster], .init(period), folders, console)
    let assessed = try assessments.one()
    let explainer = Explainer(assessed.interview, background: assessed.background)
    let derivations =
      try what.map { try named($0, explainer) } ?? [explainer.total, explainer.level]
    switch format {
    case .text:
      try console.print(
        .explanation(
          of: derivations, about: assessed, depth: depth, in: console.texts.language))
    case .json: try console.print(json: EncodedExplanation(derivations, about: assessed))
    }
    try assessments.finish()
  }

  private func named(_ name: String, _ explainer: Explainer) throws(Failure) -> [Derivation] {
    let found = explainer.derivations(of: name)
    guard found.isEmpty else { return found }
    let arguments: [String: TextArgument] = [
      "what": .text(name.madeVisible), "questionnaire": .text(explainer.questionnaire.id),
    ]
    guard let suggestion = explainer.suggestion(for: name) else {
      throw Failure("exit.not-explained", arguments, exit: .usage)
    }
    throw Failure(
      "exit.not-explained-suggestion",
      arguments.merging(["suggestion": .text(suggestion)]) { $1 }, exit: .usage)
  }
}
