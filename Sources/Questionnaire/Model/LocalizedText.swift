/// A text that a person reads, in every language a model declares.
public struct LocalizedText: Sendable, Hashable {
  /// The texts with their language tags, in the order of the model's languages.
  public let versions: [Version]

  /// The text in one language.
  public struct Version: Sendable, Hashable {
    /// The language tag, spelt as the model declares it, such as `lt`.
    public let language: String
    /// The words, never blank in a model that has been loaded.
    public let text: String

    /// A text and the language it is written in.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// A text from its versions, the one to fall back on first.
  public init(_ versions: [Version]) {
    self.versions = versions
  }

  /// The text in a language, or in the model's reference language where that one is missing.
  public func callAsFunction(_ language: String) -> String {
    let version = versions.first { $0.language == language } ?? versions.first
    return version?.text ?? ""
  }
}
