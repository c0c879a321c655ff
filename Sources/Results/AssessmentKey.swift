/// Which assessment: whose, by which questionnaire, of which round.
///
/// Made only from parts that cannot lead out of the results folder.
public struct AssessmentKey: Sendable, Hashable {
  /// Lower-case letters a–z, digits and `-`, beginning with a letter or digit, 1–64 characters.
  public let cluster: String
  /// By the same rule as `cluster`, `_` allowed, too.
  public let questionnaire: String
  /// The round; it ends the files' names.
  public let period: Period

  /// - Throws: `ResultsError.invalidName` for an identifier that may not be part of a path.
  public init(cluster: String, questionnaire: String, period: Period) throws(ResultsError) {
    guard Self.isIdentifier(cluster) else { throw .invalidName(.cluster, cluster) }
    guard Self.isIdentifier(questionnaire, underscores: true) else {
      throw .invalidName(.questionnaire, questionnaire)
    }
    self.cluster = cluster
    self.questionnaire = questionnaire
    self.period = period
  }

  /// Takes a file's name apart; `nil` where it is not `QUESTIONNAIRE-PERIOD.yaml`.
  init?(cluster: String, fileName: String) {
    guard fileName.hasSuffix(".yaml") else { return nil }
    let stem = fileName.dropLast(5)
    // A period has one part or two; two only after a year, so a name has one reading.
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    for length in [2, 1] where parts.count > length {
      let text = parts.suffix(length).joined(separator: "-")
      guard let period = Period(text: text) else { continue }
      let questionnaire = parts.dropLast(length).joined(separator: "-")
      do throws(ResultsError) {
        try self.init(cluster: cluster, questionnaire: questionnaire, period: period)
        return
      } catch {
        return nil
      }
    }
    return nil
  }

  /// The files' name without its ending.
  public var stem: String { "\(questionnaire)-\(period)" }

  /// Whether a text is a cluster's identifier: lower-case letters a–z, digits and `-`, beginning
  /// with a letter or digit, at most 64 characters.
  public static func isClusterIdentifier(_ text: String) -> Bool { isIdentifier(text) }

  private static func isIdentifier(_ text: String, underscores: Bool = false) -> Bool {
    guard (1...64).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      case UInt8(ascii: "_"): underscores
      default: false
      }
    }
  }
}
