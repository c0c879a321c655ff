internal import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import Questionnaire
internal import Results
internal import Scoring

/// The comparison of all assessments of a results folder, by the program itself, in a process of its
/// own: how time and memory grow with their number.
///
/// - Parameter folder: Where to make the results folders, which then stay; by default in a temporary
///   place.
func benchmarkFolder(in folder: String? = nil) {
  inGeneratedFolders(folder) { parent, model, patterns in
    print(
      "`branda compare` of a results folder: files and histories read and checked, scored, compared,"
        + " written as JSON (\(model.questions.count) questions; bar: 10,000 in 3 s, growing as their"
        + " number does)")
    for count in [100, 1_000, 10_000] {
      let place = parent + "/\(count)"
      let bytes = try patterns.write(place, count: count)
      let run = try ProgramRun(
        "branda",
        [
          "compare", "--questionnaire", shippedModel, "--results", place, "--format", "json",
          "--quiet",
        ])
      let each = written(run.milliseconds / Double(count))
      print(
        "  \(count) assessments, \(bytes / 1_000_000) MB: \(written(run.milliseconds)),"
          + " \(each) each (\(written(run.processorMilliseconds)) of processor time),"
          + " \(run.megabytes) MB of memory")
    }
    measureParts(parent + "/1000", model)
  }
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
