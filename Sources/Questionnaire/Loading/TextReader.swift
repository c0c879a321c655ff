import Diagnostics
import YAML

extension Diagnostic.Code {
  static let missingTranslation = Self("questionnaire.missing-translation")
  static let undeclaredLanguage = Self("questionnaire.undeclared-language")
  static let emptyText = Self("questionnaire.empty-text")
  static let plainText = Self("questionnaire.plain-text")
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
      let isBlank = scalar.text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      if isBlank || scalar.content == .null {
        report(.emptyText, at: scalar.place, ["language": .text(language)])
      } else {
        ordered.append(LocalizedText.Version(language: language, text: scalar.text))
      }
    }
    return LocalizedText(ordered)
  }
}
