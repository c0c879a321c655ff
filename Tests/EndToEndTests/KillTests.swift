import Foundation
import TestKit
import Testing

/// `kill -9` at every question: what was acknowledged is never lost.
@Suite struct KillTests {
  /// What a person types, and the identifier of the question answered by it.
  static let answers: [(typed: String, question: String)] = [
    ("Ąžuolas", "name"), ("12", "members"), ("2024-05-03", "agreed"), ("2", "coordination"),
    ("taip", "handover"), ("12,5", "training"), ("1 2", "services"), ("1000", "turnover"),
    ("500", "budget"),
  ]

  static let arguments = [
    "fill", "short.yaml", "--cluster", "azuolas", "--period", "2025", "--lang", "lt", "--plain",
  ]

  /// Killed as soon as the next question is shown: it is the one that comes next time.
  @Test func anAcknowledgedAnswerIsNeverLost() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    for (number, answer) in Self.answers.enumerated() {
      let session = try TerminalSession(Self.arguments, in: folder)
      let shown = try session.screen()
      #expect(shown.contains("\nKlausimas \(number + 1) iš "), "\(shown)")
      try session.answer(answer.typed)
      session.kill(SIGKILL)
      #expect(session.wait() == .killed(signal: SIGKILL))
      #expect(try answered(in: folder) == Self.answers.prefix(number + 1).map(\.question))
    }
  }

  /// Killed at any moment after the line was sent: the answer is there whole or not at all, all
  /// those before it are, and the interview goes on at it or behind it.
  @Test func aKillAtAnyMomentLeavesAWholeState() throws {
    let folder = try Folder()
    try folder.write(shortModel, to: "short.yaml")
    var random = SystemRandomNumberGenerator()
    var number = 0
    var rounds = 0
    while number < Self.answers.count, rounds < 60 {
      rounds += 1
      let session = try TerminalSession(Self.arguments, in: folder)
      var shown = try session.screen()
      if shown.contains("\nDabartinis atsakymas: ") {
        // The answer was kept, but not the step to the next question.
        #expect(shown.contains("\nKlausimas \(number) iš "), "\(shown)")
        shown = try session.answer("")
      }
      #expect(shown.contains("\nKlausimas \(number + 1) iš "), "\(shown)")
      session.type(Self.answers[number].typed)
      usleep(UInt32.random(in: 0...6000, using: &random))
      session.kill(SIGKILL)
      let present = try answered(in: folder)
      let expected = Self.answers.prefix(number).map(\.question)
      #expect(present == expected || present == expected + [Self.answers[number].question])
      number = present.count
    }
    let run = try Program.run(Self.arguments, in: folder, input: "/baigti\n")
    #expect(run.end == .exited(10))
  }

  /// The identifiers of the questions that have an answer, as the history and the file together
  /// tell: writing anything brings what the file lacks into it.
  private func answered(in folder: Folder) throws -> [String] {
    let run = try Program.run(Self.arguments, in: folder, input: "/pastaba \(UUID())\n")
    guard run.end == .exited(10) else { return ["\(run)"] }
    return try folder.read("results/azuolas/short-2025.yaml").answers.split(separator: "\n")
      .compactMap { line in
        line.contains("{value: ") ? String(line.dropFirst(2).prefix { $0 != ":" }) : nil
      }
  }
}
