import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit

/// What a person does with an assessment, made up.
enum RandomStep {
  case respond(Int, Response?)
  case head(name: String?, note: String?, status: AssessmentStatus)
  case position(Int?)

  init(_ model: Questionnaire, _ random: inout SplitMix) {
    switch random.below(10) {
    case 0:
      self = .head(
        name: random.below(2) == 0 ? nil : "Cluster \(random.below(9))",
        note: random.below(2) == 0 ? nil : Self.text(&random),
        status: AssessmentStatus.allCases[random.below(5)])
    case 1, 2:
      let place = random.below(model.questions.count + 1)
      self = .position(place < model.questions.count ? place : nil)
    default:
      let question = model.questions[random.below(model.questions.count)]
      self = .respond(question.index, Self.response(question, &random))
    }
  }

  private static func response(_ question: Question, _ random: inout SplitMix) -> Response? {
    if random.below(8) == 0 { return nil }
    var response = Response()
    if random.below(6) > 0 { response.answer = answer(question, &random) }
    if random.below(4) == 0 { response.comment = text(&random) }
    for _ in 0..<max(0, random.below(6) - 3) {
      response.evidence.append(
        Evidence(
          text: text(&random),
          validUntil: random.below(2) == 0 ? nil : Day(text: "2027-0\(1 + random.below(9))-15")))
    }
    if random.below(8) == 0, let day = Day(text: "2026-03-0\(1 + random.below(9))") {
      response.confirmation = Confirmation(by: "Rasa", on: day)
    }
    return response.isEmpty ? nil : response
  }

  private static func answer(_ question: Question, _ random: inout SplitMix) -> Answer {
    if random.below(10) == 0 { return .noData }
    if question.id == "patents", random.below(3) == 0 {
      return .notApplicable(reason: text(&random))
    }
    let value: AnswerValue =
      switch question.id {
      case "legal_form": .choice(random.below(2))
      case "services": .choices([[], [0], [1], [0, 1], [2]][random.below(5)])
      case "handover": .yesNo(random.below(2) == 0)
      case "since": .day(Day(text: "20\(10 + random.below(16))-05-06") ?? Day(daysSince1970: 0)!)
      case "story": .text(text(&random, at: 150))
      case "coordination": .step(1 + random.below(3))
      default: .number(DecimalNumber(1 + random.below(100)))
      }
    return .value(value)
  }

  /// Of any length up to some sectors of a disk, with what has to be escaped.
  private static func text(_ random: inout SplitMix, at most: Int = 1500) -> String {
    let words = ["ąžuolas", "a: b", "\"x\"", "\\", "two\nlines", "{n", "#", "–", "\t", "Ž"]
    var text = "w"
    let count = random.below(10) == 0 ? random.below(most) : random.below(40)
    while text.count < count { text += " " + words[random.below(words.count)] }
    return String(text.prefix(most))
  }
}

/// What an assessment must be after what has been accepted, worked out without any file.
struct ExpectedAssessment: Equatable {
  var responses: [Int: Response] = [:]
  var times: [Int: Instant] = [:]
  var name: String?
  var note: String?
  var status = AssessmentStatus.draft
  var position: Int?
  /// The time of the last line.
  var latest: Instant?

  init() {}

  /// What a file holds. The time of the last line is none of it.
  init(_ assessment: StoredAssessment, _ model: Questionnaire) {
    responses = assessment.responses
    times = assessment.times
    name = assessment.header.name
    note = assessment.header.note
    status = assessment.header.status
    position = assessment.header.resumeAt.flatMap(model.index)
  }

  mutating func apply(_ step: RandomStep, at clock: Instant) {
    let now = max(clock, latest ?? clock)
    switch step {
    case .position(let place):
      position = place
      return
    case .head(let name, let note, let status):
      if (name, note, status) == (self.name, self.note, self.status) { return }
      (self.name, self.note, self.status) = (name, note, status)
    case .respond(let question, let response):
      if response?.answer == nil {
        times[question] = nil
      } else if response?.answer != responses[question]?.answer {
        times[question] = now
      }
      responses[question] = response
    }
    latest = now
  }

  /// The places that differ, one a line.
  func differences(from other: ExpectedAssessment) -> String {
    let places = Set(responses.keys).union(other.responses.keys)
    let questions = places.sorted().filter {
      responses[$0] != other.responses[$0] || times[$0] != other.times[$0]
    }
    let lines = questions.map { place in
      "question \(place): found \(responses[place] as Any) at \(times[place] as Any), "
        + "expected \(other.responses[place] as Any) at \(other.times[place] as Any)"
    }
    let head = "found \((name, note, status)), expected \((other.name, other.note, other.status))"
    return (lines + [head]).joined(separator: "\n")
  }

  /// Whether everything that is accepted is the same; a position is none of it.
  func hasSameAnswers(as other: ExpectedAssessment) -> Bool {
    var (a, b) = (self, other)
    (a.position, b.position, a.latest, b.latest) = (nil, nil, nil, nil)
    return a == b
  }
}
