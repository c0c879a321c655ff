import Diagnostics
import YAML

extension Diagnostic.Code {
  static let missingTranslation = Self("questionnaire.missing-translation")
  static let undeclaredLanguage = Self("questionnaire.undeclared-language")
  static let emptyText = Self("questionnaire.empty-text")
  static let plainText = Self("questionnaire.plain-text")
  static let hiddenCharacter = Self("questionnaire.hidden-character")
}

extension ModelReader {
  /// A text in every declared language, `{lt: …, en: …}`; plain text where there is one language.
  func localizedText(_ node: Node) -> LocalizedText? {
    // Without languages every text would be a finding; that they are missing is said once.
    guard !languages.isEmpty else { return nil }
    if let scalar = node.scalar {
      guard languages.count == 1, let language = languages.first else {
        report(.plainText, at: scalar.place, ["languages": .list(languages)])
        return nil
      }
      return checked([(language, scalar)], at: node.place)
    }
    guard node.kind == .mapping else {
      report(.wrongShape, at: node.place, ["expected": .phrase("shape.text")])
      return nil
    }
    return localizedText(among: node, except: [])
  }

  /// The translations among a mapping's keys, those of other meaning left aside.
  func localizedText(among node: Node, except others: Set<String>) -> LocalizedText? {
    guard !languages.isEmpty else { return nil }
    var versions: [(language: String, scalar: Scalar)] = []
    for entry in node.entries {
      guard let key = entry.key.scalar, !others.contains(key.text) else { continue }
      guard languages.contains(key.text) else {
        reportUnknown(.undeclaredLanguage, key.text, at: key.place, among: languages + others)
        continue
      }
      if let scalar = scalar(entry.value) { versions.append((key.text, scalar)) }
    }
    return checked(versions, at: node.entries.first?.key.place ?? node.place)
  }

  private func checked(
    _ versions: [(language: String, scalar: Scalar)], at place: Place
  ) -> LocalizedText? {
    var ordered: [LocalizedText.Version] = []
    for language in languages {
      guard let (_, scalar) = versions.first(where: { $0.language == language }) else {
        report(.missingTranslation, .warning, at: place, ["language": .text(language)])
        continue
      }
      reportHiddenCharacters(scalar)
      let isBlank = scalar.text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      if isBlank || scalar.content == .null {
        report(.emptyText, at: scalar.place, ["language": .text(language)])
      } else {
        ordered.append(LocalizedText.Version(language: language, text: scalar.text))
      }
    }
    return LocalizedText(ordered)
  }

  /// Reports the first character that acts on a terminal or turns the reading direction instead of
  /// being read. Escapes can put it where the file itself shows nothing suspicious.
  private func reportHiddenCharacters(_ scalar: Scalar) {
    let text = scalar.text
    guard let index = text.unicodeScalars.firstIndex(where: \.isHidden) else { return }
    let start = text.utf8.distance(from: text.startIndex, to: index)
    let character = text.unicodeScalars[index]
    let code = String(character.value, radix: 16, uppercase: true)
    report(
      .hiddenCharacter, at: scalar.place(of: start..<start + character.utf8.count),
      ["character": .text("U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code)])
  }
}

extension Unicode.Scalar {
  /// Control characters other than line break and tab, and marks that turn the direction.
  fileprivate var isHidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
