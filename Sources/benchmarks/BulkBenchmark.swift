internal import Diagnostics
internal import FoundationEssentials
internal import Interview
internal import Questionnaire
internal import Scoring

/// Scores columns of answers: the generated model that rivals score, too, and the flagship.
func benchmarkBulk() {
  print("Columns of answers, a byte each, to exact scores and levels")
  print("  60 indicators in 12 groups, 4 areas and one total, one answer in ten missing")
  guard let model = BulkModel.load(areas: 4) else { return }
  for count in [100_000, 1_000_000] {
    measureBulk("    \(grouped(count)) assessments", BulkModel.columns(model, count: count))
  }
  print("  growth with questions, 100 000 assessments")
  for areas in [2, 4, 8, 16] {
    // Beyond some hundred questions the common denominators of a total outgrow doubles.
    guard let model = BulkModel.load(areas: areas) else { return }
    measureBulk("    \(areas * 15) questions", BulkModel.columns(model, count: 100_000))
  }
  let path = "questionnaires/cluster-maturity.yaml"
  guard let text = try? String(contentsOfFile: path, encoding: .utf8),
    let flagship = Questionnaire.load(SourceFile(name: path, text: text)).value
  else { return }
  print("  the flagship, \(flagship.questions.count) questions, with gates and levels")
  let interviews = randomInterviews(flagship, count: 1_000)
  for count in [100_000, 1_000_000] {
    // A thousand different ones over and over: interviews of all would measure memory.
    let sample = AnswerColumns.encoded(interviews)
    let repeated = sample.map { $0.repeated(count / 1_000) }
    measureBulk("    \(grouped(count)) assessments", repeated)
  }
  var encoded: [AnswerColumns] = []
  let time = best(of: 3) { encoded = AnswerColumns.encoded(interviews) }
  print("    writing 1 000 interviews into columns \(written(time)), in \(encoded.count) sets")
}

/// A line for each number of assessments of the generated model: the number and the milliseconds.
func bulkTimes() -> String {
  guard let model = BulkModel.load(areas: 4) else { return "" }
  let scorer = BulkScorer(Scorer(model))
  return [100_000, 1_000_000].map { count in
    let columns = BulkModel.columns(model, count: count)
    let time = best(of: 9) { for part in columns { _ = scorer.score(part) } }
    return "\(count) \(time)\n"
  }.joined()
}

private func measureBulk(_ name: String, _ columns: [AnswerColumns]) {
  guard let first = columns.first else { return }
  let scorer = BulkScorer(Scorer(first.questionnaire))
  var totals = 0
  var obstacles: [ColumnObstacle] = []
  var error = 0.0
  func run(_ isParallel: Bool) -> Double {
    best(of: 7) {
      totals = 0
      for part in columns {
        let scores = scorer.score(part, isParallel: isParallel)
        totals += scores.totals.count
        (obstacles, error) = (scores.obstacles, scores.relativeError)
      }
    }
  }
  let (one, all) = (run(false), run(true))
  let bytes = columns.reduce(0) { $0 + $1.byteCount } / max(1, totals)
  let way =
    obstacles.isEmpty
    ? error == 0 ? "" : ", totals within \(error) of themselves" : ", row by row: \(obstacles)"
  print(
    "\(name): \(written(all)), on one core \(written(one)); \(bytes) + 13 bytes each\(way)")
}

private func grouped(_ number: Int) -> String {
  number >= 1_000_000 ? "\(number / 1_000_000) 000 000" : "\(number / 1_000) 000"
}

/// The model of the comparison: areas of three groups of five ladders of five steps each.
enum BulkModel {
  static func load(areas: Int) -> Questionnaire? {
    var text = """
      questionnaire: bulk
      version: 1.0.0
      languages: [en]
      title: Bulk
      scoring: {minimum_coverage: 0}
      capacities:

      """
    for area in 0..<areas {
      text += "  - {id: a\(area), title: A, weight: \(weight(area)), parts: [\n"
      for group in 3 * area..<3 * area + 3 {
        text += "      {id: g\(group), title: G, weight: \(weight(group)), questions: [\n"
        for question in 5 * group..<5 * group + 5 {
          text += "        {id: q\(question), ask: Q, weight: \(weight(question)), "
          text += "answer: {ladder: [a, b, c, d, e]}},\n"
        }
        text += "      ]},\n"
      }
      text += "    ]}\n"
    }
    text += """
      levels:
        - {id: first, title: First}
        - {id: second, title: Second, requires: {total: 40}}
        - {id: third, title: Third, requires: {total: 50}}
        - {id: fourth, title: Fourth, requires: {total: 60}}
      """
    let loaded = Questionnaire.load(SourceFile(name: "bulk.yaml", text: text))
    if loaded.value == nil { print("  \(loaded.diagnostics)") }
    return loaded.value
  }

  /// Unequal: 1, 2, 3 in turn; the script of the rivals has the same.
  private static func weight(_ place: Int) -> Int { place % 3 + 1 }

  static func columns(_ model: Questionnaire, count: Int) -> [AnswerColumns] {
    var random = RepeatableGenerator()
    var codes: [Int: [UInt8]] = [:]
    for question in model.questions {
      codes[question.index] = (0..<count).map { _ in
        let number = random.next()
        return number % 10 == 0
          ? AnswerColumns.unanswered : UInt8(truncatingIfNeeded: (number >> 8) % 5)
      }
    }
    let context = Interview.Context(reportingYear: 2026)
    return [try? AnswerColumns(model, context: context, count: count, codes: codes)].compactMap(
      \.self)
  }
}
