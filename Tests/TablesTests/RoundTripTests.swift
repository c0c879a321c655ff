import Diagnostics
import Foundation
import Interview
import Numbers
import Questionnaire
import Results
import TestKit
import Testing

@testable import Tables

/// What is written as a table is read again as it was, to the last byte.
@Suite struct RoundTripTests {
  static let notations = [
    CSVNotation(), .europeanSpreadsheet, CSVNotation(separator: .tab, hasDecimalComma: true),
  ]

  /// How a table is written: in which notation, with a row for what.
  struct Way: CustomStringConvertible {
    var notation: CSVNotation
    var shape: TableExport.Shape
    var description: String {
      "\(shape) \(notation.separator) \(notation.hasDecimalComma ? "comma" : "point")"
    }
    static let all = notations.flatMap { notation in
      TableExport.Shape.allCases.map { Way(notation: notation, shape: $0) }
    }
  }

  @Test(arguments: Way.all) func shippedResults(_ way: Way) throws {
    let model = try Fixture.flagship()
    try check(try Fixture.shipped(model), on: model, way)
  }

  @Test(arguments: Way.all) func everythingThatCanBeSaid(_ way: Way) throws {
    let model = try Fixture.model()
    try check(try (0..<120).map { try Invented(model, seed: $0).assessment }, on: model, way)
  }

  private func check(
    _ assessments: [StoredAssessment], on model: Questionnaire, _ way: Way
  ) throws {
    let export = TableExport(model, notation: way.notation)
    let table = export.table(assessments, shape: way.shape)
    let read = Fixture.read(table, on: model, options: .init())
    #expect(read.diagnostics.summary == [])
    let again = try #require(read.value).map(\.assessment)
    // The first that differs: two long lists side by side help nobody.
    let expected = assessments.map { $0.withoutFile(model) }
    let difference = zip(expected, again).first { $0 != $1 }
    #expect(difference?.1.text(on: model) == difference?.0.text(on: model))
    #expect(difference == nil)
    #expect(again.count == assessments.count)
    let isSame = export.table(again, shape: way.shape) == table
    #expect(isSame)
  }
}

/// An assessment of made-up answers with everything that can stand beside them, the same for the
/// same seed.
private struct Invented {
  private let model: Questionnaire
  private var random: SplitMix
  private(set) var assessment: StoredAssessment

  private static let texts = [
    "Plain", "=SUM(A1:A9)", "'quoted", "''", "-1", "+370", "@home", "a, b; c\td", "„Kabutės“",
    "say \"so\"", "\"\u{301}", "line\nline", " padded ", "\ttab", "＝wide", "žąsys 🪿",
    "[2026-01-01]",
    "0", "n/a", "x [x]", "C:\\new",
  ]

  init(_ model: Questionnaire, seed: Int) throws {
    self.model = model
    random = SplitMix(seed: UInt64(seed))
    let period = try #require(Period(text: "2025"))
    assessment = StoredAssessment(
      header: AssessmentHeader(
        cluster: "c\(seed)", period: period, questionnaire: model.id, version: model.version,
        digest: model.digest))
    inventHead()
    for question in model.questions { inventResponse(question) }
  }

  private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "" }

  private mutating func flip() -> Bool { Bool.random(using: &random) }

  private mutating func instant() -> Instant? {
    Instant(secondsSince1970: Int.random(in: 1_700_000_000..<1_800_000_000, using: &random))
  }

  private mutating func inventHead() {
    if flip() {
      assessment.header.name = "Klasteris, „Žąsys“; \(text().filter { $0 != "\n" && $0 != "\t" })"
    }
    assessment.header.isInvented = flip()
    if flip() { assessment.header.language = "lt" }
    if flip() { assessment.header.note = text() }
    if flip() { assessment.header.resumeAt = "members" }
    assessment.header.status = AssessmentStatus.allCases.randomElement(using: &random) ?? .draft
    if flip(), let at = instant() { assessment.header.changed = .init(by: "Rasa", at: at) }
    if flip() {
      assessment.kept = [
        KeptResponse(
          question: "fax", value: .scalar("yes"), rest: Response(comment: text()), at: instant()),
        KeptResponse(
          question: "old", value: .list(["a", "b"]), rest: Response(), at: nil),
        KeptResponse(question: "old", value: nil, rest: Response(answer: .noData), at: instant()),
      ]
    }
  }

  private mutating func inventResponse(_ question: Question) {
    var response = Response()
    switch Int.random(in: 0..<8, using: &random) {
    case 0: break
    case 1 where question.allowsNoData: response.answer = .noData
    case 2 where question.notApplicable == .allowed: response.answer = .notApplicable(reason: nil)
    case 3 where question.notApplicable != .refused:
      response.answer = .notApplicable(reason: text())
    default: response.answer = .value(value(question.kind))
    }
    if flip(), flip() { response.comment = text() }
    if flip(), flip() {
      response.evidence = [Evidence(text: text())]
      if flip() {
        response.evidence.append(
          Evidence(text: text(), validUntil: Day(year: 2027, month: 2, day: 3)))
      }
    }
    if response.answer != nil, flip(), flip() { response.carried = "2024" }
    if flip(), flip(), let day = Day(year: 2026, month: 3, day: 4) {
      response.confirmation = Confirmation(by: text(), on: day)
    }
    if flip(), flip(), let day = Day(year: 2026, month: 3, day: 4) {
      response.returned = Return(by: "Rasa", on: day, note: text())
    }
    guard !response.isEmpty else { return }
    assessment.responses[question.index] = response
    if response.answer != nil, flip() { assessment.times[question.index] = instant() }
  }

  private mutating func value(_ kind: AnswerKind) -> AnswerValue {
    switch kind {
    case .ladder(let steps): .step(Int.random(in: 1...steps.count, using: &random))
    case .single(let choices): .choice(Int.random(in: 0..<choices.count, using: &random))
    case .multiple:
      [.choices([]), .choices([0, 1]), .choices([2])].randomElement(using: &random) ?? .choices([])
    case .yesNo: .yesNo(flip())
    case .date: Day(year: 2020, month: 2, day: 29).map(AnswerValue.day) ?? .text("")
    case .text(let lines, _):
      .text(lines > 1 ? text() : text().filter { $0 != "\n" })
    default:
      // With as many places as the question takes, so that 1.234 is among them.
      .number(
        DecimalNumber(
          significand: Int64.random(in: 1...1000, using: &random),
          scale: kind.numberLimits?.places ?? 0) ?? 1)
    }
  }
}
