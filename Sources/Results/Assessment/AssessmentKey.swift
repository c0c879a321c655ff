public import Interview

/// Which assessment: of which cluster, by which questionnaire, of which round; the cluster's own, or
/// that of one of its members or of a facilitator.
///
/// Made only from parts that cannot lead out of the results folder.
public struct AssessmentKey: Sendable, Hashable {
  /// Lower-case letters a–z, digits and `-`, beginning with a letter or digit, 1–64 characters.
  public let cluster: String
  /// By the same rule as `cluster`, `_` allowed, too.
  public let questionnaire: String
  /// The round; it ends the files' names.
  public let period: Period
  /// Whose answers these are; names by the same rule as `cluster`. The manager's are the cluster's
  /// own.
  public let rater: Rater

  /// - Throws: `ResultsError.invalidName` for an identifier that may not be part of a path.
  public init(
    cluster: String, questionnaire: String, period: Period, rater: Rater = .manager
  ) throws(ResultsError) {
    guard Self.isIdentifier(cluster) else { throw .invalidName(.cluster, cluster) }
    guard Self.isIdentifier(questionnaire, underscores: true) else {
      throw .invalidName(.questionnaire, questionnaire)
    }
    switch rater {
    case .member(let name) where !Self.isIdentifier(name): throw .invalidName(.member, name)
    case .facilitator(let name) where !Self.isIdentifier(name):
      throw .invalidName(.facilitator, name)
    case .manager, .member, .facilitator: break
    }
    self.cluster = cluster
    self.questionnaire = questionnaire
    self.period = period
    self.rater = rater
  }

  /// Takes a file's name apart; `nil` where it is not `QUESTIONNAIRE-PERIOD.yaml`, or in the folders
  /// of members and facilitators `QUESTIONNAIRE-PERIOD.NAME.yaml`.
  init?(cluster: String, fileName: String, in folder: AssessmentFolder = .own) {
    guard fileName.hasSuffix(".yaml") else { return nil }
    // No identifier contains a full stop.
    let names = fileName.dropLast(5).split(separator: ".", omittingEmptySubsequences: false)
    guard let stem = names.first, names.count == (folder == .own ? 1 : 2),
      let rater = folder.rater(named: names.count == 2 ? names.last.map(String.init) : nil)
    else { return nil }
    // A period has one part or two; two only after a year, so a name has one reading.
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    for length in [2, 1] where parts.count > length {
      let text = parts.suffix(length).joined(separator: "-")
      guard let period = Period(text: text) else { continue }
      let questionnaire = parts.dropLast(length).joined(separator: "-")
      do throws(ResultsError) {
        try self.init(
          cluster: cluster, questionnaire: questionnaire, period: period, rater: rater)
        return
      } catch {
        return nil
      }
    }
    return nil
  }

  /// The files' name without its ending.
  public var stem: String { "\(questionnaire)-\(period)" + (rater.name.map { "." + $0 } ?? "") }

  /// The member whose answers these are, which nobody else is shown; `nil` for all others.
  public var member: String? {
    if case .member(let name) = rater { name } else { nil }
  }

  /// The same round as somebody else answered it.
  public func of(_ rater: Rater) throws(ResultsError) -> AssessmentKey {
    try AssessmentKey(
      cluster: cluster, questionnaire: questionnaire, period: period, rater: rater)
  }

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
