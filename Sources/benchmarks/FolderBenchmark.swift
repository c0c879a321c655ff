internal import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import Interview
internal import Questionnaire
internal import Results
internal import Scoring

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The comparison of all assessments of a results folder, by the program itself, in a process of its
/// own: how time and memory grow with their number.
///
/// - Parameter folder: Where to make the results folders, which then stay; by default in a temporary
///   place.
func benchmarkFolder(in folder: String? = nil) {
  let path = "questionnaires/cluster-maturity.yaml"
  guard let text = try? String(contentsOfFile: path, encoding: .utf8),
    let model = Questionnaire.load(SourceFile(name: path, text: text)).value
  else {
    print("Folder: no \(path) here; run the benchmark from the repository's folder")
    return
  }
  print(
    "`branda compare` of a results folder: files and histories read and checked, scored, compared,"
      + " written as JSON (\(model.questions.count) questions; bar: 10,000 in 3 s, growing as their"
      + " number does)")
  let parent =
    folder ?? FileManager.default.temporaryDirectory.path + "/branda-benchmark-\(getpid())"
  defer { if folder == nil { try? FileManager.default.removeItem(atPath: parent) } }
  for count in [100, 1_000, 10_000] {
    let place = parent + "/\(count)"
    do {
      let generated = try GeneratedFolder(place, model, count: count)
      let run = try ProgramRun(
        "branda",
        ["compare", "--questionnaire", path, "--results", place, "--format", "json", "--quiet"])
      let each = written(run.milliseconds / Double(count))
      print(
        "  \(count) assessments, \(generated.bytes / 1_000_000) MB: \(written(run.milliseconds)),"
          + " \(each) each (\(written(run.processorMilliseconds)) of processor time),"
          + " \(run.megabytes) MB of memory")
    } catch {
      return print("  \(place): \(error)")
    }
  }
  measureParts(parent + "/1000", model)
}

/// Where the time goes, on one core.
private func measureParts(_ place: String, _ model: Questionnaire) {
  let folder = ResultsFolder(place)
  let keys = (try? folder.assessments(by: model.id)) ?? []
  var assessments: [StoredAssessment] = []
  let reading = best(of: 3) {
    assessments = keys.compactMap { try? folder.read($0, on: model).value }
  }
  let scorer = Scorer(model)
  var scores: [AssessmentScore] = []
  let scoring = best(of: 3) {
    scores = assessments.map { scorer.score($0.interview(on: model, points: scorer.points)) }
  }
  let compared = zip(assessments, scores).map { stored, score in
    ComparedCluster(
      id: stored.header.cluster, name: stored.header.cluster, period: "2025", score: score,
      facts: ClusterFacts(stored.interview(on: model)))
  }
  let comparing = best(of: 3) { _ = try? ComparisonTable(model, compared) }
  print(
    "  of \(keys.count), on one core: reading and checking \(written(reading)), scoring"
      + " \(written(scoring)), the table \(written(comparing))")
}

/// A folder of as many assessments as asked for: a hundred made-up ones with their histories, over
/// and over under other names.
private struct GeneratedFolder {
  private(set) var bytes = 0

  init(_ place: String, _ model: Questionnaire, count: Int) throws {
    let patterns = place + "-patterns"
    defer { try? FileManager.default.removeItem(atPath: patterns) }
    let files = FileManager.default
    var sources: [(yaml: String, history: Data)] = []
    for (number, interview) in randomInterviews(model, count: 100).enumerated() {
      sources.append(try Self.pattern(patterns, number, interview))
    }
    for number in 0..<count {
      let name = "generated-\(number)"
      let folder = place + "/" + name
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let source = sources[number % sources.count]
      let text = source.yaml.replacing("\ncluster: pattern\n", with: "\ncluster: \(name)\n")
      let stem = folder + "/\(model.id)-2025"
      try Data(text.utf8).write(to: URL(filePath: stem + ".yaml"))
      try source.history.write(to: URL(filePath: stem + ".history.jsonl"))
      bytes += text.utf8.count + source.history.count
    }
  }

  /// One assessment, as answering it writes it.
  private static func pattern(
    _ place: String, _ number: Int, _ interview: Interview
  ) throws -> (yaml: String, history: Data) {
    let model = interview.questionnaire
    guard let period = Period(text: "2025") else { throw CancellationError() }
    let key = try AssessmentKey(cluster: "pattern", questionnaire: model.id, period: period)
    let folder = ResultsFolder(place + "/\(number)")
    guard let store = try AssessmentStore.open(key, in: folder, on: model).value else {
      throw CancellationError()
    }
    for question in model.questions {
      guard let at = Instant(secondsSince1970: 1_770_000_000 + 60 * question.index) else {
        continue
      }
      // What the question refuses nobody could have given.
      let response = interview.response(to: question.index)
      guard let answer = response?.answer, question.problems(with: answer).isEmpty else { continue }
      try store.accept(response, for: question.index, at: at, by: "manager")
    }
    return (
      try String(contentsOfFile: folder.assessmentPath(key), encoding: .utf8),
      try Data(contentsOf: URL(filePath: folder.historyPath(key)))
    )
  }
}
