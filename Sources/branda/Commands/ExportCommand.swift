import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import Results
import Tables

/// `branda export [CLUSTER…]`: assessments as a table, and the codebook that explains it.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Texts.spoken("command.export"))
  }

  /// What tables can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument { case csv }

  @Argument(help: .text("argument.clusters", valueName: "argument.clusters.value"))
  var clusters: [String] = []

  @Option(help: .text("option.export-period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.export-format", valueName: "option.format.value"))
  var format: Format = .csv

  @Flag(help: .text("option.wide"))
  var wide = false

  @Flag(help: .text("option.long"))
  var long = false

  @Flag(name: .customLong("answers-only"), help: .text("option.answers-only"))
  var answersOnly = false

  @Option(help: .text("option.codebook", valueName: "option.file"))
  var codebook: String?

  @Option(name: .shortAndLong, help: .text("option.export-output", valueName: "option.file"))
  var output: String?

  @Flag(help: .text("option.excel"))
  var excel = false

  @Flag(help: .text("option.bom"))
  var bom = false

  @OptionGroup var tables: TableOptions
  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = try Console(common)
    if wide, long { throw Failure("exit.wide-and-long", exit: .usage) }
    let notation = try notation()
    let exported = try ExportedAssessments(of: clusters, period, folders, console)
    let table = TableExport(exported.model, notation: notation)
      .table(exported.list, shape: long ? .long : .wide, isWhole: !answersOnly)
    if let codebook {
      let text = String(
        decoding: Codebook(exported.model, notation: notation).table(), as: UTF8.self)
      try Files.write(text, to: codebook)
      console.say("common.written", ["file": .text(codebook.madeVisible)])
    }
    let text = String(decoding: table, as: UTF8.self)
    if let output {
      try Files.write(text, to: output)
      console.say("common.written", ["file": .text(output.madeVisible)])
    } else {
      try console.print(text)
    }
    if exported.isIncomplete { throw Failure.silent(.badData) }
  }

  private func notation() throws(Failure) -> CSVNotation {
    var notation = excel ? CSVNotation.europeanSpreadsheet : CSVNotation()
    if let separator = try tables.namedSeparator() { notation.separator = separator }
    if let mark = tables.decimal { notation.hasDecimalComma = mark == .comma }
    if bom { notation.hasMark = true }
    return notation
  }
}

/// The assessments of one questionnaire, as they are stored.
struct ExportedAssessments {
  let model: Questionnaire
  private(set) var list: [StoredAssessment] = []
  /// Whether some could not be read, which has been told of.
  private(set) var isIncomplete = false

  /// Reads them; members' answers are never among them.
  init(
    of clusters: [String], _ period: String?, _ options: FolderOptions, _ console: Console
  ) throws(Failure) {
    let rounds = try Assessments.Rounds(period)
    let models = try Models(named: options.questionnaire, console)
    let folder = ResultsFolder(options.results)
    let keys = try Self.keys(of: clusters, rounds, models, in: folder)
    let identifiers = Set(keys.map(\.questionnaire))
    guard identifiers.count <= 1 else {
      throw Failure(
        "exit.many-questionnaires", ["questionnaires": .list(identifiers.sorted())], exit: .usage)
    }
    guard let identifier = identifiers.first,
      let model = models.all.filter({ $0.id == identifier }).newest
    else {
      throw Failure(
        "exit.no-assessments", ["folder": .text(options.results.madeVisible)],
        exit: .missingInput)
    }
    self.model = model
    for key in keys {
      do {
        let read = try folder.read(key, on: model)
        console.show(read.diagnostics)
        if let assessment = read.value { list.append(assessment) } else { isIncomplete = true }
      } catch {
        Failure(error).report()
        isIncomplete = true
      }
    }
  }

  private static func keys(
    of clusters: [String], _ rounds: Assessments.Rounds, _ models: Models, in folder: ResultsFolder
  ) throws(Failure) -> [AssessmentKey] {
    let known = Set(models.all.map(\.id))
    var keys: [AssessmentKey] = []
    do {
      for cluster in clusters.isEmpty ? try folder.clusters() : clusters {
        let all = try folder.assessments(of: cluster).filter { known.contains($0.questionnaire) }
        if all.isEmpty, !clusters.isEmpty {
          throw Failure(
            "exit.no-cluster",
            ["cluster": .text(cluster.madeVisible), "folder": .text(folder.path.madeVisible)],
            exit: .missingInput)
        }
        // Without a period every round is meant: nothing is to be lost.
        if case .of(let period) = rounds {
          keys += all.filter { $0.period == period }
        } else {
          keys += all
        }
      }
    } catch let error as ResultsError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .silent(.inputOutput)
    }
    return keys
  }
}
