import DisplayWidth
import Language
import Questionnaire

/// What a person can ask for instead of answering.
enum Command: String, Sendable, CaseIterable {
  case help
  case back
  case skip
  case clear
  case same
  case notApplicable = "not-applicable"
  case noData = "no-data"
  case comment
  case evidence
  case sections
  case review
  case profile
  case submit
  case goTo = "go-to"
  case language
  case quit

  /// Whether words may follow the command.
  var takesText: Bool {
    switch self {
    case .notApplicable, .comment, .evidence, .goTo, .language: true
    case .help, .back, .skip, .clear, .same, .noData, .sections, .review, .profile, .submit,
      .quit:
      false
    }
  }

  /// Whether something else than the rest of an answer begun is asked for after the command.
  var leadsAway: Bool {
    switch self {
    case .help, .profile, .comment, .evidence: false
    default: true
    }
  }
}

extension Command {
  /// Whether it is about the question on the screen.
  var isForQuestion: Bool {
    switch self {
    case .skip, .clear, .same, .notApplicable, .noData, .comment, .evidence: true
    default: false
    }
  }
}

extension Question {
  /// Whether a command can be an answer to the question; true of those that are no answers.
  func allows(_ command: Command) -> Bool {
    switch command {
    case .notApplicable: notApplicable != .refused
    case .noData: allowsNoData
    default: true
    }
  }
}

/// The words of commands and of yes and no, in every language of the program at once: whoever
/// learned them in one language may go on using them in another.
///
/// Case and the marks of letters make no difference.
struct Vocabulary: Sendable {
  private var commands: [String: Command] = [:]
  private var yesNo: [String: Bool] = [:]
  private var none: Set<String> = []

  static let all = Vocabulary(Texts.available.map(Texts.texts))

  init(_ languages: [Texts]) {
    for texts in languages {
      for command in Command.allCases {
        for word in texts.words(of: command) { commands[word.withoutMarks] = command }
      }
      for word in texts("plain.words.yes").split(separator: " ") {
        yesNo[word.withoutMarks] = true
      }
      for word in texts("plain.words.no").split(separator: " ") {
        yesNo[word.withoutMarks] = false
      }
      for words in texts.wordsForNone { none.insert(words.withoutMarks) }
    }
  }

  /// What a line asks for.
  enum Request: Equatable {
    case command(Command, rest: String)
    /// A word after a slash that is no command.
    case unknown(String)
    /// No command: an answer, without the two slashes that said so.
    case answer(String)
  }

  /// Tells commands from answers.
  ///
  /// A line that is only a command is that command everywhere, with or without a slash: people
  /// type “quit” far more often to leave than as an answer. Where words follow the command and the
  /// answer is text, only the slash tells it from a sentence. What stands after two slashes is an
  /// answer as it stands, `//quit` the word “quit”.
  func request(_ line: String, answerIsText: Bool) -> Request {
    if line.hasPrefix("//") { return .answer(line.dropFirst(2).trimmed) }
    let slash = line.hasPrefix("/")
    let words = (slash ? line.dropFirst() : line[...]).drop(while: \.isWhitespace)
    // A command of two words is nothing but these two.
    if let command = commands[words.trimmed.withoutMarks] { return .command(command, rest: "") }
    let word = words.prefix { !$0.isWhitespace }
    let rest = String(words[word.endIndex...].drop(while: \.isWhitespace))
    let known = commands[word.withoutMarks]
    if slash {
      guard let known, known.takesText || rest.isEmpty else {
        // The path of a document, as proof often is.
        let isPath = answerIsText && known == nil && word.contains("/")
        return isPath ? .answer(line) : .unknown(String(word))
      }
      return .command(known, rest: rest)
    }
    guard let known, rest.isEmpty || (known.takesText && !answerIsText) else {
      return .answer(line)
    }
    return .command(known, rest: rest)
  }

  /// Whether a word means yes or no; `nil` for any other.
  func yesNo(_ word: String) -> Bool? { yesNo[word.withoutMarks] }

  /// Whether words say that nothing of a list fits.
  func isNone(_ words: String) -> Bool { none.contains(words.withoutMarks) }
}

extension Texts {
  /// The words of a command in this language; the first is the one to show. `_` stands for a space
  /// inside one.
  func words(of command: Command) -> [String] {
    self("plain.command.\(command.rawValue)").split(separator: " ")
      .map { String($0).replacing("_", with: " ") }
  }

  /// The word to show for a command, with a slash where it needs one.
  func word(for command: Command, slash: Bool) -> String {
    (slash ? "/" : "") + (words(of: command).first ?? command.rawValue)
  }

  /// What one may write where nothing of a list fits; the first is the one to show.
  var wordsForNone: [String] { self("plain.words.none").split(separator: ",").map(\.trimmed) }
}
