import Language

/// What a person can ask for instead of answering.
enum Command: String, Sendable, CaseIterable {
  case help
  case back
  case skip
  case clear
  case notApplicable = "not-applicable"
  case noData = "no-data"
  case comment
  case evidence
  case sections
  case review
  case goTo = "go-to"
  case language
  case quit

  /// Whether words may follow the command.
  var takesText: Bool {
    switch self {
    case .notApplicable, .comment, .evidence, .goTo, .language: true
    case .help, .back, .skip, .clear, .noData, .sections, .review, .quit: false
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
    }
  }

  /// What a line asks for.
  enum Request: Equatable {
    case command(Command, rest: String)
    /// A word after a slash that is no command.
    case unknown(String)
    /// No command: an answer. A doubled slash has become the one that was meant.
    case answer(String)
  }

  /// Tells commands from answers.
  ///
  /// A slash before a command is always right. It may be left out unless the answer is text, since
  /// there every word could be an answer; only `?` alone is help everywhere.
  func request(_ line: String, answerIsText: Bool) -> Request {
    if line.hasPrefix("//") { return .answer(String(line.dropFirst())) }
    let slash = line.hasPrefix("/")
    let words = (slash ? line.dropFirst() : line[...]).drop(while: \.isWhitespace)
    let word = words.prefix { !$0.isWhitespace }
    let rest = String(words[word.endIndex...].drop(while: \.isWhitespace))
    let known = commands[word.withoutMarks]
    if slash {
      guard let known, known.takesText || rest.isEmpty else { return .unknown(String(word)) }
      return .command(known, rest: rest)
    }
    guard let known, known.takesText || rest.isEmpty, !answerIsText || line == "?" else {
      return .answer(line)
    }
    return .command(known, rest: rest)
  }

  /// Whether a word means yes or no; `nil` for any other.
  func yesNo(_ word: String) -> Bool? { yesNo[word.withoutMarks] }
}

extension Texts {
  /// The words of a command in this language; the first is the one to show.
  func words(of command: Command) -> [String] {
    self("plain.command.\(command.rawValue)").split(separator: " ").map(String.init)
  }

  /// The word to show for a command, with a slash where the answer is text.
  func word(for command: Command, slash: Bool) -> String {
    (slash && command != .help ? "/" : "") + (words(of: command).first ?? command.rawValue)
  }
}
