import Clusters
import Comparison
import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Reporting
import Scoring
import TestKit

/// Reports on made-up answers to the models that ship, and on the small one, each case by a name.
enum SampleReports {
  struct Missing: Error {}

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Each case shows something that no other one does.
  static let names: [String] = [
    "first-round", "nothing-answered", "nothing-applies", "two-rounds", "five-rounds",
    "other-version", "among-twelve", "among-three", "members", "cluster-maturity",
    "data-practices", "ease-of-use", "open-data-path", "project-badge", "safe-operations",
    "service-stages", "supplier-safety", "team-retrospective",
  ]

  /// Built once: planning takes its time.
  static func report(_ name: String) throws -> ReportedCluster {
    guard let report = all[name] else { throw Missing() }
    return report
  }

  private static let all = Dictionary(
    uniqueKeysWithValues: names.compactMap { name in (try? build(name)).map { (name, $0) } })

  private static func build(_ name: String) throws -> ReportedCluster {
    switch name {
    case "first-round": try reported(SmallModel.assessed(SmallModel.complete))
    case "nothing-answered": try reported(SmallModel.assessed([:]))
    case "nothing-applies": try reported(SmallModel.assessed(nothingApplies))
    case "two-rounds": try rounds([SmallModel.complete, SmallModel.ofEachState])
    case "five-rounds": try rounds(fiveRounds)
    case "other-version": try otherVersion()
    case "among-twelve": try among(12)
    case "among-three": try among(3)
    case "members": try members()
    case "cluster-maturity": try flagship()
    default: try reported(made(model("examples/" + name), seed: 1))
    }
  }

  private static func reported(_ assessed: AssessedCluster) -> ReportedCluster {
    ReportedCluster(assessed, among: nil)
  }

  private static let nothingApplies = SmallModel.complete.mapValues { _ in
    Response(answer: .notApplicable(reason: nil))
  }

  private static var fiveRounds: [[String: Response]] {
    (1...5).map { round in
      var responses = SmallModel.complete
      responses["coordination"] = Response(answer: .value(.step(min(3, round))))
      responses["training"] =
        round == 2 ? nil : Response(answer: .value(.number(.init(round * 18))))
      responses["sources"] = Response(answer: .value(.choices(round == 5 ? [0] : [0, 1])))
      return responses
    }
  }

  private static func rounds(_ rounds: [[String: Response]]) throws -> ReportedCluster {
    var earlier: [AssessedCluster.EarlierRound] = []
    for (place, responses) in rounds.dropLast().enumerated() {
      let period = String(2027 - rounds.count + place)
      let round = try SmallModel.assessed(period: period, responses, earlier: earlier)
      earlier.insert(.init(period: period, score: round.score), at: 0)
    }
    return try reported(SmallModel.assessed(rounds.last ?? [:], earlier: earlier))
  }

  /// The round before by a version with other weights and another question in place of one.
  private static func otherVersion() throws -> ReportedCluster {
    let yaml = SmallModel.yaml.replacing("version: 1.2.0", with: "version: 1.1.0")
      .replacing("weight: 2\n    questions", with: "weight: 1\n    questions")
      .replacing("id: sources\n", with: "id: donors\n")
      .replacing("Sources of income?, lt: Pajamų šaltiniai?", with: "Donors?, lt: Rėmėjai?")
    guard let older = Questionnaire.load(SourceFile(name: "older.yaml", text: yaml)).value else {
      throw Missing()
    }
    let before = try SmallModel.assessed(SmallModel.ofEachState)
    let responses = Dictionary(
      uniqueKeysWithValues: older.questions.compactMap { question in
        SmallModel.model?.index(of: question.id).flatMap { before.interview.response(to: $0) }
          .map { (question.index, $0) }
      })
    let old = score(Interview(older, context: .init(reportingYear: 2025), responses: responses))
    return ReportedCluster(
      try SmallModel.assessed(
        SmallModel.complete,
        earlier: [.init(period: "2025", score: old, rescored: before.score)]),
      among: nil)
  }

  /// The first of so many clusters of the small model, without rounds before.
  private static func among(_ count: Int) throws -> ReportedCluster {
    guard let model = SmallModel.model else { throw Missing() }
    let all = try (0..<count).map { try made(model, seed: UInt64(20 + $0), id: "c\($0)") }
    let table = try ComparisonTable(model, all.map(compared))
    return ReportedCluster(all[0], among: table)
  }

  private static func members() throws -> ReportedCluster {
    var assessed = try SmallModel.assessed(SmallModel.complete)
    for (id, mean) in ["coordination": 2.25, "training": 61.5, "reserve": 0.4] {
      guard let place = assessed.interview.questionnaire.index(of: id) else { throw Missing() }
      assessed.membersMeans[place] = mean
    }
    return reported(assessed)
  }

  /// Three rounds of the flagship among eleven other clusters.
  private static func flagship() throws -> ReportedCluster {
    let model = try model("cluster-maturity")
    let first = try made(model, seed: 5, period: "2023")
    let second = try made(
      model, seed: 6, period: "2024", earlier: [.init(period: "2023", score: first.score)])
    let third = try made(
      model, seed: 7,
      earlier: [
        .init(period: "2024", score: second.score), .init(period: "2023", score: first.score),
      ])
    let others = try (0..<11).map { try made(model, seed: UInt64(40 + $0), id: "c\($0)") }
    return ReportedCluster(
      third, among: try ComparisonTable(model, ([third] + others).map(compared)))
  }

  private static func compared(_ assessed: AssessedCluster) -> ComparedCluster {
    ComparedCluster(
      id: assessed.id, name: assessed.shownName, period: assessed.period, score: assessed.score,
      facts: ClusterFacts(assessed.interview))
  }

  private static func model(_ name: String) throws -> Questionnaire {
    let file = repository.appending(path: "questionnaires/\(name).yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    guard let model = Questionnaire.load(SourceFile(name: name + ".yaml", text: text)).value else {
      throw Missing()
    }
    return model
  }

  /// Answers by a generator, one in ten missing, better ones more often; some with remarks.
  private static func made(
    _ model: Questionnaire, seed: UInt64, id: String = "alfa", period: String = "2025",
    earlier: [AssessedCluster.EarlierRound] = []
  ) throws -> AssessedCluster {
    var generator = SplitMix(seed: seed)
    var responses: [Int: Response] = [:]
    for question in model.questions {
      guard generator.below(10) > 0 else { continue }
      var response = Response(answer: .value(answer(to: question.kind, &generator)))
      if generator.below(12) == 0 { response.comment = "Žr. metinę ataskaitą | 5 skyrius" }
      if question.evidence != nil, generator.below(2) == 0 {
        response.evidence = [Evidence(text: "Nr. \(question.index)")]
      }
      if question.needsConfirmation, generator.below(2) == 0 {
        response.confirmation = Day(year: 2026, month: 3, day: 2).map {
          Confirmation(by: "Rūta", on: $0)
        }
      }
      responses[question.index] = response
    }
    let interview = Interview(
      model, context: .init(reportingYear: 2025), responses: responses)
    let background = Background(previousTotals: earlier.map(\.score.total.value))
    return AssessedCluster(
      id: id, name: id == "alfa" ? "Šiaurės medienos klasteris" : nil, period: period,
      status: "submitted", interview: interview, score: score(interview, background: background),
      earlier: earlier)
  }

  private static func answer(to kind: AnswerKind, _ generator: inout SplitMix) -> AnswerValue {
    func better(_ count: Int) -> Int { max(generator.below(count), generator.below(count)) }
    switch kind {
    case .ladder(let steps): return .step(1 + better(steps.count))
    case .yesNo: return .yesNo(generator.below(3) > 0)
    case .single(let choices): return .choice(better(choices.count))
    case .multiple(let choices, let count):
      let places = choices.indices.filter { !choices[$0].isAlone }
      return .choices(Array(places.prefix(max(count.lowerBound, min(3, count.upperBound)))))
    case .year: return .number(DecimalNumber(2010 + generator.below(14)))
    case .percent: return .number(DecimalNumber(generator.below(101)))
    case .money: return .number(DecimalNumber(1000 * generator.below(2000)))
    case .integer, .number:
      let maximum = kind.numberLimits?.maximum?.rational.doubleValue ?? 60
      return .number(DecimalNumber(1 + generator.below(Int(min(60, maximum)))))
    case .date: return Day(year: 2024, month: 5, day: 6).map { .day($0) } ?? .text("")
    case .text: return .text("Tekstas")
    }
  }
}
