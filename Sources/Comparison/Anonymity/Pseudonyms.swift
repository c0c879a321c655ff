/// Codes in place of clusters' names, and whose they are.
///
/// A code is drawn at random and says nothing: neither the name nor the order of names, dates or
/// scores can be guessed from it. Only the key – these assignments, kept apart from what they make
/// anonymous – leads back. A cluster keeps its code for as long as the key is kept.
public struct Pseudonyms: Sendable, Hashable {
  /// Clusters' identifiers by code.
  public private(set) var clusters: [String: String]
  private var codes: [String: String]

  /// The letters and digits of codes, without those that are taken for each other or make words.
  private static let alphabet = Array("BCDFGHJKMNPQRSTVWXZ23456789")
  private static let length = 5

  /// Assignments made before.
  ///
  /// - Parameter clusters: Identifiers by code; `nil` is returned where two codes are of one cluster.
  public init?(_ clusters: [String: String] = [:]) {
    guard Set(clusters.values).count == clusters.count else { return nil }
    self.clusters = clusters
    codes = Dictionary(uniqueKeysWithValues: clusters.map { ($1, $0) })
  }

  /// The code of a cluster; `nil` where it has none yet.
  public func code(of cluster: String) -> String? { codes[cluster] }

  /// Gives every cluster that has none a code.
  ///
  /// - Returns: Whether there were any.
  public mutating func add(
    _ identifiers: some Sequence<String>, using random: inout some RandomNumberGenerator
  ) -> Bool {
    var isChanged = false
    for cluster in identifiers where codes[cluster] == nil {
      var code = Self.draw(&random)
      while clusters[code] != nil { code = Self.draw(&random) }
      clusters[code] = cluster
      codes[cluster] = code
      isChanged = true
    }
    return isChanged
  }

  /// Whether a text could be a code.
  public static func isCode(_ text: some StringProtocol) -> Bool {
    text.count == length && text.allSatisfy { alphabet.contains($0) }
  }

  private static func draw(_ random: inout some RandomNumberGenerator) -> String {
    String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
  }
}
