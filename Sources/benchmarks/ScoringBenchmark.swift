internal import Diagnostics
internal import FoundationEssentials
internal import Interview
internal import Numbers
internal import Questionnaire
internal import Scoring

/// Scores 10,000 assessments of the flagship with random answers, one in ten of them missing.
func benchmarkScoring() {
  let path = "questionnaires/cluster-maturity.yaml"
  guard let text = try? String(contentsOfFile: path, encoding: .utf8),
    let model = Questionnaire.load(SourceFile(name: path, text: text)).value
  else {
    print("Scoring: no \(path) here; run the benchmark from the repository's folder")
    return
  }
  let count = 10_000
  // A thousand different ones, ten times over: interviews of all would measure memory.
  let interviews = randomInterviews(model, count: 1_000)
  let scorer = Scorer(model)
  var levels: [Int] = []
  let time = best {
    levels = Array(repeating: 0, count: model.levels.count)
    for number in 0..<count {
      guard let level = scorer.score(interviews[number % interviews.count]).level else { continue }
      levels[level] += 1
    }
  }
  print("Score \(count) assessments of \(model.questions.count) questions")
  print("  with ranges, gates and advice: \(written(time)); by level \(levels)")
}

/// Interviews of the same random answers in every run.
func randomInterviews(_ model: Questionnaire, count: Int) -> [Interview] {
  var random = RepeatableGenerator()
  return (0..<count).map { _ in randomInterview(model, &random) }
}

private func randomInterview(
  _ model: Questionnaire, _ random: inout RepeatableGenerator
) -> Interview {
  var responses: [Int: Response] = [:]
  for question in model.questions {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: continue
    case 1: responses[question.index] = Response(answer: .noData)
    default:
      responses[question.index] = Response(answer: .value(randomAnswer(question.kind, &random)))
    }
  }
  return Interview(model, context: Interview.Context(reportingYear: 2026), responses: responses)
}

private func randomAnswer(
  _ kind: AnswerKind, _ random: inout RepeatableGenerator
) -> AnswerValue {
  switch kind {
  case .ladder(let steps): .step(Int.random(in: 1...steps.count, using: &random))
  case .single(let choices): .choice(Int.random(in: 0..<choices.count, using: &random))
  case .multiple(let choices, _):
    .choices(choices.indices.filter { _ in Bool.random(using: &random) })
  case .yesNo: .yesNo(Bool.random(using: &random))
  case .year: .number(DecimalNumber(Int.random(in: 2010...2026, using: &random)))
  case .integer, .number, .money: .number(DecimalNumber(Int.random(in: 0...40, using: &random)))
  case .percent: .number(DecimalNumber(Int.random(in: 0...100, using: &random)))
  case .date:
    Day(daysSince1970: Int.random(in: 12_000...20_000, using: &random)).map(
      AnswerValue.day) ?? .text("")
  case .text: .text("tekstas")
  }
}

/// Random numbers that are the same in every run.
struct RepeatableGenerator: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 29) ^ (state &* 0x9E37_79B9_7F4A_7C15)
  }
}
