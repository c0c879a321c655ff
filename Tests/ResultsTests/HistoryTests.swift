import Diagnostics
import Foundation
import Interview
import Questionnaire
import TestKit
import Testing

@testable import Results

/// The lines that an assessment contains are only looked at; this must find what reading them finds.
@Suite struct HistoryTests {
  private let model: Questionnaire
  /// A later version, in which some questions and choices have other names or are gone.
  private let other: Questionnaire
  private let key: AssessmentKey

  init() throws {
    key = try Fixture.key()
    model = try Fixture.model()
    other = try Fixture.model(VersionsTests.second)
  }

  /// Lines of any length with everything that a response can have.
  private func lines(_ random: inout SplitMix, count: Int) -> [HistoryEntry] {
    var state = StoredAssessment(header: AssessmentHeader(key, model))
    return (1...count).map { number in
      let event: HistoryEntry.Event
      switch RandomStep(model, &random) {
      case .respond(let question, let response):
        event = .response(question: question, new: response, old: state.responses[question])
        state.responses[question] = response
      case .head(let name, _, _):
        state.header.name = name
        event = .head(HeadOfHistory(state.header))
      case .position(let place):
        let question = place.map { model.questions[$0].id } ?? "gone"
        let response = KeptResponse(
          question: question, value: .scalar("x"), rest: Response(), at: nil)
        event = .kept(question: question, new: random.below(2) == 0 ? nil : response)
      }
      return HistoryEntry(
        number: number, at: Fixture.time(number),
        given: random.below(5) == 0 ? Fixture.time(0) : nil, by: "Rasa Petrauskienė",
        event: event, reason: random.below(9) == 0 ? "Kas – „koordinuoja“?" : nil)
    }
  }

  private static let pieces = [
    "\"", "\\", "\\n", "\\u0007", "{", "}", ",", ":", "[", "]", "null", "true", "0", "-", ".5", " ",
    "\u{202E}", "\u{FEFF}", "\u{85}", "ą", "\t", #""new":"#, #""value":"#, #""at":"#, #","by":"x""#,
    #""comment":"""#, "2026-02-30", "members", #","no_data":true"#, "\u{0}",
  ].map { Array($0.utf8) }

  private func damage(_ line: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var line = line
    for _ in 0..<random.below(3) where !line.isEmpty {
      let place = random.below(line.count)
      switch random.below(4) {
      case 0: line[place] = UInt8(random.below(256))
      case 1: line.removeSubrange(place..<min(line.count, place + 1 + random.below(12)))
      default:
        line.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)], at: place)
      }
    }
    return line.filter { $0 != UInt8(ascii: "\n") }
  }

  /// Whatever is taken for a sound line is one, says the same of number, time and question, and is
  /// removed or not as seen. Seeds 1…300.
  @Test func aLineThatIsOnlyLookedAtIsSound() {
    var looked = 0
    for seed in 1...300 {
      var random = SplitMix(seed: UInt64(seed))
      for entry in lines(&random, count: 20) {
        let bytes = damage(Array(entry.line(on: model).utf8.dropLast()), &random)
        guard let plain = bytes.withUnsafeBufferPointer(PlainLine.init) else { continue }
        looked += 1
        for model in [model, other] {
          let text = String(decoding: bytes, as: UTF8.self)
          let read = HistoryEntry(line: text, on: model)
          #expect(read?.number == plain.number && read?.at == plain.at, "seed \(seed): \(text)")
          switch read?.event {
          case .response(let question, let new, _):
            let place = model.place(ofNameInFiles: plain.question)
            #expect(place == question && (new == nil) == plain.isRemoval, "seed \(seed): \(text)")
          case .kept(let question, let new):
            #expect(question == plain.question && (new == nil) == plain.isRemoval)
          default: Issue.record("seed \(seed): \(text)")
          }
        }
      }
    }
    // Of 6000, those with long texts and heads are not, nor are most of the damaged.
    #expect(looked > 1500)
  }

  /// A history read from any line on tells the same of its lines as one read whole. Seeds 1…200.
  @Test func aHistoryReadFromALineOnIsTheSame() {
    for seed in 1...200 {
      var random = SplitMix(seed: UInt64(seed))
      var bytes: [UInt8] = []
      for entry in lines(&random, count: 1 + random.below(15)) {
        let line = Array(entry.line(on: model).utf8.dropLast())
        bytes += random.below(8) == 0 ? damage(line, &random) : line
        bytes.append(UInt8(ascii: "\n"))
      }
      if random.below(3) == 0 { bytes.removeLast(random.below(min(bytes.count, 60))) }
      if random.below(6) == 0 {
        for place in bytes.indices.suffix(random.below(80)) { bytes[place] = 0 }
      }
      for model in [model, other] {
        let whole = History(bytes, after: 0, on: model)
        for known in 1...16 {
          let part = History(bytes, after: known, on: model)
          #expect(summary(part) == summary(whole), "seed \(seed), after \(known)")
          #expect(part.entries == whole.entries.filter { $0.number > known })
          var state = StoredAssessment(header: AssessmentHeader(key, model))
          for entry in whole.lines.compactMap(\.entry) where entry.number <= known {
            if case .response(let question, let new, _) = entry.event {
              state.apply(new, to: question, at: entry.at)
            }
          }
          #expect(part.told.isSuperset(of: state.responses.keys), "seed \(seed), after \(known)")
        }
      }
    }
  }

  private func summary(_ history: History) -> [String] {
    [
      history.lines.map { "\($0.range) \($0.head?.number ?? 0) \($0.head?.at.description ?? "")" }
        .joined(separator: ", "),
      history.damages.map { "\($0.number) \($0.range)" }.joined(separator: ", "),
      "\(history.firstNumber ?? -1) \(history.lastNumber ?? -1) \(history.length)",
      "\(history.latest?.description ?? "") \(history.cutLine ?? 0..<0) \(history.cutNumber ?? -1)",
    ]
  }
}
