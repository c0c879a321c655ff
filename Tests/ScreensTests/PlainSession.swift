import Diagnostics
import Interview
import Language
import Questionnaire
import Scoring
import TestKit

@testable import Screens

/// A plain interview with somebody who types: what was shown, and what would be on disk.
struct PlainSession {
  private(set) var plain: PlainInterview
  /// What is on disk.
  private(set) var stored: [Int: Response] = [:]
  private(set) var position: Int?
  private(set) var isComplete: Bool?
  private(set) var isSubmitted = false

  static let model = load(shortModel)

  static func load(_ text: String) -> Questionnaire {
    let source = SourceFile(name: "short.yaml", bytes: Array(text.utf8))
    let loaded = Questionnaire.load(source)
    guard let model = loaded.value else { fatalError("\(loaded.diagnostics)") }
    return model
  }

  private let model: Questionnaire

  init(
    _ language: String = "en", of model: Questionnaire = model, stored: [Int: Response] = [:],
    at position: Int? = nil, columns: Int = 80, rater: Rater = .manager,
    lastRound: LastRound? = nil
  ) {
    self.model = model
    let scorer = Scorer(model)
    let context = Interview.Context(reportingYear: 2025, points: scorer.points)
    let interview = Interview(model, context: context, responses: stored)
    plain = PlainInterview(
      interview,
      occasion: .init(cluster: "laser", period: "2025", rater: rater, lastRound: lastRound),
      language: LanguageTag(language), resumingAt: position, columns: columns)
    self.stored = stored
    self.position = position
  }

  mutating func start() -> String { carryOut(plain.start()) }

  /// Types lines, and tells what the last of them led to.
  @discardableResult
  mutating func type(_ lines: String...) -> String {
    var shown = ""
    for line in lines { shown = carryOut(plain.handle(line)) }
    return shown
  }

  @discardableResult
  mutating func end() -> String { carryOut(plain.end()) }

  /// The question that waits for an answer.
  var asks: String? {
    guard case .question(let index) = plain.mode else { return nil }
    return model.questions[index].id
  }

  func response(_ id: String) -> Response? { model.index(of: id).flatMap { stored[$0] } }

  private mutating func carryOut(_ step: PlainInterview.Step) -> String {
    for effect in step.effects {
      switch effect {
      case .accept(let question, let response):
        stored[question] = response.isEmpty ? nil : response
      case .position(let question): position = question
      case .language: break
      case .submit: isSubmitted = true
      case .finish(let complete): isComplete = complete
      }
    }
    return step.lines.map(\.text).joined(separator: "\n")
  }
}
