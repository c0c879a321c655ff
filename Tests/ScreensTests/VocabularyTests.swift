import DisplayWidth
import Language
import Testing

@testable import Screens

@Suite struct VocabularyTests {
  /// A line, whether the answer is text, and what the line asks for.
  static let requests: [(line: String, isText: Bool, Vocabulary.Request)] = [
    ("?", true, .command(.help, rest: "")),
    ("/?", true, .command(.help, rest: "")),
    ("atgal", false, .command(.back, rest: "")),
    ("ATGAL", false, .command(.back, rest: "")),
    ("back", true, .command(.back, rest: "")),
    ("Quit", true, .command(.quit, rest: "")),
    ("perziura", true, .command(.review, rest: "")),
    ("back to the future", true, .answer("back to the future")),
    ("note the date", true, .answer("note the date")),
    ("/note the date", true, .command(.comment, rest: "the date")),
    ("note the date", false, .command(.comment, rest: "the date")),
    ("/back", true, .command(.back, rest: "")),
    ("/ back", true, .command(.back, rest: "")),
    ("back to the future", false, .answer("back to the future")),
    ("/back to the future", false, .unknown("back")),
    ("netaikoma nes nauji", false, .command(.notApplicable, rest: "nes nauji")),
    ("/praleisk", false, .unknown("praleisk")),
    ("//back", true, .answer("back")),
    ("// back", true, .answer("back")),
    ("///back", true, .answer("/back")),
    ("//?", true, .answer("?")),
    ("/docs/strategy 2026.pdf", true, .answer("/docs/strategy 2026.pdf")),
    ("/docs/x", false, .unknown("docs/x")),
    ("/n/a", true, .command(.notApplicable, rest: "")),
    ("//", true, .answer("")),
    ("/", true, .unknown("")),
    ("taip", false, .answer("taip")),
  ]

  @Test(arguments: requests) func tellsCommandsFromAnswers(
    _ line: String, _ isText: Bool, _ request: Vocabulary.Request
  ) {
    #expect(Vocabulary.all.request(line, answerIsText: isText) == request)
  }

  /// No word means two things, in any two languages.
  @Test func wordsAreUnique() {
    var meanings: [String: Set<String>] = [:]
    for texts in Texts.available.map(Texts.texts) {
      for command in Command.allCases {
        for word in texts.words(of: command) {
          meanings[word.withoutMarks, default: []].insert(command.rawValue)
        }
      }
      for name in ["yes", "no"] {
        for word in texts("plain.words.\(name)").split(separator: " ") {
          meanings[word.withoutMarks, default: []].insert(name)
        }
      }
      for words in texts.wordsForNone {
        meanings[words.withoutMarks, default: []].insert("none")
      }
    }
    #expect(meanings.filter { $0.value.count > 1 } == [:])
  }

  /// Likewise among the words of a review.
  @Test func wordsOfReviewsAreUnique() {
    var meanings: [String: Set<String>] = [:]
    for texts in Texts.available.map(Texts.texts) {
      for command in ReviewCommand.allCases {
        for word in texts.words(of: command) {
          meanings[word.withoutMarks, default: []].insert(command.rawValue)
        }
      }
    }
    #expect(meanings.filter { $0.value.count > 1 } == [:])
  }
}
