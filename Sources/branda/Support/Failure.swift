import Language
import Terminal

/// Why a command cannot go on: a sentence of the catalogue, its values, and the exit code.
struct Failure: Error {
  let name: String
  let arguments: [String: TextArgument]
  let exit: Exit
  /// The last lines of what another program said to it, made visible.
  let otherWords: [String]

  init(
    _ name: String, _ arguments: [String: TextArgument] = [:], exit: Exit,
    otherWords: [String] = []
  ) {
    self.name = name
    self.arguments = arguments
    self.exit = exit
    self.otherWords = otherWords
  }

  /// Ends the command with nothing more to say: everything has been said already.
  static func silent(_ exit: Exit) -> Failure { Failure("", exit: exit) }

  /// Says the sentence, and the way out where the catalogue has one, on the standard error stream.
  func report() {
    guard !name.isEmpty else { return }
    let texts = Texts.spoken
    var text = otherWords.map { "  | " + $0 + "\n" }.joined()
    text += "branda: " + texts(name, arguments) + "\n"
    if let help = texts.optional(name + ".help", arguments) { text += "  = " + help + "\n" }
    Output.error.say(text)
  }
}

extension Output {
  /// Writes talk. Where even that is impossible there is nobody left to tell.
  func say(_ text: String) { _ = try? write(text) }
}
