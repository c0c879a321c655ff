/// A text that a person reads, in every language a model declares.
public struct LocalizedText: Sendable, Hashable {
  /// The texts with their language tags, in the order of the model's languages.
  public let versions: [Version]

  public struct Version: Sendable, Hashable {
    public let language: String
    public let text: String

    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  public init(_ versions: [Version]) {
    self.versions = versions
  }

  /// The text in a language, or in the model's reference language where that one is missing.
  public func callAsFunction(_ language: String) -> String {
    let version = versions.first { $0.language == language } ?? versions.first
    return version?.text ?? ""
  }
}
