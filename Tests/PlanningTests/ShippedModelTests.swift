import Diagnostics
import Foundation
import Interview
import Numbers
import Planning
import Questionnaire
import Results
import Scoring
import Testing

/// Plans for the clusters that ship with the program.
@Suite struct ShippedModelTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func interviews() throws -> (scorer: Scorer, list: [(name: String, Interview)]) {
    func file(_ path: String) throws -> SourceFile {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      return SourceFile(name: path, text: text)
    }
    let loaded = Questionnaire.load(try file("questionnaires/cluster-maturity.yaml"))
    let model = try #require(loaded.value)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "results").path
    ).sorted()
    let list = try names.map { name in
      let read = StoredAssessment.read(
        try file("results/\(name)/cluster-maturity-2025.yaml"), on: model)
      return (name, try #require(read.value, "\(name)").interview(on: model))
    }
    return (Scorer(model), list)
  }

  /// What an assessment comes to with other answers, each confirmed.
  private static func level(
    _ interview: Interview, _ answers: [Int: AnswerValue], _ scorer: Scorer
  ) throws -> Int {
    var interview = interview
    for (question, answer) in answers { _ = interview.record(.value(answer), for: question) }
    let day = try #require(Day(year: 2026, month: 1, day: 2))
    for question in interview.questionnaire.questions.indices {
      interview.confirm(Confirmation(by: "F", on: day), for: question)
    }
    return scorer.score(interview).level ?? -1
  }

  @Test func plansAttainTheLevelAndNothingInThemCanBeSpared() throws {
    let (scorer, list) = try Self.interviews()
    var summary: [String] = []
    for (name, interview) in list {
      do {
        let plan = Planner(scorer).plan(interview)
        guard case .attainable(let ways) = plan.outcome else {
          if case .reached = plan.outcome { summary.append("\(name) stands there") }
          if case .impossible = plan.outcome { summary.append("\(name) cannot") }
          continue
        }
        let best = ways.best
        summary.append(
          "\(name) \(plan.target + 1): \(best.effort) in \(best.improvements.count)"
            + (ways.isProvedSmallest ? "" : ", not proved")
            + (ways.reportingYear > 2025 ? ", \(ways.reportingYear)" : ""))
        guard ways.reportingYear == 2025 else { continue }
        #expect((best.after.level ?? -1) >= plan.target, "\(name)")
        let answers = Dictionary(
          uniqueKeysWithValues: best.improvements.map { ($0.question, $0.to) })
        #expect(try Self.level(interview, answers, scorer) >= plan.target, "\(name)")
        for improved in best.improvements {
          var fewer = answers
          fewer[improved.question] = nil
          var cheaper = answers
          if case .step(let step) = improved.to { cheaper[improved.question] = .step(step - 1) }
          let levels = try [fewer, cheaper].filter { $0 != answers }.map {
            try Self.level(interview, $0, scorer)
          }
          #expect(levels.allSatisfy { $0 < plan.target }, "\(name) \(improved)")
          #expect(!improved.serves.isEmpty)
        }
      }
    }
    #expect(summary == Self.summary, "\(summary.joined(separator: "\n"))")
  }

  /// Level: effort, answers to improve.
  static let summary = [
    "aukstaitijos-mediena 5: 3 in 2", "dzukijos-sveikatingumas 3: 1 in 1",
    "garsu-dirbtuves 4: 2 in 2", "gyvybes-mokslu-tiltas 5: 1 in 1",
    "mechatronikos-ratas stands there", "nemuno-maistas 4: 3 in 3", "pajurio-logistika 4: 2 in 2",
    "saules-bendrija 2: 2 in 2", "skaitmenine-sveikata 5: 1 in 1", "statybu-skaitmena 2: 1 in 1",
    "sviesos-slenis stands there", "zemaitijos-agro 3: 2 in 2",
  ]
}
