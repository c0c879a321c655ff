import ArgumentParser
import Diagnostics
import DisplayWidth
import Encoding
import Language
import Questionnaire
import Reporting
import Results
import Scoring
import Versions

/// `branda diff OLD NEW`: what a new version of a model changes, and for which assessments.
struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "diff", abstract: Texts.spoken("command.diff"))
  }

  @Argument(help: .text("argument.old-model", valueName: "option.file"))
  var old: String

  @Argument(help: .text("argument.new-model", valueName: "option.file"))
  var new: String

  @Option(help: .text("option.diff-results", valueName: "option.folder"))
  var results: String?

  @Flag(help: .text("option.diff-all"))
  var all = false

  @Flag(help: .text("option.texts"))
  var texts = false

  @Option(help: .text("option.format", valueName: "option.format.value"))
  var format: LintCommand.Format = .text

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let difference = ModelDifference(try load(old, console), try load(new, console))
    var fault: Exit?
    var assessments: [ComparedAssessment]?
    if let results {
      guard difference.old.id == difference.new.id else {
        throw Failure(
          "exit.different-questionnaires",
          ["old": .text(difference.old.id), "new": .text(difference.new.id)], exit: .usage)
      }
      (assessments, fault) = try compare(difference, in: ResultsFolder(results), console)
    }
    switch format {
    case .text:
      try console.print(
        .difference(
          difference, showsTexts: texts, assessments: assessments, in: console.texts.language))
    case .json: try console.print(json: EncodedDifference(difference, assessments: assessments))
    }
    if let fault { throw Failure.silent(fault) }
  }

  private func load(_ path: String, _ console: Console) throws(Failure) -> Questionnaire {
    let checked = Questionnaire.load(try Files.read(path))
    console.show(checked.diagnostics.filter { $0.severity == .error })
    guard let model = checked.value else { throw .silent(.badData) }
    return model
  }

  private func compare(
    _ difference: ModelDifference, in folder: ResultsFolder, _ console: Console
  ) throws(Failure) -> ([ComparedAssessment], Exit?) {
    let scorers = (old: Scorer(difference.old), new: Scorer(difference.new))
    var list: [ComparedAssessment] = []
    var fault: Exit?
    do throws(ResultsError) {
      for key in try keys(in: folder, difference.old.id) {
        let before = try folder.read(key, on: difference.old)
        let after = try folder.read(key, on: difference.new)
        guard let old = before.value, let new = after.value else {
          console.show((before.hasErrors ? before : after).diagnostics)
          fault = .badData
          continue
        }
        list.append(
          ComparedAssessment(
            cluster: key.cluster, name: old.header.name ?? key.cluster,
            period: key.period.description,
            difference: AssessmentDifference(
              difference, old.interview(on: difference.old), new.interview(on: difference.new),
              scorers)))
      }
    } catch {
      throw Failure(error)
    }
    return (list, fault)
  }

  private func keys(
    in folder: ResultsFolder, _ questionnaire: String
  ) throws(ResultsError) -> [AssessmentKey] {
    let keys = try folder.assessments(by: questionnaire)
    return all
      ? keys
      : keys.indices.filter { $0 + 1 == keys.count || keys[$0 + 1].cluster != keys[$0].cluster }
        .map { keys[$0] }
  }
}
