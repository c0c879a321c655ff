import Clusters
import Diagnostics
import DisplayWidth
import Language
import Questionnaire
import Reporting
import Results
import Scoring

/// The assessments that a command works on, read from the results folder and scored.
struct Assessments {
  /// By cluster, then by questionnaire, then by period.
  let list: [AssessmentProgress]
  /// How the command ends where something could not be read or scored as it should; that has been
  /// told of.
  private let fault: Exit?
  /// Those that could not be read.
  let leftOut: [String]

  /// So many clusters are read before what was found in them is told, in their order.
  private static let readAtOnce = 256

  /// Which rounds of each cluster.
  enum Rounds {
    case latest
    case all
    case of(Period)
  }

  /// Reads and scores.
  ///
  /// - Parameters:
  ///   - clusters: All that have a folder, where none is named.
  ///   - excepted: Clusters that are not read; then it is no failure where nobody else is there.
  ///   - readsByNewest: Whether all stand on the newest version at hand of their questionnaire.
  /// - Throws: when a cluster named is not there, or has no such round.
  init(
    of clusters: [String], except excepted: [String] = [], _ rounds: Rounds,
    _ options: FolderOptions, readsByNewest: Bool = false, _ console: Console
  ) throws(Failure) {
    try self.init(
      of: clusters, except: excepted, rounds, by: try Models(named: options.questionnaire, console),
      takesAnyModel: options.questionnaire.isEmpty, readsByNewest: readsByNewest,
      in: options.results, console)
  }

  /// Reads and scores by models that are at hand.
  ///
  /// - Parameter takesAnyModel: Whether an assessment by another questionnaire is a fault.
  init(
    of clusters: [String], except excepted: [String] = [], _ rounds: Rounds, by models: Models,
    takesAnyModel: Bool, readsByNewest: Bool = false, in folder: String, _ console: Console
  ) throws(Failure) {
    let reader = AssessmentReader(
      models: models, folder: ResultsFolder(folder), takesAnyModel: takesAnyModel,
      readsByNewest: readsByNewest)
    let names: [String]
    do {
      let excepted = Set(excepted)
      names =
        clusters.isEmpty
        ? try reader.folder.clusters().filter { !excepted.contains($0) } : clusters.unique
    } catch {
      throw Failure(error)
    }
    var list: [AssessmentProgress] = []
    var faults: [Exit] = []
    var leftOut: [String] = []
    for start in stride(from: 0, to: names.count, by: Self.readAtOnce) {
      let some = Array(names[start..<min(names.count, start + Self.readAtOnce)])
      let readings = some.mapOnAllCores { reader.read($0, rounds) }
      for (cluster, reading) in zip(some, readings) {
        reading.findings.forEach(console.show)
        if reading.assessments.isEmpty, reading.faults.isEmpty, !clusters.isEmpty {
          throw Self.missing(cluster, rounds, reader.hasAny(cluster), folder)
        }
        list += reading.assessments
        faults += reading.faults
        leftOut += reading.leftOut
      }
    }
    self.list = list
    self.leftOut = leftOut
    // Where nothing could be read for want of something, that is what is missing.
    fault =
      faults.isEmpty
      ? nil : list.isEmpty && !faults.contains(.badData) ? .missingInput : .badData
    if list.isEmpty, fault == nil, excepted.isEmpty { try Self.refuseNothing(rounds, folder) }
  }

  /// Nothing to work on is a failure, except for those who ask what there is.
  private static func refuseNothing(_ rounds: Rounds, _ folder: String) throws(Failure) {
    let folder = TextArgument.text(folder.madeVisible)
    switch rounds {
    case .all: return
    case .latest: throw Failure("exit.no-assessments", ["folder": folder], exit: .missingInput)
    case .of(let period):
      throw Failure(
        "exit.no-round", ["period": .text(period.description), "folder": folder],
        exit: .missingInput)
    }
  }

  /// The clusters with their scores.
  var clusters: [AssessedCluster] { list.map(\.cluster) }

  /// - Throws: where there are none, or they are not of one version of one questionnaire.
  func requireOneModel(_ options: FolderOptions) throws(Failure) {
    let models = Set(clusters.map(\.score.questionnaire.digest))
    guard !models.isEmpty else {
      try finish()
      throw Failure(
        "exit.no-assessments", ["folder": .text(options.results.madeVisible)],
        exit: .missingInput)
    }
    guard models.count == 1 else { throw manyQuestionnaires }
  }

  /// The only one.
  ///
  /// - Throws: where there are several, by several questionnaires.
  func one() throws(Failure) -> AssessedCluster {
    guard let one = clusters.first else { throw .silent(.missingInput) }
    guard clusters.count == 1 else { throw manyQuestionnaires }
    return one
  }

  /// Why work on one questionnaire cannot go on.
  var manyQuestionnaires: Failure {
    let names = Set(clusters.map(\.score.questionnaire).map { "\($0.id) \($0.version)" })
    return Failure(
      "exit.many-questionnaires", ["questionnaires": .list(names.sorted())], exit: .usage)
  }

  /// Ends a command whose data are not all sound, after it has shown what it has.
  func finish() throws(Failure) {
    if let fault { throw .silent(fault) }
  }

  private static func missing(
    _ cluster: String, _ rounds: Rounds, _ hasAny: Bool, _ folder: String
  ) -> Failure {
    let name = TextArgument.text(cluster.madeVisible)
    if hasAny, case .of(let period) = rounds {
      return Failure(
        "exit.no-assessment", ["cluster": name, "period": .text(period.description)],
        exit: .missingInput)
    }
    return Failure(
      "exit.no-cluster", ["cluster": name, "folder": .text(folder.madeVisible)],
      exit: .missingInput)
  }
}

extension [String] {
  /// Each text once, where it stands first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Assessments.Rounds {
  /// The round that `--period` names; the latest where it names none.
  init(_ period: String?) throws(Failure) {
    guard let period else {
      self = .latest
      return
    }
    guard let period = Period(text: period) else {
      throw Failure("exit.not-a-period", ["period": .text(period.madeVisible)], exit: .usage)
    }
    self = .of(period)
  }
}

extension Failure {
  /// The sentence for what the system refused in the results folder.
  init(_ error: ResultsError) {
    let diagnostic = error.diagnostic
    let exit: Exit =
      switch error {
      case .invalidName: .usage
      case .missing: .missingInput
      case .locked: .locked
      case .refused(.create, _, _), .refused(.createFolder, _, _): .cannotCreate
      case .refused, .diskFull, .changed: .inputOutput
      }
    self.init(
      diagnostic.code.rawValue, diagnostic.arguments.mapValues { TextArgument($0) }, exit: exit)
  }
}
