/// Which assessment: whose, by which questionnaire, of which round; the cluster's own, or that of
/// one of its members.
///
/// Made only from parts that cannot lead out of the results folder.
public struct AssessmentKey: Sendable, Hashable {
  /// Lower-case letters a–z, digits and `-`, beginning with a letter or digit, 1–64 characters.
  public let cluster: String
  /// By the same rule as `cluster`, `_` allowed, too.
  public let questionnaire: String
  /// The round; it ends the files' names.
  public let period: Period
  /// The member whose answers these are, by the same rule as `cluster`; `nil` for the cluster's own,
  /// which its manager gives.
  public let member: String?

  /// - Throws: `ResultsError.invalidName` for an identifier that may not be part of a path.
  public init(
    cluster: String, questionnaire: String, period: Period, member: String? = nil
  ) throws(ResultsError) {
    guard Self.isIdentifier(cluster) else { throw .invalidName(.cluster, cluster) }
    guard Self.isIdentifier(questionnaire, underscores: true) else {
      throw .invalidName(.questionnaire, questionnaire)
    }
    if let member, !Self.isIdentifier(member) { throw .invalidName(.member, member) }
    self.cluster = cluster
    self.questionnaire = questionnaire
    self.period = period
    self.member = member
  }

  /// Takes a file's name apart; `nil` where it is not `QUESTIONNAIRE-PERIOD.yaml`, or among the
  /// members' files `QUESTIONNAIRE-PERIOD.MEMBER.yaml`.
  init?(cluster: String, fileName: String, isMembers: Bool = false) {
    guard fileName.hasSuffix(".yaml") else { return nil }
    // No identifier contains a full stop.
    let names = fileName.dropLast(5).split(separator: ".", omittingEmptySubsequences: false)
    guard let stem = names.first, names.count == (isMembers ? 2 : 1) else { return nil }
    let member = isMembers ? names.last.map(String.init) : nil
    // A period has one part or two; two only after a year, so a name has one reading.
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    for length in [2, 1] where parts.count > length {
      let text = parts.suffix(length).joined(separator: "-")
      guard let period = Period(text: text) else { continue }
      let questionnaire = parts.dropLast(length).joined(separator: "-")
      do throws(ResultsError) {
        try self.init(
          cluster: cluster, questionnaire: questionnaire, period: period, member: member)
        return
      } catch {
        return nil
      }
    }
    return nil
  }

  /// The files' name without its ending.
  public var stem: String { "\(questionnaire)-\(period)" + (member.map { "." + $0 } ?? "") }

  /// The same round of the cluster's own, or of another of its members.
  public func of(member: String?) throws(ResultsError) -> AssessmentKey {
    try AssessmentKey(
      cluster: cluster, questionnaire: questionnaire, period: period, member: member)
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
