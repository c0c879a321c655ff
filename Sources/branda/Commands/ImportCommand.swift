import ArgumentParser
import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import Results

/// `branda import FILE…`: takes over assessments that came by mail, answer by answer.
///
/// Everything is checked before anything is written.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: Texts.spoken("command.import"))
  }

  @Argument(help: .text("argument.arriving", valueName: "option.file"))
  var files: [String]

  @Flag(help: .text("option.dry-run"))
  var dryRun = false

  @Option(help: .text("option.take", valueName: "option.take.value"))
  var take: String?

  @Option(name: .customLong("by"), help: .text("option.sender", valueName: "option.name.value"))
  var sender: String?

  @Flag(help: .text("option.restore"))
  var restore = false

  @Option(help: .text("option.import-period", valueName: "option.period.value"))
  var period: String?

  @Option(help: .text("option.columns", valueName: "option.file"))
  var columns: String?

  @Option(
    name: .customLong("name-from"),
    help: .text("option.name-from", valueName: "option.cluster.value"))
  var nameFrom: String?

  @OptionGroup var tables: TableOptions
  @OptionGroup var folders: FolderOptions
  @OptionGroup var common: CommonOptions

  /// What a file holds, as its name says.
  private enum Kind {
    case assessment, table

    init(_ path: String) {
      self = path.hasSuffix(".csv") || path.hasSuffix(".tsv") ? .table : .assessment
    }
  }

  func run() throws {
    let console = try Console(common)
    try checkSender()
    guard let now = Clock.now else { throw Failure("exit.no-clock", exit: .usage) }
    let models = try Models(named: folders.questionnaire, console)
    let arrived = try read(models, console)
    let choice = ImportChoice(take)
    try check(choice, arrived.map(\.model))
    let expected = try arrived.map { try compare($0, choice, console) }
    try refuseClosed(expected)
    let arrivals = dryRun ? expected : try record(arrived, choice, at: now, console)
    for arrival in arrivals { console.show(arrival.findings(console.texts)) }
    say(arrivals, console)
    if dryRun { console.say("import.nothing-written") }
    if arrivals.contains(where: { $0.conflicts > 0 }) { throw Failure.silent(.finding) }
  }

  /// Says what has been taken of each, or of all where they are many.
  private func say(_ arrivals: [Arrival], _ console: Console) {
    guard arrivals.count > Self.fewEnoughToName else {
      for arrival in arrivals { arrival.say(console) }
      return
    }
    let texts = console.texts
    console.say(
      "import.total",
      [
        "assessments": .counted("import.assessments", arrivals.count, texts),
        "taken": .counted("import.taken", arrivals.reduce(0) { $0 + $1.changed.count }, texts),
        "conflicts": .counted(
          "import.conflicts", arrivals.reduce(0) { $0 + $1.conflicts }, texts),
      ])
  }

  /// So many assessments are told of one by one.
  private static let fewEnoughToName = 20
  /// So many are open at once: each keeps a file open, and processes may have few.
  private static let openAtOnce = 100

  private func checkSender() throws(Failure) {
    guard let sender, let problem = AssessmentHeader.problem(withName: sender) else { return }
    throw Failure(
      "assessment.\(problem.rawValue)", ["count": .count(AssessmentHeader.longestName)],
      exit: .usage)
  }

  private func check(_ choice: ImportChoice, _ models: [Questionnaire]) throws(Failure) {
    guard let unknown = choice.unknown(in: models).first else { return }
    throw Failure("exit.take-unknown", ["question": .text(unknown.madeVisible)], exit: .usage)
  }

  /// Reads all files, and tells what is wrong in any of them.
  private func read(_ models: Models, _ console: Console) throws(Failure) -> [ArrivedAssessment] {
    let folder = ResultsFolder(folders.results)
    var arrived: [ArrivedAssessment] = []
    var exit: Exit?
    for path in files {
      do {
        switch Kind(path) {
        case .assessment:
          arrived.append(try ArrivedAssessment(try Files.read(path), models, in: folder))
        case .table:
          let table = ArrivedTable(
            path: path, models: models, folder: folder, options: tables, period: period,
            columns: columns, naming: nameFrom, console: console)
          arrived += try table.read()
        }
      } catch let refusal as ArrivedAssessment.Refusal {
        console.show(refusal.findings)
        exit = exit ?? refusal.exit
      } catch let failure as Failure {
        failure.report()
        exit = exit ?? failure.exit
      } catch {
        throw Failure("exit.no-file", ["file": .text(path.madeVisible)], exit: .missingInput)
      }
    }
    if let exit {
      console.say("import.refused")
      throw .silent(exit)
    }
    var known: [AssessmentKey: ArrivedAssessment] = [:]
    for one in arrived {
      guard let other = known.updateValue(one, forKey: one.key) else { continue }
      throw Failure(
        "exit.imported-twice",
        ["file": .text(one.file.name.madeVisible), "other": .text(other.file.name.madeVisible)],
        exit: .usage)
    }
    return arrived
  }

  /// Sets one beside what is here, without laying a hand on the folder.
  private func compare(
    _ arrived: ArrivedAssessment, _ choice: ImportChoice, _ console: Console
  ) throws(Failure) -> Arrival {
    let folder = ResultsFolder(folders.results)
    do throws(ResultsError) {
      let read = try folder.read(arrived.key, on: arrived.model)
      if let present = read.value {
        return try compare(arrived, with: present, choice)
      }
      console.show(
        read.diagnostics.told(of: arrived.key.member, in: folder.assessmentPath(arrived.key)))
    } catch {
      throw Failure(error)
    }
    console.say("import.refused")
    throw .silent(.badData)
  }

  private func compare(
    _ arrived: ArrivedAssessment, with present: StoredAssessment, _ choice: ImportChoice
  ) throws(ResultsError) -> Arrival {
    let folder = ResultsFolder(folders.results)
    return Arrival(
      arrived, into: present, try folder.past(of: arrived.key, present, on: arrived.model),
      by: sender ?? arrived.key.respondent, choice, restores: restore)
  }

  /// What a facilitator has confirmed or locked is not changed by mail.
  private func refuseClosed(_ arrivals: [Arrival]) throws(Failure) {
    for arrival in arrivals where arrival.isRefused {
      throw Failure(
        "exit.import-closed",
        [
          "status": .phrase("status.\(arrival.status.rawValue)"),
          "cluster": .text(arrival.arrived.key.cluster),
          "period": .text(arrival.arrived.key.period.description),
        ], exit: .finding)
    }
  }

  /// Records all; first every assessment is opened, so that one which is open elsewhere keeps all of
  /// them from being changed; of very many, always some together.
  private func record(
    _ arrived: [ArrivedAssessment], _ choice: ImportChoice, at now: Instant, _ console: Console
  ) throws(Failure) -> [Arrival] {
    var recorded: [Arrival] = []
    var rest = arrived[...]
    while !rest.isEmpty {
      recorded += try record(rest.prefix(Self.openAtOnce), choice, at: now, console)
      rest = rest.dropFirst(Self.openAtOnce)
    }
    return recorded
  }

  private func record(
    _ arrived: ArraySlice<ArrivedAssessment>, _ choice: ImportChoice, at now: Instant,
    _ console: Console
  ) throws(Failure) -> [Arrival] {
    var opened: [(store: AssessmentStore, arrival: Arrival)] = []
    for one in arrived { opened.append(try open(one, choice, console)) }
    // Once more, with what may have come in between.
    try refuseClosed(opened.map(\.arrival))
    do throws(ResultsError) {
      for (store, arrival) in opened {
        if let problem = try arrival.record(in: store, at: now) {
          console.show([problem.diagnostic])
        }
      }
    } catch {
      throw Failure(error)
    }
    return opened.map(\.arrival)
  }

  private func open(
    _ arrived: ArrivedAssessment, _ choice: ImportChoice, _ console: Console
  ) throws(Failure) -> (store: AssessmentStore, arrival: Arrival) {
    do throws(ResultsError) {
      let folder = ResultsFolder(folders.results)
      let opened = try AssessmentStore.open(arrived.key, in: folder, on: arrived.model)
      console.show(
        opened.diagnostics.told(of: arrived.key.member, in: folder.assessmentPath(arrived.key)))
      if let store = opened.value {
        return (store, try compare(arrived, with: store.assessment, choice))
      }
    } catch {
      throw Failure(error)
    }
    console.say("import.refused")
    throw .silent(.badData)
  }
}
