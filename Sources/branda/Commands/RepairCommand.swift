import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import Results

/// `branda repair [CLUSTER…]`: restores what histories and assessment files hold between them.
struct RepairCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "repair", abstract: Texts.spoken("command.repair"))
  }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Flag(help: .text("option.dry-run"))
  var dryRun = false

  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    let models = try Models(named: folders.questionnaire, console)
    let keys = try keys(in: ResultsFolder(folders.results))
    var repaired = 0
    var exits: [Exit] = []
    for key in keys {
      let (repair, exit) = try repair(key, models, console)
      if let repair, !repair.written.isEmpty { repaired += 1 }
      if let exit { exits.append(exit) }
    }
    let assessments = TextArgument.counted("verify.assessments", keys.count, console.texts)
    if repaired == 0, exits.isEmpty {
      return console.say("repair.sound", ["assessments": assessments])
    }
    console.say(
      dryRun ? "repair.would-summary" : "repair.summary",
      [
        "assessments": assessments,
        "repaired": .counted("verify.assessments", repaired, console.texts),
      ])
    if dryRun, repaired > 0 { exits.append(.finding) }
    // What a person has to put right comes before what is missing, and that before the rest.
    for exit in [Exit.badData, .missingInput, .finding] where exits.contains(exit) {
      throw Failure.silent(exit)
    }
  }

  private func keys(in folder: ResultsFolder) throws(Failure) -> [AssessmentKey] {
    var keys: [AssessmentKey] = []
    do throws(ResultsError) {
      for cluster in clusters.isEmpty ? try folder.clusters() : clusters {
        let found = try folder.everything(of: cluster)
        if found.isEmpty, !clusters.isEmpty {
          throw ResultsError.missing(path: folder.path + "/" + cluster)
        }
        keys += found
      }
    } catch {
      throw Failure(error)
    }
    return keys
  }

  /// Repairs one, and tells what was found and done.
  private func repair(
    _ key: AssessmentKey, _ models: Models, _ console: Console
  ) throws(Failure) -> (Repair?, Exit?) {
    let folder = ResultsFolder(folders.results)
    do throws(ResultsError) {
      let named = try folder.model(of: key)
      guard let model = models.model(of: key.questionnaire, digest: named.digest) else {
        console.show([
          Diagnostic(
            .init("assessment.no-model"), at: named.place,
            [
              "questionnaire": .text(key.questionnaire), "cluster": .text(key.cluster),
              "period": .text(key.period.description),
            ])
        ])
        return (nil, .missingInput)
      }
      let repair = try folder.repair(key, on: model, isTrial: dryRun)
      console.show(repair.findings.told(of: key.member, in: folder.assessmentPath(key)))
      for file in repair.written {
        console.say(
          dryRun ? "repair.would-write" : "repair.written", ["file": .text(file.madeVisible)])
      }
      for file in repair.kept {
        console.say(dryRun ? "repair.would-keep" : "repair.kept", ["file": .text(file.madeVisible)])
      }
      switch repair.outcome {
      case .sound, .repaired: return (repair, nil)
      case .incomplete: return (repair, .finding)
      case .beyondRepair: return (repair, .badData)
      }
    } catch {
      throw Failure(error)
    }
  }
}
