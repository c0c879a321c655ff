import Language

/// What the parser of arguments says in English, in the language this run speaks.
///
/// The catalogue has its sentences word for word in English: what is said is found among them, and what
/// is not found stays as it is.
struct ParserWords {
  private let english = Texts.texts(LanguageTag("en"))
  private let texts: Texts

  init(_ texts: Texts) { self.texts = texts }

  /// Sentences, the more special first.
  private static let sentences = [
    "unknown-option-meant", "unknown-option", "missing-value", "missing-argument", "unexpected",
    "several-unexpected", "invalid-value-known", "invalid-value", "no-value-taken",
  ]

  /// What a line begins with.
  private static let heads = [
    "overview", "usage", "arguments", "options", "subcommands", "see-usage", "help", "error",
  ]

  /// What stands anywhere in a line.
  private static let parts = [
    "show-help", "show-version", "more-help", "values", "value-default",
  ]

  func translated(_ message: String) -> String {
    guard texts.language != english.language else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line($0[...]) }.joined(separator: "\n")
  }

  private func line(_ line: Substring) -> String {
    for head in Self.heads {
      let word = english("parser." + head)
      guard line.hasPrefix(word) else { continue }
      let rest = line.dropFirst(word.count)
      let said = rest.drop { $0 == " " }
      let sentence = head == "error" ? self.sentence(said) ?? String(said) : String(said)
      if head == "see-usage" || head == "usage" {
        return texts("parser." + head) + " "
          + said.replacing(english("parser.any-options"), with: texts("parser.any-options"))
          .replacing(english("parser.any-command"), with: texts("parser.any-command"))
      }
      return texts("parser." + head) + (said.isEmpty ? "" : " ") + sentence
    }
    if let said = sentence(line.drop { $0 == " " }, among: ["more-information"]) {
      return "  " + said
    }
    var line = String(line)
    for part in Self.parts {
      line = line.replacing(english("parser." + part), with: texts("parser." + part))
    }
    return line
  }

  /// The sentence that was said, with what it names.
  private func sentence(_ said: Substring, among names: [String] = sentences) -> String? {
    for name in names {
      let name = "parser." + name
      // Signs that no argument holds stand for what the sentence names.
      let pattern = english(
        name, ["a": .text("\u{1}"), "b": .text("\u{1}"), "known": .text("\u{1}")])
      let pieces = pattern.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\u{1}" })
      if let found = Self.match(said, pieces), !found.isEmpty {
        return texts(
          name,
          [
            "a": .text(found[0]), "b": .text(found.dropFirst().first ?? ""),
            "known": .list(Self.quoted(found.last ?? "")),
          ])
      }
    }
    return nil
  }

  /// `'text', 'json' or 'csv'`, taken apart.
  private static func quoted(_ words: String) -> [String] {
    words.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// What stands between the pieces, where the text is made of them from end to end.
  private static func match(_ text: Substring, _ pieces: [Substring]) -> [String]? {
    guard let first = pieces.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var found: [String] = []
    for (place, piece) in pieces.enumerated().dropFirst() {
      if place == pieces.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        found.append(String(rest.dropLast(piece.count)))
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        found.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return found
  }
}
