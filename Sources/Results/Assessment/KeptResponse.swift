public import Interview

/// A response that this version of the model has no room for: to a question it does not have, or
/// with a value that its question cannot take.
///
/// It counts nowhere and stays in the file, so that going on with a new version loses nothing and a
/// version that has the question finds it again.
public struct KeptResponse: Sendable, Hashable {
  /// The question's identifier, as the file names it.
  public let question: String
  /// The value as files write it; `nil` where the response has none.
  public let value: WrittenValue?
  /// All but the value.
  public let rest: Response
  /// When the answer was given.
  public let at: Instant?

  /// A response, by the identifier of its question.
  public init(question: String, value: WrittenValue?, rest: Response, at: Instant?) {
    self.question = question
    self.value = value
    self.rest = rest
    self.at = at
  }
}

extension StoredAssessment {
  /// Keeps a response before those to the same question that are kept already.
  mutating func keep(_ response: KeptResponse) {
    kept.removeAll { $0 == response }
    kept.insert(response, at: 0)
  }

  /// The lines of the section `kept`, by question.
  func keptLines(_ writer: ResponseText) -> [String] {
    keptEntries(writer).map { "  \($0.key): \($0.value)" }
  }

  /// What is kept, by question.
  func keptEntries(_ writer: ResponseText) -> [(key: String, value: String)] {
    Dictionary(grouping: kept, by: \.question).sorted { $0.key < $1.key }
      .map { question, responses in
        let texts = responses.map(writer.text)
        return (question, texts.count == 1 ? texts[0] : writer.list(texts))
      }
  }
}
