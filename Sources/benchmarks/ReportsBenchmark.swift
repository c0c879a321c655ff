import Clusters
internal import Comparison
internal import Diagnostics
internal import Documents
internal import FoundationEssentials
internal import Language
internal import Questionnaire
internal import Rendering
internal import Reporting
internal import Results
internal import Scoring
internal import Spreadsheets

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The report on several clusters together, with the two rounds before: its parts in this process, and
/// the program itself with everything, in a process of its own.
///
/// - Parameter folder: Where to make results and reports, which then stay; by default in a temporary
///   place.
func benchmarkReports(in folder: String? = nil) {
  // Only the program by which the bar is meant may make PDF.
  setenv("BRANDA_CHROMIUM", "/nonexistent", 1)
  inGeneratedFolders(folder) { parent, model, patterns in
    print(
      "The report on clusters together, three rounds (bars for 500: HTML 1 s, PDF 10 s, XLSX 2 s)")
    for count in [5, 50, 500] {
      let place = parent + "/\(count)"
      _ = try patterns.write(place, count: count, rounds: 3)
      print("  \(count) clusters")
      try measureParts(place, model)
      for format in ["md", "html", "xlsx", "pdf"] {
        try measureProgram(format, on: place, into: place + "-\(format)")
      }
    }
  }
}

/// What takes how long once all is read and scored, on one core.
private func measureParts(_ place: String, _ model: Questionnaire) throws {
  var clusters: [AssessmentProgress] = []
  let reading = best(of: 1) { clusters = assessments(in: ResultsFolder(place), model) }
  let compared = clusters.map { ComparedCluster($0.cluster) }
  var portfolio: Portfolio?
  let comparing = best(of: 3) {
    portfolio = try? Portfolio(try ComparisonTable(model, compared), clusters, ComparisonScope())
  }
  guard let portfolio else { return print("    numbers are too large to be compared") }
  var document: Document?
  let building = best(of: 3) { document = .portfolioReport(portfolio, in: LanguageTag("en")) }
  guard let document else { return }
  let markdown = best(of: 3) { _ = try? MarkdownRenderer().text(document, .standard) }
  let html = best(of: 3) { _ = try? HTMLRenderer().text(document) }
  let sheets = best(of: 3) {
    _ = try? XLSXRenderer().bytes(.portfolio(portfolio, beside: document))
  }
  print(
    "    reading and scoring \(written(reading)), comparing and matching \(written(comparing)),"
      + " the document \(written(building)); then Markdown \(written(markdown)), HTML"
      + " \(written(html)), XLSX \(written(sheets))")
}

/// The latest round of every cluster, with those before it.
private func assessments(
  in folder: ResultsFolder, _ model: Questionnaire
) -> [AssessmentProgress] {
  let scorer = Scorer(model)
  var latest: [String: AssessedCluster] = [:]
  for key in ((try? folder.assessments(by: model.id)) ?? []).sorted(by: { $0.period < $1.period }) {
    guard let stored = try? folder.read(key, on: model).value else { continue }
    let before = latest[key.cluster]
    let interview = stored.interview(on: model, points: scorer.points)
    latest[key.cluster] = AssessedCluster(
      id: key.cluster, name: nil, period: key.period.description,
      status: stored.header.status.rawValue, interview: interview,
      score: scorer.score(interview),
      earlier: before.map { [.init(period: $0.period, score: $0.score)] + $0.earlier } ?? [])
  }
  return latest.values.sorted { $0.id < $1.id }.map { AssessmentProgress($0, updated: nil) }
}

/// One report by the program, reading included.
private func measureProgram(_ format: String, on results: String, into folder: String) throws {
  do {
    let run = try ProgramRun(
      "branda",
      [
        "report", "--together", "--questionnaire", shippedModel, "--results", results, "--format",
        format, "-o", folder, "--quiet", "--lang", "en",
      ])
    let size =
      try FileManager.default.attributesOfItem(atPath: folder + "/all.en." + format)[.size]
      as? Int ?? 0
    print(
      "    branda report --format \(format), reading included: \(written(run.milliseconds))"
        + " (\(written(run.processorMilliseconds)) of processor time), \(run.megabytes) MB of"
        + " memory, \(size / 1_000) kB written")
  } catch let failure as ProgramRun.Failed where failure.exit == 69 && format == "pdf" {
    print("    PDF skipped: no WeasyPrint here; `make install-pdf` installs it")
  }
}
