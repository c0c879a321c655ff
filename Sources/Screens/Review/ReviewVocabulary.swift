import DisplayWidth
import Language

/// What a facilitator can ask for in a review.
enum ReviewCommand: String, Sendable, CaseIterable {
  case help
  case confirm
  case giveBack = "return"
  case withdraw
  case comment
  case next
  case back
  case list
  case summary
  case language
  case quit

  /// Whether words may follow the command.
  var takesText: Bool {
    switch self {
    case .giveBack, .comment, .language: true
    case .help, .confirm, .withdraw, .next, .back, .list, .summary, .quit: false
    }
  }
}

/// The words of these commands, in every language of the program at once; case and the marks of
/// letters make no difference, nor does a slash before them.
struct ReviewVocabulary: Sendable {
  private var commands: [String: ReviewCommand] = [:]

  static let all = ReviewVocabulary(Texts.available.map(Texts.texts))

  init(_ languages: [Texts]) {
    for texts in languages {
      for command in ReviewCommand.allCases {
        for word in texts.words(of: command) { commands[word.withoutMarks] = command }
      }
    }
  }

  /// The command that a line begins with, and what follows it; `nil` where it is none.
  func command(_ line: String) -> (command: ReviewCommand, rest: String)? {
    let words = (line.hasPrefix("/") ? line.dropFirst() : line[...]).drop(while: \.isWhitespace)
    let word = words.prefix { !$0.isWhitespace }
    let rest = String(words[word.endIndex...]).trimmed
    guard let command = commands[word.withoutMarks], rest.isEmpty || command.takesText else {
      return nil
    }
    return (command, rest)
  }
}

extension Texts {
  /// The words of a command in this language; the first is the one to show.
  func words(of command: ReviewCommand) -> [String] {
    self("review.command.\(command.rawValue)").split(separator: " ").map(String.init)
  }

  /// The word to show for a command.
  func word(for command: ReviewCommand) -> String {
    words(of: command).first ?? command.rawValue
  }
}
