import Diagnostics
import YAML

/// What is wrong with a cluster's name; the raw value is the end of the finding's code.
public enum NameProblem: String, Sendable {
  case blank = "name-blank"
  case tooLong = "name-too-long"
  /// A line break, a control character, or a mark that turns the direction of text.
  case characters = "name-characters"
}

extension AssessmentHeader {
  /// How long a name may be, in characters.
  public static let longestName = 200
  /// How long a note may be, in characters: as other remarks.
  static let longestNote = 2000

  /// What is wrong with a name; `nil` for one line of text that changes nothing around it.
  public static func problem(withName name: String) -> NameProblem? {
    if name.isLonger(than: longestName) { return .tooLong }
    if name.unicodeScalars.contains(where: \.steersLine) { return .characters }
    return name.allSatisfy(\.isWhitespace) ? .blank : nil
  }
}

extension Findings {
  /// Reports a name that cannot be one.
  func checkName(_ name: Scalar?) {
    guard let name, let problem = AssessmentHeader.problem(withName: name.text) else { return }
    report(
      "assessment.\(problem.rawValue)", at: name.place,
      ["count": .count(AssessmentHeader.longestName)])
  }

  /// Reports a note that is too long or could act on a terminal.
  func checkNote(_ note: Scalar?) {
    guard let note else { return }
    if note.text.isLonger(than: AssessmentHeader.longestNote) {
      report(
        "assessment.text-too-long", at: note.place,
        ["count": .count(AssessmentHeader.longestNote)])
    }
    checkCharacters(note)
  }

  /// Reports a text that could act on a terminal.
  func checkCharacters(_ text: Scalar?) {
    guard let text else { return }
    if text.text.unicodeScalars.contains(where: { $0.steersLine && $0 != "\n" && $0 != "\t" }) {
      report("assessment.control-character", at: text.place)
    }
  }
}

extension String {
  /// Bytes first: counting characters takes time that a huge text should not cost.
  fileprivate func isLonger(than count: Int) -> Bool {
    utf8.count > count && (utf8.count > 64 * count || self.count > count)
  }
}

extension Unicode.Scalar {
  /// Whether it could break a line, steer a terminal or turn the direction of the text around it.
  fileprivate var steersLine: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
