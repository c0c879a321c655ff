import Questionnaire

/// Which names of an old version are which of the new one, so that an expression in which only they
/// differ is the same.
struct Renaming {
  private var questions: [String: String] = [:]
  private var formerQuestions: [String: String] = [:]
  private var choices: [String: String] = [:]

  init(_ old: Questionnaire, _ new: Questionnaire) {
    for question in new.questions {
      for name in question.renamedFrom where old.index(of: name) != nil {
        guard old.index(of: question.id) == nil else { continue }
        questions[name] = question.id
        formerQuestions[question.id] = name
      }
      for choice in question.kind.choices {
        for name in choice.renamedFrom { choices[name] = choice.id }
      }
    }
  }

  /// The name that a question of the new version had in the old one.
  func former(_ question: String) -> String { formerQuestions[question] ?? question }

  /// Whether two values mean the same.
  func areSame(_ old: Value?, _ new: Value?) -> Bool {
    guard let old, let new else { return old == nil && new == nil }
    switch (old, new) {
    case (.expression(let old), .expression(let new)), (.word(let old), .word(let new)):
      return old == new || translated(old) == Self.withoutSpaces(new)
    default: return old == new
    }
  }

  /// An expression of the old version in the names of the new one, without the spaces between its
  /// words, which mean nothing.
  private func translated(_ text: String) -> String {
    Self.words(text).map { word in
      guard let quote = word.first, quote == "'" || quote == "\"" else {
        return questions[word] ?? word
      }
      let content = String(word.dropFirst().dropLast())
      return choices[content].map { "\(quote)\($0)\(quote)" } ?? word
    }.joined()
  }

  private static func withoutSpaces(_ text: String) -> String { words(text).joined() }

  /// Names, literals in quotes, and single characters of everything else but spaces between them.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var rest = text[...]
    while let first = rest.first {
      var end = rest.index(after: rest.startIndex)
      if first == "'" || first == "\"" {
        end = rest[end...].firstIndex(of: first).map { rest.index(after: $0) } ?? rest.endIndex
      } else if first.isLetter || first.isNumber || first == "_" {
        end = rest.firstIndex { !($0.isLetter || $0.isNumber || $0 == "_") } ?? rest.endIndex
      }
      if !first.isWhitespace { words.append(String(rest[..<end])) }
      rest = rest[end...]
    }
    return words
  }
}
