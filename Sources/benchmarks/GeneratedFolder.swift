internal import Diagnostics
internal import FoundationEssentials
internal import Interview
internal import Questionnaire
internal import Results

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The shipped model, from the repository's folder.
let shippedModel = "questionnaires/cluster-maturity.yaml"

/// Measures something on generated results folders; what fails is printed.
///
/// - Parameters:
///   - folder: Where to make them, to stay; by default in a temporary place.
///   - work: Gets the folder to make them in, the shipped model, and what to make them of.
func inGeneratedFolders(
  _ folder: String?,
  _ work: (_ parent: String, Questionnaire, AssessmentPatterns) throws -> Void
) {
  guard let text = try? String(contentsOfFile: shippedModel, encoding: .utf8),
    let model = Questionnaire.load(SourceFile(name: shippedModel, text: text)).value
  else {
    return print("No \(shippedModel) here; run the benchmark from the repository's folder")
  }
  let parent =
    folder ?? FileManager.default.temporaryDirectory.path + "/branda-benchmark-\(getpid())"
  defer { if folder == nil { try? FileManager.default.removeItem(atPath: parent) } }
  do {
    try work(parent, model, try AssessmentPatterns(model, in: parent + "/patterns"))
  } catch {
    print("  \(parent): \(error)")
  }
}

/// A hundred made-up assessments with their histories, as answering them writes them: the same in every
/// run. Folders of any size are made of them, over and over under other names.
struct AssessmentPatterns {
  private let model: Questionnaire
  private var patterns: [(yaml: String, history: Data)] = []

  private static let period = "2025"

  /// - Parameter place: A folder for what is made on the way; it is removed.
  init(_ model: Questionnaire, in place: String) throws {
    self.model = model
    defer { try? FileManager.default.removeItem(atPath: place) }
    for (number, interview) in randomInterviews(model, count: 100).enumerated() {
      patterns.append(try Self.pattern(place + "/\(number)", interview))
    }
  }

  /// Writes a results folder.
  ///
  /// - Parameters:
  ///   - count: How many clusters.
  ///   - rounds: One a year, 2025 the last.
  /// - Returns: The size of all files.
  func write(_ place: String, count: Int, rounds: Int = 1) throws -> Int {
    var bytes = 0
    for number in 0..<count {
      let name = "generated-\(number)"
      let folder = place + "/" + name
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for round in 0..<rounds {
        // Clusters with the same answers in one round have different ones in the round before.
        let pattern = patterns[(number + round * (37 + number / patterns.count)) % patterns.count]
        let period = String(2025 - round)
        let text = pattern.yaml.replacing("\ncluster: pattern\n", with: "\ncluster: \(name)\n")
          .replacing("\nperiod: \"\(Self.period)\"\n", with: "\nperiod: \"\(period)\"\n")
        let stem = folder + "/\(model.id)-\(period)"
        try Data(text.utf8).write(to: URL(filePath: stem + ".yaml"))
        try pattern.history.write(to: URL(filePath: stem + ".history.jsonl"))
        bytes += text.utf8.count + pattern.history.count
      }
    }
    return bytes
  }

  private static func pattern(
    _ place: String, _ interview: Interview
  ) throws -> (yaml: String, history: Data) {
    let model = interview.questionnaire
    guard let period = Period(text: period) else { throw CancellationError() }
    let key = try AssessmentKey(cluster: "pattern", questionnaire: model.id, period: period)
    let folder = ResultsFolder(place)
    guard let store = try AssessmentStore.open(key, in: folder, on: model).value else {
      throw CancellationError()
    }
    try store.together { (store) throws(ResultsError) in
      for question in model.questions {
        guard let at = Instant(secondsSince1970: 1_770_000_000 + 60 * question.index) else {
          continue
        }
        // What the question refuses nobody could have given.
        let response = interview.response(to: question.index)
        guard let answer = response?.answer, question.problems(with: answer).isEmpty else {
          continue
        }
        try store.accept(response, for: question.index, at: at, by: "manager")
      }
    }
    return (
      try String(contentsOfFile: folder.assessmentPath(key), encoding: .utf8),
      try Data(contentsOf: URL(filePath: folder.historyPath(key)))
    )
  }
}
