internal import Diagnostics
internal import FoundationEssentials
internal import Interview
internal import Planning
internal import Questionnaire
internal import Results
internal import Scoring

/// Plans every shipped cluster's way, and that of generated models with gates.
func benchmarkPlan() {
  planShippedClusters()
  print(
    "Plan to the top level of a generated model, 10 gates, half of the steps taken"
      + " (bar: 300 questions in under 1 s)")
  for questions in [38, 75, 150, 300] {
    let text = modelWithGates(questions: questions)
    guard let model = Questionnaire.load(SourceFile(name: "gates.yaml", text: text)).value,
      let interview = halfWay(model)
    else { continue }
    let planner = Planner(Scorer(model))
    var plan: Plan?
    let time = best(of: 3) { plan = planner.plan(interview, to: model.levels.count - 1) }
    print("  \(questions) questions: \(written(time)); \(plan.map(outcome) ?? "")")
  }
}

private func planShippedClusters() {
  let path = "questionnaires/cluster-maturity.yaml"
  guard let text = try? String(contentsOfFile: path, encoding: .utf8),
    let model = Questionnaire.load(SourceFile(name: path, text: text)).value
  else {
    return print("Plan: no \(path) here; run the benchmark from the repository's folder")
  }
  let folder = ResultsFolder("results")
  let planner = Planner(Scorer(model))
  print("Plan the flagship's shipped clusters (bar: each in under 100 ms)")
  for cluster in (try? folder.clusters()) ?? [] {
    guard let key = try? folder.assessments(of: cluster).last,
      let stored = try? folder.read(key, on: model).value
    else { continue }
    let interview = stored.interview(on: model)
    var next: Plan?
    var top: Plan?
    let toNext = best(of: 3) { next = planner.plan(interview) }
    let toTop = best(of: 3) { top = planner.plan(interview, to: model.levels.count - 1) }
    print(
      "  \(cluster): next \(written(toNext)), \(next.map(outcome) ?? "");"
        + " top \(written(toTop)), \(top.map(outcome) ?? "")")
  }
}

private func outcome(_ plan: Plan) -> String {
  switch plan.outcome {
  case .reached: "reached already"
  case .attainable(let ways):
    "effort \(ways.best.effort)" + (ways.isProvedSmallest ? "" : ", not proved the smallest")
  case .impossible: "impossible"
  case .undecided: "not found within the limits"
  }
}

/// Ladders of five steps in capacities of 30, with thresholds on all of them and ten gates.
private func modelWithGates(questions: Int) -> String {
  var text = """
    questionnaire: gates
    version: 1.0.0
    languages: [en]
    title: Gates
    capacities:

    """
  for number in 0..<questions {
    if number % 30 == 0 {
      text += "  - {id: c\(number / 30), title: C\(number / 30), weight: 2, questions: [\n"
    }
    text += "      {id: q\(number), ask: Q, weight: \(number % 4 + 1), "
    text += "answer: {ladder: [a, b, c, d, e]}}"
    text += number % 30 == 29 || number == questions - 1 ? "]}\n" : ",\n"
  }
  text += "levels:\n  - {id: low, title: Low}\n  - id: high\n    title: High\n"
  text += "    requires: {total: 60, every_capacity: 55}\n    gates:\n"
  for gate in 0..<10 {
    let (a, b) = (gate * questions / 10, gate * questions / 10 + 1)
    text += "      - {id: g\(gate), if: q\(a) >= 4 || q\(b) == 5, say: G}\n"
  }
  return text
}

private func halfWay(_ model: Questionnaire) -> Interview? {
  var random = RepeatableGenerator()
  let responses = model.questions.map { question in
    (question.index, Response(answer: .value(.step(Int.random(in: 1...4, using: &random)))))
  }
  return Interview(
    model, context: Interview.Context(reportingYear: 2026),
    responses: Dictionary(uniqueKeysWithValues: responses))
}
